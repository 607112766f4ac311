"""What is published about a room tells of no answer that fewer than five gave, also to whoever knows the rules."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations, combinations_with_replacement, product
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework.classroom import results, ticks, votes
from framework.classroom.plan import Plan, next_question, plan_of_case
from framework.classroom.rehearsal import ballot
from framework.classroom.results import BothRounds, Result, both_rounds, result
from framework.classroom.votes import NOT_ASKED, Ballots, Part, Vote
from framework.model.answers import Answer
from framework.model.question import Question
from framework.reasoning.reasoner import reasoner_for
from framework.report import class_summary
from tests.ui.brief_sheets import rules

QUESTION = "action_changes"
"""Of a ready class: the answers that follow lead to the same advice but for the second, all else as in the case."""
ONE, OTHER, FEW = "output_is_product", "automatic_action", "person_acts"


def _class(*, full: bool = False) -> tuple[Any, Plan, dict[str, Answer]]:
    """A ready class with the answers of its case."""
    rulebase = rules()
    case = rulebase.case["care_programme_enrolment"]
    ready = next(each for each in rulebase.classes if each.case == case.id)
    plan = plan_of_case(rulebase, case, full=full, questions=ready.questions)
    reference = rulebase.accept(case.answers)
    return reasoner_for(rulebase), plan, {id_: reference[id_] for id_ in plan.questions}


def _room(reference: Mapping[str, Answer], changes: Sequence[Mapping[str, Answer]]) -> Ballots:
    return {f"p{place:02}": {**reference, **change} for place, change in enumerate(changes)}


def _sent(found: Ballots, round_: int) -> list[Vote]:
    return [Vote(name, round_, id_, 1, answer) for name, each in found.items() for id_, answer in each.items()]


def test_the_advice_does_not_tell_a_count_that_is_held_back():
    """Ten, at least six and fewer than five: an exact 14 for the first and the last together would make these four."""
    reasoner, plan, reference = _class()
    told = set()
    for one, other, few in ((10, 6, 4), (10, 7, 3), (10, 9, 1)):
        answers = [ONE] * one + [OTHER] * other + [FEW] * few
        found = result(reasoner, plan, _room(reference, [{QUESTION: answer} for answer in answers]))
        counted = found and found.on(QUESTION)
        assert found and counted
        told.add((*counted.parts()[:1], *found.verdicts.parts()))
    assert told == {(Part(ONE, 10),)}


def test_the_advice_is_told_roughly_in_every_form():
    """Two questions make a difference, and one person gave a rare answer."""
    reasoner, plan, reference = _class()
    changes = [{QUESTION: ONE, "plan_aim": "other_aim"}] * 6 + [{QUESTION: FEW}] + [{QUESTION: OTHER}] * 8
    changes += [{"plan_aim": "every_case", QUESTION: OTHER}] * 9
    found = result(reasoner, plan, _room(reference, changes))
    assert found
    parts = found.verdicts.parts()
    assert parts and all(part.about and part.number % 5 == 0 and part.number >= 5 for part in parts)
    sent = _sent(_room(reference, changes), 1)
    summary = class_summary.markdown(reasoner, plan, sent)
    rows = list(csv.reader(io.StringIO(class_summary.totals(reasoner, plan, sent).decode("utf-8-sig"))))
    advice = [row[3] for row in rows if row[1] == "Advice"]
    assert advice and all(number == f"about {int(number.split()[-1])}" for number in advice)
    assert summary.count("| about ") == len(advice) and class_summary.ABOUT in summary


def test_where_every_count_is_shown_the_advice_is_exact():
    reasoner, plan, reference = _class()
    changes = [{QUESTION: ONE}] * 11 + [{QUESTION: OTHER}] * 9
    found = result(reasoner, plan, _room(reference, changes))
    assert found and sorted(part.number for part in found.verdicts.parts()) == [9, 11]
    assert all(part.exact for part in found.verdicts.parts()) and found.questions[0].parts is not None
    few = result(reasoner, plan.model_copy(update={"small": True}), _room(reference, [*changes, {QUESTION: FEW}]))
    assert few and all(part.exact for part in few.verdicts.parts()) and few.questions[0].parts is not None


def test_no_share_of_pairs_tells_a_count_of_another_question():
    """How often one question makes a difference depends on how many gave a rare answer to another."""
    reasoner, plan, reference = _class()
    for rare in (1, 2, 3):
        changes = [{QUESTION: ONE if place < 10 else OTHER} for place in range(20)]
        for place in range(rare):
            changes[place]["plan_aim"] = "every_case"
        found = result(reasoner, plan, _room(reference, changes))
        assert found and {item.parts for item in found.questions} == {None}


@pytest.mark.parametrize("answer", [ONE, OTHER, FEW])
def test_who_comes_to_the_second_vote_is_not_told_by_the_difference(answer):
    reasoner, plan, reference = _class()
    changes = [{QUESTION: ONE}] * 6 + [{QUESTION: OTHER}] * 6
    first = _room(reference, changes)
    sent = [*_sent(first, 1), *_sent({"late": {**reference, QUESTION: answer}}, 2)]
    found = both_rounds(reasoner, plan, sent, done=True)
    assert found == both_rounds(reasoner, plan, _sent(first, 1), done=True)
    assert found.second and found.second.answered == 12


def test_those_who_come_to_the_second_vote_are_counted_where_they_are_enough():
    """Then it is not told who changed their mind, as the difference of both tables would be about them."""
    reasoner, plan, reference = _class()
    sent = _sent(_room(reference, [{QUESTION: ONE}] * 6 + [{QUESTION: OTHER}] * 6), 1)
    late: Ballots = {f"late{place}": {**reference, QUESTION: FEW if place else ONE} for place in range(6)}
    found = both_rounds(reasoner, plan, [*sent, *_sent(late, 2)], done=True)
    assert found.second and found.second.answered == 18 and found.moved is None
    assert both_rounds(reasoner, plan, sent, done=True).moved


def test_how_many_were_asked_does_not_tell_what_they_answered_before():
    """A motor is asked for where there are hills; three have none, so that seventeen are asked would tell this."""
    kinds = {"hills": SimpleNamespace(kind="one"), "electric": SimpleNamespace(kind="one")}
    found: Ballots = {f"p{place:02}": {"hills": "hilly", "electric": "no"} for place in range(17)}
    found |= {f"q{place}": {"hills": "flat"} for place in range(3)}
    for place in range(8):
        found[f"p{place:02}"]["electric"] = "yes"
    come_to = _result(found, kinds, dict.fromkeys(product(("hilly", "flat"), ("yes", "no", None)), "U"), listed=False)
    motor = come_to.on("electric")
    assert motor and motor.answered == 20 and motor.counts[NOT_ASKED] is None
    assert Part("no", 9) in motor.parts() and 17 not in {part.number for part in motor.parts()}


def test_a_sum_of_counts_that_are_held_back_is_not_told_as_those_who_were_not_asked():
    """Ten answered the first question in one way, and three, three and four in others: of these the last are asked."""
    kinds = {"way": SimpleNamespace(kind="one"), "motor": SimpleNamespace(kind="one")}
    found: Ballots = {f"a{place}": {"way": "a", "motor": "yes" if place < 5 else "no"} for place in range(10)}
    found |= {f"b{place}": {"way": "b" if place < 3 else "c"} for place in range(6)}
    found |= {f"d{place}": {"way": "d", "motor": "yes"} for place in range(4)}
    come_to = _result(found, kinds, dict.fromkeys(product("abcd", ("yes", "no", None)), "U"), listed=False)
    motor = come_to.on("motor")
    assert motor and motor.counts[NOT_ASKED] is None and {part.number for part in motor.parts()} == {9, 11}


def test_where_all_that_matters_is_asked_no_count_of_who_was_asked_is_about_few():
    """Rehearsed rooms of the rules: whoever was not asked is counted as an answer of its own, and held back with it."""
    rulebase = rules()
    reasoner, case = reasoner_for(rulebase), rulebase.case["care_programme_enrolment"]
    plan, reference = plan_of_case(rulebase, case, full=True), rulebase.accept(case.answers)
    rng, found, conditional = Random(1), {}, 0
    for place in range(14):
        given_: dict[str, Answer] = {}
        while question := next_question(reasoner, plan, given_):
            asked: list[Question] = [rulebase.questions[question]]
            given_[question] = ballot(rng, asked, reference)[question]
        found[f"p{place:02}"] = given_
    come_to = result(reasoner, plan, found)
    assert come_to
    for item in come_to.questions:
        assert item.counted.answered == 14
        shown = item.counted.counts.get(NOT_ASKED, 0)
        conditional += shown is None
        assert shown is None or shown == 0 or shown >= votes.MIN_PEOPLE
    assert conditional


class _Table:
    """Sheets whose verdict is looked up in a table, in place of `Sheets`."""

    def __init__(self, found: Ballots, questions: Sequence[str], verdict: Mapping[tuple[Any, ...], str]) -> None:
        rows = [tuple(ballot.get(id_) for id_ in questions) for ballot in found.values()]
        self.questions, self.results = tuple(questions), tuple((verdict[row],) for row in rows)
        self.changed = {
            id_: sum(
                any(
                    verdict[mine] != verdict[*mine[:at], theirs[at], *mine[at + 1 :]]
                    for mine, theirs in (two, two[::-1])
                )
                for two in combinations(rows, 2)
            )
            for at, id_ in enumerate(questions)
        }
        best = max(questions, key=lambda id_: self.changed[id_])
        self.deciding = best if self.changed[best] else None
        self.together = tuple(sorted({verdict[row] for row in product(*map(set, zip(*rows, strict=True)))}))


def _result(found: Ballots, kinds: Mapping[str, Any], verdict: Mapping[Any, str], *, listed: bool) -> Result:
    """The result of a room under rules that are a table of verdicts; `listed`: whether everybody is asked the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(results, "compared", lambda reasoner, plan, ballots: _Table(ballots, list(kinds), verdict))
        names = dict.fromkeys(sorted(set(verdict.values())))
        reasoner: Any = SimpleNamespace(rulebase=SimpleNamespace(verdict=names, questions=kinds))
        come_to = result(reasoner, Plan(kind="own", title="", questions=tuple(kinds) if listed else ()), found)
    assert come_to
    return come_to


