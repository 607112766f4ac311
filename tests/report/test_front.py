"""The first screen says what matters in few words, and the whole brief is one that people finish."""

from __future__ import annotations

import re
from datetime import date
from statistics import median

import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.model.rule_index import index_of
from framework.model.sheet import Range, Sheet
from framework.report.document import build_document
from framework.report.forms import render
from framework.report.front import front_of, verdict_in_short
from framework.report.front_open import MAX_VERDICTS
from framework.report.markdown import to_markdown
from framework.report.onepage import one_page
from framework.report.sections.answers import answer_given
from framework.report.sections.context import Context
from framework.report.sections.money import result_statement
from framework.report.slide import slide
from framework.rulebase.translating import in_language
from tests.knowledge.cases import CASES, RULEBASE, result_of
from tests.report.briefs import texts

FIRST_SCREEN = 300
MEDIAN, WORST = 1_500, 2_500
A_WORD = re.compile(r"\w")
ORIGIN = re.compile(r" \*\([a-z]+/[^)]*\)\*")
"""The rule id and the numbers of the notes after a statement: a reference, nothing to read."""


@pytest.fixture(scope="module")
def results() -> dict[str, Assessment]:
    found = {id_: result_of(RULEBASE, case) for id_, case in CASES.items()}
    assert len(found) > 130
    return found


def words_in(text: str) -> int:
    """Words that a person reads; marks of Markdown and numbers of a list are none."""
    return sum(bool(A_WORD.search(part)) and not re.fullmatch(r"\d+\.", part) for part in text.split())


def test_a_first_screen_has_at_most_300_words(results):
    """Counted for every open case and every worked case."""
    counted = {id_: sum(words_in(text) for text in texts(front_of(RULEBASE, a))) for id_, a in results.items()}
    assert {id_: number for id_, number in counted.items() if number > FIRST_SCREEN} == {}


def test_a_whole_brief_is_short(results):
    """Everything unfolded, sources included."""
    counted = {}
    for id_, found in results.items():
        text = to_markdown(RULEBASE, found, build_document(RULEBASE, found))
        counted[id_] = words_in(ORIGIN.sub("", text))
    assert median(counted.values()) <= MEDIAN
    assert max(counted.values()) <= WORST, max(counted, key=counted.__getitem__)


SLOT = re.compile(r"\s*\{[^}]*\}\s*")


def test_each_objective_cites_the_rule_that_words_it(results):
    """What stands between the slots of its template stands in the line, in the same order."""
    index, case = index_of(RULEBASE), RULEBASE.manifest.sentences.for_each
    seen = set()
    for id_, found in results.items():
        panels = {panel.id: panel for panel in front_of(RULEBASE, found).panels}
        for line in panels["objectives"].lines if "objectives" in panels else ():
            if line.statement:
                rest = line.text.lower()
                for piece in SLOT.split(index[line.statement.rule].sentence.removeprefix(case)):
                    words = piece.strip(" ,.;:").lower()
                    assert words in rest, (id_, line.statement.rule, line.text)
                    rest = rest.partition(words)[2] if words else rest
                seen.add(line.statement.rule.partition("/")[0])
    assert seen == {"rulebase", "tasks", "values"}


def test_no_sentence_of_the_program_cites_a_rule(results):
    """The result of a sheet whose numbers only the calculation of alerts can use is worded in Python."""
    lines = [(found, result_statement(Context(RULEBASE, found))) for found in results.values()]
    said = [(found, line) for found, line in lines if line]
    assert said
    assert all((line.statement is not None) == bool(found.money) for found, line in said)


@pytest.mark.parametrize("language", ["", "fr"])
def test_the_model_s_goal_does_not_repeat_the_case_in_any_language(results, language):
    """It stands in the framing beside it."""
    rulebase = in_language(RULEBASE, language) if language else RULEBASE
    case = rulebase.manifest.sentences.for_each.partition("{")[0]
    shown = 0
    for id_, found in CASES.items():
        front = front_of(rulebase, result_of(rulebase, found)) if id_ in list(CASES)[:40] else None
        panels = {panel.id: panel for panel in front.panels} if front else {}
        if "framing" in panels and panels["framing"].lines[0].text.startswith(case):
            goals = [line.text for line in panels["objectives"].lines]
            assert not any(goal.startswith(case) for goal in goals), goals
            shown += len(goals) > 1
    assert shown


