"""The command line. Each command only reads its arguments, calls the library, and prints."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from catalogue.reading.problems import FORMATS, Problem, errors

if TYPE_CHECKING:
    from catalogue.edition import Edition, Progress
    from catalogue.queries.data_quality import CitedFacts, Share
    from search import Evaluation

CONTENT = Path("content")
OUTPUT = Path("build")

SITE_EXAMPLE = "https://example.org/katalog"

REFRESH_SECONDS = 0.1
"""How often a progress bar is drawn."""

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


class Failure(click.ClickException):
    """What went wrong and what to do, in German; ends with exit status 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message without click's English prefix."""
        click.echo(f"Fehler: {self.format_message()}", file=file or sys.stderr)


class Catalogue(click.Group):
    """The commands, whose output may go anywhere: onto a full disk, or to where not every letter can be written."""

    def main(self, *args: Any, **named: Any) -> Any:
        """Run a command; end with exit status 1 and one sentence if what it prints cannot be written."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        try:
            try:
                return super().main(*args, **named)
            finally:
                sys.stdout.flush()
        except OSError as error:
            if error.filename is not None:  # of a file, not of the output
                raise
            os.dup2(
                os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
            )  # nothing is left to be written at the end
            if error.errno != errno.EPIPE:  # whoever closes a pipe knows
                click.echo(
                    f"Fehler: Die Ausgabe des Befehls lässt sich nicht schreiben: {error.strerror}.", err=True
                )
            sys.exit(1)


@click.group(cls=Catalogue, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="smart-city-katalog", prog_name="catalogue")
def main() -> None:
    """Der Smart-City-Katalog: Einträge prüfen, Ausgaben bauen, durchsuchen und anbieten."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@content_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="Form der Ausgabe.",
)
def check(paths: tuple[Path, ...], content: Path, form: str) -> None:
    """Prüfe alle Einträge; melde die Funde in PATHS (Dateien oder Ordner), ohne PATHS alle.

    Endet mit 0 ohne Fehler in PATHS, mit 1 bei Fehlern, mit 2 bei falschem Aufruf. Fehler außerhalb von PATHS, etwa
    nach dem Umbenennen eines Eintrags, werden gezählt und ihre Dateien genannt.
    """
    from catalogue.checking import check as check_content
    from catalogue.reading.content import read_content

    require_content(content)
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"Den Pfad „{path}“ gibt es nicht.")
        if not path.resolve().is_relative_to(content.resolve()):
            raise click.UsageError(f"Der Pfad „{path}“ liegt nicht im Ordner „{content}“ (siehe --content).")
    read = read_content(content)
    found = check_content(read)
    problems = [p for p in found if not paths or _below(p, paths)]
    text = FORMATS[form](problems)
    if text:
        click.echo(text)
    if form == "text":
        click.echo(summary(problems, len(read.paths)), err=True)
    if elsewhere := errors(p for p in found if p not in problems):
        click.echo(outside(elsewhere), err=True)
    sys.exit(1 if errors(problems) else 0)


def _below(problem: Problem, paths: tuple[Path, ...]) -> bool:
    return any(Path(problem.path).resolve().is_relative_to(path.resolve()) for path in paths)


def summary(problems: list[Problem], files: int) -> str:
    """The closing line of a check."""
    wrong = len(errors(problems))
    return f"{files} Dateien geprüft: {wrong} Fehler, {len(problems) - wrong} Warnungen."


MOST_FILES_NAMED = 10


def outside(elsewhere: list[Problem]) -> str:
    """The line that tells errors that lie outside the paths asked for, such as references to an id that is gone."""
    files = [*dict.fromkeys(problem.path for problem in elsewhere)]
    more = f" und {len(files) - MOST_FILES_NAMED} weiteren" if len(files) > MOST_FILES_NAMED else ""
    return (
        f"Außerhalb der genannten Pfade: {len(elsewhere)} Fehler in {', '.join(files[:MOST_FILES_NAMED])}{more}. "
        "Ohne Pfad werden auch sie gezeigt."
    )


def require_content(content: Path) -> None:
    """End with exit status 2 if there is no content folder."""
    if not content.is_dir():
        raise click.UsageError(
            f"Den Ordner „{content}“ gibt es nicht. Rufen Sie catalogue im Ordner des Projekts auf oder nennen Sie --content."
        )


