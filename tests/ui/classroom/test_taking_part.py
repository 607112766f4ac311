"""A phone during a class: its votes, its partner, the answers of the room, what it keeps at the end."""

from __future__ import annotations

import html
import re

import pytest

from framework.classroom.results import both_rounds
from framework.classroom.session import Step
from framework.reasoning.reasoner import reasoner_for
from framework.report import class_summary
from framework.ui import resources
from framework.ui.components.classroom import published
from tests.ui.classroom.hall import figures, to, voted, voted_twice
from tests.ui.looking import healthy, words


def test_a_phone_shows_the_answers_of_the_room_before_and_after(app, store, ready):
    """Six of twelve change one answer; an answer has the same letter in both votes."""
    question = resources.rules().questions[ready.plan.questions[0]]
    one, other = (option.id for option in question.options[:2])
    room, people = voted_twice(
        store, ready, question.id, lambda place, round_: one if place < 6 and round_ == 1 else other
    )
    said = words(healthy(app("join", code=room.code, me=people[0].key)))
    assert f'<p class="asked">{question.text}</p>' in said, "its name alone does not say what was asked"
    assert not re.search(r"\d %<", said), "no line breaks before a per cent sign"
    said = said.replace("\u00a0%", " %")
    bars = said[said.index('<div class="vote">') :]
    assert bars.index("First vote") < bars.index("Second vote")
    assert "A 50 %" in bars and "B 50 %" in bars and "B 100 %" in bars and "A 100 %" not in bars
    assert "50 % → –" in bars and "50 % → 100 %" in bars


def test_a_phone_marks_what_is_its_own_also_among_others(app, store, ready):
    """In the answers to a question and in what the room concluded; whoever has not voted has nothing there."""
    rulebase = resources.rules()
    case = rulebase.accept(rulebase.case[ready.plan.case].answers)
    usual = {id_: case[id_] for id_ in ready.plan.questions if rulebase.questions[id_].kind == "one"}
    given = [usual] * 9 + [dict.fromkeys(usual, "not_sure")] * 5
    apart = {id_: next(each for each in rulebase.questions[id_].complete_answers if each != case[id_]) for id_ in usual}
    room, people = voted(store, ready, *given, *[apart] * 3, {})
    to(store, room, Step.HISTOGRAM)

    def marked(person) -> list[int]:
        said = words(healthy(app("join", code=ready.code, me=person.key)))
        return [
            said.count(each) for each in ("your answer</span>", "yours is among them", "you</span>", "you are among")
        ]

    shown = min(4, len(usual))
    assert [marked(people[place]) for place in (0, 14, 17)] == [[shown, 0, 0, 0], [0, shown, 0, 0], [0, 0, 0, 0]]
    to(store, room, Step.DISCUSSION, Step.SECOND_VOTE, Step.REVEAL)
    assert marked(people[0])[2:] == [1, 0] and marked(people[17])[2:] == [0, 0]
    assert sum(marked(people[14])[2:]) == 1


def test_a_vote_after_the_close_is_refused_on_the_page_too(app, store, ready):
    me = store.participants.join(ready.key, ())
    to(store, ready, Step.FIRST_VOTE)
    at = healthy(app("join", code=ready.code, me=me.key))
    picks = [button for button in at.button if (button.key or "").startswith(("pick_", "go_"))]
    to(store, ready, Step.COUNTED)
    tapped = next(button for button in picks if button.key.endswith("not_sure"))
    tapped.click().run()
    assert store.participants.seat(me.key).votes == ()
    assert any("closed" in toast.value for toast in at.toast)