def test_a_first_screen_says_what_it_must(results):
    """A verdict: why, panels and steps; an open one: the facts, how to find each out and how long that takes."""
    for id_, found in results.items():
        front = front_of(RULEBASE, found, date(2026, 11, 27))
        assert front.headline and front.why, id_
        if found.verdict is None:
            assert front.facts and all(fact.find_out and fact.takes for fact in front.facts), id_
            assert not front.steps
            continue
        panels = [panel.id for panel in front.panels]
        builds = RULEBASE.verdict[found.verdict].has_task and not RULEBASE.verdict[found.verdict].needs_reframing
        asked = {"different"} if Context(RULEBASE, found).keeps_question else {"instead", "different"}
        assert ({"framing", "objectives"} if builds else asked) <= set(panels), id_
        assert len(front.steps) + panels.count("first") >= 2, id_
        assert all(re.fullmatch(r"by \d+ [A-Z][a-z]{2}", step.when) for step in front.steps), id_


def test_an_open_verdict_says_what_the_answers_to_its_facts_would_mean():
    """Also where nearly everything is not known: which answers rule something out, and that the others do not."""
    unsure = {id_: ["not_sure"] if q.kind == "many" else "not_sure" for id_, q in RULEBASE.closed_questions.items()}
    wishes = [option.id for option in RULEBASE.questions["answer_kind"].options]
    openings = [{"answer_kind": wish} for wish in wishes] + [{}, {"answer_kind": wishes[:3]}]
    opened = [found for a in openings if (found := assess(RULEBASE, {"answers": {**unsure, **a}})).verdict is None]
    assert len(opened) > 10
    kinds = set()
    for found in opened:
        front = front_of(RULEBASE, found)
        assert sum(words_in(text) for text in texts(front)) <= FIRST_SCREEN
        assert all(fact.means for fact in front.facts)
        for unknown in found.unknowns:
            for option in RULEBASE.questions[unknown.question].options:
                several = RULEBASE.questions[unknown.question].kind == "many"
                given = {**found.answers, unknown.question: [option.id] if several else option.id}
                left = set(assess(RULEBASE, {"answers": given}).possible_verdicts)
                told = next((each for each in unknown.narrows if option.id in each.options), None)
                assert left <= set(told.verdicts if told else found.possible_verdicts)
                assert several or not told or left == set(told.verdicts)
        counted = f"” would take {max(map(len, found.changes.values()))}." in front.why
        assert counted == (len(found.possible_verdicts) > MAX_VERDICTS), "where they are named, the headline says it"
        kinds.add(counted)
    assert kinds == {True, False}


def test_what_leaves_two_verdicts_possible_leaves_both() -> None:
    """Not "all 2": whoever asks what an action changes, and has not said how the number did."""
    unsure = {id_: ["not_sure"] if q.kind == "many" else "not_sure" for id_, q in RULEBASE.closed_questions.items()}
    front = front_of(RULEBASE, assess(RULEBASE, {"answers": {**unsure, "answer_kind": "cause"}}))
    (number,) = (fact for fact in front.facts if fact.question == "success_gap")
    assert number.means[-1] == "Any other answer leaves both possible."


def test_what_stands_above_a_headline_does_not_say_the_same(results):
    """In no form; a kicker that says more stays."""
    kept = set()
    for id_, found in results.items():
        front = front_of(RULEBASE, found)
        card = one_page(RULEBASE, found)["card"]
        outcome = RULEBASE.outcome.get(found.outcome or "")
        if found.verdict and front.headline == RULEBASE.verdict[found.verdict].title:
            assert front.above == card["kicker"] == slide(RULEBASE, found)["kicker"] == "", id_
        if outcome and outcome.short and front.headline == outcome.title:
            assert front.above == card["kicker"] == "", id_
        if found.verdict and front.fault:
            assert front.above == front.kicker, id_
        kept.add(front.above)
    assert {"", "Use ML, if a short test finds a signal", "Don't use ML"} <= kept


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_form_copes_without_a_kicker_and_names_the_edition_once(results, form):
    found = next(each for each in results.values() if each.verdict == "use_ml" and front_of(RULEBASE, each).repeats)
    headline = front_of(RULEBASE, found).headline
    said = render(form, RULEBASE, found).decode()
    assert said.count(RULEBASE.digest[:12]) == 1
    before = {"text": f"{'=' * 80}\n\n{headline.upper()}", "markdown": f"\n\n**{headline}**", "html": headline}[form]
    assert before in said
    assert 'class="kicker"' not in said
    opened = render(form, RULEBASE, assess(RULEBASE, {"answers": {}})).decode()
    assert opened.count(RULEBASE.digest[:12]) == 1


