"""What one entry alone must fulfil beyond the types of its values: dates that agree, reasons, no page named twice.

The rules look at plain values, so that they speak also when another value of the entry is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.model.entries import (
    DocumentedEntry,
    Entry,
    Goal,
    Knowledge,
    Measure,
    Partners,
    Report,
    Reuse,
    Solution,
    Thesaurus,
    Vocabulary,
)
from catalogue.model.reuse import NAMED
from catalogue.model.values import UNKNOWN
from catalogue.model.web_addresses import page_of
from catalogue.reading.markup_in_values import markup_in_values
from catalogue.reading.other_words import flaws_of_phrases, german_as_english
from catalogue.reading.outcome_wording import no_outcomes
from catalogue.reading.placeholders import placeholders
from catalogue.reading.plausibility import implausible
from catalogue.reading.repeats import repeats
from catalogue.reading.reuse_conditions import condition_flaws
from catalogue.reading.sections import section_flaws
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import shown, suggestion
from catalogue.reading.values_in_data import Data, parts, text
from catalogue.reading.yaml_values import Values

DISCONTINUED = "eingestellt"


def inconsistencies(model: type[Entry], values: Values, stem: str) -> Iterator[Flaw]:
    """Every rule that an entry of the model breaks; `stem` is the name of its file."""
    data: Data = values.data
    yield from _name(data, values, stem)
    yield from _repeated_sources(data, values)
    yield from _repeated("sources", "key", data, values)
    yield from implausible(model, values)
    yield from flaws_of_phrases(values)
    yield from german_as_english(values)
    yield from condition_flaws(data, values)
    yield from _spans(data, values)
    if issubclass(model, DocumentedEntry):
        yield from placeholders(values)
        yield from markup_in_values(values)
        yield from _verification(data, values)
    if model in (Measure, Solution):
        yield from no_outcomes(values)
    if model is Measure:
        yield from section_flaws(values)
        yield from _dates(data, values)
        yield from _reason(data, values)
    if model is Reuse:
        yield from _reuse(data, values)
    if model is Knowledge:
        yield from _order("date", "date_end", data, values)
    if model is Goal:
        yield from _rules(data, values)
    if model is Report:
        yield from _repeated("figures", "name", data, values)
        yield from _repeated("drawdowns", "half_year", data, values)
    if model is Vocabulary:
        yield from _repeated("terms", "id", data, values)
    if model is Partners:
        yield from _repeated("organisations", "name", data, values)
    if model is Thesaurus:
        yield from _repeated("concepts", "id", data, values)
        yield from _concepts(data, values)


def _date(data: Data, key: str) -> str:
    """The date under a key; empty if there is none or it has not the form of one."""
    value = text(data, key)
    return value if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value) else ""


def _before(one: str, other: str) -> bool:
    """Whether a date lies before another for certain: 2023 does not lie before 2023-06."""
    return bool(one and other) and one[: len(other)] < other[: len(one)]


def _name(data: Data, values: Values, stem: str) -> Iterator[Flaw]:
    entry_id = text(data, "id")
    if entry_id and entry_id != stem:
        message = f"Die Kennung {shown(entry_id)} ist nicht der Dateiname {shown(stem)}. Ändern Sie eines von beiden."
        yield Flaw(*values.position(("id",)), "id-differs", message)


def _dates(data: Data, values: Values) -> Iterator[Flaw]:
    status, known = _date(data, "status_date"), _as_of(data)
    yield from _order("start", "end", data, values)
    if _before(known, status):
        message = (
            f"Der Stand {status} liegt nach dem Tag {known}, von dem die Angaben sind. Prüfen Sie beide."
        )
        yield Flaw(*values.position(("status_date",)), "status-in-future", message)


def _as_of(data: Data) -> str:
    """The day from which the facts are: that of the last verification, else that of gathering."""
    return _date(data, "last_verified") or _date(data, "recorded")


def _verification(data: Data, values: Values) -> Iterator[Flaw]:
    """A verification says what was compared, and does not lie before the gathering of the facts."""
    recorded, verified = _date(data, "recorded"), _date(data, "last_verified")
    if "last_verified" in data and "verified" not in data and not values.incomplete:
        message = (
            "Nennen Sie unter „verified“, welche Angaben Sie an diesem Tag mit den Seiten verglichen haben. "
            "Haben Sie nichts verglichen, so gehört der Tag unter „recorded“."
        )
        yield Flaw(*values.position(("last_verified",)), "verified-what", message)
    if "verified" in data and "last_verified" not in data and not values.incomplete:
        message = "Nennen Sie unter „last_verified“ den Tag, an dem Sie die Angaben mit den Seiten verglichen haben."
        yield Flaw(*values.position(("verified",)), "verified-when", message)
    if _before(verified, recorded):
        message = f"Die Prüfung {verified} liegt vor der Erfassung {recorded}. Prüfen Sie beide."
        yield Flaw(*values.position(("last_verified",)), "verified-before-recorded", message)


def _order(first: str, last: str, data: Data, values: Values) -> Iterator[Flaw]:
    start, end = _date(data, first), _date(data, last)
    if _before(end, start):
        message = f"Das Ende {end} liegt vor dem Beginn {start}. Prüfen Sie beide."
        yield Flaw(*values.position((last,)), "end-before-start", message)


def _rules(data: Data, values: Values) -> Iterator[Flaw]:
    """A rule of a goal names something; else every measure would serve the goal."""
    for n, rule in parts(data, "rules"):
        if not rule:
            message = "Diese Regel nennt nichts. Ergänzen Sie „field“, „kind“, „audience“ oder „word“."
            yield Flaw(*values.position(("rules", n)), "rule-empty", message)


def _spans(data: Data, values: Values) -> Iterator[Flaw]:
    """The greatest amount of a span is not smaller than the least."""
    for n, cost in parts(data, "costs"):
        least, most = text(cost, "amount_eur"), text(cost, "up_to_eur")
        if least.isdecimal() and most.isdecimal() and int(most[:15]) < int(least[:15]):
            message = f"Die Spanne endet mit {most} unter ihrem Anfang {least}. Prüfen Sie beide Beträge."
            yield Flaw(*values.position(("costs", n, "up_to_eur")), "span-reversed", message)


def _reason(data: Data, values: Values) -> Iterator[Flaw]:
    status, reason = text(data, "status"), text(data, "discontinued_reason")
    if status == DISCONTINUED and not reason and not values.incomplete:
        message = "Die Maßnahme ist eingestellt: Nennen Sie unter „discontinued_reason“ den Grund."
        yield Flaw(*values.position(("status",)), "reason-missing", message)
    if reason and status and status != DISCONTINUED:
        message = (
            f"Ein Grund für das Ende passt nicht zum Stand {shown(status)}. Ändern Sie eines von beiden."
        )
        yield Flaw(*values.position(("discontinued_reason",)), "reason-without-end", message)


def _reuse(data: Data, values: Values) -> Iterator[Flaw]:
    if ("municipality" in data) == ("name" in data):
        message = (
            "Nennen Sie entweder „municipality“ (Kennung einer Kommune) oder „name“, "
            "nicht beides und nicht keines."
        )
        at = ("name",) if "name" in data else ("id",)
        yield Flaw(*values.position(at), "reuse-who", message)
    day, known = _date(data, "date"), _as_of(data)
    if _before(known, day):
        message = f"Das Datum {day} liegt nach dem Tag {known}, von dem die Angaben sind. Prüfen Sie beide."
        yield Flaw(*values.position(("date",)), "reuse-in-future", message)
    if text(data, "reuse_kind") == NAMED and text(data, "status") not in ("", UNKNOWN):
        message = (
            f"Wer „{NAMED}“ ist, steht nur in einer Liste; sein Stand ist „{UNKNOWN}“. "
            "Sagt eine Quelle mehr, so ändern Sie „reuse_kind“."
        )
        yield Flaw(*values.position(("status",)), "named-with-status", message)


def _repeated_sources(data: Data, values: Values) -> Iterator[Flaw]:
    for at, _, line in repeats("sources", "url", data, values, page_of):
        message = f"Diese Quelle steht schon in Zeile {line}. Löschen Sie eine von beiden."
        yield Flaw(*at, "source-twice", message, "warning")


def _repeated(key: str, name: str, data: Data, values: Values) -> Iterator[Flaw]:
    """Two parts of a list with the same id or name."""
    for at, part_id, line in repeats(key, name, data, values):
        message = f"Die Kennung {shown(part_id)} steht schon in Zeile {line}. Vergeben Sie eine andere."
        yield Flaw(*at, "id-twice", message)


def _concepts(data: Data, values: Values) -> Iterator[Flaw]:
    """Concepts of the thesaurus name only concepts that exist."""
    concepts = parts(data, "concepts")
    known = {text(concept, "id"): None for _, concept in concepts}
    for n, concept in concepts:
        for name in ("broader", "related"):
            others = concept.get(name)
            for m, other in enumerate(others if isinstance(others, list) else []):
                if isinstance(other, str) and other not in known:
                    message = f"Den Begriff {shown(other)} gibt es nicht im Thesaurus. " + suggestion(
                        other, known, "Legen Sie ihn an oder löschen Sie die Angabe."
                    )
                    yield Flaw(*values.position(("concepts", n, name, m)), "unknown-term", message)
        synonyms = dict.fromkeys(one for one in concept.get("synonyms") or [] if isinstance(one, str))
        for m, vague in enumerate(concept.get("vague") or []):
            if isinstance(vague, str) and vague not in synonyms:
                message = f"{shown(vague)} ist kein Synonym dieses Begriffs. " + suggestion(
                    vague, synonyms, "Nehmen Sie es in „synonyms“ auf oder löschen Sie es unter „vague“."
                )
                yield Flaw(*values.position(("concepts", n, "vague", m)), "unknown-term", message)
