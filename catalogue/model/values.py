"""What a value of an entry may be: an id, a web address, a date of any precision, an SPDX expression, an amount.

A value may also name a term of a vocabulary or another entry; that there is one is for `checking` to see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from catalogue.model.days import first_day
from catalogue.model.licences import spdx
from catalogue.model.persons import PHONE, is_office_address, is_person
from catalogue.model.web_addresses import fault

UNKNOWN = "unbekannt"

FIRST_YEAR, LAST_YEAR = 1990, 2060
"""What the catalogue tells lies between these years; another year is a typing error."""


@dataclass(frozen=True, slots=True)
class TermReference:
    """Marks a value as the id of a term in the named vocabulary (`content/vocabulary/<name>.yaml`)."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class EntryReference:
    """Marks a value as the id of another entry of one of the named kinds."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceReference:
    """Marks a value as keys of sources that the same entry names."""


@dataclass(frozen=True, slots=True)
class WordFor:
    """Marks a value as a free word for which the named vocabulary may have a term; one that it lacks is no fault."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class OfAnyPrecision:
    """Marks a value as a date that may be a year, a month or a day."""


Target = TermReference | EntryReference | SourceReference
"""What a value may name."""

LONGEST_LICENCE = 200
"""Characters of a licence expression; the parser of expressions is recursive."""


def _as_text(value: Any) -> Any:
    """A year that a caller gives as a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _real_date(text: str) -> str:
    """Accept `2023`, `2023-06` or `2023-06-18` if the calendar has it and it lies in our time."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise PydanticCustomError("partial_date_form", "not YYYY, YYYY-MM or YYYY-MM-DD")
    try:
        year = first_day(text).year
    except ValueError:
        raise PydanticCustomError("partial_date_impossible", "no such day") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PydanticCustomError("partial_date_far", "not in our time")
    return text


def _known_date(text: str) -> str:
    """Accept a date, or that it is not known."""
    if text != UNKNOWN and not text[:1].isdigit():
        raise PydanticCustomError("known_date_form", "neither a date nor unknown")
    return text if text == UNKNOWN else _real_date(text)


def _one_line(text: str) -> str:
    """Accept a text without line breaks: it stands in lists."""
    if "\n" in text:
        raise PydanticCustomError("one_line", "more than one line")
    return text


def _whole_number(value: Any) -> Any:
    """Of text accept digits only: `100.000` is not a hundred."""
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+", value.strip()):
        raise PydanticCustomError("whole_number", "not a whole number")
    return value


LIKE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""What Germans write for a whole number and YAML reads as a fraction; a fraction of this form is written with one more zero."""


def _decimal_number(value: Any) -> Any:
    """Of text accept digits with at most one point between them: no `nan`, and no `2.700`, which is meant as 2,700."""
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", value.strip()):
        raise PydanticCustomError("decimal_number", "not a number")
    if isinstance(value, str) and LIKE_THOUSANDS.fullmatch(value.strip()):
        raise PydanticCustomError("thousands", "a number with a point before thousands")
    return value


def _web_address(text: str) -> str:
    """Accept an absolute http(s) address of a public host; `javascript:` and the like are none."""
    if wrong := fault(text):
        raise PydanticCustomError("web_address", "not a web address", {**wrong._asdict()})
    return text


@cache
def _in_spdx(expression: str) -> str:
    """The expression with the ids that the SPDX list has today; nothing if it is no expression."""
    from license_expression import ExpressionError

    try:
        parsed = spdx().parse(expression, validate=True, strict=True)
    except ExpressionError:
        return ""
    return "" if parsed is None else str(parsed.render())


OWN_LICENCE = re.compile(r"(?<![\w.+-])LicenseRef-[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?![\w.+-])")
"""What SPDX writes for a licence that is not on its list."""


OF_A_VERSION = re.compile(r"(?<![\w.+-])([AL]?GPL-[0-9]\.[0-9])(?![\w.+-])")
"""A GNU licence of which only the version is known, not whether later ones hold too: once an id of SPDX itself."""


def _spdx(expression: str) -> str:
    """Accept an SPDX licence expression (ISO/IEC 5962) of ids that are on today's list, or of `LicenseRef-…`.

    A GNU licence may lack what today's ids end with, `-only` or `-or-later`: often no source tells that.
    """
    listed = OF_A_VERSION.sub(r"\1-only", OWN_LICENCE.sub("MIT", expression))
    current = _in_spdx(listed) if len(expression) <= LONGEST_LICENCE else ""
    if sorted(re.findall(r"[^\s()]+", current)) != sorted(re.findall(r"[^\s()]+", listed)):
        current = current if listed == expression else ""
        raise PydanticCustomError("spdx", "not an SPDX licence expression", {"current": current})
    return expression


def _functional_address(text: str, info: ValidationInfo) -> str:
    """Accept the e-mail address of an office; `nachname@…` and `vorname.nachname@…` are a person's."""
    match = re.fullmatch(r"([A-Za-z0-9.+_-]+)@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", text)
    if match is None:
        raise PydanticCustomError("email_form", "not an e-mail address")
    if not is_office_address(match[1], str(info.data.get("name") or "")):
        raise PydanticCustomError("email_of_person", "the address of a person")
    return text


def _no_person(text: str) -> str:
    """Accept the name of an office or a role."""
    if is_person(text):
        raise PydanticCustomError("name_of_person", "the name of a person")
    if PHONE.search(text):
        raise PydanticCustomError("phone_in_name", "a telephone number")
    return text


