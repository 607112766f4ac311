"""Exercise sheets: every printed solution is worked out again here, by other means than those that printed it."""

from __future__ import annotations

import re
from functools import cache
from random import Random

import pytest

from framework import load_rules
from framework.assessment.assess import assess
from framework.errors import UserError
from framework.exercises.calculations import CALCULATE
from framework.exercises.metrics import pose_metric
from framework.exercises.posed import ExerciseSheet, Posed
from framework.exercises.sheet import exercise_sheet
from framework.exercises.wording import FORMATS, fact, fill
from framework.model.answers import Answer
from framework.model.exercise import CALCULATIONS, NUMBER_FORMATS, MetricExercise, NumbersExercise, VerdictExercise
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.decision import outcome_decision
from framework.reasoning.interpreter import Facts
from framework.report.exercises import FORMS, PARTS, file_name, render
from tests.cli.running import TINY, run
from tests.reference import first_that_holds

RULES = load_rules()
SEEDS = [str(seed) for seed in range(24)]

_EQUATION = re.compile(r"([\d(][\d,.%()+−×÷ ]*?) = (−?[\d,.]*\d(?: %)?)")


@cache
def _sheets() -> dict[str, ExerciseSheet]:
    return {seed: exercise_sheet(RULES, seed) for seed in SEEDS}


def _value(expression: str) -> float:
    """What an expression comes to, as it stands on the paper."""
    plain = expression.replace(",", "").replace(" %", "*0.01").translate(str.maketrans("−×÷", "-*/"))
    assert re.fullmatch(r"[\d.()+*/ -]+", plain), plain
    return float(eval(plain))


def _posed(kind: str) -> list[Posed]:
    return [
        posed
        for sheet in _sheets().values()
        for posed in sheet.exercises
        if RULES.exercise[posed.exercise].kind == kind
    ]


def test_every_equation_of_every_solution_is_true() -> None:
    """To the last digit that is printed, halves rounded up; and every part that asks for a number has one."""
    seen = 0
    for posed in _posed("numbers"):
        for part in posed.parts:
            for left, right in _EQUATION.findall(part.solution):
                seen += 1
                printed, exact = _value(right), _value(left)
                places = len(right.removesuffix(" %").partition(".")[2])
                unit = 10.0 ** -max(places, 1 if right.endswith("%") else 2) * (0.01 if right.endswith("%") else 1)
                assert abs(printed - exact) <= unit / 2 + 1e-9, (part.solution, left, right)
    assert seen > 300
    assert not _EQUATION.findall("no number = here")
    assert _value(_EQUATION.findall("so 2 × (3 − 1) = 4.")[0][0]) == 4


def test_what_follows_is_true() -> None:
    """The words after the numbers agree with the numbers."""
    for posed in _posed("numbers"):
        by_hand = [[_value(right) for _, right in _EQUATION.findall(part.solution)] for part in posed.parts]
        words = [part.solution for part in posed.parts]
        if posed.exercise == "break_even_share":
            assert (by_hand[3][0] > 0) == ("It pays" in words[3])
        elif posed.exercise == "expected_cost":
            names = ("the low one", "the middle one", "the high one")
            least = min(range(3), key=by_hand[0].__getitem__)
            assert names[least] in words[1]
        elif posed.exercise == "base_rate":
            accuracy, never = by_hand[3]
            assert (accuracy < never) == ("doing nothing looks better" in words[3])
            precision = by_hand[2][0]
            assert (precision < 0.5) == ("It is low" in words[2]) and (precision > 0.5) == (
                "More than half" in words[2]
            )
        else:
            pytest.fail(f"nobody checks {posed.exercise}")


def test_at_the_break_even_share_gains_and_losses_cancel_out() -> None:
    """So the share is what its name says."""
    numbers = {"value": 60.0, "success": 0.8, "cost": 2.0, "harm": 5.0, "precision": 0.5}
    found, _ = CALCULATE["break_even_share"](numbers)
    share = found["share"]
    assert share * found["gain"] - (1 - share) * found["loss"] == pytest.approx(0)


@pytest.mark.parametrize("id_", CALCULATIONS)
def test_a_calculation_gives_what_it_promises(id_: str) -> None:
    """Names and states as declared, for every exercise that uses it; all its states come up."""
    states = set()
    for exercise in RULES.exercises:
        if isinstance(exercise, NumbersExercise) and exercise.calculation == id_:
            for story in exercise.stories:
                first = {name: values[0] for name, values in story.numbers.items()}
                last = {name: values[-1] for name, values in story.numbers.items()}
                for numbers in (first, last):
                    if (result := CALCULATE[id_](numbers)) is not None:
                        assert tuple(result[0]) == tuple(CALCULATIONS[id_].gives)
                        states.add(result[1])
    assert states
    assert states <= set(CALCULATIONS[id_].states)


