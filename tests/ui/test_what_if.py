"""What if: the verdict follows at once, nothing is saved by itself, and there is a way back and a way to keep."""

from __future__ import annotations

import pytest
from markupsafe import escape as tag

from framework.errors import StoreError
from framework.model.listing import listed
from framework.model.sheet import Sheet
from framework.reasoning.readable import STANDS
from framework.reasoning.reasoner import reasoner_for
from framework.reasoning.stops import answers_after, seen_there_only
from framework.store.work import WorkTable
from framework.ui import resources
from framework.ui.components.statement import shortened
from framework.ui.escaping import md
from tests.ui.brief_sheets import rules, sheet_for
from tests.ui.looking import buttons, healthy, key_of, words

OUTCOME = list(rules().outcome)[-1]


@pytest.fixture
def flip():
    """A question and another answer to it that alone changes the verdict, and the outcome then."""
    found = resources.assessment_of(sheet_for(OUTCOME))
    diagram = reasoner_for(rules()).verdicts
    for item in found.check_first:
        for option in rules().questions[item.question].options:
            possible = diagram.possible_under({**found.answers, item.question: option.id})
            if len(possible) == 1 and possible[0] != found.verdict and rules().questions[item.question].kind == "one":
                return item.question, option.id, rules().verdict[possible[0]]
    raise AssertionError("no answer flips the verdict")


@pytest.fixture
def at(app, new_work):
    return opened(app("what_if", work=new_work(**sheet_for(OUTCOME).model_dump(mode="json"))))


def opened(at):
    """The page with every answer unfolded."""
    for id_ in rules().closed_questions:
        at.session_state[f"row_{id_}"] = True
    return healthy(at.run())


def test_nothing_is_changed_at_first(at):
    assert "Nothing is changed yet" in words(at)
    assert buttons(at) == []


def test_a_tried_answer_changes_the_verdict_and_is_not_saved(at, store, flip):
    question, option, verdict = flip
    key = key_of(at)
    healthy(at.radio(key=f"try_{question}").set_value(option).run())
    outcomes = [tag(outcome.title) for outcome in verdict.outcomes]
    assert any(title in words(at) for title in outcomes)
    assert "What changed" in words(at)
    assert store.work.get(key).sheet.answers == sheet_for(OUTCOME).answers


def test_how_a_criterion_stands_is_said_in_the_words_of_the_brief(at):
    own = sheet_for(OUTCOME)
    mine = resources.assessment_of(own).criteria
    questions = [question for question in rules().closed_questions.values() if question.kind == "one"]
    for question, option in ((q.id, option.id) for q in questions if q.id in own.answers for option in q.options):
        tried = own.model_copy(update={"answers": {**own.answers, question: option}})
        now = resources.assessment_of(tried).criteria
        changed = {(mine[id_], now[id_]) for id_ in now if mine[id_] is not now[id_]}
        if changed and f"try_{question}" in [radio.key for radio in at.radio]:
            break
    healthy(at.radio(key=f"try_{question}").set_value(option).run())
    assert changed
    assert all(f"{STANDS[before]} → {STANDS[after]}" in words(at) for before, after in changed)


def test_the_choice_names_the_verdict_that_it_leads_to(at, flip):
    question, option, verdict = flip
    position = [item.id for item in rules().questions[question].options].index(option)
    captions = at.radio(key=f"try_{question}").proto.captions
    assert captions[position] == f"→ {md(verdict.short)}"


def test_a_choice_that_leaves_it_open_names_up_to_three_verdicts(at, flip):
    """Leaving the answer open is such a choice; the answer that stands has no arrow."""
    question, *_ = flip
    *captions, unknown = at.radio(key=f"try_{question}").proto.captions
    found = resources.assessment_of(sheet_for(OUTCOME))
    others = {id_: given for id_, given in found.answers.items() if id_ != question}
    possible = reasoner_for(rules()).verdicts.possible_under(others)
    named = listed([rules().verdict[id_].short for id_ in possible], "or")
    assert len(possible) > 1
    assert unknown == (f"→ open: {len(possible)} verdicts" if len(possible) > 3 else f"→ open: {md(named)}")
    standing = [item.id for item in rules().questions[question].options].index(str(found.answers[question]))
    assert captions[standing] == ""


def test_a_choice_leaves_its_row_unfolded_and_is_told_below_it(at, flip):
    """Each arrow key is a choice: whoever uses the keyboard passes several."""
    question, option, _ = flip
    at = healthy(at.radio(key=f"try_{question}").set_value(option).run())
    assert at.session_state[f"row_{question}"] is True
    assert f"Tried here: **{md(rules().answer_text(question, option))}" in words(at)