def require_apart(content: Path, output: Path) -> None:
    """End with exit status 2 if editions would be written among the entries."""
    if output.resolve().is_relative_to(content.resolve()):
        raise click.UsageError(
            f"Der Ordner für die Ausgaben „{output}“ liegt im Ordner der Einträge „{content}“. Nennen Sie mit --output einen anderen."
        )


@main.command()
@click.argument("kind", required=False)
@content_option
@click.option(
    "--output", type=click.Path(path_type=Path), help="Ordner, in den je Art eine Datei geschrieben wird."
)
def schema(kind: str | None, content: Path, output: Path | None) -> None:
    """Schreibe das JSON-Schema der Einträge, für die Hilfe in Editoren. KIND ist zum Beispiel measure."""
    from catalogue.model.schema import MODELS, json_schema
    from catalogue.reading.content import read_content

    if kind is not None and kind not in MODELS:
        raise click.UsageError(f"Die Art „{kind}“ gibt es nicht. Möglich sind: {', '.join(MODELS)}.")
    if kind is None and output is None:
        raise click.UsageError(
            f"Nennen Sie eine Art ({', '.join(MODELS)}) oder mit --output einen Ordner für alle."
        )
    read = read_content(content) if content.is_dir() else None
    for name in [kind] if kind else MODELS:
        text = (
            json.dumps(json_schema(name, read.terms if read else None), ensure_ascii=False, indent=2) + "\n"
        )
        if output is None:
            click.echo(text, nl=False)
        else:
            output.mkdir(parents=True, exist_ok=True)
            (output / f"{name}.schema.json").write_text(text, "utf-8")
            click.echo(f"{output / name}.schema.json")


@main.command()
@content_option
@output_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=min(os.cpu_count() or 1, 2),
    show_default=True,
    help="Prozesse nebeneinander.",
)
def build(content: Path, output: Path, jobs: int) -> None:
    """Prüfe die Einträge und baue daraus eine Ausgabe mit Datenbank und Suchindex."""
    run_build(content, output, jobs)


def run_build(content: Path, output: Path, jobs: int) -> None:
    """Build, and print what was built; with errors in the content print them and exit with 1."""
    from catalogue.edition import ContentFaulty
    from catalogue.edition import build as build_edition

    require_content(content)
    require_apart(content, output)
    try:
        with progress() as report:
            built = build_edition(content, output, jobs, report)
    except ContentFaulty as fault:
        click.echo(FORMATS["text"](fault.problems), err=True)
        wrong = len(errors(fault.problems))
        click.echo(f"{wrong} Fehler: nichts gebaut, die bisherige Ausgabe bleibt unverändert.", err=True)
        sys.exit(1)
    except OSError as error:
        raise Failure(f"Die Ausgabe lässt sich nicht schreiben: {error}") from None
    except KeyboardInterrupt:
        click.echo("Abgebrochen: Die bisherige Ausgabe bleibt unverändert.", err=True)
        sys.exit(130)
    if built.warnings:
        click.echo(FORMATS["text"](built.warnings), err=True)
    counts = built.edition.manifest["counts"]
    click.echo(
        f"{counts.get('project', 0)} Modellprojekte, {counts.get('measure', 0)} Maßnahmen, "
        f"{counts.get('solution', 0)} Lösungen, {counts.get('knowledge', 0)} Wissenseinträge, "
        f"{counts.get('municipality', 0)} Kommunen; 0 Fehler, {len(built.warnings)} Warnungen"
    )
    if not built.history:
        click.echo(
            "Ohne Versionsgeschichte, weil git fehlt, dies kein Git-Verzeichnis oder nur ein flacher Klon ist: Wann sich Einträge "
            "änderten, ist unbekannt; /neues zeigt, wann sie erfasst oder geprüft wurden."
        )
    state = "gebaut" if built.fresh else "war schon gebaut"
    click.echo(f"Ausgabe {built.edition.id} {state} in {built.seconds:.1f} s: {built.edition.folder}")