def _answers(rulebase: RuleBase, posed: Posed) -> dict[str, Answer]:
    return rulebase.accept(rulebase.case[posed.case].answers)


def _by_interpreter(answers: dict[str, Answer]) -> set[str]:
    """The titles of the verdicts that the reference leaves possible."""
    decision = outcome_decision(RULES)
    found = first_that_holds(decision, Facts(RULES, answers))
    return {RULES.verdict_of[id_].title for id_ in found}


def test_verdicts_are_those_of_the_reference() -> None:
    """The interpreter comes to the printed verdict, and to the other one when the one answer is changed."""
    seen = set()
    for posed in _posed("verdict"):
        case = RULES.case[posed.case]
        answers = _answers(RULES, posed)
        verdict, then = posed.parts[0].solution, posed.parts[-1].solution
        assert any(verdict.startswith(RULES.verdict[id_].title) for id_ in case.expected.acceptable_verdicts)
        assert all(verdict.startswith(title) for title in _by_interpreter(answers))
        text, after, before = re.search(r"“(.+?)” were “(.+)” instead of “(.+)”", posed.parts[-1].ask).groups()
        question = next(one for one in RULES.closed_questions.values() if one.text == text)
        assert RULES.answer_text(question.id, answers[question.id]) == before
        other = next(x for x in question.complete_answers if RULES.answer_text(question.id, x) == after)
        (title,) = _by_interpreter({**answers, question.id: other})
        assert then.startswith(title) and len(then) > len(title) + 20, "the reason stands behind it"
        assert any(fact.endswith(before) for fact in posed.facts)
        for id_ in case.expected.acceptable_verdicts:
            assert RULES.verdict[id_].title in verdict, "whoever agrees with the source is right"
        seen.add((posed.case, question.id, after))
    assert len(seen) > 12


def test_every_answer_that_the_solutions_rest_on_is_on_the_sheet() -> None:
    """What the deciding rules read, before the change and after it; and a note speaks of no answers."""
    for posed in _posed("verdict"):
        answers = _answers(RULES, posed)
        text, after = re.search(r"“(.+?)” were “(.+)” instead of", posed.parts[-1].ask).groups()
        changed = next(one for one in RULES.closed_questions.values() if one.text == text)
        other = next(x for x in changed.complete_answers if RULES.answer_text(changed.id, x) == after)
        for given in (answers, {**answers, changed.id: other}):
            rules = assess(RULES, Sheet(answers=given)).verdict_rules
            read = min(rules, key=lambda rule: len(rule.answers)).answers if rules else ()
            for id_ in {changed.id, *read} & set(answers):
                assert fact(RULES, id_, answers[id_]) in posed.facts, (posed.case, id_)
        assert "answers" not in posed.parts[0].solution


def test_machine_learning_is_advised_in_a_form_and_because_no_reason_against_it_holds() -> None:
    """The sentence of the rule of its form alone would read as a reason against it."""
    titles = {outcome.title for outcome in RULES.verdict["use_ml"].outcomes}
    seen = set()
    for posed in _posed("verdict"):
        for part in (posed.parts[0], posed.parts[-1]):
            if part.solution.startswith("Use machine learning"):
                title, _, rest = part.solution.partition(". ")
                assert title in titles
                assert rest.startswith(("No reason against it holds. Why in this form: ", "Train a model on your own"))
                seen.add(title)
    assert len(seen) >= 3


def test_about_one_sheet_in_four_at_most_asks_what_money_would_change() -> None:
    """It would change most verdicts."""
    exercise = next(found for found in RULES.exercises if isinstance(found, VerdictExercise))
    assert exercise.seldom == ("economics",)
    money = RULES.questions["economics"].text
    asked = sum(money in exercise_sheet(RULES, f"money {seed}").exercises[-1].parts[-1].ask for seed in range(120))
    assert 0 < asked <= 36


def test_another_accepted_verdict_is_not_laid_at_the_door_of_the_source() -> None:
    """It stands with the note of the case, which says why; without such a verdict the note is not printed."""
    seen = 0
    for posed in _posed("verdict"):
        case, said = RULES.case[posed.case], posed.parts[0].solution
        several = len(case.expected.acceptable_verdicts) > 1
        assert ("Also accepted: " in said) == several and "published" not in said
        if case.note:
            assert (case.note in said) == several
            seen += several
    assert seen


