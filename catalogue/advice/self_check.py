"""Where a project stands on the roadmap, and what to do next, from answers to the questions of its criteria.

A project stands in the first stage of which something decisive is open: its milestone criteria, or all its
criteria where none is a milestone. Criteria that run through all stages never hold a project back. What is not
answered counts as open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

YES = "ja"


@dataclass(frozen=True, slots=True)
class CriterionQuestion:
    """A criterion as the check sees it."""

    id: str
    stage: str
    strands: tuple[str, ...]
    milestone: bool


@dataclass(frozen=True, slots=True)
class StageQuestions:
    """A stage with its criteria, in the order of the roadmap."""

    id: str
    throughout: bool
    criteria: tuple[CriterionQuestion, ...]

    @property
    def decisive(self) -> list[CriterionQuestion]:
        """The criteria that decide whether the stage is done."""
        return [criterion for criterion in self.criteria if criterion.milestone] or list(self.criteria)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the answers tell."""

    stage: str | None
    """Where the project stands; nothing if it has done all stages."""
    now: list[CriterionQuestion]
    """Open criteria of that stage, decisive ones first."""
    before: list[CriterionQuestion]
    """Open criteria of earlier stages and of what runs through all."""
    strands: Mapping[str, tuple[int, int]]
    """By strand: how many of its criteria are answered with yes, and how many it has."""


def standing(stages: Sequence[StageQuestions], answers: Mapping[str, str]) -> Standing:
    """Where a project with these answers, by id of the criterion, stands. `stages` are in the roadmap's order."""
    path = [stage for stage in stages if not stage.throughout]

    def open_ones(stage: StageQuestions) -> list[CriterionQuestion]:
        return [criterion for criterion in stage.criteria if answers.get(criterion.id) != YES]

    current = next((s for s in path if any(c in open_ones(s) for c in s.decisive)), None)
    earlier = path[: path.index(current)] if current else path
    through = [stage for stage in stages if stage.throughout]
    now = sorted(open_ones(current), key=lambda c: c not in current.decisive) if current else []
    return Standing(
        current.id if current else None,
        now,
        [criterion for stage in (*earlier, *through) for criterion in open_ones(stage)],
        _by_strand(stages, answers),
    )


def _by_strand(stages: Sequence[StageQuestions], answers: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {}
    for criterion in (c for stage in stages for c in stage.criteria):
        for strand in criterion.strands:
            yes, all_ = counts.get(strand, (0, 0))
            counts[strand] = (yes + (answers.get(criterion.id) == YES), all_ + 1)
    return counts
