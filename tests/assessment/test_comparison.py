"""Several ideas side by side: a partial order without weights, and facts that settle, counted exactly."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framework import assess, load_rules
from framework.assessment.comparison import MAX_IDEAS, at_least_as_good, compare, status_at_least
from framework.errors import UserError
from framework.model.assessment import Assessment
from framework.model.comparison import Comparison
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.model.sheet import Range, Sheet
from framework.model.worth import Worth
from framework.reasoning.reasoner import reasoner_for
from framework.report.comparison import names, overview
from framework.report.comparison_sentences import sentences
from framework.report.differences import alike, differences
from tests.cli.running import TINY

RULEBASE = load_rules(TINY)
QUESTIONS = RULEBASE.closed_questions


def test_statuses_are_a_partial_order_with_open_and_unfavourable_apart():
    for a, b, c in product(Status, repeat=3):
        assert status_at_least(a, a)
        assert not (status_at_least(a, b) and status_at_least(b, c)) or status_at_least(a, c)
        assert not (status_at_least(a, b) and status_at_least(b, a)) or a is b
    assert not status_at_least(Status.OPEN, Status.UNFAVOURABLE)
    assert not status_at_least(Status.UNFAVOURABLE, Status.OPEN)


@st.composite
def sheets(draw):
    answers = {}
    for id_, question in QUESTIONS.items():
        option = draw(st.sampled_from([None, *(option.id for option in question.options)]))
        if option:
            answers[id_] = option if question.kind == "one" else (option,)
    return Sheet(title=draw(st.text(max_size=5)), answers=answers)


@settings(max_examples=30, deadline=None)
@given(st.lists(sheets(), min_size=3, max_size=3))
def test_at_least_as_good_is_reflexive_and_transitive(three):
    one, two, other = (assess(RULEBASE, sheet) for sheet in three)
    assert at_least_as_good(one, one)
    if at_least_as_good(one, two) and at_least_as_good(two, other):
        assert at_least_as_good(one, other)
    if at_least_as_good(one, two) and at_least_as_good(two, one):
        assert one.criteria == two.criteria


@settings(max_examples=30, deadline=None)
@given(st.lists(sheets(), min_size=2, max_size=5))
def test_a_missing_fact_settles_what_it_says(some):
    """Against assessing every answer to the question."""
    assessments = [assess(RULEBASE, sheet) for sheet in some]
    found = {fact.question: fact for fact in compare(RULEBASE, assessments).missing}
    reasoner = reasoner_for(RULEBASE)
    for index, (sheet, assessment) in enumerate(zip(some, assessments, strict=True)):
        for id_, question in QUESTIONS.items():
            if question.kind != "one" or id_ in assessment.answers or not reasoner.applies(id_, assessment.answers):
                continue
            settled = [
                assess(RULEBASE, sheet.answered(id_, option.id)).verdict is not None for option in question.options
            ]
            fact = found.get(id_)
            if assessment.verdict or not any(settled):
                assert fact is None or index not in (*fact.always, *fact.sometimes)
            else:
                assert fact and index in (fact.always if all(settled) else fact.sometimes)


def test_money_counts_with_both_ends_of_its_range():
    plain = assess(RULEBASE, {"title": "a", "answers": {}})

    assert at_least_as_good(_worth(plain, 2, 4), _worth(plain, 1, 4))
    assert not at_least_as_good(_worth(plain, 0, 9), _worth(plain, 1, 4))
    assert not at_least_as_good(_worth(plain, 0, 9), plain) and not at_least_as_good(plain, _worth(plain, 0, 9))


def _worth(assessment, low: float, high: float):
    made = Worth.model_construct(None, total=Range(low=low, middle=(low + high) / 2, high=high))
    return assessment.model_copy(update={"worth": made})


def test_where_none_is_better_in_everything_each_is_told_by_its_points_and_money_decides_where_it_can():
    """Counted here again from the statuses."""
    shipped = load_rules()
    found = [assess(shipped, shipped.case[id_].sheet()) for id_ in ("store_item_sales", "card_payment_fraud")]
    compared = compare(shipped, found)
    assert compared.at_least_as_good == ()
    for index, idea in enumerate(compared.ideas):
        own, other = found[index].criteria, found[1 - index].criteria
        assert idea.ahead
        assert set(idea.ahead) == {
            id_
            for id_ in own
            if own[id_] is not other[id_]
            and (own[id_] is Status.FAVOURABLE or other[id_] is Status.BLOCKING)
            and not any(id_ in each.not_known for each in compared.ideas)
        }
    first, *each, last = sentences(shipped, compared)
    assert first.startswith("No idea is at least as good")
    *each, to_answer = each
    assert to_answer.startswith("To compare them, answer first for")
    for idea, said in zip(compared.ideas, each, strict=True):
        assert said.startswith(f"“{idea.title}” is better than the other in “{shipped.criterion[idea.ahead[0]].title}”")
        assert all(shipped.criterion[id_].title in said for id_ in idea.against)
    assert "the ranges of what they are worth overlap" in last

    def by_money(*some):
        return sentences(shipped, compare(shipped, some))[-1]

    one, two = found
    assert f"“{two.title}” is worth most" in by_money(_worth(one, 1, 2), _worth(two, 3, 4))
    assert f"once it is worked out for “{two.title}”" in by_money(one, two.model_copy(update={"worth": None}))
    none = [each.model_copy(update={"worth": None}) for each in found]
    assert by_money(*none).endswith("Money may decide, too, once it is worked out.")


def test_an_idea_is_called_better_only_where_both_are_known_and_the_questions_to_answer_first_are_named():
    """What is not answered for the other may turn out as good."""
    shipped = load_rules()
    case = shipped.case["card_payment_fraud"].sheet()
    met, missing = next(
        (criterion, id_)
        for criterion, status in assess(shipped, case).criteria.items()
        if status is Status.FAVOURABLE
        for id_ in case.answers
        if id_
        in compare(shipped, [assess(shipped, one) for one in (case, _without(case, id_))])
        .ideas[1]
        .not_known.get(criterion, ())
    )
    found = [assess(shipped, case), assess(shipped, _without(case, missing).model_copy(update={"title": "Other"}))]
    compared = compare(shipped, found)
    first, other = compared.ideas
    assert met in first.perhaps_ahead and met not in first.ahead and missing in other.not_known[met]
    cheaper = [_worth(found[0], 1, 2), _worth(found[1], 3, 4)]  # so that each choice gives something up
    said = " ".join(sentences(shipped, compare(shipped, cheaper)))
    assert "for the other, that is still open" in said and "is better than the other" not in said
    assert f"answer first for “Other”: “{shipped.questions[missing].short}”" in said


def _without(sheet: Sheet, question: str) -> Sheet:
    return sheet.model_copy(update={"answers": {k: v for k, v in sheet.answers.items() if k != question}})


@pytest.mark.parametrize("answered", [0, 6, 9, 12, 40])
def test_something_is_said_of_how_every_two_ideas_stand(answered):
    """A case from a review: neither was as good as the other, little was known, and nothing was said."""
    shipped = load_rules()
    ids = ("brand_keyword_ads", "c_camera_trap_sorting", "g_payment_help_chat", "eating_disorder_helpline")
    whole = [shipped.case[id_].sheet() for id_ in ids]
    begun = [one.model_copy(update={"answers": dict(list(one.answers.items())[:answered])}) for one in whole]
    for pair in combinations([assess(shipped, sheet) for sheet in begun], 2):
        said = [text for text in sentences(shipped, compare(shipped, pair)) if "fact" not in text]
        assert any(one.title in text or "these ideas" in text for one in pair for text in said) or "gives" in said[0]


def test_what_is_known_of_neither_is_named_beside_what_is_as_good():
    """Nothing is as good in what nobody answered."""
    (said,) = sentences(RULEBASE, compare(RULEBASE, [assess(RULEBASE, {"title": name}) for name in "ab"]))[:1]
    assert said == "Too little is known to compare “a” and “b”."
    shipped = load_rules()
    known = assess(shipped, shipped.case["card_payment_fraud"].sheet())
    pair = [known.model_copy(update={"title": name}) for name in "ab"]
    (said,) = sentences(shipped, compare(shipped, pair))
    assert "alike in every criterion and in money" in said or "In all that is known" in said


def test_each_two_ideas_between_which_something_is_given_up_are_told_in_a_sentence_of_their_own():
    """Two that are alike, and a third that is better and worse than either."""
    shipped = load_rules()
    one, other = (assess(shipped, shipped.case[id_].sheet()) for id_ in ("store_item_sales", "card_payment_fraud"))
    three = [given.model_copy(update={"title": name}) for given, name in ((one, "a"), (one, "b"), (other, "c"))]
    said = [text for text in sentences(shipped, compare(shipped, three)) if text.startswith("Between")]
    assert said == [f"Between “{name}” and “c”, each choice gives something up." for name in "ab"]


@pytest.mark.parametrize("count", [0, 1, MAX_IDEAS + 1])
def test_too_few_or_too_many_ideas_are_refused(count):
    with pytest.raises(UserError, match="cannot be compared"):
        compare(RULEBASE, [assess(RULEBASE, {"title": "", "answers": {}})] * count)


def test_ideas_that_are_alike_are_said_to_be_so_once():
    alike = [assess(RULEBASE, {"title": f"Idea {number}", "answers": {}}) for number in range(MAX_IDEAS)]
    said = [text for text in sentences(RULEBASE, compare(RULEBASE, alike)) if "Too little is known" in text]
    assert said == ["Too little is known to compare these ideas with one another."]


def _said_of_two(said: tuple[str, ...], one: str, other: str) -> bool:
    """Whether a sentence names both, or speaks of all that are left."""
    all_left = ("Between all others", "No idea is at least as good")
    both = (f"“{one}”" in line and f"“{other}”" in line for line in said if not line.startswith("To compare"))
    return any(both) or any(line.startswith(all_left) for line in said)


@pytest.mark.parametrize("copies", [0, 1, 2])
@pytest.mark.parametrize("bare", [0, 1])
def test_every_two_ideas_are_spoken_of(copies: int, bare: int) -> None:
    """A case from a review: of 15 pairs, one that was alike made the page silent about the 14 others."""
    shipped = load_rules()
    cases = [assess(shipped, case.sheet()) for case in shipped.cases[:5]]
    more = [cases[0].model_copy(update={"title": f"Copy {number}"}) for number in range(copies)]
    some = [*cases, *more, *(assess(shipped, {"title": f"Bare {number}"}) for number in range(bare))]
    for found in (some, some[::-1], some[2:]):
        said = sentences(shipped, compare(shipped, found))
        pairs = list(combinations([idea.title for idea in found], 2))
        assert [(one, other) for one, other in pairs if not _said_of_two(said, one, other)] == []
    said = sentences(shipped, compare(shipped, some))
    assert any(line.startswith("Not met by") for line in said)
    assert any(line.startswith("Decide by what is not met") for line in said)


def test_few_pairs_that_give_something_up_are_named_with_what_to_decide_by() -> None:
    shipped = load_rules()
    one, two = (assess(shipped, shipped.case[id_].sheet()) for id_ in ("store_item_sales", "card_payment_fraud"))
    copy = one.model_copy(update={"title": "Copy"})
    said = sentences(shipped, compare(shipped, [one, two, copy]))
    assert f"Between “{two.title}” and “Copy”, each choice gives something up." in said
    assert any(line.startswith("Decide by what is not met") for line in said)


def test_what_cannot_apply_is_not_called_open() -> None:
    """A criterion of which no question applies to an idea tells it apart from no other, whatever is answered."""
    shipped = load_rules()
    whole = [shipped.case[id_].sheet() for id_ in ("brand_keyword_ads", "c_border_virus_tests")]
    begun = [one.model_copy(update={"answers": dict(list(one.answers.items())[:15])}) for one in whole]
    pair = compare(shipped, [assess(shipped, one) for one in begun])
    one, other = pair.ideas
    unknown = {id_ for id_ in {*one.open} & {*other.open} if id_ in one.not_known or id_ in other.not_known}
    never = unknown & {*one.not_applicable, *other.not_applicable}
    assert 2 * len(unknown) > len(shipped.criteria) >= 2 * len(unknown - never), "else it shows nothing"
    assert not any("Too little is known" in line for line in sentences(shipped, pair))
    three = [assess(shipped, whole[0]), assess(shipped, {"title": "b"}), assess(shipped, {"title": "c"})]
    said = " ".join(sentences(shipped, compare(shipped, three)))
    assert said.count("Too little is known") == 1 and "18 criteria" not in said


def test_words_name_each_idea_once_and_differences_both_ways():
    question = next(question for question in QUESTIONS.values() if question.kind == "one")
    some = [Sheet(title="Same", answers={question.id: option.id}) for option in question.options[:2]]
    assessments = [assess(RULEBASE, sheet) for sheet in [*some, Sheet()]]
    found = compare(RULEBASE, assessments)
    assert names(RULEBASE, found) == ("Same (1)", "Same (2)", "Idea without a name")
    assert found.parting == (question.id,)
    table = differences(RULEBASE, found, assessments, 0, 1)
    assert table.rows == ((question.short, question.options[0].text, question.options[1].text),)
    assert not differences(RULEBASE, found, assessments, 0, 0).rows
    for order in ("as given", "verdict", "worth", "in favour", "against"):
        assert sorted(row[0] for row in overview(RULEBASE, found, assessments, order).rows) == sorted(
            names(RULEBASE, found)
        )
    assert any(
        "A single fact may be enough" in sentence or "at least two more" in sentence
        for sentence in sentences(RULEBASE, found)
    )


def _two(one: Sheet, other: Sheet) -> tuple[RuleBase, Comparison, list[Assessment]]:
    shipped = load_rules()
    assessments = [assess(shipped, sheet) for sheet in (one, other)]
    return shipped, compare(shipped, assessments), assessments


def test_what_an_idea_has_not_answered_is_called_that_and_never_told_as_what_it_is_not():
    """Two ideas of one's own: ticks on the screen of rare stops only rule something out."""
    shipped = load_rules()
    question = next(one for one in shipped.closed_questions.values() if one.kind == "one" and len(one.options) > 5)
    first, *others = (option.id for option in question.options)
    screened = Sheet(title="Mine", answers={question.id: tuple(others)})
    asked = Sheet(title="Ours", answers={question.id: first})
    for one, other in ((screened, asked), (Sheet(title="Mine"), asked)):
        rows = differences(*_two(one, other), 0, 1).rows
        assert rows == ((question.short, "not answered", question.options[0].text),)
    assert differences(*_two(screened, Sheet(title="Nothing")), 0, 1).rows == ()