def test_who_is_asked_for_the_deciding_answers_looks_for_few_and_knows_how_many() -> None:
    """One to three; where it takes more, or none decides alone, nobody is asked."""
    counts = set()
    for posed in _posed("verdict"):
        asked = [part for part in posed.parts if "decide?" in part.ask]
        assert len(posed.parts) == 2 + len(asked)
        for part in asked:
            named = re.findall("“(.+?)”", part.solution)
            assert f"Number of answers to find: {len(named)}." in part.ask and 1 <= len(named) <= 3
            assert set(named) <= set(posed.facts)
        counts.add(len(named) if asked else 0)
    assert {0, 1} <= counts


def test_every_choice_is_a_metric_with_its_meaning_or_a_misleading_number() -> None:
    """The solution says why a misleading one is wrong. At least two are explained, so that this gives nothing away."""
    meanings = {f"{one.name}: {one.plain}" for one in RULES.metrics}
    misleading = {
        f"Not “{number.name}”: {number.why}": number.name
        for task in RULES.tasks
        for listed in (task.misleading, *(variant.misleading or () for variant in task.variants))
        for number in listed
    }
    seen = 0
    for posed in _posed("metric"):
        assert len(meanings & set(posed.choices)) >= 2
        wrong = {choice for choice in posed.choices if f"Not “{choice.partition(': ')[0]}”" in posed.parts[1].solution}
        assert set(posed.choices) - meanings <= wrong
        told = [name for said, name in misleading.items() if said in posed.parts[1].solution]
        assert {choice.partition(": ")[0] for choice in wrong} <= set(told)
        seen += len(wrong)
    assert seen > len(SEEDS)


def test_a_metric_stands_with_the_answers_that_its_reason_rests_on() -> None:
    """Nobody can tell from the description of the taxi that large errors cost more than in proportion."""
    exercise = next(found for found in RULES.exercises if isinstance(found, MetricExercise))
    posed = pose_metric(RULES, exercise, RULES.case["taxi_fare_estimate"], Random(1))
    assert posed is not None and posed.parts[1].solution.startswith("Root mean squared error")
    assert posed.facts == ("Worse mistake: It depends on how far off the answer is",)


def test_a_task_type_that_the_source_accepts_is_in_the_solution() -> None:
    """The chat of the car dealer accepts three, and none at all: it is not drawn."""
    named = set()
    for posed in _posed("metric"):
        accepted = RULES.case[posed.case].expected.acceptable_tasks
        assert all(RULES.task[id_].name in posed.parts[0].solution for id_ in accepted)
        named.add(posed.case)
    assert len(named) > 8
    assert "g_car_dealer_chat" not in named


def test_only_one_of_the_metrics_is_right() -> None:
    """What was published names it; none of the others is a metric of a task type that it accepts, or of the source."""
    for posed in _posed("metric"):
        expected = RULES.case[posed.case].expected
        right = [one for one in RULES.metrics if posed.parts[1].solution.startswith(f"{one.name}. ")]
        assert len(right) == 1 and right[0].id in expected.acceptable_metrics
        fitting = {choice.metric for id_ in expected.acceptable_tasks for choice in RULES.task[id_].metrics}
        fitting |= set(expected.acceptable_metrics)
        explained = {f"{one.name}: {one.plain}": one for one in RULES.metrics}
        others = [explained[choice] for choice in posed.choices if choice in explained]
        assert right[0] in others and len(posed.choices) == 4
        for one in others:
            assert one == right[0] or one.id not in fitting or f"Not “{one.name}”: " in posed.parts[1].solution


def test_the_seed_makes_the_sheet() -> None:
    """The same seed gives the same sheet; others give others, and no sheet takes a case twice."""
    assert exercise_sheet(RULES, "7") == _sheets()["7"]
    texts = {(posed.case, posed.text, posed.facts) for sheet in _sheets().values() for posed in sheet.exercises[:3]}
    assert len(texts) > 2 * len(SEEDS)
    for sheet in _sheets().values():
        cases = [posed.case for posed in sheet.exercises]
        assert len(set(cases)) == len(cases) == len(RULES.exercise)
        assert not any(mark in str(sheet) for mark in "{}")


_DOUBLED = re.compile(r"(?<!al)[?!.,;:…]”?[.,;:?!]|\s[.,;:?!](\s|$)")
_POINTLESS = re.compile(r"(?<![\d.,])(0(?![\d.,]*\d)|100 %)")
"""A number that is nothing, or a share that is all."""