def test_a_verdict_in_short_is_that_of_the_brief(results):
    """A fatal fault stands first, and a condition is not left out."""
    said = {id_: verdict_in_short(RULEBASE, found) for id_, found in results.items()}
    conditional = next(id_ for id_, a in results.items() if a.outcome == "test_signal_first" and a.worth is None)
    for id_, found in results.items():
        front = front_of(RULEBASE, found)
        if found.verdict:
            assert said[id_] == (f"{front.headline} ({front.kicker})" if front.fault else front.kicker), id_
    assert said[conditional] == "Use ML, if a short test finds a signal"
    assert any(text.startswith(RULEBASE.manifest.sentences.mend_first) for text in said.values())


@pytest.mark.parametrize("rulebase", [RULEBASE, in_language(RULEBASE, "fr")], ids=lambda rulebase: rulebase.language)
def test_a_verdict_has_one_name_in_full_or_with_the_usual_abbreviation(rulebase):
    """Headline, badge, lists and tables would otherwise speak of different things."""
    named = [*rulebase.verdicts, *rulebase.outcome.values()]
    assert len(named) > 20
    for one in named:
        assert one.short is None or one.short.replace("ML", "machine learning") == one.title


def test_steps_are_dated_by_working_days(results):
    """Without a day to count from, each says how long it takes."""
    found = results["store_item_sales"]
    friday = front_of(RULEBASE, found, date(2026, 11, 27)).steps
    assert friday[0].when == "by 30 Nov", "one working day after a Friday is Monday"
    assert front_of(RULEBASE, found).steps[0].when == "a day"


def test_a_fatal_fault_stands_in_the_headline(results):
    """Wherever something would be learned although the framing cannot work."""
    seen = 0
    for id_, found in results.items():
        fatal = next((fault.fatal for fault in found.faults if fault.fatal), None)
        if found.verdict and fatal and RULEBASE.verdict[found.verdict].has_task:
            seen += 1
            assert fatal in front_of(RULEBASE, found).headline, id_
    assert seen > 5


@pytest.mark.parametrize("today", [None, date(2026, 11, 27)])
def test_nothing_is_dated_after_a_step_that_takes_nobody_knows_how_long(results, today):
    """A case from a review: a step of over a year has no duration, and the next one was dated as if it took no time."""
    found = next(a for a in results.values() if a.verdict and len(a.next_steps) >= 3)
    first, second, third, *_ = found.next_steps
    for open_ended in (0, 1):
        steps = [step.model_copy(update={"days": 5}) for step in (first, second, third)]
        steps[open_ended] = steps[open_ended].model_copy(update={"days": None})
        told = front_of(RULEBASE, found.model_copy(update={"next_steps": tuple(steps)}), today).steps
        assert [bool(step.when) for step in told] == [at < open_ended for at in range(3)]


def test_each_next_step_and_each_open_question_says_how_long_it_takes():
    """The first screen would have no date and no duration otherwise."""
    steps = [step for verdict in RULEBASE.verdicts for outcome in verdict.outcomes for step in outcome.next_steps]
    assert [step.id for step in steps if step.days is None] == []
    asked = [q for q in RULEBASE.closed_questions.values() if q.find_out]
    assert [q.id for q in asked if q.takes is None] == []
    assert [risk.id for risk in RULEBASE.risks if risk.in_short is None] == []


NUMBERS_SAY = {"pays": "pays_sure", "loses": "loses_sure", "even": "even_sure"}


@pytest.mark.parametrize("result", NUMBERS_SAY)
def test_money_never_contradicts_the_verdict_unqualified(results, result):
    """Whatever the numbers say beside a verdict that points the other way, the reservation stands with it."""
    worth = next(a.worth for a in results.values() if a.worth) if any(a.worth for a in results.values()) else None
    money = next(item for item in RULEBASE.money if item.id == NUMBERS_SAY[result])
    seen = 0
    for id_, found in results.items():
        if found.verdict is None:
            continue
        verdict = RULEBASE.verdict[found.verdict]
        builds = verdict.has_task and not verdict.needs_reframing
        if builds == (result == "pays"):
            continue
        seen += 1
        guessed = any("economics" in rule.answers for rule in found.verdict_rules)
        said = found.model_copy(
            update={
                "worth": _worth(worth, result),
                "value": RULEBASE.values[0].id,
                "money": (found.verdict_rules or found.reasons)[:1] and (_statement(money),),
            }
        )
        sentences = RULEBASE.manifest.sentences
        speaks_against = verdict.uses_model if builds else guessed
        agree = sentences.numbers_agree if verdict.has_alternative else sentences.numbers_discourage
        beside = agree if builds else sentences.numbers_alone
        against = sentences.numbers_against if speaks_against else beside
        against = sentences.numbers_even if result == "even" else against
        document = build_document(RULEBASE, said)
        text = to_markdown(RULEBASE, said, document)
        assert against
        assert result == "even" or against in document.front.note, id_
        beside_verdict = {
            sentences.numbers_even: sentences.even_in_short,
            sentences.numbers_against: sentences.against_in_short,
            sentences.numbers_discourage: sentences.against_in_short,
        }
        assert (beside_verdict.get(against) or "") in document.front.above, id_
        assert (beside_verdict.get(against) or "") in verdict_in_short(RULEBASE, said), id_
        assert text.count(_statement(money).text) <= 1 or against in text, id_
    assert seen > 10


