"""Rounds of an idea and its review: ticked, ended, gone back from, noted; for reading only where a link only reads."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from framework.model.history import Decision, History, Round
from framework.model.rule_index import index_of
from framework.report.front_parts import MAX_STEPS
from framework.store import Purpose
from framework.ui import resources
from framework.ui.components import review
from framework.ui.components.rounds import GO_ON
from framework.ui.escaping import md
from tests.ui.looking import healthy, words

STEP = "signal_test"


@pytest.fixture
def answers():
    """All answers of a worked case whose verdict comes with a plan."""
    rulebase = resources.rules()
    return dict(next(case for case in rulebase.cases if case.expected.verdict == "use_ml").answers)


@pytest.fixture
def idea(new_work, answers):
    return new_work(title="Late parcels", answers=answers)


@pytest.fixture
def made(store, idea):
    return store.links.renew(idea, Purpose.READ)


def end_round(at, tried, came_out="", reason=GO_ON):
    at.text_area(key="round_tried").set_value(tried)
    at.text_area(key="round_came_out").set_value(came_out)
    at.radio(key="round_next").set_value(reason)
    return healthy(at.button(key="round_end").click().run())


def test_a_step_is_ticked_dated_and_taken_back(app, idea, store):
    at = healthy(app("rounds", work=idea))
    assert "Now:</strong>" in words(at)
    assert "done on" not in [caption.value for caption in at.caption]
    at = healthy(at.checkbox(key="done_decide").check().run())
    assert store.work.get(idea).history.steps == {"decide": review.today()}
    assert [caption.value for caption in at.caption].count("done on") == 1, "what the date beside it is"
    at = healthy(at.date_input(key="done_on_decide").set_value(date(2026, 1, 5)).run())
    assert store.work.get(idea).history.steps == {"decide": date(2026, 1, 5)}
    healthy(at.checkbox(key="done_decide").uncheck().run())
    assert store.work.get(idea).history.steps == {}


def test_the_next_steps_of_the_brief_are_ticked_here_and_the_brief_shows_it(app, idea, made, store, answers):
    """By the ids of their rules: a tick stays when another brief has other steps."""
    first, *others = resources.assessment_of(store.work.get(idea).sheet).next_steps
    at = healthy(app("rounds", work=idea))
    box = f"done_{first.rule.replace('/', '_')}"
    at = healthy(at.checkbox(key=box).check().run())
    assert store.work.get(idea).history.steps == {first.rule: review.today()}
    for page in (app("brief", work=idea), app("brief", read=made)):
        healthy(page)
        (shown,) = [html.value for html in page.html if 'class="front"' in html.value]
        assert shown.count('<li class="done">') == 1
        label = f"Track the plan: 1 of {len(others) + 1} next steps done"
        assert [each for each in page.get("page_link") if label in each.proto.label]
    work = store.work.get(idea)
    for question, option in _others(answers):
        changed = work.sheet.answered(question, option)
        if first.rule not in {step.rule for step in resources.assessment_of(changed).next_steps}:
            break
    store.work.save(idea, changed, work.revision)
    at = healthy(app("rounds", work=idea))
    assert "for an earlier brief" in words(at) and not [each for each in at.checkbox if each.key == box]


def test_a_tick_follows_its_step_to_the_id_that_replaced_it_and_can_be_taken_back(app, idea, store):
    """A product manager's: after an update of the rules, steps that had been ticked stood open."""
    work = store.work.get(idea)
    before = {item.replaced_by: item.id for item in resources.rules().retired}
    step = next(step.rule for step in resources.assessment_of(work.sheet).next_steps if step.rule in before)
    old = before[step]
    store.work.save(idea, work.sheet, work.revision, history=History(steps={old: date(2026, 1, 5)}))
    assert any("1 of " in each.proto.label for each in healthy(app("brief", work=idea)).get("page_link"))
    at, box = healthy(app("rounds", work=idea)), f"done_{step.replace('/', '_')}"
    assert at.checkbox(key=box).value and "for an earlier brief" not in words(at)
    healthy(at.checkbox(key=box).uncheck().run())
    assert store.work.get(idea).history.steps == {}


def test_the_list_of_the_brief_and_the_count_beside_it_agree(app, idea, store):
    """A product manager's: "0 of 4 next steps" stood beside a list of three."""
    steps = resources.assessment_of(store.work.get(idea).sheet).next_steps
    page = healthy(app("brief", work=idea))
    (shown,) = [html.value for html in page.html if 'class="front"' in html.value]
    listed = shown[shown.index('class="panel next"') :].split("</section>")[0]
    left = len(steps) - MAX_STEPS
    assert listed.count("<li") == MAX_STEPS and left > 0
    assert f"<p>{left} more in the plan below</p>" in listed
    assert [each for each in page.get("page_link") if f"0 of {len(steps)} next steps" in each.proto.label]