@contextmanager
def progress() -> Iterator[Progress]:
    """Show how far a build is: bars in a terminal, one line a stage in a pipe. No threads, as a build forks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines()
        return
    columns = (TextColumn("{task.description:12}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bars:
        tasks: dict[str, TaskID] = {}
        shown = 0.0

        def report(stage: str, done: int, total: int) -> None:
            nonlocal shown
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done)
            if done == total or time.monotonic() - shown > REFRESH_SECONDS:
                bars.refresh()
                shown = time.monotonic()

        yield report


def _lines() -> Progress:
    def report(stage: str, done: int, total: int) -> None:
        if done == total:
            click.echo(f"{stage}: {total}", err=True)

    return report


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse, unter der angeboten wird.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port.")
@click.option(
    "--edition", type=click.Path(path_type=Path), help="Eine bestimmte Ausgabe statt der aktuellen."
)
@content_option
@output_option
@click.option("--watch", is_flag=True, help="Baue neu, sobald sich ein Eintrag ändert.")
def serve(host: str, port: int, edition: Path | None, content: Path, output: Path, watch: bool) -> None:
    """Biete die aktuelle Ausgabe im Browser an; gibt es keine, wird sie zuerst gebaut."""
    from catalogue.edition import EditionMissing, open_edition
    from catalogue.server import serve as serve_edition
    from catalogue.web import WrongSetting

    if watch and edition:
        raise click.UsageError("Mit --watch wird die aktuelle Ausgabe angeboten; lassen Sie --edition weg.")
    if edition is None:
        try:
            open_edition(output)
        except EditionMissing:
            if not content.is_dir():
                raise click.UsageError(
                    f"In „{output}“ ist noch keine Ausgabe, und ohne den Ordner „{content}“ lässt sich keine bauen. "
                    "Nennen Sie mit --content die Einträge oder mit --edition eine fertige Ausgabe."
                ) from None
            click.echo("Es gibt noch keine Ausgabe; sie wird jetzt gebaut.", err=True)
            run_build(content, output, jobs=1)
    else:
        require_edition(edition)
    if watch:
        from catalogue.watching import watch as watch_content

        require_content(content)
        require_apart(content, output)
        watch_content(content, output, lambda text: click.echo(text, err=True))
    address = f"[{host}]" if ":" in host else host
    try:
        serve_edition(
            edition or output,
            host,
            port,
            lambda: click.echo(f"Der Katalog steht unter http://{address}:{port}/ (Ende mit Strg+C)"),
        )
    except WrongSetting as wrong:
        raise Failure(
            f"Die Einstellung CATALOGUE_{wrong.name} „{wrong.value}“ ist keine Adresse. "
            f"Schreiben Sie zum Beispiel {SITE_EXAMPLE}."
        ) from None
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        why = "der Port ist schon belegt" if taken else str(error)
        raise Failure(
            f"Unter {address}:{port} lässt sich nichts anbieten: {why}. "
            "Wählen Sie mit --port einen anderen Port (make serve PORT=8080) oder mit --host eine andere Adresse."
        ) from None


def require_edition(path: Path) -> Edition:
    """The edition at a path; without one, an error that says how to make it."""
    from catalogue.edition import EditionMissing, open_edition

    try:
        return open_edition(path)
    except EditionMissing:
        raise Failure(f"In „{path}“ ist keine Ausgabe. Bauen Sie eine mit: catalogue build") from None


edition_option = click.option(
    "--edition",
    type=click.Path(path_type=Path),
    default=OUTPUT,
    show_default=True,
    help="Ausgabe oder Ordner der Ausgaben.",
)


@main.command()
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="Zahl der Treffer."
)
@click.option("--json", "as_json", is_flag=True, help="Gib JSON aus.")
@click.option("--explain", is_flag=True, help="Zeige, welche Wörter wo gefunden wurden.")
@click.option("--distant", is_flag=True, help="Zeige auch, was nur entfernter verwandt ist.")
@edition_option
def search(
    query: tuple[str, ...], limit: int, as_json: bool, explain: bool, distant: bool, edition: Path
) -> None:
    """Suche in der aktuellen Ausgabe, wie die Webseite es tut."""
    from dataclasses import asdict

    import search as finding

    engine = finding.open_index(require_edition(edition).index)
    answer = engine.search(" ".join(query), page_size=limit, explain=explain, distant=distant)
    if as_json:
        click.echo(json.dumps(asdict(answer), ensure_ascii=False, indent=1))
        return
    click.echo(f"{answer.total} Treffer" if answer.total != 1 else "Ein Treffer")
    if answer.did_you_mean:
        click.echo(f"Meinten Sie: {answer.did_you_mean}")
    for word in answer.not_found:
        click.echo(f"Zu „{word}“ gibt es keinen Eintrag.")
    for place in answer.places_without_entry:
        near = ", ".join(f"{name} ({distance} km)" for name, distance in place.nearest)
        click.echo(
            f"{place.name} ({place.district or 'kreisfrei'}, {place.state}); in der Nähe: {near or 'unbekannt'}"
        )
    if answer.says_nothing:
        click.echo("Das sind nur Füllwörter. Nennen Sie, worum es geht, zum Beispiel: Bus auf dem Dorf")
    for number, hit in enumerate(answer.hits, start=1):
        if hit.is_distant and number == answer.best + 1:
            click.echo(f"Entfernter verwandt ({answer.distant}):")
        click.echo(f"{number:3}. {finding.plain_text(hit.title)} – {finding.plain_text(hit.one_liner)}")
        click.echo(f"     {hit.id}")
        for match in hit.explanation:
            click.echo(f"       „{match.query}“ → „{match.word}“ in {match.field} ({match.how})")
    if answer.distant and answer.total == answer.best:
        others = (
            "ein entfernter verwandter" if answer.distant == 1 else f"{answer.distant} entfernter verwandte"
        )
        click.echo(f"Dazu {others} (mit --distant)")


@main.command()
@click.argument("judgments", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Gib JSON aus.")
@click.option(
    "--kinds",
    "of_all_kinds",
    is_flag=True,
    help="Miss die Anfragen, die über alle Arten von Einträgen beurteilt sind.",
)
@edition_option
def evaluate(judgments: Path, as_json: bool, of_all_kinds: bool, edition: Path) -> None:
    """Miss die Suche an beurteilten Anfragen: nDCG@10, MRR@10, Recall@20 und die Wartezeit."""
    from dataclasses import asdict

    import search as finding
    from catalogue.judgments import JudgmentsFaulty, read_judgments

    try:
        judged = read_judgments(judgments, of_all_kinds=of_all_kinds)
    except JudgmentsFaulty as error:
        raise Failure(f"{judgments}: {error}") from None
    engine = finding.open_index(require_edition(edition).index)

    filters = {} if of_all_kinds else {"typ": ["measure"]}

    def found(query: str) -> list[str]:
        """The first 20 entries of the kinds that were judged."""
        return [hit.id for hit in engine.search(query, filters).hits]

    result = finding.evaluate(found, judged)
    click.echo(json.dumps(asdict(result), ensure_ascii=False, indent=1) if as_json else table(result))


def table(result: Evaluation) -> str:
    """The figures of an evaluation, a line a class of query."""
    lines = [
        f"{'Klasse':10} {'Anfragen':>8} {'nDCG@10':>8} {'MRR@10':>8} {'Recall@20':>9} {'ohne Treffer':>12}"
    ]
    for kind, quality in {**result.by_kind, "gesamt": result.total}.items():
        lines.append(
            f"{kind:10} {quality.queries:8} {quality.ndcg_at_10:8.3f} {quality.mrr_at_10:8.3f} "
            f"{quality.recall_at_20:9.3f} {quality.without_hit:12.1%}"
        )
    lines.append(f"Wartezeit: Hälfte der Anfragen in {result.p50_ms:.1f} ms, 95 % in {result.p95_ms:.1f} ms")
    return "\n".join(lines)


class Export(click.Command):
    """A command whose help ends with the forms of export."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each form gives."""
        from catalogue.exports.whole_edition import FORMS

        with formatter.section("Formen"):
            formatter.write_dl([(name, form.about.de) for name, form in FORMS.items()])
        choosing = ", ".join(name for name, form in FORMS.items() if form.can_choose)
        formatter.write_paragraph()
        formatter.write_text(f"Mit --id gibt es nur einige Maßnahmen: {choosing}.")