def _worth(known, result):
    from framework.model.worth import Worth

    empty = Worth(
        value=RULEBASE.values[0].id,
        quality="recall",
        counted=None,
        once=False,
        numbers={},
        assumed=(),
        missing=(),
        issues=(),
        doubts=(),
        years_of_use=Range(low=3, middle=3, high=3),
    )
    return (known or empty).model_copy(update={"result": result, "certainty": "sure"})


def _statement(money):
    from framework.model.assessment import Statement

    return Statement(rule=f"money/{money.id}", text=money.text)


def test_a_fault_that_stops_everything_is_the_headline_and_no_verdict_to_build():
    """A case from a review: "Use machine learning: fewer than 50 cases can neither train nor test a model"."""
    answers = {**CASES["monthly_series_batch"].answers, "rarest_outcome_count": "under_50"}
    front = front_of(RULEBASE, assess(RULEBASE, {"answers": answers}))
    assert front.fault is not None
    assert front.headline.startswith("Fix this first: ")


def test_a_rule_that_asks_another_question_says_which(results):
    """The headline of a reason to reframe is what to do first, not the name of an alternative."""
    front = front_of(RULEBASE, results["g_handbook_assistant"])
    assert front.headline == "Put the documents in order first"


def test_a_settled_verdict_says_the_reason_that_holds_though_another_may_take_precedence():
    found = assess(RULEBASE, {"answers": {"answer_kind": "future_value", "removable_cause": "yes_untried"}})
    assert (found.verdict, found.outcome) == ("dont_use_ml", None)
    assert front_of(RULEBASE, found).headline == "Remove the cause instead"
    assert [step.rule.split("/")[2] for step in found.next_steps] == ["remove_cause"] * 2


def test_nothing_is_learned_from_the_tests_of_a_ready_made_model():
    found = assess(RULEBASE, {"answers": CASES["c_camera_trap_sorting"].answers, "words": {"label": "two biologists"}})
    assert found.verdict == "pretrained"
    assert found.framing and ", tested on answers still to be collected (two biologists)" in found.framing
    assert "Training losses" not in to_markdown(RULEBASE, found, build_document(RULEBASE, found))


def test_people_are_named_only_where_there_are_any():
    """A case from a review: sales and good customers for pumps."""
    answers = {**CASES["heavy_machine_stops"].answers, "objective_family": "risk_loss"}
    for impact, there in (("no_people", False), ("noticeable", True)):
        found = assess(RULEBASE, {"answers": {**answers, "person_impact": impact}})
        text = to_markdown(RULEBASE, found, build_document(RULEBASE, found))
        assert ("Honest people who are checked" in text) is there


def test_a_share_in_an_answer_has_no_hint_how_to_type_it():
    """It reads "30 %", not "30 % (0 to 1, or in %)"; another unit stays."""
    typed = {id_: each for id_, each in RULEBASE.questions.items() if each.kind == "number" and each.unit}
    shares = [id_ for id_, each in typed.items() if "in %" in each.unit]
    assert 0 < len(shares) < len(typed)
    sheet = Sheet(numbers=dict.fromkeys(typed, 0.3))
    ctx = Context(RULEBASE, assess(RULEBASE, {"answers": {}}).model_copy(update={"sheet": sheet}))
    read = {id_: answer_given(ctx, each) for id_, each in typed.items()}
    assert {read[id_] for id_ in shares} == {"30 %"}
    assert all(typed[id_].unit in answer for id_, answer in read.items() if id_ not in shares)


def test_what_to_beat_is_not_cut_at_a_title_or_an_initial() -> None:
    sheet = CASES["store_item_sales"].sheet()
    for name in ("Dr. Meyer", "Prof. A. Smith and Mrs. Li", "J. Q. Public"):
        found = assess(RULEBASE, sheet.model_copy(update={"words": {**sheet.words, "baseline": f"{name}. By eye."}}))
        (panel,) = (panel for panel in front_of(RULEBASE, found).panels if panel.id == "beat")
        assert panel.big.removesuffix(".") == name
