"""What a class is told where nothing was published about its case, and where each group brings an idea of its own."""

from __future__ import annotations

import pytest

from framework.classroom.pairs import SavedGroup
from framework.classroom.plan import Plan, all_answered, next_question, upcoming
from framework.classroom.results import both_rounds
from framework.classroom.session import NEXT, Step
from framework.classroom.votes import Vote
from framework.model.answers import Answer
from framework.reasoning.reasoner import reasoner_for
from framework.report import class_summary
from framework.ui import resources
from tests.ui.classroom.hall import to, voted
from tests.ui.looking import healthy, words


def _opened(store, kind, **chosen):
    return store.classes.open(Plan.model_validate({"kind": kind, "title": "Late buses", **chosen}))


@pytest.mark.parametrize(("kind", "heading"), [("own", "Answer alone"), ("ideas", "Answer for your own idea")])
def test_only_groups_with_ideas_are_asked_to_answer_for_their_own(app, store, kind, heading):
    room = to(store, _opened(store, kind), Step.FIRST_VOTE)
    assert heading in words(healthy(app("class_screen", code=room.code)))


@pytest.mark.parametrize("kind", ["own", "ideas"])
def test_nothing_is_said_to_be_published_where_nothing_was(app, store, kind):
    room = _opened(store, kind)
    while room.step is not Step.REVEAL:
        room = to(store, room, NEXT[room.step][0])
    said = words(healthy(app("class_lead", lead=room.lead_key)))
    assert "published" not in said and "Compare both votes." in said


def test_four_of_whom_nothing_is_shown_are_not_told_that_they_differ(app, store, ready):
    room, _ = voted(store, ready, *[{ready.plan.questions[0]: "not_sure"}] * 4)
    to(store, room, Step.HISTOGRAM)
    said = words(healthy(app("class_lead", lead=room.lead_key)))
    assert "here you differ" not in said and "so few of you have voted that nothing is shown" in said


def test_each_pair_of_people_is_counted_once_and_few_answers_are_told_as_few(app, store, ready):
    """Four, of whom one answered the last question: three pairs of six."""
    room = store.classes.open(ready.plan.model_copy(update={"small": True}))
    rulebase = resources.rules()
    case = rulebase.accept(rulebase.case[room.plan.case].answers)
    given = {id_: case[id_] for id_ in room.plan.questions}
    id_, other = next(
        (id_, other)
        for id_ in given
        for other in rulebase.questions[id_].complete_answers
        for found in (both_rounds(reasoner_for(rulebase), room.plan, _votes(given, {**given, id_: other}), done=False),)
        if found.first and found.first.headline == id_
    )
    left_out = next(each for each in given if each != id_)
    most = {each: answer for each, answer in given.items() if each != left_out}
    room, (me, *_) = voted(store, room, {**given, id_: other}, {**given, id_: other}, given, most)
    to(store, room, Step.HISTOGRAM)
    lead, screen, phone = (
        words(healthy(at))
        for at in (
            app("class_lead", lead=room.lead_key),
            app("class_screen", code=room.code),
            app("join", code=room.code, me=me.key),
        )
    )
    assert "In 4 of 6 pairs" in lead and "of 12 pairs" not in lead
    assert all("Answered by 3 of 4" in at for at in (lead, phone))
    assert f"You disagree most on: {rulebase.questions[id_].short}" in screen


def test_the_headline_of_a_room_names_no_question_that_hardly_anybody_answered(app, store, ready):
    room = store.classes.open(ready.plan.model_copy(update={"small": True}))
    rulebase = resources.rules()
    case = rulebase.accept(rulebase.case[room.plan.case].answers)
    given = {id_: case[id_] for id_ in room.plan.questions}
    votes = ((id_, {each: given[each] for each in given if each != id_}) for id_ in given)
    left_out = next(
        most
        for _, most in votes
        for found in (both_rounds(reasoner_for(rulebase), room.plan, _votes(given, most, most), done=False),)
        if found.first and found.first.deciding
    )
    room, _ = voted(store, room, given, left_out, left_out)
    lead = words(healthy(app("class_lead", lead=room.lead_key)))
    assert "The deciding question" not in lead and "The advice differs, but on no question" in lead
    to(store, room, Step.HISTOGRAM)
    screen = words(healthy(app("class_screen", code=room.code)))
    assert "Your advice differs" in screen and "You disagree most on" not in screen