@main.command(cls=Export)
@click.argument("form")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="Datei oder, bei einer Form aus mehreren Dateien, Ordner, in den geschrieben wird.",
)
@click.option("--id", "ids", multiple=True, help="Nur diese Maßnahme (mehrfach möglich).")
@edition_option
def export(form: str, output: Path, ids: tuple[str, ...], edition: Path) -> None:
    """Schreibe die Einträge der aktuellen Ausgabe in einer der unten genannten Formen."""
    from catalogue.exports.whole_edition import FORMS, UnknownMeasure, files_of

    if form not in FORMS:
        raise click.UsageError(f"Die Form „{form}“ gibt es nicht. Möglich sind: {', '.join(FORMS)}.")
    if ids and not FORMS[form].can_choose:
        raise click.UsageError(f"Die Form „{form}“ enthält immer alles; lassen Sie --id weg.")
    opened = require_edition(edition)
    try:
        written = files_of(opened, form, list(ids))
    except UnknownMeasure as unknown:
        raise click.UsageError(f"Die Maßnahme „{unknown.measure_id}“ gibt es in der Ausgabe nicht.") from None
    try:
        for name, data in written.items():
            target = output / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"Nach „{output}“ lässt sich nicht schreiben: {error}") from None
    click.echo(f"Ausgabe {opened.id} geschrieben: {output}")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Gib JSON aus.")
