"""That terms are known, that ids name an entry, and that no list names one twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalogue.checking.registered_ids import is_called, registered, told
from catalogue.model.entries import Municipality, Vocabulary
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.model.values import EntryReference, SourceReference, TermReference
from catalogue.reading.content import Content, at
from catalogue.reading.entry_file import EntryFile, Mention
from catalogue.reading.problems import Problem
from catalogue.reading.text_file import Flaw
from catalogue.reading.validation_messages import misspelling_of, shown, suggestion
from catalogue.reading.yaml_values import Location

Known = Mapping[str, None]


def missing_vocabularies(content: Content) -> Iterator[Problem]:
    """One problem for each vocabulary that entries use and that has no file."""
    used = {
        m.target.vocabulary for f in content.files for m in f.mentions if isinstance(m.target, TermReference)
    }
    for name in sorted(used - content.ids.get(Vocabulary.kind, {}).keys()):
        message = "Dieses Vokabular fehlt. Legen Sie die Datei an; Einträge verwenden seine Begriffe."
        yield at(content.root / Vocabulary.folder / f"{name}.yaml", Flaw(1, 1, "missing-vocabulary", message))


def unknown_and_repeated(file: EntryFile, content: Content, terms: Mapping[str, Known]) -> Iterator[Flaw]:
    """Every term is in its vocabulary, every id names an entry, and no list names one twice."""
    seen: set[tuple[Location, str]] = set()
    for mention in file.mentions:
        value, target = mention.value, mention.target
        if isinstance(target, TermReference):
            if target.vocabulary in terms and value not in terms[target.vocabulary]:
                yield _unknown_term(mention, target, terms[target.vocabulary])
        elif isinstance(target, SourceReference):
            pass  # told where the entry is read
        elif not any(value in content.ids.get(kind, {}) for kind in target.kinds):
            yield _unknown_id(mention, target, content)
        elif value == file.id and file.kind in target.kinds:
            message = "Der Eintrag verweist auf sich selbst. Löschen Sie den Verweis."
            yield Flaw(*mention.position, "own-id", message)
        if isinstance(mention.location[-1], int):
            key = (mention.location[:-1], value)
            if key in seen:
                message = f"{shown(value)} steht schon in dieser Liste. Löschen Sie die Wiederholung."
                yield Flaw(*mention.position, "value-twice", message, "warning")
            seen.add(key)


def _unknown_term(mention: Mention, target: TermReference, known: Known) -> Flaw:
    otherwise = f"Die Begriffe stehen in {Vocabulary.folder}/{target.vocabulary}.yaml."
    message = f"Den Begriff {shown(mention.value)} gibt es im Vokabular „{target.vocabulary}“ nicht. "
    return Flaw(*mention.position, "unknown-term", message + suggestion(mention.value, known, otherwise))


def _unknown_id(mention: Mention, target: EntryReference, content: Content) -> Flaw:
    """Offers only today's id, or what may be a typing error: another place's id would record a false fact."""
    known = [entry_id for kind in target.kinds for entry_id in content.ids.get(kind, {})]
    kinds = " oder ".join(KINDS_BY_NAME[kind].genitive for kind in target.kinds)
    now = next(filter(None, (content.former_ids.get((kind, mention.value)) for kind in target.kinds)), None)
    places = registered(content, mention.value) if Municipality.kind in target.kinds and not now else []
    slip = misspelling_of(mention.value, known)
    near = now or (slip if not any(is_called(place, mention.value) for place in places) else None)
    meant = f"Meinten Sie „{near}“? Sonst legen" if near else "Legen"
    where = f" in {KINDS_BY_NAME[target.kinds[0]].model.folder}/" if len(target.kinds) == 1 else ""
    message = (
        f"{shown(mention.value)} ist nicht die Kennung {kinds}. "
        f"{meant} Sie den Eintrag{where} an oder löschen Sie den Verweis."
    )
    if places and not near:
        message = f"{message} {told(places)}"
    return Flaw(*mention.position, "unknown-id", message)
