"""The self-check tells where a project stands by the rule that its page tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.advice.self_check import YES, CriterionQuestion, StageQuestions, standing


def stage(name: str, *milestones: bool, throughout: bool = False) -> StageQuestions:
    criteria = tuple(
        CriterionQuestion(
            f"{name}{n}", name, ("technisch",) if n % 2 else ("finanziell", "technisch"), milestone
        )
        for n, milestone in enumerate(milestones)
    )
    return StageQuestions(name, throughout, criteria)


STAGES = [
    stage("idee", True, False),
    stage("pilot", False, False),
    stage("betrieb", True),
    stage("immer", False, False, throughout=True),
]
PATH = ["idee", "pilot", "betrieb", None]
ALL = [criterion.id for each in STAGES for criterion in each.criteria]
ANSWERS = st.dictionaries(st.sampled_from(ALL), st.sampled_from([YES, "nein", "", "unsinn"]))


def test_without_answers_a_project_stands_at_the_beginning():
    found = standing(STAGES, {})
    assert found.stage == "idee"
    assert [criterion.id for criterion in found.now] == ["idee0", "idee1"]


def test_a_stage_is_done_when_its_milestones_are_reached():
    found = standing(STAGES, {"idee0": YES, "idee1": "nein"})
    assert found.stage == "pilot"
    assert "idee1" in [criterion.id for criterion in found.before]


def test_a_stage_without_milestones_needs_all_its_criteria():
    assert standing(STAGES, {"idee0": YES, "pilot0": YES}).stage == "pilot"
    assert standing(STAGES, {"idee0": YES, "pilot0": YES, "pilot1": YES}).stage == "betrieb"


def test_what_runs_through_all_stages_is_named_but_holds_nobody_back():
    found = standing(STAGES, {i: YES for i in ALL if not i.startswith("immer")})
    assert found.stage is None
    assert [criterion.id for criterion in found.before] == ["immer0", "immer1"]


def test_all_answered_with_yes_leaves_nothing_open():
    found = standing(STAGES, dict.fromkeys(ALL, YES))
    assert (found.stage, found.now, found.before) == (None, [], [])
    assert all(yes == of for yes, of in found.strands.values())


@given(ANSWERS, st.sampled_from(ALL))
def test_a_further_yes_never_moves_a_project_back(answers, criterion):
    before = standing(STAGES, answers)
    after = standing(STAGES, answers | {criterion: YES})
    assert PATH.index(after.stage) >= PATH.index(before.stage)
    assert sum(yes for yes, _ in after.strands.values()) >= sum(yes for yes, _ in before.strands.values())


@given(ANSWERS)
def test_no_criterion_is_both_done_and_open_and_none_is_named_twice(answers):
    found = standing(STAGES, answers)
    named = [criterion.id for criterion in (*found.now, *found.before)]
    assert len(named) == len(set(named))
    assert not any(answers.get(one) == YES for one in named)


@pytest.mark.parametrize("stages", [[], [stage("leer")]])
def test_a_roadmap_without_criteria_is_no_fault(stages):
    assert standing(stages, {}).now == []