def _one_or_many(value: Any) -> Any:
    """One key as a list of one."""
    return (value,) if isinstance(value, str) else value


_KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE_SCHEMA = {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_CITATION_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": _KEY},
        {"type": "array", "items": {"type": "string", "pattern": _KEY}},
    ]
}
_KNOWN_DATE_SCHEMA = {**_DATE_SCHEMA, "pattern": f"^([0-9]{{4}}(-[0-9]{{2}}){{0,2}}|{UNKNOWN})$"}

Slug = Annotated[str, Field(pattern=_KEY, max_length=80)]
SourceKey = Annotated[str, Field(pattern=_KEY, max_length=40)]
Citation = Annotated[
    tuple[SourceKey, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema(_CITATION_SCHEMA),
    SourceReference(),
]
"""The keys of the sources that say something: one, or a list."""

Text = Annotated[str, Field(min_length=1)]
PartialDate = Annotated[
    str, BeforeValidator(_as_text), AfterValidator(_real_date), WithJsonSchema(_DATE_SCHEMA), OfAnyPrecision()
]
KnownDate = Annotated[
    str,
    BeforeValidator(_as_text),
    AfterValidator(_known_date),
    WithJsonSchema(_KNOWN_DATE_SCHEMA),
    OfAnyPrecision(),
]
Url = Annotated[str, AfterValidator(_web_address)]
Spdx = Annotated[str, AfterValidator(_spdx)]
FunctionalAddress = Annotated[str, AfterValidator(_functional_address)]
Office = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(_no_person)]
Decimal = Annotated[float, BeforeValidator(_decimal_number)]
Euro = Annotated[int, Field(ge=0, le=100_000_000_000), BeforeValidator(_whole_number)]
Population = Annotated[int, Field(ge=0, le=100_000_000), BeforeValidator(_whole_number)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR), BeforeValidator(_whole_number)]

FieldOfAction = Annotated[str, TermReference("fields")]
SolutionKind = Annotated[str, TermReference("solution-kinds")]
Audience = Annotated[str, TermReference("audiences")]
Space = Annotated[str, TermReference("spaces")]
Status = Annotated[str, TermReference("statuses")]
Phase = Annotated[str, TermReference("phases")]
FederalState = Annotated[str, TermReference("federal-states")]
Cohort = Annotated[str, TermReference("cohorts")]
ProjectKind = Annotated[str, TermReference("project-kinds")]
MunicipalityKind = Annotated[str, TermReference("municipality-kinds")]
Funder = Annotated[str, TermReference("funders")]
PartnerKind = Annotated[str, TermReference("partner-kinds")]
ReuseKind = Annotated[str, TermReference("reuse-kinds")]
ReuseStatus = Annotated[str, TermReference("reuse-statuses")]
RequirementKind = Annotated[str, TermReference("requirement-kinds")]
ReuseAnswer = Annotated[str, TermReference("reuse-answers")]
RepositoryPart = Annotated[str, TermReference("repository-parts")]
SoftwareKind = Annotated[str, TermReference("software-kinds")]
Deployment = Annotated[str, TermReference("deployments")]
TECHNOLOGIES = "technologies"
Technology = Annotated[Text, WordFor(TECHNOLOGIES)]
CostScope = Annotated[str, TermReference("cost-scopes")]
Tax = Annotated[str, TermReference("taxes")]
Strand = Annotated[str, TermReference("strands")]
KnowledgeKind = Annotated[str, TermReference("knowledge-kinds")]

MunicipalityId = Annotated[str, EntryReference(("municipality",))]
ProjectId = Annotated[str, EntryReference(("project",))]
MeasureId = Annotated[str, EntryReference(("measure",))]
SolutionId = Annotated[str, EntryReference(("solution",))]
KnowledgeId = Annotated[str, EntryReference(("knowledge",))]
StageId = Annotated[str, EntryReference(("stage",))]
OriginId = Annotated[str, EntryReference(("solution", "measure"))]
PublishedKind = Literal[
    "municipality",
    "project",
    "measure",
    "solution",
    "reuse",
    "stage",
    "criterion",
    "report",
    "goal",
    "knowledge",
]
"""The kinds of entry with a table of their own, see `entries.PUBLISHED`."""
PublishedId = Annotated[str, EntryReference(get_args(PublishedKind))]

Title = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(_one_line)]
Prose = Annotated[str, Field(min_length=40)]
Question = Annotated[int, Field(ge=1, le=200), BeforeValidator(_whole_number)]
Count = Annotated[int, Field(ge=0, le=1_000_000), BeforeValidator(_whole_number)]

Phrase = Annotated[str, Field(min_length=3, max_length=100), AfterValidator(_one_line)]
AskedAs = Annotated[
    list[Phrase],
    Field(
        min_length=6,
        max_length=12,
        title="Wie danach gesucht wird",
        description="Wie jemand danach sucht, der es nicht kennt: sechs bis zwölf kurze Sätze oder Satzteile",
        examples=[["Bus kommt nur auf Anruf", "Wie kommt man abends ohne Auto vom Dorf in die Stadt?"]],
    ),
]
EnglishTitle = Annotated[
    Title | None,
    Field(
        title="Englischer Name",
        description="Englischer Name, wo eine Übersetzung hilft",
        examples=["Village bus on demand"],
    ),
]
EnglishLine = Annotated[
    Title | None,
    Field(
        title="Englischer Untertitel",
        description="Was es ist, in einer Zeile auf Englisch",
        examples=["On-demand minibus for villages"],
    ),
]