def _others(answers):
    """Each question of a kind with its other answers, one at a time."""
    for id_, question in resources.rules().closed_questions.items():
        for option in question.options if question.kind == "one" else ():
            if option.id != answers.get(id_):
                yield id_, option.id


def test_the_next_round_goes_on_from_the_step_that_is_gone_back_to(app, idea, store):
    at = healthy(app("rounds", work=idea))
    plan = [step.step for step in resources.assessment_of(store.work.get(idea).sheet).plan]
    for step in plan[: plan.index(STEP)]:
        at = at.checkbox(key=f"done_{step}").check().run()
    at = end_round(at, "*Trees* <b>", "No better than the rule", STEP)
    history = store.work.get(idea).history
    known = {step.id: step for step in resources.rules().plan}
    assert list(history.steps) == plan[: plan.index(known[STEP].go_back.step)]
    (ended,) = history.rounds
    assert (ended.tried, ended.sent_back_by, ended.back_to) == ("*Trees* <b>", STEP, known[STEP].go_back.step)
    assert list(ended.steps) == plan[: plan.index(STEP)] and ended.sheet == store.work.get(idea).sheet
    said = words(at)
    assert "What comes after: round 2" in said and known[STEP].go_back_when in said.replace("\\", "")
    assert "*Trees* &lt;b&gt;" in said, "what was typed is shown as it is"
    question = resources.rules().questions[known[STEP].go_back.question]
    link = next(each for each in at.get("page_link") if "Look at this answer first" in each.proto.label)
    assert question.short in link.proto.label and f"question={question.id}" in link.proto.query_string
    assert "back=rounds" in link.proto.query_string


def test_what_changed_in_the_answers_stands_between_the_rounds(app, idea, store, answers):
    end_round(healthy(app("rounds", work=idea)), "One")
    assert "No answer has changed" in words(app("rounds", work=idea))
    question = resources.rules().closed_questions["signal_evidence"]
    other = next(option for option in question.options if option.id != answers[question.id])
    work = store.work.get(idea)
    store.work.save(idea, work.sheet.answered(question.id, other.id), work.revision)
    said = words(healthy(app("rounds", work=idea)))
    assert other.text in said and "since the round before" in said


def test_a_round_without_a_word_is_not_ended_and_the_last_one_can_be_taken_back(app, idea, store):
    at = end_round(healthy(app("rounds", work=idea)), "  ")
    assert "Say what you tried" in words(at) and not store.work.get(idea).history.rounds
    at = healthy(at.checkbox(key="done_decide").check().run())
    at = end_round(at, "One", reason="decide")
    assert not store.work.get(idea).history.steps
    assert "Round 1 is ended. “Take back”" in words(at)
    healthy(at.button(key="taken_back").click().run())
    history = store.work.get(idea).history
    assert not history.rounds and list(history.steps) == ["decide"]


def test_a_round_is_not_ended_twice_by_two_windows(app, idea, store):
    one, two = healthy(app("rounds", work=idea)), healthy(app("rounds", work=idea))
    end_round(one, "One")
    at = end_round(two, "One again")
    assert "ended or taken back in another window" in words(at)
    assert [ended.tried for ended in store.work.get(idea).history.rounds] == ["One"]
    at = healthy(two.checkbox(key="done_decide").check().run())
    healthy(one.checkbox(key="done_scope").check().run())
    assert set(store.work.get(idea).history.steps) == {"decide", "scope"}, "neither window loses a tick"


def test_notes_on_a_round_are_kept_as_they_are_typed(app, idea, store, made):
    """Over a reload, in their lines; the round that ends takes them, and gives them back when it is taken back."""
    at = healthy(app("rounds", work=idea))
    at.text_area(key="round_tried").set_value("Trees\n<b>Forests</b>").run()
    at.text_area(key="round_came_out").set_value("Nothing").run()
    history = store.work.get(idea).history
    assert (history.tried, history.came_out, history.rounds) == ("Trees\n<b>Forests</b>", "Nothing", ())
    assert "Forests" not in words(healthy(app("rounds", read=made))), "nobody reads what is not finished"
    at = healthy(app("rounds", work=idea))
    assert [field.value for field in at.text_area] == ["Trees\n<b>Forests</b>", "Nothing"]
    at = healthy(at.button(key="round_end").click().run())
    (ended,) = store.work.get(idea).history.rounds
    assert (ended.tried, ended.came_out) == ("Trees\n<b>Forests</b>", "Nothing")
    assert [field.value for field in at.text_area] == ["", ""]
    at = healthy(at.button(key="taken_back").click().run())
    assert [field.value for field in at.text_area] == ["Trees\n<b>Forests</b>", "Nothing"]