def test_somebody_without_a_partner_is_told_the_true_reason(app, store, ready):
    """Late, or in a room where all advise the same; the instructor and the projector say the same."""
    answers = {ready.plan.questions[0]: "not_sure"}
    room, (ann, *_) = voted(store, ready, *[answers] * 5)
    late = store.participants.join(room.key, ())
    lead = healthy(app("class_lead", lead=room.lead_key))
    lead.button(key="go_on_histogram").click().run()
    assert "here you part" not in words(lead) and "leave the advice open" in words(lead)
    assert "you agree on the advice" not in words(lead), "all are not sure, so nothing is advised yet"
    assert "Your answers leave the advice open" in words(healthy(app("class_screen", code=room.code)))
    assert "Some of your answers differ" not in words(lead)  # here all answered alike
    lead.button(key="go_on_discussion").click().run()
    assert store.classes.by_lead(room.lead_key).pairs == ()
    said = {key: words(healthy(app("join", code=room.code, me=key))) for key in (ann.key, late.key)}
    assert "All who voted came to the same result" in said[ann.key]
    assert "You have not voted" in said[late.key] and "Nobody is left" not in said[late.key]
    assert "find the person" not in words(lead) and "your results are the same" in words(lead)
    screen = words(healthy(app("class_screen", code=room.code)))
    assert "<b>5</b> voted</span>" in words(lead) and "<span>5 voted</span>" in screen
    assert "find your partner" not in screen and "Your results are the same" in screen


def test_who_comes_late_reads_the_case_before_the_first_question(app, store, ready):
    """Whoever has answered something finds it below, folded."""
    me = store.participants.join(ready.key, ())
    room = to(store, ready, Step.FIRST_VOTE)
    phone = healthy(app("join", code=room.code, me=me.key))
    question = resources.rules().questions[room.plan.questions[0]]
    assert next(fold for fold in phone.expander if fold.label == room.plan.title).proto.expanded
    page = list(_in_order(phone.main))
    assert page.index(room.plan.title) < page.index(question.text)
    store.votes.cast(me.key, 1, {question.id: "not_sure"})
    phone = healthy(app("join", code=room.code, me=me.key))
    assert not next(fold for fold in phone.expander if fold.label == room.plan.title).proto.expanded


def test_the_end_says_why_and_claims_no_answer_that_was_not_given(app, store, ready):
    """One right answer of several: what was published, and the lesson of the case."""
    case = resources.rules().case[ready.plan.case]
    first, *more = ready.plan.questions
    room, (ann,) = voted(store, ready, {first: resources.rules().accept(case.answers)[first]})
    room = to(store, room, Step.DISCUSSION, Step.SECOND_VOTE)
    store.votes.cast(ann.key, 2, {first: case.answers[first]})
    room = to(store, room, Step.REVEAL)
    phone, screen = healthy(app("join", code=room.code, me=ann.key)), healthy(app("class_screen", code=room.code))
    assert "every question" not in words(phone) and "Each of your answers" in words(phone)
    assert f"You answered 1 of {1 + len(more)} questions." in words(phone)
    assert "Fewer than five have answered" in words(phone)
    for at in (phone, screen):
        assert case.lesson in words(at)


def test_who_answers_one_question_again_keeps_the_first_answers_to_the_others(app, store, ready):
    """On the phone at the end, and in the count of the room; it is said while they vote."""
    reference = resources.rules().accept(resources.rules().case[ready.plan.case].answers)
    first, *more = ready.plan.questions
    wrong = dict.fromkeys(ready.plan.questions, "not_sure")
    room, people = voted(store, ready, *[wrong] * 5)
    room = to(store, room, Step.DISCUSSION, Step.SECOND_VOTE)
    phone = healthy(app("join", code=room.code, me=people[0].key))
    assert "What you do not answer again stays as in your first vote." in words(phone)
    for person in people:
        store.votes.cast(person.key, 2, {first: reference[first]})
    to(store, room, Step.REVEAL)
    said = words(healthy(app("join", code=room.code, me=people[0].key)))
    assert "Each of your answers" not in said and "You answered" not in said
    different = said[said.index("Where you answered differently") :]
    short = {id_: resources.rules().questions[id_].short for id_ in ready.plan.questions}
    assert all(f"**{short[id_]}**" in different for id_ in more) and f"**{short[first]}**" not in different
    votes = store.votes.of(room.key)
    found = both_rounds(reasoner_for(resources.rules()), room.plan, votes, done=True).second
    assert found and all(found.on(id_).answered == 5 for id_ in ready.plan.questions)


