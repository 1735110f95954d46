"""The web view of the repository, GitLab's or GitHub's: where an entry is edited, a file made and a mistake reported.

Which of the two it is tells the form of the setting `EDIT_ADDRESS`. What each takes over from an address was looked up:
GitHub fills in name and text of a new file. GitLab fills in the name only: its page does hold a parameter `content`
(`app/views/projects/blob/_editor.html.haml`, shown while the editor loads), but the editor then starts from what the file
has, of a new one from nothing, and clears what stood in its place (`blob_edit/edit_blob.js`, `configureMonacoEditor`;
`editor/source_editor.js`, `prepareInstance`; the same was seen with GitLab 16.11 in un-ts/changesets-gitlab#178).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

LONGEST_ADDRESS = 8_000
"""Characters of an address that servers and browsers on the way surely take; GitHub refuses longer ones."""

FOLDER_IN_FORGE = re.compile(
    r"(?P<project>https?://[^/]+(?:/[^/]+){2,}?)(?P<dash>/-)?/(?:edit|blob|tree)/(?P<branch>.+)/(?P<folder>[^/]+)"
)


@dataclass(frozen=True, slots=True)
class NewFile:
    """An address that opens the editor for a new file."""

    address: str
    with_text: bool
    """Whether the text is filled in; else it has to be pasted."""


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on the web."""

    project: str
    branch: str
    folder: str
    """The name of the content folder."""
    is_gitlab: bool

    @property
    def _root(self) -> str:
        return f"{self.project}/-" if self.is_gitlab else self.project

    def edit(self, path: str) -> str:
        """The address of the editor for a file of the content folder."""
        return f"{self._root}/edit/{self.branch}/{self.folder}/{quote(path)}"

    def shown(self, path: str) -> str:
        """The address at which a folder of the repository is shown."""
        return f"{self._root}/tree/{self.branch}/{quote(path)}"

    def new(self, path: str, text: str) -> NewFile:
        """The address of the editor for a new file, with its text where the forge takes it and it is not too long."""
        name = "file_name" if self.is_gitlab else "filename"
        address = f"{self._root}/new/{self.branch}?" + urlencode({name: f"{self.folder}/{path}"})
        whole = f"{address}&{urlencode({'value': text})}"
        if self.is_gitlab or len(whole) > LONGEST_ADDRESS:
            return NewFile(address, with_text=False)
        return NewFile(whole, with_text=True)

    def issue(self, title: str, text: str) -> str:
        """The address of the form for a report."""
        return with_report(f"{self._root}/issues/new", title, text)


def forge(edit_address: str | None) -> Forge | None:
    """The forge that an `EDIT_ADDRESS` belongs to; none if it has the form of neither."""
    match = FOLDER_IN_FORGE.fullmatch((edit_address or "").rstrip("/"))
    return Forge(match["project"], match["branch"], match["folder"], bool(match["dash"])) if match else None


def with_report(address: str, title: str, text: str) -> str:
    """An address for reports with what is reported filled in, where it is one of e-mail, of GitLab or of GitHub."""
    parts = urlsplit(address)
    if parts.query:
        return address
    if parts.scheme == "mailto":
        return f"{address}?{urlencode({'subject': title, 'body': text}, quote_via=quote)}"
    if not parts.path.endswith("/issues/new"):
        return address
    names = ("issue[title]", "issue[description]") if "/-/" in parts.path else ("title", "body")
    return f"{address}?{urlencode(dict(zip(names, (title, text), strict=True)))}"
