"""The terms of facets: which documents have them, how many do, and what was chosen of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from search.documents import Relaxation
from search.querying import YEARS, read_years
from search.stored import Mask, Numbers, Summary

Counts = tuple[tuple[str, int], ...]


class Facets:
    """The values of every facet in every document, as arrays."""

    def __init__(self, summaries: Sequence[Summary]) -> None:
        """`summaries[n]` is of document n."""
        self.size = len(summaries)
        self._terms: dict[str, list[str]] = {}
        self._documents: dict[str, Numbers] = {}
        self._values: dict[str, Numbers] = {}
        pairs: dict[str, tuple[list[int], list[str]]] = {}
        for docnum, summary in enumerate(summaries):
            for name, terms in summary.facets.items():
                documents, values = pairs.setdefault(name, ([], []))
                documents.extend([docnum] * len(terms))
                values.extend(terms)
        for name, (documents, values) in pairs.items():
            different, codes = np.unique(np.array(values, dtype=object), return_inverse=True)
            self._terms[name] = [str(term) for term in different]
            self._documents[name] = np.array(documents, dtype=np.int64)
            self._values[name] = codes.astype(np.int64)
        years = [s.years or (1, 0) for s in summaries]
        self._years = np.array(years, dtype=np.int64).reshape(self.size, 2)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all facets."""
        return tuple(sorted(self._terms))

    def terms(self, name: str) -> Sequence[str]:
        """All terms of a facet that a document has."""
        return self._terms.get(name, [])

    def mask(self, name: str, wanted: Iterable[str]) -> Mask:
        """The documents that have one of the wanted terms; nobody has an unknown one."""
        mask = np.zeros(self.size, dtype=bool)
        wanted = set(wanted)
        if name == YEARS and name not in self._terms:
            for span in filter(None, map(read_years, wanted)):
                mask |= self.mask_of_years(span)
            return mask
        codes = [code for code, term in enumerate(self.terms(name)) if term in wanted]
        if codes:
            mask[self._documents[name][np.isin(self._values[name], codes)]] = True
        return mask

    def mask_of_years(self, span: tuple[int, int]) -> Mask:
        """The documents whose years touch the span."""
        first, last = self._years[:, 0], self._years[:, 1]
        return np.asarray((first <= span[1]) & (last >= span[0]) & (first <= last))

    def counts(self, name: str, mask: Mask) -> Counts:
        """How many of the documents in the mask have each term: the most first."""
        if name not in self._terms:
            return ()
        codes = self._values[name][mask[self._documents[name]]]
        numbers = np.bincount(codes, minlength=len(self._terms[name])).tolist()
        found = [(term, n) for term, n in zip(self._terms[name], numbers, strict=True) if n]
        return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


class Selection:
    """What was chosen of facets: in each one, any of its terms will do.

    What a facet itself has chosen does not limit its own counts (drill sideways), so that one sees what choosing
    another term of it would give.
    """

    def __init__(self, facets: Facets, chosen: Mapping[str, Iterable[str]]) -> None:
        """`chosen` names terms of facets, and spans of years for `jahr`; a facet without a term limits nothing."""
        self._facets = facets
        self._masks = {name: facets.mask(name, terms) for name, terms in chosen.items() if terms}

    def passing(self, found: Mask, but: str = "") -> Mask:
        """Those of the documents that have what was chosen, in the facet `but` whatever they have."""
        for name, mask in self._masks.items():
            if name != but:
                found = found & mask
        return found

    def counts(self, found: Mask, names: Iterable[str] | None = None) -> dict[str, Counts]:
        """The counts of these facets (all if None) among what was found."""
        names = self._facets.names if names is None else names
        return {name: self._facets.counts(name, self.passing(found, but=name)) for name in names}

    def relaxations(self, found: Mask) -> tuple[Relaxation, ...]:
        """The facets without whose choice something would be left, the most first."""
        without = {name: int(self.passing(found, but=name).sum()) for name in self._masks}
        near = (Relaxation(name, count) for name, count in without.items() if count)
        return tuple(sorted(near, key=lambda r: (-r.count, r.facet)))
