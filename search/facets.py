"""Filters and their counts over all documents at once, and the order in which documents are listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from search.querying import YEARS, read_years
from search.stored import Mask, Numbers

Counts = tuple[tuple[str, int], ...]


class Facets:
    """The values of every facet in every document, as arrays."""

    def __init__(self, summaries: Sequence[Mapping[str, Any] | None]) -> None:
        """`summaries[n]` is of document n; None if it has been deleted."""
        self.size = len(summaries)
        self._terms: dict[str, list[str]] = {}
        self._documents: dict[str, Numbers] = {}
        self._values: dict[str, Numbers] = {}
        pairs: dict[str, tuple[list[int], list[str]]] = {}
        for docnum, summary in enumerate(summaries):
            if summary is None:
                continue
            for name, terms in summary["facets"].items():
                documents, values = pairs.setdefault(name, ([], []))
                documents.extend([docnum] * len(terms))
                values.extend(terms)
        for name, (documents, values) in pairs.items():
            terms, codes = np.unique(np.array(values, dtype=object), return_inverse=True)
            self._terms[name] = [str(term) for term in terms]
            self._documents[name] = np.array(documents, dtype=np.int64)
            self._values[name] = codes.astype(np.int64)
        years = [s["years"] if s and s["years"] else (1, 0) for s in summaries]
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
