"""A second opinion: asked for, given without seeing any other answer, handed in, and read side by side."""

from __future__ import annotations

import json
import re

import pytest

from framework.model.sheet import Sheet
from framework.reasoning.disagreement import union
from framework.store import Purpose, opinions
from framework.store.opinions import MAX_OPINIONS
from framework.ui import device, resources
from tests.ui.looking import buttons, healthy, key_of, words

TITLE = "Which parcels will be <b>late</b>?"
TYPED = "<img src=x onerror=alert(1)> **b** :red[r]"


@pytest.fixture
def cases():
    """The answers of two worked cases with other verdicts."""
    rulebase = resources.rules()
    found = {case.expected.acceptable_verdicts: rulebase.accept(case.answers) for case in rulebase.cases}
    return list(found.values())[:2]


@pytest.fixture
def idea(new_work, cases):
    return new_work(title=TITLE, answers=cases[0], words={"unit": "an owner's own word"}, numbers={"n": 123456789})


@pytest.fixture
def asked(store, idea):
    """Gives the key of a link; by default only whoever asked sees the answers."""

    def invite(*, host="Ada", shared=False):
        store.opinions.invite(idea, host, shared=shared)
        return store.links.renew(idea, Purpose.OPINION)

    return invite


@pytest.fixture
def handed_in(store, new_work, idea):
    """Saves an opinion that is handed in; gives the key of its sheet."""

    def give(name, answers):
        key = new_work(title=TITLE, answers=answers)
        store.opinions.begin(idea, key, name)
        store.opinions.hand_in(key)
        return key

    return give


def begin(at, name="Kim"):
    at.text_input(key="opinion_name").set_value(name)
    return healthy(at.button(key="FormSubmitter:opinion_form-Begin").click().run())


def sent(at):
    """Everything that reached the browser, as text."""
    return "\n".join(str(proto) for block in _blocks(at._tree) if (proto := getattr(block, "proto", None)))


def _blocks(block):
    yield block
    for child in getattr(block, "children", {}).values():
        yield from _blocks(child)


def without_keys(text):
    """Keys differ each time, and so do the QR codes and the places of files that hold one."""
    return re.sub(r"[A-Za-z0-9_-]{22,}|(?<=deferred_file_id: ).*|(?<=class=.\"qr.\").*", "KEY", text)


def test_a_name_that_was_refused_is_still_there_when_somebody_comes_back(app, idea):
    """With what else was chosen beside it."""
    at = healthy(app("brief", work=idea))
    at.text_input(key="opinion_host").set_value(TYPED)
    at.checkbox(key="opinion_shared").check()
    at = healthy(at.button(key="link_opinion_make").click().run())
    for page in ("review", "brief"):
        at.switch_page(f"framework/ui/pages/{page}.py")
        at.query_params["work"] = idea
        at = healthy(at.run())
    assert at.text_input(key="opinion_host").value == TYPED and "at most 40 are possible." in words(at)
    assert at.checkbox(key="opinion_shared").value


def test_asking_says_what_the_others_will_see_and_makes_a_link(app, idea, store):
    at = healthy(app("brief", work=idea))
    assert store.opinions.invitation(idea) is None
    at.text_input(key="opinion_host").set_value(TYPED)
    at = healthy(at.button(key="link_opinion_make").click().run())
    assert f"This has {len(TYPED)} characters; at most 40 are possible." in words(at)
    assert at.text_input(key="opinion_host").value == TYPED and store.opinions.invitation(idea) is None
    at.text_input(key="opinion_host").set_value(f" {TYPED}"[:40])
    at.checkbox(key="opinion_shared").check()
    at = healthy(at.button(key="link_opinion_make").click().run())
    told = store.opinions.invitation(idea)
    assert told.shared and told.host == TYPED[:39]
    (url,) = [code.value for code in at.code if "invite=" in code.value]
    assert "/second_opinion?invite=" in url and idea not in url
    assert store.links.work_of(url.rpartition("=")[2], Purpose.OPINION) == idea
    assert "sees all answers, yours too" in words(at) and r"\<img" in words(at)
    at = healthy(at.button(key="link_opinion_withdraw").click().run())
    assert "The link was withdrawn." in words(at)
    assert store.links.made_at(idea, Purpose.OPINION) is None
    assert "link_opinion_make" in [button.key for button in at.button]


