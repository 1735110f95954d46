"""Parts of a line of Markdown that do not become what they look like: links, notes, bold and struck text, stars in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from catalogue.model.web_addresses import fault
from catalogue.reading.placeholders import IN_PROSE
from catalogue.reading.validation_messages import refused_address

NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
LINK = re.compile(
    r"\]\([ \t]*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)|^[ ]{0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*<?([^\s<>]*)",
    re.MULTILINE,
)
OPEN_LINK = re.compile(
    r"\]\([ \t]*(?P<at>(?:https?:|www\.|/)[^()\n]*+(?:\([^()\n]*\)[^()\n]*+)*+)$", re.MULTILINE
)
APART = re.compile(r"\[[^\[\]\n]+\][ \t]+\((?=https?:|www\.|/\w)")
SWAPPED = re.compile(r"\([^()\n]+\)\[(?=https?:|www\.)")
BARE = re.compile(
    r"(?<!\]\()(?<!\]: )(?<![<\[/=\w.@%-])(?P<address>(?:https?://|www\.)[\w-]+\.[^\s()<>\[\]]*[^\s()<>\[\].,;:!?])"
)
CHECKBOX = re.compile(r"^[ \t]*(?:[-*+]|\d+\.)[ \t]+(?P<at>\[[ xX]\])(?=\s)", re.MULTILINE)
STRUCK = re.compile(r"~~(?=\S)[^~\n]+~~")
BOLD = re.compile(r"(?<!\\)\*\*(?!\*)")
STAR_IN_WORD = re.compile(r"(?<=[^\W_])(?<!\*)\*(?=[^\W_])")
STAR = re.compile(r"(?<![\\*])\*(?![*\s])|(?<![\\*\s])\*(?!\*)")
PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")


class Finding(NamedTuple):
    """Code and message of what is wrong, and the offset in the prose."""

    code: str
    message: str
    offset: int


def misread_spans(markdown: str) -> Iterator[Finding]:
    """Every part of the prose that the page would show otherwise than it is meant."""
    for match in NOTE.finditer(markdown) if "[^" in markdown else ():
        message = "Fußnoten gibt es hier nicht. Schreiben Sie den Satz in Klammern oder nennen Sie die Quelle unter „sources“."
        yield Finding("footnote", message, match.start())
    yield from _links(markdown)
    for match in CHECKBOX.finditer(markdown) if "[" in markdown else ():
        message = "Kästchen zum Abhaken gibt es hier nicht. Löschen Sie die eckigen Klammern."
        yield Finding("checkbox", message, match.start("at"))
    for match in STRUCK.finditer(markdown) if "~~" in markdown else ():
        yield Finding(
            "struck", "Durchgestrichenes gibt es hier nicht. Löschen Sie die Stelle.", match.start()
        )
    if "*" in markdown:
        yield from _stars(markdown)
    for match in IN_PROSE.finditer(markdown):
        message = "Hier steht ein Platzhalter. Schreiben Sie den Text oder löschen Sie die Stelle."
        yield Finding("placeholder", message, match.start())


def link_targets(markdown: str) -> Iterator[tuple[int, str]]:
    """Offset and address of every link, those of references included."""
    for match in LINK.finditer(markdown) if "](" in markdown or "]:" in markdown else ():
        group = 1 if match[2] is None else 2
        yield match.start(group), match[group]


def _links(markdown: str) -> Iterator[Finding]:
    for offset, target in link_targets(markdown):
        if message := _link(target):
            yield Finding("wrong-link", message, offset)
    for match in OPEN_LINK.finditer(markdown) if "](" in markdown else ():
        message = (
            "Die runde Klammer um diese Adresse ist nicht geschlossen. Setzen Sie „)“ ans Ende der Adresse."
        )
        yield Finding("link-open", message, match.start("at"))
    for match in APART.finditer(markdown) if "[" in markdown else ():
        message = "Zwischen Text und Adresse steht ein Leerzeichen, so wird kein Verweis daraus. Löschen Sie das Leerzeichen."
        yield Finding("link-blank", message, match.start())
    for match in SWAPPED.finditer(markdown) if ")[" in markdown else ():
        message = "Die Klammern sind vertauscht. Schreiben Sie den Text in eckigen, die Adresse in runden: [Bus](https://…)."
        yield Finding("link-swapped", message, match.start())
    for match in BARE.finditer(markdown):
        if markdown[: match.start()].endswith("(") and APART.search(
            markdown, markdown.rfind("\n", 0, match.start()) + 1
        ):
            continue
        message = f"Aus einer bloßen Adresse wird kein Verweis. Schreiben Sie [Text]({match['address']})."
        yield Finding("bare-address", message, match.start())


def _link(target: str) -> str:
    """What is wrong with the target of a link that is no danger; nothing of those that `prose` judges."""
    if re.match(r"https?:", target, re.IGNORECASE):
        wrong = fault(target)
        return refused_address(target, wrong.why, wrong.better) if wrong else ""
    if target.startswith("/") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target) or "&" in target:
        return ""
    wrong = fault(target)
    if wrong and wrong.better:
        return refused_address(target, wrong.why, wrong.better)
    return (
        "Dieser Verweis führt ins Leere. Schreiben Sie die ganze Adresse mit https:// "
        "oder den Pfad im Katalog, zum Beispiel /massnahmen/zwoenitz-erzmobil."
    )


def _stars(markdown: str) -> Iterator[Finding]:
    """Bold text that is not closed, and stars in words, of which two make the words between them italic."""
    for paragraph in PARAGRAPH.finditer(markdown):
        text, start = paragraph.group(), paragraph.start()
        bold = [match.start() for match in BOLD.finditer(text)]
        if len(bold) % 2:
            message = "Zu diesem „**“ fehlt das zweite. Setzen Sie „**“ auch an das andere Ende, oder löschen Sie es."
            yield Finding("unclosed-mark", message, start + bold[-1])
        in_word = STAR_IN_WORD.search(text)
        if in_word and len(STAR.findall(text)) > 1:
            message = "Zwei Sterne in Wörtern machen den Text dazwischen kursiv. Schreiben Sie „\\*“, oder beide Formen aus."
            yield Finding("star-in-word", message, start + in_word.start())
