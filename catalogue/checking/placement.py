"""That a file lies in the folder that its entry names."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.model.entries import Project
from catalogue.reading.content import Content
from catalogue.reading.entry_file import EntryFile
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import misspelling_of, shown


def project_folder(file: EntryFile, content: Content) -> Iterator[Flaw]:
    """A measure lies in the folder of its project, and its id starts with the project's."""
    known = content.ids.get(Project.kind, {})
    if file.folder not in known:
        meant = misspelling_of(file.folder, known)
        near = f"Meinten Sie „{meant}“?" if meant else "Legen Sie es an oder benennen Sie den Ordner um."
        message = f"Zum Ordner {shown(file.folder)} gibt es kein Modellprojekt. {near}"
        yield Flaw(1, 1, "unknown-project", message)
    elif not file.id.startswith(f"{file.folder}-"):
        message = f"Die Kennung muss mit „{file.folder}-“ beginnen, dem Ordner ihres Modellprojekts."
        yield Flaw(*file.position(("id",)), "id-without-project", message)


def grouping_folder(file: EntryFile) -> Iterator[Flaw]:
    """An entry lies in the folder that one of its fields names."""
    field = file.entry.grouped_by if file.entry else None
    if field and getattr(file.entry, field) != file.folder:
        message = (
            f"Die Datei liegt im Ordner {shown(file.folder)}, „{field}“ ist aber "
            f"{shown(getattr(file.entry, field))}. Verschieben Sie die Datei oder ändern Sie den Wert."
        )
        yield Flaw(*file.position((field,)), "folder-differs", message)