def test_an_idea_without_a_name_gets_one_first(app, new_work, cases):
    at = healthy(app("brief", work=new_work(answers=cases[0])))
    assert "link_opinion_make" not in [button.key for button in at.button]
    at = healthy(at.text_input(key="title").set_value("Parcels").run())
    assert "link_opinion_make" in [button.key for button in at.button]


def test_who_is_asked_sees_the_idea_in_one_line_and_what_happens(app, asked, idea):
    at = healthy(app("second_opinion", invite=asked()))
    said = words(at)
    assert "**Ada** asks" in said and r"\<b\>late" in said and "only Ada sees your answers" in said
    assert idea not in said and "own word" not in said


def test_nothing_that_anybody_answered_is_sent_before_one_has_handed_in(app, store, new_work, cases):
    """Whatever the owner and the others have answered, the data on the way is the same, to the letter."""
    journeys = []
    for mine, theirs in ((cases[0], cases[1]), (cases[1], cases[0])):
        idea = new_work(title=TITLE, answers=mine, words={"unit": "a" if mine is cases[0] else "b"})
        store.opinions.invite(idea, "Ada", shared=True)
        other = new_work(title=TITLE, answers=theirs)
        store.opinions.begin(idea, other, "Lee")
        store.opinions.hand_in(other)
        at = healthy(app("second_opinion", invite=store.links.renew(idea, Purpose.OPINION)))
        journey = [without_keys(sent(at))]
        at = begin(at)
        key = key_of(at)
        journey.append(without_keys(sent(at)))
        store.work.save(key, Sheet(title=TITLE, answers=cases[1]))
        pages = ("interview", "brief", "second_opinion")
        journey += [without_keys(sent(healthy(app(page, work=key, way="quick")))) for page in pages]
        before = journey[-1]
        store.opinions.hand_in(key)
        after = sent(healthy(app("second_opinion", work=key)))
        journeys.append(journey)
        assert "Lee" not in before and "Lee" in after, "afterwards it is"
    assert journeys[0] == journeys[1]
    assert all(len(text) > 10_000 for text in journeys[0]), [len(text) for text in journeys[0]]


def test_one_who_was_asked_goes_on_under_a_key_of_their_own(app, asked, idea, store, cases):
    made = asked()
    at = begin(app("second_opinion", invite=made), TYPED)
    assert f"This has {len(TYPED)} characters; at most 40 are possible." in words(at) and "work" not in at.query_params
    assert at.text_input(key="opinion_name").value == TYPED and not store.opinions.on(idea)
    at = begin(at, TYPED[:40])
    key = key_of(at)
    (opinion,) = store.opinions.on(idea)
    assert opinion.key == key != idea and opinion.name == TYPED[:40]
    assert store.work.get(key).sheet == Sheet(title=TITLE)
    assert "Your opinion on" in words(at)
    again = app("second_opinion", invite=made)
    again.session_state[device._TOLD] = json.dumps({key: {}})
    again = healthy(again.run())
    at = healthy(again.button(key="go_on_0").click().run())
    assert key_of(at) == key
    assert "You have not answered anything yet" in words(at)
    store.work.save(key, Sheet(title=TITLE, answers=cases[0]))
    at = healthy(app("second_opinion", work=key).button(key="hand_in").click().run())
    assert "Handed in on" in words(at) and "Only Ada sees" in words(at)
    assert store.opinions.get(key).sheet.answers == cases[0]


def test_the_end_of_the_questions_leads_to_handing_in(app, asked, store, cases):
    at = begin(app("second_opinion", invite=asked()))
    store.work.save(key_of(at), Sheet(title=TITLE, answers=cases[0]))
    at = healthy(app("interview", work=key_of(at), way="quick"))
    at = healthy(at.button(key="to_opinion").click().run())
    assert "I am done: hand it in" in buttons(at)


