"""What a measure does not state itself, its solution may, and the other way round: it is told with where it comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalogue.facts.dossier import dossier
from catalogue.facts.fact import Fact, ShownIn, facts_in
from catalogue.facts.measures import MEASURE_FACTS
from catalogue.facts.solutions import SOLUTION_FACTS
from catalogue.facts.wording import wording
from catalogue.model import sharing
from catalogue.model.entries import Measure, Solution
from catalogue.model.sharing import teller
from catalogue.queries.connection import connect
from catalogue.queries.measure_records import measure_record
from catalogue.queries.solutions import solution_record


@pytest.fixture(scope="module")
def facts(real_edition):
    db = connect(real_edition.database)

    def of(measure_id: str) -> dict[str, Fact]:
        record = measure_record(db, measure_id)
        assert record is not None
        return {fact.key: fact for fact in facts_in(MEASURE_FACTS, ShownIn.PAGE, record, wording(db, "de"))}

    return of


def test_the_cost_of_the_solution_is_told_as_such(facts):
    cost = facts("zwoenitz-erzmobil")["cost"]
    assert "keine Mehrkosten" in cost.values[0].text
    assert cost.origin.text == "laut Lösung „ERZmobil“"
    assert cost.origin.address == "/loesungen/erzmobil"


@pytest.fixture(scope="module")
def silent(real_edition) -> str:
    """A measure that does not say whether it is open source, while its only solution is."""
    rows = connect(real_edition.database).execute(
        """
        SELECT m.id FROM measures m JOIN solutions_measures l ON l.measure = m.id JOIN solutions s ON s.id = l.solution
         WHERE m.open_source IS NULL AND m.licence IS NULL
           AND m.id NOT IN (SELECT measure FROM costs UNION SELECT measure FROM measures_repositories)
         GROUP BY m.id HAVING count(*) = 1 AND max(s.open_source) = 1 ORDER BY m.id
        """
    )
    return str(rows.fetchone()[0])


def test_openness_is_taken_over_where_the_measure_says_nothing(facts, silent):
    openness = facts(silent)["open_source"]
    assert [value.text for value in openness.values] == ["ja"]
    assert openness.origin.text.startswith("laut Lösung „")


def test_what_the_measure_states_needs_no_origin(facts):
    assert facts("bad-belzig-app")["open_source"].origin is None


def test_tables_hold_only_what_the_measure_states_itself(real_edition, silent):
    db = connect(real_edition.database)
    record = measure_record(db, silent)
    words = wording(db, "de")
    cells = {
        column.heading.de: column.cell(record, words)
        for fact in MEASURE_FACTS
        if fact.key in ("cost", "open_source", "licence", "repositories")
        for column in fact.columns
    }
    of_solution = {heading for heading in cells if "laut Lösung" in heading}
    assert len(of_solution) == 4
    assert not any(cell for heading, cell in cells.items() if heading not in of_solution)


def test_braces_in_the_name_of_a_solution_are_letters_like_others(real_edition):
    db = connect(real_edition.database)
    record = measure_record(db, "zwoenitz-erzmobil")
    named = replace(record, solution=record.solution.model_copy(update={"title": "ERZ{mobil} {0} {"}))
    facts = facts_in(MEASURE_FACTS, ShownIn.PAGE, named, wording(db, "de"))
    assert next(fact.origin.text for fact in facts if fact.key == "cost") == "laut Lösung „ERZ{mobil} {0} {“"


def test_a_solution_tells_the_cost_of_its_only_measure_as_such(real_edition):
    db = connect(real_edition.database)
    facts = {
        fact.key: fact
        for fact in facts_in(
            SOLUTION_FACTS, ShownIn.PAGE, solution_record(db, "fichtelapp"), wording(db, "de")
        )
    }
    measure = measure_record(db, "wunsiedel-fichtelapp").measure
    assert facts["cost"].values
    assert facts["cost"].origin.text == f"laut Maßnahme „{measure.title}“"


def test_a_dossier_says_in_the_language_of_the_reader_whose_cost_it_is(real_edition):
    db = connect(real_edition.database)
    sections = dossier(solution_record(db, "fichtelapp"), wording(db, "en"))
    [cost] = [value for section in sections[:2] for value in section.values if value.details]
    assert (cost.details.startswith("according to the measure “"), cost.details_german) == (True, False)


def measure(repositories=(), costs=()):
    return Measure.model_construct(title="M", repositories=list(repositories), costs=list(costs))


def solution(measures, origins=("zwoenitz",), elsewhere=(), costs=("viel",)):
    return Solution.model_construct(
        title="S",
        measures=list(measures),
        origins=list(origins),
        origins_elsewhere=list(elsewhere),
        costs=list(costs),
    )


def test_what_several_others_state_is_taken_from_none_of_them():
    silent, one, other = measure(), measure(["hier"]), measure(["dort"])
    assert teller(silent, [one], sharing.repositories) is one
    assert teller(silent, [one, silent], sharing.repositories) is one
    assert teller(silent, [one, other], sharing.repositories) is silent
    assert teller(one, [other], sharing.repositories) is one


@pytest.mark.parametrize(
    ("whole", "shared"),
    [
        (solution(["a"]), True),
        (solution(["a", "b"]), False),
        (solution(["a"], origins=["zwoenitz", "guetersloh"]), False),
        (solution(["a"], elsewhere=["Heidenheim"]), False),
        (solution(["a"], costs=[]), False),
    ],
)
def test_what_a_solution_costs_is_told_of_a_measure_only_if_it_is_all_of_it(whole, shared):
    silent = measure()
    assert teller(silent, [whole], sharing.costs) is (whole if shared else silent)


def test_a_solution_of_several_places_does_not_cost_what_one_of_them_paid():
    paid = measure(costs=["viel"])
    several, single = solution(["a", "b"], costs=[]), solution(["a"], costs=[])
    assert teller(several, [paid], sharing.costs) is several
    assert teller(single, [paid], sharing.costs) is paid


def test_numbers_of_sources_are_not_taken_over_since_they_count_those_of_the_other(real_edition):
    db = connect(real_edition.database)
    record = measure_record(db, "zwoenitz-erzmobil")
    solution = record.solution
    page = solution.sources[1].model_copy(update={"key": "seite"})
    cited = solution.costs[0].model_copy(update={"source": ["seite"]})
    named = {"costs": [cited], "sources": [solution.sources[0], page]}
    record = replace(record, solution=solution.model_copy(update=named))
    facts = facts_in(MEASURE_FACTS, ShownIn.PAGE, record, wording(db, "de"))
    assert next(fact for fact in facts if fact.key == "cost").values[0].sources == ()
