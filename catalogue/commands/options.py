"""What commands share: options, and what ends them with a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from catalogue.model.numerus import counted
from catalogue.reading.system_reasons import named_reason

if TYPE_CHECKING:
    from catalogue.editing.file_changes import FileChanges
    from catalogue.edition import Edition
    from catalogue.reading.content import Content


CONTENT = Path("content")


OUTPUT = Path("build")


SITE_EXAMPLE = "https://example.org/katalog"


MEND = "Bauen Sie sie neu (catalogue build) oder holen Sie die Dateien aus einer Sicherung."
"""What to do with an edition that is damaged."""


NO_MINISIGN = "Unterschriften brauchen das Programm minisign. Installieren Sie es (apt install minisign)."


content_option = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=CONTENT,
    show_default=True,
    help="Ordner mit den Einträgen.",
)


output_option = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=OUTPUT,
    show_default=True,
    help="Ordner für die Ausgaben.",
)


list_form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="Form.",
)


edition_option = click.option(
    "--edition",
    type=click.Path(path_type=Path),
    default=OUTPUT,
    show_default=True,
    help="Ausgabe oder Ordner der Ausgaben.",
)


trust_option = click.option(
    "--trust",
    metavar="SCHLÜSSEL",
    default="",
    envvar="CATALOGUE_TRUST",
    help="Nur Ausgaben, die mit diesem öffentlichen Schlüssel von minisign unterschrieben sind: Datei oder Zeile. "
    "Auch als Umgebungsvariable CATALOGUE_TRUST.",
)


kind_option = click.option(
    "--kind", help="Art des Eintrags, zum Beispiel measure, wenn mehrere die Kennung haben."
)


dry_run_option = click.option("--dry-run", is_flag=True, help="Zeige nur, was geändert würde.")


class Failure(click.ClickException):
    """What went wrong and what to do, in German; ends with exit status 1."""


def require_content(content: Path) -> None:
    """End with exit status 2 if there is no content folder."""
    if not content.is_dir():
        raise click.UsageError(
            f"Den Ordner „{content}“ gibt es nicht. Rufen Sie catalogue im Ordner des Projekts auf oder nennen Sie --content."
        )


class ContentPath(click.Path):
    """A path as people type it; one with the backslashes of Windows is read with slashes, where only that exists."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path."""
        typed, slashed = Path(value), Path(str(value).replace("\\", "/"))
        return slashed if slashed.exists() and not typed.exists() else typed


paths_argument = click.argument("paths", nargs=-1, type=ContentPath())


def require_inside(content: Path, paths: Iterable[Path]) -> None:
    """End with exit status 2 if there is no content folder, or if a path does not exist or lies outside it."""
    require_content(content)
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"Den Pfad „{path}“ gibt es nicht.")
        if not path.resolve().is_relative_to(content.resolve()):
            raise click.UsageError(f"Der Pfad „{path}“ liegt nicht im Ordner „{content}“ (siehe --content).")


def lies_in(path: Path, paths: Collection[Path]) -> bool:
    """Whether a path is one of those asked for, or lies below one; without any, all are asked for."""
    return not paths or any(path.resolve().is_relative_to(one.resolve()) for one in paths)


def require_apart(content: Path, output: Path) -> None:
    """End with exit status 2 if editions would be written among the entries."""
    if output.resolve().is_relative_to(content.resolve()):
        raise click.UsageError(
            f"Der Ordner für die Ausgaben „{output}“ liegt im Ordner der Einträge „{content}“. Nennen Sie mit --output einen anderen."
        )


def require_edition(path: Path, trusted_key: str = "") -> Edition:
    """The edition at a path, as it was built; without one, an error that says how to make it."""
    from catalogue.edition import EditionMissing, open_edition
    from catalogue.edition.proving import prove

    with told_failures():
        try:
            edition = open_edition(path)
        except EditionMissing as missing:
            if type(missing) is not EditionMissing:
                raise
            raise Failure(f"In „{path}“ ist keine Ausgabe. Bauen Sie eine mit: catalogue build") from None
        prove(edition, trusted_key)
    return edition


@contextmanager
def told_failures() -> Iterator[None]:
    """Tell what may go wrong with editions in a sentence, and end with exit status 1."""
    from catalogue.edition import EditionDamaged
    from catalogue.edition.signature import CannotSign, MinisignMissing

    try:
        yield
    except EditionDamaged as damaged:
        raise Failure(f"{damaged.name} ist beschädigt: {damaged.told}. {MEND}") from None
    except MinisignMissing:
        raise Failure(NO_MINISIGN) from None
    except CannotSign as cannot:
        raise Failure(f"Die Ausgabe lässt sich nicht unterschreiben: {cannot}") from None
    except OSError as error:
        raise Failure(f"Die Ausgabe lässt sich nicht lesen oder schreiben: {named_reason(error)}") from None


def apply_changes(content: Path, plan: Callable[[Content], FileChanges], dry_run: bool) -> None:
    """Change the files of the content as planned, and print what was changed; with a reason not to, end with exit status 1."""
    from catalogue.editing.file_changes import NotChanged, write
    from catalogue.editing.renaming import checked, require_clean
    from catalogue.reading.content import read_content

    require_content(content)
    read = read_content(content)
    try:
        require_clean(read)
        changes = plan(read)
        after = checked(read, changes)
        if not dry_run:
            write(content, after)
    except NotChanged as why:
        raise Failure(f"Nichts geändert: {why}") from None
    for line in changes.lines():
        click.echo(f"{content}/{line}")
    for question in changes.undecided:
        click.echo(question)
    files, places = len(changes.touched), len(changes.splices)
    would = "zu ändern" if dry_run else "geändert"
    click.echo(
        f"{counted(files, 'Datei', 'Dateien')}, {counted(places, 'Stelle', 'Stellen')} {would}.", err=True
    )
