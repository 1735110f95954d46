"""The roadmap: stages, criteria, and what shows how to fulfil them."""

from __future__ import annotations

from catalogue.queries import roadmap


def test_stages_come_in_their_order_with_what_runs_through_all_last(db):
    stages = roadmap.stages(db)
    assert [stage.position for stage in stages] == list(range(1, len(stages) + 1))
    assert [stage.throughout for stage in stages] == [False] * (len(stages) - 1) + [True]


def test_stages_tell_milestones_and_advice(db):
    stages = roadmap.stages(db)
    assert any(stage.milestones for stage in stages)
    assert any(stage.advice for stage in stages)
    assert all(isinstance(text, str) for stage in stages for text in (*stage.milestones, *stage.advice))


def test_criteria_come_in_the_order_of_the_roadmap(db):
    criteria = roadmap.criteria(db)
    titles = [stage.title for stage in roadmap.stages(db)]
    order = [titles.index(criterion.stage_title) for criterion in criteria]
    assert len(criteria) == 21
    assert order == sorted(order)


def test_a_criterion_is_that_of_the_list(db):
    for listed in roadmap.criteria(db):
        assert roadmap.criterion(db, listed.id) == listed
        assert listed.strands
    assert roadmap.criterion(db, "gibt-es-nicht") is None


def test_examples_are_solutions_then_measures_then_knowledge(db):
    order = ["solution", "measure", "knowledge"]
    examples = roadmap.examples(db)
    assert examples.keys() <= {criterion.id for criterion in roadmap.criteria(db)}
    for criterion, shown in examples.items():
        kinds = [order.index(example.kind) for example in shown]
        assert kinds == sorted(kinds)
        assert {example.criterion for example in shown} == {criterion}


def test_a_measure_as_example_tells_its_project(db):
    measures = [e for shown in roadmap.examples(db).values() for e in shown if e.kind == "measure"]
    assert measures
    assert all(example.title.endswith(")") for example in measures)