LIMIT = 3
"""Stands for five, so that rooms of eight have something to show."""

TWO_QUESTIONS = tuple(product("abc", "xy"))


def _published(come_to: Result) -> Hashable:
    """All of a result but which names are counted: names of what is held back are on no screen."""
    shown = tuple((item.question, tuple(item.counted.parts()), item.parts, item.reached) for item in come_to.questions)
    named = come_to.deciding, come_to.headline
    return shown, tuple(come_to.verdicts.parts()), named, come_to.agreed, come_to.together, come_to.answered


def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (votes, ticks):
        monkeypatch.setattr(module, "MIN_PEOPLE", LIMIT)


@given(st.lists(st.sampled_from("UVW"), min_size=4, max_size=4), st.integers(LIMIT, 8))
@settings(max_examples=25, deadline=None)
def test_rooms_that_differ_in_a_count_that_is_held_back_publish_the_same(advice, people):
    """Every room of up to eight, whatever the rules make of the answers: of one question that alone decides, the whole
    result follows from the counts that are shown and from which answers there are.
    """
    verdict = {(answer,): leaf for answer, leaf in zip("abcd", advice, strict=True)}
    by_counts: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    with pytest.MonkeyPatch.context() as patch:
        _few(patch)
        for room in combinations_with_replacement("abcd", people):
            found: Ballots = {str(place): {"q": answer} for place, answer in enumerate(room)}
            come_to = _result(found, {"q": SimpleNamespace(kind="one")}, verdict, listed=True)
            counted = come_to.on("q")
            if counted and None in counted.counts.values():
                by_counts[tuple(counted.parts()), frozenset(room)].add(_published(come_to))
    assert by_counts and all(len(each) == 1 for each in by_counts.values())