def test_no_number_makes_a_sentence_pointless_and_no_stop_follows_another() -> None:
    """On 60 sheets: what costs, saves, happens or is counted is more than nothing, and no share is all."""
    for seed in range(60):
        sheet = exercise_sheet(RULES, str(seed))
        for posed in sheet.exercises:
            if RULES.exercise[posed.exercise].kind == "numbers":
                told = [posed.text, *(cell for row in posed.table for cell in row)]
                told += [text for part in posed.parts for text in (part.ask, part.solution)]
                assert not [text for text in told if _POINTLESS.search(text)], seed
        printed = re.sub(r"\s+", " ", render("text", RULES, sheet).decode())
        assert not [printed[max(0, at.start() - 40) : at.end() + 10] for at in _DOUBLED.finditer(printed)], seed


def test_every_number_that_can_be_drawn_is_more_than_nothing() -> None:
    for exercise in RULES.exercises:
        for story in exercise.stories if isinstance(exercise, NumbersExercise) else ():
            assert all(value > 0 for values in story.numbers.values() for value in values), (exercise.id, story.case)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_every_part(form: str) -> None:
    """What the seed says is data; without solutions there is none, and the solutions alone hold all of them."""
    seed = "<b>*Ada*</b> #1"
    sheet = exercise_sheet(RULES, seed)
    made = {part: render(form, RULES, sheet, part=part) for part in PARTS}
    assert len(set(made.values())) == 3
    assert made["both"] == render(form, RULES, exercise_sheet(RULES, seed))
    if form == "pdf":
        assert all(content.startswith(b"%PDF") for content in made.values())
        return
    words = {part: re.sub(r"[\\\s]+", " ", content.decode()) for part, content in made.items()}
    assert ("<b>" in words["both"]) == (form == "text")
    solution = f"{sheet.exercises[0].parts[0].solution.split(' × ')[0]} ×"
    assert [solution in words[part] for part in PARTS] == [False, True, True]
    assert file_name(form, seed, "solutions").startswith("solutions-b-ada-b-1.")


def test_one_decimal_place_is_printed_where_one_is_asked_for() -> None:
    asked = [part for posed in _posed("numbers") for part in posed.parts if "one decimal place" in part.ask]
    assert len(asked) > len(SEEDS)
    for part in asked:
        first = _EQUATION.findall(part.solution)[0][1]
        assert re.fullmatch(r"[\d,]+\.\d %", first), part.solution
    assert any(".0 %" in part.solution for part in asked), "a whole number is written so, too"


def test_the_name_of_a_file_says_whether_solutions_are_in_it() -> None:
    names = [file_name("text", "1", part) for part in PARTS]
    assert names == ["exercises-1.txt", "exercises-1-solutions.txt", "solutions-1.txt"]


def test_numbers_are_written_as_people_write_them() -> None:
    """Halves go up, and the noise of binary fractions is no digit."""
    assert fill(
        "{a:percent}; {b:number}; {c:number}; {d}; {e:percent}; {e:tenths}; {a:tenths}",
        {"a": 0.1125, "b": 0.1 + 0.2, "c": 1234567, "d": "x", "e": 0.07},
    ) == ("11.3 %; 0.3; 1,234,567; x; 7 %; 7.0 %; 11.3 %")
    assert set(FORMATS) == set(NUMBER_FORMATS)


def test_the_command_writes_a_sheet_of_any_rule_base() -> None:
    """The tiny one has two exercises; a rule base without says so."""
    done = run("exercise", "--seed", "7", "--format", "markdown")
    assert done.returncode == 0, done.stderr
    assert "## 1\\. A tyre that looks worn" in done.stdout
    assert "Solution 2" in done.stdout
    bare = load_rules(TINY).model_copy(
        update={"manifest": load_rules(TINY).manifest.model_copy(update={"exercises": ()})}
    )
    with pytest.raises(UserError, match="no exercises"):
        exercise_sheet(bare, "7")


@pytest.mark.parametrize("wrong", [{"form": "docx"}, {"part": "hints"}, {"paper": "a3"}])
def test_another_form_part_or_paper_is_refused(wrong):
    rulebase = load_rules(TINY)
    ((what, given),) = wrong.items()
    with pytest.raises(UserError, match=f"no {what} `{given}`"):
        render(rulebase=rulebase, sheet=exercise_sheet(rulebase, "7"), **{"form": "pdf", **wrong})
