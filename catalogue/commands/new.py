"""Make the file of a new entry: ask for what it needs, or take it from options, and check it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from catalogue.commands.options import Failure, content_option, require_content

if TYPE_CHECKING:
    from catalogue.model.entries import DocumentedEntry
    from catalogue.reading.content import Content

KINDS = ("measure", "solution", "knowledge", "municipality", "project")

FEW = 30
"""So many choices are shown; of more, only those like the answer."""


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--title", help="Titel oder Name. Daraus entsteht die Kennung.")
@click.option("--project", default="", help="Bei einer Maßnahme: Kennung des Modellprojekts.")
@click.option("--id", "entry_id", help="Eine andere Kennung als die aus dem Titel.")
@click.option(
    "--source",
    "sources",
    nargs=2,
    multiple=True,
    metavar="URL TITEL",
    help="Eine öffentliche Seite; mehrfach.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="SCHLÜSSEL=WERT",
    help="Eine weitere Angabe; mehrfach. Der Text heißt body.",
)
@click.option(
    "--template",
    "only_template",
    is_flag=True,
    help="Gib eine leere Vorlage mit Erklärungen aus; lege nichts an.",
)
@content_option
def new(
    kind: str,
    title: str | None,
    project: str,
    entry_id: str | None,
    sources: Sequence[tuple[str, str]],
    settings: Sequence[str],
    only_template: bool,
    content: Path,
) -> None:
    """Lege einen Eintrag an: measure, solution, knowledge, municipality oder project.

    In einem Terminal wird gefragt, was fehlt; sonst muss alles in den Optionen stehen. Die neue Datei wird geprüft; eine,
    die es schon gibt, wird nie überschrieben. Wer abbricht, hinterlässt nichts.

    \b
    catalogue new measure --project ulm --title "Rufbus Ulm" --set subtitle="Bus auf Bestellung" \\
        --set fields=Mobilität --set kinds=app --set status=betrieb --set status_date=2026-05 \\
        --source https://www.ulm.de/rufbus "Rufbus startet" --set body="Ein Bus fährt auf Bestellung …"
    """
    from catalogue.editing.new_entry import create, lacking, new_id, preset, refusals
    from catalogue.editing.template import template
    from catalogue.model.kinds import KINDS_BY_NAME
    from catalogue.reading.content import read_content

    require_content(content)
    model = KINDS_BY_NAME[kind].model
    read = read_content(content)
    if only_template:
        click.echo(template(model, read.terms), nl=False)
        return
    values = _given(read, model, title, sources, settings)
    asking = is_terminal()
    if model.placed_in:
        project = _project(read, project, asking)
    if asking:
        try:
            _ask(read, model, values)
        except click.Abort:
            raise Failure("Abgebrochen. Es wurde nichts angelegt.") from None
    if missing := lacking(model, values):
        raise click.UsageError(_how_to_give(model, missing))
    name = str(values[KINDS_BY_NAME[kind].title])
    values = {"id": entry_id or new_id(model, name, read, project), **preset(model), **values}
    if wrong := refusals(model, "id", values["id"], read) if entry_id else []:
        raise click.UsageError(f"--id: {' '.join(wrong)}")
    if not values["id"]:
        raise click.UsageError(f"Aus „{name}“ wird keine Kennung. Nennen Sie eine mit --id.")
    try:
        path = create(content, model, values, project)
    except FileExistsError as error:
        raise Failure(
            f"Die Datei „{error.filename}“ gibt es schon. Nennen Sie mit --id eine andere Kennung."
        ) from None
    click.echo(f"Angelegt: {path}")
    _tell_what_is_missing(content, path)


def is_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _given(
    content: Content,
    model: type[DocumentedEntry],
    title: str | None,
    sources: Sequence[tuple[str, str]],
    settings: Sequence[str],
) -> dict[str, Any]:
    """The values that the options tell; ends with exit status 2 at one that is wrong."""
    from catalogue.editing.new_entry import interpreted, refusals
    from catalogue.model.kinds import KINDS_BY_NAME
    from catalogue.model.shapes import shapes
    from catalogue.reading.validation_messages import suggestion

    values: dict[str, Any] = {}
    named = KINDS_BY_NAME[model.kind].title
    for setting in [*([f"{named}={title}"] if title else []), *settings]:
        name, _, answer = setting.partition("=")
        if name not in model.model_fields or not answer:
            otherwise = f"Welche es gibt, zeigt „catalogue new {model.kind} --template“."
            raise click.UsageError(
                f"--set {setting}: Schreiben Sie SCHLÜSSEL=WERT. {suggestion(name, model.model_fields, otherwise)}"
            )
        value = interpreted(content, shapes(model)[name], answer)
        values[name] = [*values.get(name, []), *value] if isinstance(value, list) else value
    if sources:
        values["sources"] = [{"url": url, "title": page} for url, page in sources]
    wrong = [
        f"{name}: {told}" for name, value in values.items() for told in refusals(model, name, value, content)
    ]
    if wrong:
        raise click.UsageError("\n".join(wrong))
    return values


def _project(content: Content, project: str, asking: bool) -> str:
    """The id of the project of a measure."""
    if not project and asking:
        return _choose("Modellprojekt", {one: p.name for one, p in content.projects.items()})
    if project not in content.projects:
        known = ", ".join(content.projects)
        raise click.UsageError(f"Nennen Sie mit --project das Modellprojekt. Möglich sind: {known}.")
    return project


def _ask(content: Content, model: type[DocumentedEntry], values: dict[str, Any]) -> None:
    """Ask for what the entry needs and no option tells, until each answer is right."""
    from catalogue.editing.new_entry import lacking
    from catalogue.model.entries import Municipality

    click.echo(
        "Was keine Quelle sagt, bleibt weg. Abbrechen mit Strg+C; dann entsteht keine Datei.\n", err=True
    )
    if model is Municipality and "ags" not in values:
        values |= _ask_place(content, values.get("name"))
    for name in lacking(model, values):
        if name == "sources":
            values[name] = _ask_sources(content, model)
        else:
            values[name] = _ask_value(content, model, name)


def _ask_value(content: Content, model: type[DocumentedEntry], name: str) -> Any:
    from catalogue.editing.new_entry import choices, interpreted, refusals
    from catalogue.model.shapes import shapes

    field, shape = model.model_fields[name], shapes(model)[name]
    words = f"{field.description}" + (" (ja oder nein)" if shape.value_type is bool else "")
    known = choices(content, shape)
    if known and not shape.many:
        return _choose(words, known)
    _show(known if len(known) <= FEW else {})
    while True:
        answer = click.prompt(words + (", durch Kommas getrennt" if known else ""), type=str, err=True)
        value = interpreted(content, shape, answer)
        if not (wrong := refusals(model, name, value, content)):
            return value
        click.echo("\n".join(wrong), err=True)


def _choose(words: str, known: dict[str, str]) -> str:
    """One of the choices, by its number, its id or its name."""
    from catalogue.editing.new_entry import like

    shown = known if len(known) <= FEW else {}
    while True:
        _show(shown)
        answer = click.prompt(words + (" (Nummer oder Name)" if shown else ""), type=str, err=True).strip()
        if answer.isdecimal() and 0 < int(answer) <= len(shown):
            return [*shown][int(answer) - 1]
        same = [one for one, name in known.items() if answer.casefold() in (one, name.casefold())]
        if same:
            return same[0]
        shown = like(answer, known)
        click.echo(f"„{answer}“ steht nicht zur Wahl." + (" Meinten Sie:" if shown else ""), err=True)


def _show(known: dict[str, str]) -> None:
    for n, (one, name) in enumerate(known.items(), start=1):
        click.echo(f"{n:4} {name} ({one})", err=True)


def _ask_place(content: Content, name: str | None) -> dict[str, Any]:
    """What the register knows of a place; nothing for one that it does not have."""
    from catalogue.editing.new_entry import facts_of_place, places_called

    while True:
        name = name or click.prompt("Name der Kommune oder des Kreises", type=str, err=True)
        found = places_called(content, name)
        for n, place in enumerate(found, start=1):
            where = ", ".join(filter(None, (place.addition, place.district, place.state, place.key)))
            click.echo(f"{n:4} {place.name} ({where})", err=True)
        click.echo("   0 keine davon: Gemeindeverband oder Region, die das Register nicht hat", err=True)
        answer = click.prompt(
            "Welche? (Nummer, oder ein anderer Name)", type=str, default="1" if found else "0", err=True
        ).strip()
        if answer == "0":
            return {"name": name}
        if answer.isdecimal() and int(answer) <= len(found):
            return facts_of_place(found[int(answer) - 1])
        name = answer


def _ask_sources(content: Content, model: type[DocumentedEntry]) -> list[dict[str, str]]:
    from catalogue.editing.new_entry import refusals

    found: list[dict[str, str]] = []
    while True:
        words = (
            "Adresse der öffentlichen Seite, auf der das steht"
            if not found
            else "Weitere Adresse (leer: keine)"
        )
        url = click.prompt(
            words, type=str, default=None if not found else "", show_default=False, err=True
        ).strip()
        if not url:
            return found
        source = {"url": url, "title": click.prompt("Titel dieser Seite", type=str, err=True).strip()}
        if wrong := refusals(model, "sources", [*found, source], content):
            click.echo("\n".join(wrong), err=True)
        else:
            found.append(source)


def _how_to_give(model: type[DocumentedEntry], missing: Sequence[str]) -> str:
    """What lacks, and with which option each is told."""
    from catalogue.model.kinds import KINDS_BY_NAME

    lines = []
    for name in missing:
        option = {KINDS_BY_NAME[model.kind].title: "--title …", "sources": "--source URL TITEL"}.get(
            name, f"--set {name}=…"
        )
        lines.append(f"  {option}  ({model.model_fields[name].description})")
    return "Es fehlt:\n" + "\n".join(lines)


def _tell_what_is_missing(content: Path, path: Path) -> None:
    """Check the whole content, print what is said of the new file, and what to do next."""
    from catalogue.checking import check
    from catalogue.reading.content import read_content
    from catalogue.reading.problems import as_text, errors

    found = [problem for problem in check(read_content(content)) if Path(problem.path) == path]
    if found:
        click.echo(as_text(found))
    if errors(found):
        click.echo("Berichtigen Sie die Fehler in der Datei.", err=True)
    click.echo(
        "Ergänzen Sie in der Datei, was Quellen noch sagen (alle Schlüssel: content/README.md). Danach:\n"
        f"  catalogue check {path}\n  catalogue serve --watch",
        err=True,
    )