def test_what_is_tried_stands_in_the_address_and_is_found_again_there(app, at, flip):
    """A reload, or a phone that drops the page, begins without a session."""
    question, option, verdict = flip
    healthy(at.radio(key=f"try_{question}").set_value(option).run())
    assert f"{question}.{option}" in at.query_params["tried"]
    again = healthy(app("what_if", work=key_of(at), tried=f"{question}.{option},nonsense.x,{question}_.y"))
    assert "What changed" in words(again)
    assert any(tag(outcome.title) in words(again) for outcome in verdict.outcomes)


def test_what_is_kept_can_be_undone(at, store, flip):
    question, option, _ = flip
    before = store.work.get(key_of(at)).sheet
    at.radio(key=f"try_{question}").set_value(option).run()
    at = healthy(at.button(key="keep").click().run())
    assert "tried" not in at.query_params
    healthy(at.button(key="not_kept").click().run())
    after = store.work.get(key_of(at)).sheet
    assert list(after.answers.items()) == list(before.answers.items())
    assert buttons(at) == []


def test_a_way_through_the_menu_leads_back_to_what_is_tried_and_to_its_address(app, new_work, flip):
    """The links of the menu know nothing of it: a reload would lose it."""
    question, option, _ = flip
    key = new_work(**sheet_for(OUTCOME).model_dump(mode="json"))
    at = healthy(app("what_if", work=key, tried=f"{question}.{option}"))
    at.switch_page("framework/ui/pages/brief.py").run()
    at.query_params.clear()
    at.query_params["work"] = key
    at = healthy(at.switch_page("framework/ui/pages/what_if.py").run())
    assert "What changed" in words(at)
    assert f"{question}.{option}" in at.query_params["tried"]


def test_what_was_kept_is_not_undone_where_the_answer_has_changed_since(at, store, flip):
    question, option, _ = flip
    at.radio(key=f"try_{question}").set_value(option).run()
    at = healthy(at.button(key="keep").click().run())
    assert "These are your answers now." in words(at)
    work = store.work.get(key_of(at))
    options = [one.id for one in rules().questions[question].options]
    newer = next(id_ for id_ in options if id_ not in (option, sheet_for(OUTCOME).answers[question]))
    store.work.save(work.key, work.sheet.answered(question, newer), work.revision)
    healthy(at.button(key="not_kept").click().run())
    assert store.work.get(work.key).sheet.answers[question] == newer
    assert "These are your answers now." not in words(healthy(at.run()))


def test_an_answer_that_is_taken_away_leaves_what_the_screen_of_rare_stops_said(app, new_work, store):
    """In what is shown, in what is kept, and in what is open then; there is no choice of "not known" beside it."""
    answers, screened = answers_after(rules(), (), Sheet())
    question = next(rules().questions[id_] for id_ in screened if rules().questions[id_].kind == "one")
    said = answers[question.id]
    out = next(option.id for option in question.options if option.id not in said)
    text = md(rules().answer_text(question.id, said))
    sheet = Sheet(title="x", answers={**sheet_for(OUTCOME).answers, **answers}, screened=screened)
    at = opened(app("what_if", work=new_work(**sheet.model_dump(mode="json"))))
    options = at.radio(key=f"try_{question.id}").options
    assert text in options and "Not known" not in options
    assert "Nothing is changed yet" in words(healthy(app("what_if", work=key_of(at), tried=question.id)))

    own = sheet.answered(question.id, out)
    at = opened(app("what_if", work=new_work(**own.model_dump(mode="json"))))
    field = f"try_{question.id}"
    assert at.radio(key=field).options[-1] == text
    at = healthy(at.radio(key=field).set_value("").run())
    assert at.radio(key=field).value == "" and f"Tried here: **{md(shortened(text))}" in words(at)
    healthy(at.button(key="keep").click().run())
    kept = store.work.get(key_of(at)).sheet
    assert kept.answers[question.id] == said and question.id in kept.screened


def test_what_only_the_screen_of_rare_stops_said_is_no_answer_that_decides(app, new_work):
    """It is not open either: it stands below the others, in the words that say what is left."""
    found = sheet_for(OUTCOME)
    answers, screened = answers_after(rules(), (), Sheet())
    sheet = Sheet(title="x", answers={**found.answers, **answers}, screened=screened)
    at = healthy(app("what_if", work=new_work(**sheet.model_dump(mode="json"))))
    there = seen_there_only(rules(), sheet)
    rows = [item.label for item in at.expander]
    heading = rows.index(f"From “{rules().manifest.interview.stops.text}”")
    shorts = [md(rules().questions[id_].short) for id_ in there]
    assert screened and not [row for row in rows[:heading] if any(row.startswith(f"{short}:") for short in shorts)]
    partial = next(id_ for id_ in screened)
    text = shortened(rules().answer_text(partial, answers[partial]))
    assert f"{md(rules().questions[partial].short)}: **{md(text)}**" in rows[heading:]


