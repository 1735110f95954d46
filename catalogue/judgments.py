"""Reading judged queries: a YAML list of `{query, need, kind, relevant: {entry id: grade 1-3}}`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from search import Judgment

OF_ALL_KINDS = "kinds"
"""The class of queries that are judged against entries of all kinds, and not against measures alone."""


class JudgmentsFaulty(Exception):
    """The file holds no judged queries; the text says where and why, in German."""


class JudgedQuery(BaseModel):
    """A judged query as it stands in the file."""

    model_config = ConfigDict(extra="forbid")

    query: Annotated[str, Field(min_length=1)]
    need: str = ""
    kind: Annotated[str, Field(min_length=1)]
    relevant: dict[str, Annotated[int, Field(ge=0, le=3)]]


_LIST = TypeAdapter(list[JudgedQuery])


def read_judgments(path: Path, *, of_all_kinds: bool = False) -> list[Judgment]:
    """The queries of a file that are judged against measures, or those against entries of all kinds. Raises JudgmentsFaulty for a file of another form."""
    try:
        rows = _LIST.validate_python(yaml.safe_load(path.read_text("utf-8")))
    except yaml.YAMLError as error:
        raise JudgmentsFaulty(f"Das ist kein gültiges YAML: {error}") from None
    except UnicodeDecodeError:
        raise JudgmentsFaulty("Die Datei ist nicht in UTF-8 gespeichert.") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise JudgmentsFaulty(
            f"Erwartet wird eine Liste von query, need, kind, relevant mit Noten von 1 bis 3; bei {place}: {first['msg']}"
        ) from None
    return [
        Judgment(row.query, row.kind, row.relevant)
        for row in rows
        if (row.kind == OF_ALL_KINDS) == of_all_kinds
    ]