def test_what_an_idea_is_never_asked_is_not_called_unanswered():
    """A case from a review: half of a table read as homework that a draft of replies had not done."""
    drafts = Sheet(title="Draft replies", answers={"answer_kind": "create_content", "gen_task": "draft"})
    leavers = Sheet(title="Who leaves", answers={"answer_kind": "future_value", "output_form": "yes_no"})
    rows = {name: cells for name, *cells in differences(*_two(drafts, leavers), 0, 1).rows}
    shipped = load_rules()
    assert rows[shipped.questions["gen_task"].short][1] == "not applicable"
    assert rows[shipped.questions["output_form"].short][0] == "not applicable"
    undecided = Sheet(title="Not said", answers={"answer_kind": "create_content"})
    rows = {name: cells for name, *cells in differences(*_two(drafts, undecided), 0, 1).rows}
    assert rows[shipped.questions["gen_task"].short][1] == "not answered"


def test_beside_a_worked_case_only_what_both_answered_is_listed_and_the_rest_is_counted():
    shipped = load_rules()
    case = shipped.case["card_payment_fraud"].sheet()
    own = [id_ for id_, given in case.answers.items() if isinstance(given, str)][:2]
    asked, waved = (shipped.questions[id_] for id_ in own)
    other = next(option for option in asked.options if option.id != case.answers[asked.id])
    here = (str(case.answers[waved.id]), next(each.id for each in waved.options if each.id != case.answers[waved.id]))
    mine = Sheet(title="Mine", answers={asked.id: other.id, waved.id: here})
    rules, found, assessments = _two(case, mine)
    table = differences(rules, found, assessments, 0, 1)
    answered = assessments[0].answers
    assert table.rows == ((asked.short, rules.answer_text(asked.id, answered[asked.id]), other.text),)
    assert f"{len(found.parting) - 1} more questions are not answered in full by both." in table.caption
    same = [case, Sheet(title="Mine", answers={asked.id: case.answers[asked.id]})]
    rules, found, assessments = _two(*same)
    assert differences(rules, found, assessments, 0, 1).rows == ()
    assert f"{len(found.parting)} more questions" in alike(rules, found, assessments, 0, 1)
    assert "same answers" in alike(*_two(case, case), 0, 1)


def test_nothing_that_is_known_of_one_only_is_called_alike():
    """In between for the one and not known of the other: that is not alike in every criterion."""
    shipped = load_rules()
    case = shipped.case["c_cropland_map"].sheet()
    pair = [assess(shipped, case), assess(shipped, _without(case, "goal_stated").model_copy(update={"title": "b"}))]
    said = " ".join(sentences(shipped, compare(shipped, pair)))
    assert "Still open: 1 criterion" in said and "alike in every criterion" not in said


def test_an_idea_that_should_not_be_built_is_named_before_all_else():
    """A table may favour it."""
    shipped = load_rules()
    refused, other = (assess(shipped, shipped.case[id_].sheet()) for id_ in ("resume_star_rating", "store_item_sales"))
    said = sentences(shipped, compare(shipped, [other, refused]))
    assert said[0] == f"The advice on “{refused.title}” is: do not build it as planned."
    assert not [line for line in sentences(shipped, compare(shipped, [other, other])) if "do not build it" in line]