def test_who_has_handed_in_sees_the_others_only_if_that_was_allowed(app, asked, handed_in, cases):
    asked(shared=True)
    key = handed_in("Kim", cases[1])
    handed_in("Lee", cases[1])
    at = healthy(app("second_opinion", work=key))
    said = words(at)
    assert "Ada" in said and "Lee" in said and ">You<" in said and "Kim" not in said


def test_withdrawing_leaves_one_an_idea_of_ones_own(app, asked, handed_in, idea, store, cases):
    asked()
    key = handed_in("Kim", cases[1])
    at = healthy(app("second_opinion", work=key).button(key="withdraw").click().run())
    assert store.opinions.on(idea) == () and store.work.get(key).sheet.answers == cases[1]
    assert "was withdrawn" in words(at) and "Your idea:" in words(at)


def test_whoever_asked_sees_all_side_by_side_and_deletes_one(app, idea, handed_in, store, new_work, cases):
    assert "See where you differ" not in words(healthy(app("brief", work=idea)))
    keys = [handed_in(TYPED[:40], cases[1]), handed_in("", cases[0]), handed_in("", cases[0])]
    waiting = new_work(title=TITLE)
    store.opinions.begin(idea, waiting, "Slow")
    assert "See where you differ: 3 opinions handed in" in words(healthy(app("brief", work=idea)))
    at = healthy(app("second_opinion", work=idea))
    said = words(at)
    assert "&lt;img" in said and not re.search(r"(?<!\\)<img", said)
    assert "You are 4 people and come to 2 different results." in said
    assert "Without a name (1)" in said and "Without a name (2)" in said
    assert "**Slow**: began on" in said and "Worth talking about" in said
    assert idea in sent(at)
    assert not [key for key in (*keys, waiting) if key in sent(at)], "their keys are theirs"
    at = healthy(at.button(key=f"deleted_{store.opinions.get(keys[0]).id}").click().run())
    assert [opinion.key for opinion in store.opinions.on(idea)] == [*keys[1:], waiting]
    assert "You all come to the same" in words(at) and store.work.get(keys[0])


def test_who_deletes_their_sheet_is_told_that_the_opinion_stays(app, idea, handed_in, store, new_work, cases):
    """In their list and under their answers. Whoever asked goes on reading it, and can delete it."""
    key = handed_in("Kim", cases[1])
    store.opinions.begin(idea, waiting := new_work(title=TITLE, answers=cases[1]), "Slow")
    stays = "To take it back, withdraw your opinion first."
    own = app("ideas")
    for here, told in ((key, 1), (waiting, 0), (idea, 0)):
        own.session_state[device._TOLD] = json.dumps({here: {}})
        assert words(healthy(own.run())).count(stays) == words(healthy(app("review", work=here))).count(stays) == told
    healthy(app("review", work=key).button(key="delete").click().run())
    assert store.work.get(key) is None
    at = healthy(app("second_opinion", work=idea))
    said = words(at)
    assert ">Kim<" in said and "You are 2 people and come to 2 different results." in said
    (left, _) = store.opinions.on(idea)
    at = healthy(at.button(key=f"deleted_{left.id}").click().run())
    assert [opinion.name for opinion in store.opinions.on(idea)] == ["Slow"]


def test_the_brief_says_quietly_that_an_opinion_has_come_in(app, new_work, store, idea, handed_in, cases):
    store.opinions.begin(idea, new_work(title=TITLE, answers=cases[1]), "Slow")
    assert "come in" not in words(healthy(app("brief", work=idea)))
    handed_in("Kim", cases[1])
    at = healthy(app("brief", work=idea))
    (line,) = [link for link in at.get("page_link") if "1 second opinion has come in" in link.proto.label]
    assert idea in line.proto.query_string and "second_opinion" in line.proto.page
    handed_in("Lee", cases[0])
    assert "2 second opinions have come in" in words(healthy(app("brief", work=idea)))