def test_a_room_that_came_to_one_advice_in_different_ways_is_not_told_that_it_disagrees(app, store):
    """Each was refused at once, for another reason, so that with the other's answer alone more would be open."""
    room = _opened(store, "own", small=True)
    reasoner = reasoner_for(resources.rules())
    ends = []
    for place in range(4):
        answers: dict[str, Answer] = {}
        while question := next_question(reasoner, room.plan, answers):
            options = reasoner.rulebase.questions[question].complete_answers
            answers[question] = options[(7 * place + len(answers)) % len(options)]
        ends.append(answers)
    first = both_rounds(reasoner, room.plan, _votes(*ends), done=False).first
    assert first and len(first.agreed) == 1 and first.deciding and first.headline is None
    room, _ = voted(store, room, *ends)
    to(store, room, Step.HISTOGRAM)
    lead = words(healthy(app("class_lead", lead=room.lead_key)))
    screen = words(healthy(app("class_screen", code=room.code)))
    assert "here you differ" not in lead and "deciding question" not in lead and "you agree on the advice" in lead
    assert "You agree on the advice" in screen and "disagree" not in screen


@pytest.mark.parametrize("size", [2, 5])
def test_groups_with_different_ideas_are_not_told_that_they_disagree(app, store, size):
    """On the projector, the instructor's page, the phones and in the summary: how many ideas came to which verdict."""
    room = _opened(store, "ideas", small=True)
    rulebase = resources.rules()
    asked = next_question(reasoner_for(rulebase), room.plan, {})
    assert asked
    options = rulebase.questions[asked].complete_answers
    room, people = voted(store, room, *({asked: options[place % len(options)]} for place in range(size)))
    wrong = ("disagree", "results are the same", "you differ", "You differ", "divides", "the advice of one would")
    seen = [words(healthy(app("class_lead", lead=room.lead_key)))]
    to(store, room, Step.HISTOGRAM)
    windows = (("class_screen", {"code": room.code}), ("join", {"code": room.code, "me": people[0].key}))
    at_histogram = [words(healthy(app(page, **where))) for page, where in windows]
    assert (
        all("idea" in each and " %" not in each for each in at_histogram)
        and "What your ideas come to" in at_histogram[0]
    )
    lead = healthy(app("class_lead", lead=room.lead_key))
    seen.append(words(lead))
    healthy(lead.button(key="go_on_discussion").click().run())
    groups = store.classes.by_lead(room.lead_key).pairs
    assert sorted(key for group in groups for key in group.members) == sorted(person.key for person in people)
    phone = words(healthy(app("join", code=room.code, me=people[0].key)))
    screen = words(healthy(app("class_screen", code=room.code)))
    assert "discuss the answer of which each of you is least sure" in phone and "convince" not in phone
    assert "Discuss the answer of which you are least sure." in screen and "least sure" in words(lead)
    summary = class_summary.markdown(reasoner_for(rulebase), room.plan, store.votes.of(room.key))
    assert "Most of the difference" not in summary and "may be right" not in summary
    seen += [*at_histogram, words(lead), phone, screen]
    assert [each for each in wrong if any(each in at for at in seen)] == []


def test_a_group_finds_its_idea_again_while_it_votes_and_the_instructor_sees_how_many_have_none(app, store):
    room = _opened(store, "ideas")
    me, _ = (store.participants.join(room.key, ()) for _ in range(2))
    room = to(store, room, Step.FIRST_VOTE)
    answers: dict[str, Answer] = {}
    while question := next_question(reasoner_for(resources.rules()), room.plan, answers):
        answers[question] = "not_sure"
    for given in (dict(list(answers.items())[:1]), answers):
        store.votes.cast(me.key, 1, given)
        phone = healthy(app("join", code=room.code, me=me.key))
        phone.text_input(key="class_idea").set_value(f"Late buses {len(given)}").run()
        assert store.participants.get(me.key).idea == f"Late buses {len(given)}"
    assert "You have answered all" in words(phone)
    lead = words(healthy(app("class_lead", lead=room.lead_key)))
    assert "1 idea · 1 group has written none yet" in lead


def test_who_was_not_asked_a_question_is_not_asked_to_convince_anybody_of_an_answer(app, store):
    """One is refused at the first question; the other went on and is asked more."""
    room = _opened(store, "own", small=True)
    rulebase = resources.rules()
    reasoner = reasoner_for(rulebase)
    asked = next_question(reasoner, room.plan, {})
    assert asked
    settled = next(
        each for each in rulebase.questions[asked].complete_answers if all_answered(reasoner, room.plan, {asked: each})
    )
    on = next(
        each
        for each in rulebase.questions[asked].complete_answers
        if not all_answered(reasoner, room.plan, {asked: each})
    )
    later = next_question(reasoner, room.plan, {asked: on})
    assert later
    room, (ann, bo) = voted(store, room, {asked: settled}, {asked: on, later: "not_sure"})
    pairs = SavedGroup(members=(ann.key, bo.key), questions=(later,), not_by_all=(later,))
    store.classes.go(room.lead_key, Step.DISCUSSION, [pairs])
    mine, theirs = (words(healthy(app("join", code=room.code, me=person.key))) for person in (ann, bo))
    assert "You were not asked this: your other answers already decide." in mine
    assert "Not all of you have answered this." in theirs and "none yet" not in mine
    for said in (mine, theirs):
        assert "convince" not in said and "You differ on" not in said and "lead to different advice" in said