def test_back_to_my_answers(at, flip):
    question, option, _ = flip
    at.radio(key=f"try_{question}").set_value(option).run()
    healthy(at.button(key="back").click().run())
    assert "Nothing is changed yet" in words(at)
    assert opened(at).radio(key=f"try_{question}").value == sheet_for(OUTCOME).answers[question]


def test_keep_these_answers_saves_them(at, store, flip):
    question, option, _ = flip
    at.radio(key=f"try_{question}").set_value(option).run()
    healthy(at.button(key="keep").click().run())
    assert store.work.get(key_of(at)).sheet.answers[question] == option
    assert "Nothing is changed yet" in words(at)


def test_all_tried_answers_are_kept_or_none(at, store, flip, monkeypatch):
    """The database fails after the first change, and the second save would have been the other answer."""
    question, option, _ = flip
    other = next(radio for radio in at.radio if radio.key.startswith("try_") and radio.key != f"try_{question}")
    at.radio(key=f"try_{question}").set_value(option).run()
    before, save = store.work.get(key_of(at)).sheet, WorkTable.save
    options = rules().questions[other.key.removeprefix("try_")].options
    at.radio(key=other.key).set_value(next(one.id for one in options if one.id != before.answers[other.key[4:]])).run()
    saved: list[object] = []

    def once(*args, **kwargs):
        if saved:
            raise StoreError("The disk is full.")
        saved.append(args)
        return save(*args, **kwargs)

    monkeypatch.setattr(WorkTable, "save", once)
    healthy(at.button(key="keep").click().run())
    after = store.work.get(key_of(at)).sheet
    assert len([id_ for id_ in after.answers if after.answers[id_] != before.answers.get(id_)]) == 2


def test_an_answer_can_be_tried_as_not_known(at, flip):
    question, _, _ = flip
    healthy(at.radio(key=f"try_{question}").set_value("").run())
    assert "→ open" in words(at) and "Next to answer: " in words(at)


def test_several_answers_keep_those_that_stand_alone_apart(at):
    many = [question for question in rules().closed_questions.values() if question.kind == "many"]
    tried = 0
    for question in many:
        alone = [option.id for option in question.options if option.exclusive]
        boxes = {option.id: f"try_{question.id}_{option.id}" for option in question.options}
        if not alone or not any(box.key in boxes.values() for box in opened(at).checkbox):
            continue
        other = next(id_ for id_ in boxes if id_ not in alone)
        opened(at).checkbox(key=boxes[other]).set_value(True).run()
        opened(at).checkbox(key=boxes[alone[0]]).set_value(True).run()
        assert not opened(at).checkbox(key=boxes[other]).value
        opened(at).checkbox(key=boxes[other]).set_value(True).run()
        assert not opened(at).checkbox(key=boxes[alone[0]]).value
        tried += 1
    assert tried


def test_before_anything_is_answered_the_page_says_how_to_begin(app, new_work):
    at = healthy(app("what_if"))
    assert "Nothing is answered yet" in words(at) and "Open:" not in words(at)
    assert [button.key for button in at.button if button.key == "begin"] and not at.radio
    at = healthy(app("what_if", work=new_work(title="New")))
    assert "Nothing is answered yet" in words(at) and "Start the quick check" in "".join(
        str(link.proto) for link in at.get("page_link")
    )


def test_a_partial_answer_is_one_of_the_choices(app, new_work, store):
    question = next(q for q in rules().closed_questions.values() if q.kind == "one" and len(q.options) > 2)
    both = (question.options[0].id, question.options[1].id)
    key = new_work(answers={question.id: both})
    at = opened(app("what_if", work=key))
    field = f"try_{question.id}"
    assert at.radio(key=field).value == "some"
    assert md(rules().answer_text(question.id, both)) in at.radio(key=field).options
    at = healthy(at.radio(key=field).set_value(question.options[2].id).run())
    assert "What changed" in words(at)
    at = healthy(opened(at).radio(key=field).set_value("some").run())
    assert "Nothing is changed yet" in words(at)
    assert store.work.get(key).sheet.answers == {question.id: both}