def test_all_answers_become_one_idea(app, idea, handed_in, store, cases):
    handed_in("Kim", cases[1])
    at = healthy(app("second_opinion", work=idea).button(key="merge").click().run())
    new = store.work.get(key_of(at))
    assert new.key != idea and "all answers together" in new.title
    assert new.sheet.answers == union(resources.rules(), cases) != {}


def test_a_link_that_was_withdrawn_says_so_and_what_was_begun_goes_on(app, asked, store, idea):
    made = asked()
    key = key_of(begin(app("second_opinion", invite=made)))
    store.links.withdraw(idea, Purpose.OPINION)
    at = healthy(app("second_opinion", invite=made))
    assert "does not work any more" in words(at) and "Start with a new idea" in buttons(at)
    assert "Rules: " in words(at), "the frame stays around it, with the search and the other language"
    assert "Answer the questions" in buttons(healthy(app("second_opinion", work=key)))


def test_there_is_an_end_to_opinions(app, asked, handed_in, idea, store):
    made = asked()
    for number in range(MAX_OPINIONS):
        handed_in(f"N{number}", {})
    works = len(store.work.get_many([opinion.key for opinion in store.opinions.on(idea)]))
    at = begin(app("second_opinion", invite=made))
    assert f"{MAX_OPINIONS} opinions on this idea already" in at.error[0].value
    assert len(store.opinions.on(idea)) == works == MAX_OPINIONS


def test_many_who_only_begin_do_not_end_it(app, asked, idea, store, new_work, monkeypatch, cases):
    """Each limit is told where somebody meets it, in both languages; who cannot hand in keeps their answers."""
    made = asked()
    monkeypatch.setattr(opinions, "MAX_OPINIONS", 2)
    waiting = [new_work(title=TITLE, answers=cases[0]) for _ in range(3)]
    for key in waiting:
        store.opinions.begin(idea, key, "Slow")
    key = key_of(begin(app("second_opinion", invite=made)))
    store.work.save(key, Sheet(title=TITLE, answers=cases[1]))
    for each in waiting[:2]:
        store.opinions.hand_in(each)
    for language, told in ((None, "Yours is kept."), ("fr", "Vos réponses sont gardées.")):
        at = app("second_opinion", work=key, **({"language": language} if language else {}))
        at = healthy(at.button(key="hand_in").click().run())
        assert told in "".join(toast.value for toast in at.toast)
    assert store.work.get(key).sheet.answers == cases[1] and store.opinions.get(key).handed_in_at is None
    monkeypatch.setattr(opinions, "MAX_OPINIONS", 12)
    monkeypatch.setattr(opinions, "MAX_BEGUN", 2)
    for language, told in ((None, "2 opinions on this idea"), ("fr", "2 personnes ont commencé un avis")):
        at = app("second_opinion", invite=made, **({"language": language} if language else {}))
        form = next(button for button in at.button if button.key.startswith("FormSubmitter:opinion_form"))
        assert told in healthy(form.click().run()).error[0].value
    assert len(store.opinions.on(idea)) == 4


@pytest.mark.parametrize("invite", ["", "x" * 22, TYPED])
def test_a_link_that_is_none_says_what_to_do(app, invite):
    said = words(healthy(app("second_opinion", invite=invite)))
    assert "Ask whoever sent it" in said or "Open the brief of an idea" in said


def test_while_nobody_has_handed_in_the_link_is_there_to_be_sent_again(app, asked, store, idea, new_work, monkeypatch):
    made = asked()
    store.opinions.begin(idea, new_work(title=TITLE), "Slow")
    monkeypatch.setattr(device, "links", lambda _: {Purpose.OPINION: made})
    at = healthy(app("second_opinion", work=idea))
    assert [code for code in at.code if f"invite={made}" in code.value]
    assert "Back to the brief" in [link.proto.label for link in at.get("page_link")]


def test_whoever_has_handed_in_can_read_the_brief_of_their_answers(app, handed_in, cases):
    at = healthy(app("second_opinion", work=handed_in("Kim", cases[1])))
    labels = [link.proto.label for link in at.get("page_link")]
    assert {"Read the brief of your answers", "Check an idea of your own"} <= {*labels}