@given(st.lists(st.sampled_from("UVW"), min_size=6, max_size=6), st.integers(LIMIT, 6))
@settings(max_examples=15, deadline=None)
def test_where_a_count_is_held_back_no_number_of_the_advice_is_exact(advice, people):
    """Every room of up to six, with two questions: but that all have the same, the numbers are multiples of the limit,
    or bounds, and no share of pairs is told.
    """
    verdict = dict(zip(TWO_QUESTIONS, advice, strict=True))
    kinds = {"q": SimpleNamespace(kind="one"), "r": SimpleNamespace(kind="one")}
    held_back = 0
    with pytest.MonkeyPatch.context() as patch:
        _few(patch)
        for room in combinations_with_replacement(TWO_QUESTIONS, people):
            found: Ballots = {str(place): {"q": one, "r": other} for place, (one, other) in enumerate(room)}
            come_to = _result(found, kinds, verdict, listed=True)
            counts = [come_to.on(id_) for id_ in kinds]
            if all(each and None not in each.counts.values() for each in counts):
                continue
            held_back += 1
            assert all(item.parts is None for item in come_to.questions)
            for part in come_to.verdicts.parts():
                everybody = part.number == people and len(Counter(verdict[row] for row in room)) == 1
                assert everybody or not part.exact
                most = people - (LIMIT - 1)  # all but at most two: known without any count
                assert everybody or part.name is None or part.number % LIMIT == 0 or part.number == most
    assert held_back


answers = st.fixed_dictionaries({"q": st.sampled_from("ab")}, optional={"r": st.sampled_from("xy")})


@given(st.lists(answers, min_size=5, max_size=14), st.lists(answers, min_size=1, max_size=4), st.randoms())
def test_both_rounds_say_nothing_of_the_few_who_answer_only_in_the_second(before, late, random):
    """Whatever these answer, and whatever the others do: what counts of the second is the same."""
    first: Ballots = {f"p{place}": dict(each) for place, each in enumerate(before)}
    others: Ballots = {
        name: {id_: random.choice((answer, "ab"[id_ == "q"] if id_ == "q" else answer)) for id_, answer in each.items()}
        for name, each in first.items()
    }
    second: Ballots = {**others, **{f"late{place}": dict(each) for place, each in enumerate(late)}}
    asked = [id_ for id_ in "qr" if sum(id_ in each for each in first.values()) >= votes.MIN_PEOPLE]
    for questions in (("q", "r"), ()):
        told = votes.without_few_new(first, second, questions, small=False)
        counted = {id_: votes.tally(told, id_) for id_ in asked}
        assert counted == {id_: votes.tally(others, id_) for id_ in asked}
        assert votes.without_few_new(first, second, questions, small=True) == second
        for id_ in asked:
            moved = votes.shift(first, told, id_, small=False)
            assert moved and moved.both == sum(counted[id_].values())


def test_the_rounds_have_nothing_else_that_tells_of_answers():
    """What is added here has to be looked at in the tests above."""
    told = {"answered", "questions", "verdicts", "deciding", "headline", "agreed", "together"}
    assert set(Result.__dataclass_fields__) == told
    assert set(BothRounds.__dataclass_fields__) == {"first", "second", "moved_on", "moved"}