@edition_option
def stats(as_json: bool, edition: Path) -> None:
    """Zähle, wie vollständig und wie frisch die Einträge sind: was über Nachnutzung entscheidet, und Quellen an Angaben."""
    from dataclasses import asdict

    from catalogue.queries import data_quality
    from catalogue.queries.connection import connect

    db = connect(require_edition(edition).database)
    entries, features = data_quality.entries(db), data_quality.completeness(db)
    facts = data_quality.cited_facts(db)
    if as_json:
        told = {
            "entries": entries,
            "completeness": {
                feature: {kind: share.count for kind, share in of_kinds.items()}
                for feature, of_kinds in features.items()
            },
            "cited_facts": [asdict(fact) for fact in facts],
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    click.echo(quality_table(entries, features))
    click.echo()
    click.echo(cited_table(facts))


def quality_table(entries: dict[str, int], features: dict[str, dict[str, Share]]) -> str:
    """How many entries of each kind say what, a line a feature."""
    from catalogue.facts.data_quality import FEATURES
    from catalogue.model.kinds import KINDS_BY_NAME

    names = [KINDS_BY_NAME[kind].plural.de for kind in entries]
    lines = [" " * 26 + "".join(f"{name:>18}" for name in names)]
    lines.append(f"{'Einträge':26}" + "".join(f"{count:18}" for count in entries.values()))
    for feature, of_kinds in features.items():
        cells = [
            f"{of_kinds[kind].count} ({of_kinds[kind].percent:.0f} %)" if kind in of_kinds else "–"
            for kind in entries
        ]
        lines.append(f"{FEATURES[feature].de:26}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join(lines)


def cited_table(facts: list[CitedFacts]) -> str:
    """Of how many facts the source is known, a line a sort of fact."""
    from catalogue.facts.data_quality import FACTS

    lines = [f"{'Angaben':26}{'gesamt':>18}{'Quelle genannt':>18}{'erschlossen':>18}{'zusammen':>18}"]
    for one in facts:
        share = f"{one.known.count} ({one.known.percent:.0f} %)"
        lines.append(f"{FACTS[one.fact].de:26}{one.facts:18}{one.named:18}{one.derived:18}{share:>18}")
    return "\n".join(lines)


@main.command()
@click.option("--since", required=True, metavar="TAG", help="Erster Tag, zum Beispiel 2026-11-01.")
@click.option(
    "--format", "form", type=click.Choice(["text", "html"]), default="text", show_default=True, help="Form."
)
@click.option(
    "--address",
    envvar="CATALOGUE_SITE_ADDRESS",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Adresse des Katalogs für die Verweise (sonst CATALOGUE_SITE_ADDRESS).",
)
@edition_option
def digest(since: str, form: str, address: str, edition: Path) -> None:
    """Schreibe einen Rundbrief über neue und geänderte Einträge seit einem Tag.

    Die Angaben kommen aus der Geschichte der Inhalte (git), die in die Ausgabe eingebaut ist.
    """
    from catalogue.exports import digest as letters
    from catalogue.model.site_address import is_site_address
    from catalogue.queries.connection import connect

    try:
        day = date.fromisoformat(since).isoformat()
    except ValueError:
        message = f"„{since}“ ist kein Tag. Schreiben Sie Jahr, Monat und Tag, zum Beispiel 2026-11-01."
        raise click.BadParameter(message, param_hint="--since") from None
    if not is_site_address(address):
        message = f"„{address}“ ist keine Adresse. Schreiben Sie zum Beispiel {SITE_EXAMPLE}."
        raise click.BadParameter(message, param_hint="--address")
    db = connect(require_edition(edition).database)
    letter = letters.digest(db, day, address)
    click.echo(letters.as_html(letter) if form == "html" else letters.as_text(letter), nl=False)