def test_every_window_and_file_counts_who_answers_nothing_again_with_the_first_answers(app, store, ready):
    """As the phones say while they vote: six in the first vote, of whom one answers one question again."""
    answers = dict.fromkeys(ready.plan.questions, "not_sure")
    room, people = voted(store, ready, *[answers] * 6)
    room = to(store, room, Step.DISCUSSION, Step.SECOND_VOTE)
    first = ready.plan.questions[0]
    store.votes.cast(people[0].key, 2, {first: resources.rules().questions[first].complete_answers[0]})
    room = to(store, room, Step.REVEAL)
    lead, screen = healthy(app("class_lead", lead=room.lead_key)), healthy(app("class_screen", code=room.code))
    assert "<b>6</b> voted</span>" in words(lead) and "<span>6 voted</span>" in words(screen)
    for at in (lead, screen, *(app("join", code=room.code, me=person.key) for person in people[:2])):
        assert "Fewer than five have answered" not in words(healthy(at)) and "room-verdicts" in figures(at)
    reasoner, votes = reasoner_for(resources.rules()), store.votes.of(room.key)
    assert class_summary.markdown(reasoner, room.plan, votes).count("6 took part.") == 2


def test_no_answer_is_called_that_of_the_source_where_it_says_nothing():
    assert published.alike(3, 3).startswith("Each of your answers")
    assert "Each" not in published.alike(2, 3) + published.alike(0, 3)


@pytest.mark.parametrize("paired", [True, False])
def test_everybody_is_shown_the_question_to_discuss(app, store, ready, paired):
    """On the phones of a pair, of those without a partner, and in front."""
    from framework.classroom.pairs import SavedGroup

    question = resources.rules().ready_class[ready.plan.ready].question_to_discuss
    room, people = voted(store, ready, *[{ready.plan.questions[0]: "not_sure"}] * 2)
    group = SavedGroup(members=tuple(person.key for person in people), questions=room.plan.questions[:1])
    store.classes.go(room.lead_key, Step.DISCUSSION, [group] if paired else [])
    phone = words(healthy(app("join", code=room.code, me=people[0].key)))
    screen = words(healthy(app("class_screen", code=room.code)))
    assert ("Find" in phone) == paired
    assert question in html.unescape(phone).replace("\\", "") and question in html.unescape(screen)


def test_what_is_kept_opens_at_its_top(app, store, ready):
    """From the end of a long page; a step of the class moves nobody."""
    room, (ann,) = voted(store, ready, dict.fromkeys(ready.plan.questions, "not_sure"))
    phone = healthy(app("join", code=room.code, me=ann.key))
    to(store, room, Step.DISCUSSION, Step.SECOND_VOTE, Step.REVEAL)
    assert not _goes_up(healthy(phone.run()))
    phone.button(key="keep").click().run()
    assert phone.query_params["work"] and _goes_up(healthy(phone))


def _in_order(block):
    """The titles of a page, and the labels of what can be opened, as they stand below each other."""
    for child in block.children.values():
        yield getattr(child, "label", None) or getattr(child, "value", None)
        if hasattr(child, "children"):
            yield from _in_order(child)


def _goes_up(at) -> bool:
    return any("scrollTo" in html.value and 'data-step="0"' not in html.value for html in at.html)