def test_pairs_are_saved_with_what_not_both_have_answered(app, store, ready):
    """And talk about what both have answered, where that makes the difference too."""
    room = _opened(store, "own", small=True)
    rulebase = resources.rules()
    reasoner = reasoner_for(rulebase)
    asked = next_question(reasoner, room.plan, {})
    assert asked
    settled, on = (
        next(
            each
            for each in rulebase.questions[asked].complete_answers
            if all_answered(reasoner, room.plan, {asked: each}) is end
        )
        for end in (True, False)
    )
    room, _ = voted(store, room, {asked: settled}, {asked: on})
    lead = healthy(app("class_lead", lead=room.lead_key))
    healthy(lead.button(key="go_on_discussion").click().run())
    (group,) = store.classes.by_lead(room.lead_key).pairs
    assert group.questions == (asked,) and group.not_by_all == ()


def test_who_joins_in_the_second_vote_does_not_vote_again(app, store, ready):
    room, (ann,) = voted(store, ready, {ready.plan.questions[0]: "not_sure"})
    room = to(store, room, Step.DISCUSSION, Step.SECOND_VOTE)
    late = store.participants.join(room.key, ())
    said = words(healthy(app("join", code=room.code, me=late.key)))
    assert "Vote now: question 1 of" in said and "Vote again" not in said
    assert "Vote again: question 1 of" in words(healthy(app("join", code=room.code, me=ann.key)))


def test_a_class_of_ones_own_says_how_many_questions_there_are_once_that_is_known():
    reasoner, plan = reasoner_for(resources.rules()), Plan(kind="own", title="Late buses")
    answers: dict[str, Answer] = {}
    told = []
    while (following := upcoming(reasoner, plan, answers)).question:
        told.append(following.total)
        answers[following.question] = reasoner.rulebase.questions[following.question].complete_answers[0]
    assert told[0] is None and set(told) <= {None, len(answers)}
    assert following.total == len(answers)


def test_what_the_advice_rests_on_besides_the_answers_is_named_at_the_reveal(app, store, ready):
    """The facts of the case that decide and were not asked; nothing where nothing was taken from a case."""
    rulebase = resources.rules()
    case = rulebase.accept(rulebase.case[ready.plan.case].answers)
    given = {id_: case[id_] for id_ in ready.plan.questions}
    room, (me,) = voted(store, ready, given)
    room = to(store, room, Step.DISCUSSION, Step.SECOND_VOTE)
    before = words(healthy(app("join", code=room.code, me=me.key)))
    room = to(store, room, Step.REVEAL)
    reasons = resources.assessment_of(rulebase.case[ready.plan.case].sheet()).sufficient_reasons
    deciding = {each.question for reason in reasons for each in reason} & room.plan.given.keys()
    at = healthy(app("join", code=room.code, me=me.key))
    assert deciding, "the first ready class takes something from its case"
    named = f"Taken from the case, not asked ({len(deciding)})"
    (folded,) = [each for each in at.expander if each.label == named]
    assert named not in before and not folded.proto.expanded
    told = "\n".join(each.value for each in folded.markdown)
    assert all(rulebase.questions[id_].short in told for id_ in deciding)
    assert not any(f"{rulebase.questions[id_].short}:" in told for id_ in given)


@pytest.mark.parametrize("saved", [True, False])
def test_ticks_that_were_not_saved_before_the_close_are_said_not_to_count(app, store, ready, saved):
    questions = resources.rules().questions
    many = next(id_ for id_ in ready.plan.questions if questions[id_].kind == "many")
    room = store.classes.open(ready.plan.model_copy(update={"questions": (many,)}))
    me = store.participants.join(room.key, ())
    to(store, room, Step.FIRST_VOTE)
    phone = healthy(app("join", code=room.code, me=me.key))
    phone.checkbox[0].check().run()
    if saved:
        phone.button(key=f"go_{many}").click().run()
    to(store, room, Step.COUNTED)
    said = [each.value for each in healthy(phone.run()).warning]
    told = [f"Your ticks on “{questions[many].short}” were not saved, so they do not count."]
    assert said == ([] if saved else told)
    assert bool(store.participants.seat(me.key).votes) is saved


def _votes(*given):
    return [Vote(str(n), 1, id_, 1, answer) for n, ballot in enumerate(given) for id_, answer in ballot.items()]
