"""Sources and partners, which stand in several entries: one row for each page and each organisation.

Entries may tell the same page with another address, title or date, and write an organisation in another way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from catalogue.edition.tables import SHARED, Row
from catalogue.model.entries import Entry, Organisation, Part, Partner, Source
from catalogue.model.partners import PartnerNames
from catalogue.model.shapes import shapes
from catalogue.model.web_addresses import page_of

Numbers = Mapping[Row, int]
"""The number of a shared part by what an entry says of it, see `shared_key`."""


def shared_key(part: Part) -> Row:
    """What an entry says of a source or a partner in the fields that their own table holds."""
    return tuple(getattr(part, name) for name in SHARED[type(part)][1])


def number_sources(entries: Iterable[Entry]) -> tuple[Numbers, list[Source]]:
    """The number of each page from 1, and the pages in that order, as most of those entries tell them that tell most."""
    said = _said(entries, Source)
    alike = _alike(said, lambda key: page_of(key[0]))
    best = [max(keys, key=lambda key: (key[2] is not None, said[key], key)) for keys in alike]
    order = sorted(range(len(alike)), key=lambda n: tuple(value or "" for value in best[n]))
    numbers = {key: number for number, n in enumerate(order, start=1) for key in alike[n]}
    kept = (dict(zip(SHARED[Source][1], best[n], strict=True)) for n in order)
    return numbers, [Source.model_construct(None, key=None, **told) for told in kept]


def number_partners(entries: Iterable[Entry], names: PartnerNames) -> tuple[Numbers, list[Organisation]]:
    """The number of each organisation from 1 in the order of their names, and what is known of them."""
    alike = _alike(_said(entries, Partner), lambda key: names.official(key[0]))
    by_name = sorted((names.official(keys[0][0]), keys) for keys in alike)
    numbers = {key: number for number, (_, keys) in enumerate(by_name, start=1) for key in keys}
    return numbers, [
        names.organisation(name) or Organisation.model_construct(None, name=name) for name, _ in by_name
    ]


def _said(entries: Iterable[Entry], part: type[Part]) -> Counter[Row]:
    """How often entries say what of a sort of shared parts."""
    said: Counter[Row] = Counter()
    for entry in entries:
        for field, field_shape in shapes(type(entry)).items():
            if field_shape.part is part:
                said.update(map(shared_key, getattr(entry, field)))
    return said


def _alike(said: Iterable[Row], same: Callable[[Row], str]) -> list[list[Row]]:
    """What is said, in groups of what is the same."""
    groups: dict[str, list[Row]] = {}
    for key in sorted(said, key=lambda key: tuple(value or "" for value in key)):
        groups.setdefault(same(key), []).append(key)
    return [*groups.values()]