def test_where_several_answers_may_hold_each_has_a_bar_of_its_own(app, store, ready):
    """On every window, and in what an instructor takes home: no set of answers, and no "other answers"."""
    rulebase = resources.rules()
    id_ = next(each for each in ready.plan.questions if rulebase.questions[each].kind == "many")
    question = rulebase.questions[id_]
    one, other = [option.id for option in question.options if not option.exclusive][:2]
    none = next(option.id for option in question.options if option.exclusive)
    answers = [(one, other)] * 4 + [(one,)] * 4 + [(other,)] * 3 + [(none,)] * 9 + ["not_sure"] * 2
    room, people = voted(store, ready, *({id_: answer} for answer in answers))
    to(store, room, Step.HISTOGRAM)
    counts = {one: "8 of 22", other: "7 of 22", none: "9 of 22"}
    phone = figures(healthy(app("join", code=ready.code, me=people[0].key)))
    screen = figures(healthy(app("class_screen", code=ready.code)))
    for option, told in counts.items():
        assert rulebase.answer_text(id_, (option,)) in html.unescape(phone) and told in phone and told in screen
    assert phone.count("your answer") == 2 and "Other answers" not in phone + screen and "2 of 22" not in phone
    votes = store.votes.of(ready.key)
    totals = class_summary.totals(reasoner_for(rulebase), ready.plan, votes).decode("utf-8-sig")
    summary = class_summary.markdown(reasoner_for(rulebase), ready.plan, votes)
    assert "Other answers" not in totals + summary
    assert f"{rulebase.answer_text(id_, (one,))} | 8 |" in summary
    assert both_rounds(reasoner_for(rulebase), ready.plan, votes, done=True).moved is None


@pytest.mark.parametrize("small", [False, True])
def test_only_a_class_that_holds_something_back_says_so(app, store, ready, small):
    ready = store.classes.open(ready.plan.model_copy(update={"small": small}))
    many = next(each for each in ready.plan.questions if resources.rules().questions[each].kind == "many")
    room, people = voted(store, ready, *[{many: "not_sure"}] * 6)
    to(store, room, Step.HISTOGRAM)
    phone = words(healthy(app("join", code=ready.code, me=people[0].key)))
    assert "One person can tick several answers." in phone
    assert ("What few ticked, or nearly all, is not shown." in phone) is not small


def test_the_second_vote_begins_with_what_was_discussed_and_offers_to_keep_the_rest(app, store, ready):
    from framework.classroom.pairs import SavedGroup

    asked = ready.plan.questions
    discussed, questions = asked[-1], resources.rules().questions
    given = {id_: questions[id_].complete_answers[0] for id_ in asked}
    room, (ann, bo) = voted(store, ready, given, given)
    group = SavedGroup(members=(ann.key, bo.key), questions=(discussed,))
    room = store.classes.go(room.lead_key, Step.DISCUSSION, [group])
    to(store, room, Step.SECOND_VOTE)
    at = healthy(app("join", code=room.code, me=ann.key))
    assert f"Vote again: question 1 of {len(asked)}" in words(at) and at.title[0].value == questions[discussed].text
    first = resources.rules().answer_text(discussed, given[discussed])
    assert f"Your first answer: {first}" in words(at)
    assert at.button(key="go_keep_all").proto.type == "tertiary", "it is none of the choices"
    store.votes.cast(ann.key, 2, {discussed: "not_sure"})
    at = healthy(app("join", code=room.code, me=ann.key))
    assert at.title[0].value == questions[asked[0]].text and at.button(key="go_keep_all").label == "Keep the rest"
    at.button(key="previous").click().run()
    assert at.title[0].value == questions[discussed].text
    at = healthy(app("join", code=room.code, me=ann.key))
    at.button(key="go_keep_all").click().run()
    assert at.title[0].value == f"You have answered all {len(asked)}"
    kept = [vote for vote in store.votes.of(room.key) if vote.participant == ann.key and vote.round == 2]
    assert {vote.question: vote.answer for vote in kept} == {**given, discussed: "not_sure"}


def test_one_question_is_not_counted_as_all_one(app, store, ready):
    """Where an answer settles everything, as it may for an idea of one's own."""
    question = ready.plan.questions[0]
    plan = ready.plan.model_copy(update={"questions": (question,)})
    room = store.classes.open(plan)
    ann = store.participants.join(room.key, ())
    to(store, room, Step.FIRST_VOTE)
    store.votes.cast(ann.key, 1, {question: "not_sure"})
    at = healthy(app("join", code=room.code, me=ann.key))
    assert at.title[0].value == "You have answered the only question"
    at = healthy(app("join", code=room.code, me=ann.key, language="fr"))
    assert at.title[0].value == "Vous avez répondu à la seule question"
