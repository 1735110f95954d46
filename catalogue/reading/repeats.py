"""Parts of a list that say again what an earlier one says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalogue.reading.values_in_data import Data, parts, text
from catalogue.reading.yaml_values import Values


def repeats(
    key: str, name: str, data: Data, values: Values, same: Callable[[str], str] = str
) -> Iterator[tuple[tuple[int, int], str, int]]:
    """Line and column, text and line of the first one for every part of a list whose text says the same again.

    `key` is that of the list, `name` that of the text; `same` gives what is equal where two texts say the same.
    """
    first: dict[str, int] = {}
    for n, part in parts(data, key):
        said = text(part, name)
        line, column = values.position((key, n, name))
        if same(said) in first:
            yield (line, column), said, first[same(said)]
        if same(said):
            first.setdefault(same(said), line)