def test_a_note_on_a_round_that_another_window_has_ended_stays_in_its_field(app, idea, store):
    """It belongs to no other round, and is not lost."""
    one, two = healthy(app("rounds", work=idea)), healthy(app("rounds", work=idea))
    end_round(one, "One")
    at = healthy(two.text_area(key="round_tried").set_value("Two").run())
    assert "ended or taken back in another window" in words(at) and at.text_area(key="round_tried").value == "Two"
    history = store.work.get(idea).history
    assert history.tried == "" and [ended.tried for ended in history.rounds] == ["One"]
    at = healthy(at.button(key="round_end").click().run())
    assert [ended.tried for ended in store.work.get(idea).history.rounds] == ["One", "Two"]


def test_without_an_idea_or_a_verdict_the_page_says_what_to_do(app, new_work):
    assert "My ideas" in words(healthy(app("rounds")))
    assert "There is no plan yet" in words(healthy(app("rounds", work=new_work(title="New"))))


def test_a_link_to_read_shows_rounds_and_result_and_nothing_to_change(app, idea, made, store):
    at = healthy(app("rounds", work=idea).checkbox(key="done_decide").check().run())
    end_round(at, "Trees")
    at = healthy(app("rounds", read=made))
    said = words(at)
    assert "Trees" in said and ":material/check_circle:" in said
    assert not at.checkbox and not at.text_area and not at.date_input and not at.radio
    assert idea not in said + "".join(str(link.proto) for link in at.get("page_link"))


def test_whoever_only_reads_is_told_who_is_meant_by_you(app, idea, made):
    """A reader's: "your numbers" in the brief of somebody else. The owner is not told so."""
    told = "“you” is the author"
    assert all(told in words(healthy(app(page, read=made))) for page in ("brief", "rounds", "what_if"))
    assert told not in words(healthy(app("brief", work=idea)))


def test_expectation_stands_beside_outcome(app, idea, made, store):
    day = review.today() - timedelta(days=3)
    at = healthy(app("brief", work=idea))
    at = healthy(at.date_input(key="review_date").set_value(day).run())
    assert store.work.get(idea).sheet.review == day
    assert [box.label for box in at.expander if "Review due since" in box.label]
    at.radio(key="result_decision").set_value(Decision.NOT_DONE)
    at.text_input(key="result_baseline").set_value("6 %")
    at.text_input(key="result_measured").set_value("*5* <i>%")
    at.text_area(key="result_note").set_value("Too little.\n\nToo late.")
    at = healthy(at.button(key="result_save").click().run())
    result = store.work.get(idea).history.result
    assert (result.decision, result.baseline, result.measured) == (Decision.NOT_DONE, "6 %", "*5* <i>%")
    assert (result.note, result.noted_on) == ("Too little.\nToo late.", review.today())
    assert not [box.label for box in at.expander if "due" in box.label]
    for page in (at, healthy(app("brief", read=made))):
        said = words(page)
        assert "It was not done" in said and "*5* &lt;i&gt;%" in said and "Too little" in said
    assert not healthy(app("brief", read=made)).date_input


def test_the_tiny_rules_have_rounds_too(app, new_work, monkeypatch):
    """Nothing here knows what a plan is about."""
    from framework.settings import RULES
    from tests.tiny import TINY

    monkeypatch.setenv(RULES, str(TINY))
    case = resources.rules().cases[0]
    key = new_work(title="To the office", answers=resources.rules().accept(case.answers))
    said = words(healthy(app("rounds", work=key)))
    assert resources.rules().plan[0].title in said and "Look at your answers" in said


def test_a_step_that_the_rules_no_longer_have_is_kept_in_its_round(app, idea, store):
    done = date(2026, 1, 5)
    work = store.work.get(idea)
    history = work.history.ticked("gonestage", done)
    ended = Round(ended_on=done, verdict="Use ML", tried="a", came_out="b", steps=history.steps, sheet=work.sheet)
    kept = work.history.model_copy(update={"rounds": (ended,)})
    store.work.save(idea, work.sheet, work.revision, history=kept)
    assert "gonestage" in words(healthy(app("rounds", work=idea)))


def test_an_earlier_step_is_told_without_the_slots_of_its_template(app, idea, store):
    rulebase = resources.rules()
    asked = next(id_ for id_, entry in index_of(rulebase).items() if "{" in entry.sentence and "{" not in entry.title)
    work = store.work.get(idea)
    store.work.save(idea, work.sheet, work.revision, history=work.history.ticked(asked, date(2026, 1, 5)))
    at = healthy(app("rounds", work=idea))
    (told,) = (each.value for each in at.caption if "for an earlier brief" in each.value)
    assert md(index_of(rulebase)[asked].title) in told and "{" not in told
