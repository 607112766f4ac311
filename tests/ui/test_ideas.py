"""What was begun on this device, and links that only read: never in the way, never more than they say."""

from __future__ import annotations

import json

import pytest

from framework.store import Purpose
from framework.store.opinions import OpinionTable
from framework.store.portable import from_json
from framework.store.work import WorkTable
from framework.ui import device, resources
from tests.ui.looking import buttons, healthy, words

COPY = "Copy of Late parcels"


@pytest.fixture
def on_device(app):
    """Opens a page in a browser that keeps these keys."""

    def open_page(page, *keys, **params):
        at = app(page, **params)
        at.session_state[device._TOLD] = json.dumps({key: {} for key in keys})
        return healthy(at.run())

    return open_page


@pytest.fixture
def answers():
    """All answers of a worked case."""
    return dict(resources.rules().cases[0].answers)


@pytest.fixture
def idea(new_work, answers):
    return new_work(title="Late parcels", answers=answers)


def kept(at):
    """The keys that the browser will have after this run."""

    def state(name, default):
        return at.session_state[name] if name in at.session_state else default  # noqa: SIM401 (it has no `get`)

    known = json.loads(state(device._TOLD, "{}"))
    return [key for key in {**known, **state(device._KEEP, {})} if key not in state(device._FORGET, ())]


def renamed(at, work, name):
    """The page after the panel to rename a work was opened, and a name was typed there."""
    at.session_state[f"rename_{device.mark(work)}"] = True
    return healthy(healthy(at.run()).text_input(key=f"name_{device.mark(work)}").set_value(name).run())


def test_a_new_device_has_no_ideas_and_says_how_to_begin(on_device):
    at = on_device("ideas")
    assert "Nothing was begun on this device" in words(at)
    assert "Check a new idea" in buttons(at) and not at.get("download_button")


def test_each_idea_says_where_it_stands(on_device, idea, new_work):
    other = new_work(title="*Sort* <b>mail</b>")
    said = words(on_device("ideas", idea, other))
    verdict = resources.assessment_of(resources.store().work.get(idea).sheet).verdict
    assert resources.rules().verdict[verdict].short in said
    assert "Nothing is answered yet" in said
    assert "Late parcels" in said and "\\*Sort\\* \\<b\\>mail\\</b\\>" in said


def test_an_idea_says_what_its_brief_says(on_device, new_work):
    """Here a fault that has to be mended first."""
    answers = dict(resources.rules().case["g_clinic_visit_notes"].answers)
    assert "Fix this first: " in words(on_device("ideas", new_work(title="Notes", answers=answers)))


def test_the_latest_stand_on_the_start_page(on_device, idea, new_work):
    keys = [idea, *(new_work(title=f"Idea {number}") for number in range(3))]
    at = on_device("start", *keys)
    assert [label for label in buttons(at) if label.startswith("Go on with")] == [
        "Go on with “Idea 2”",
        "Go on with “Idea 1”",
    ]
    at = healthy(at.button(key="go_on_0").click().run())
    assert at.query_params["work"] in (keys[3], [keys[3]])


def test_the_menu_of_the_start_page_leads_to_the_idea_that_it_offers(on_device, idea, new_work):
    """Brief, Answers and Questions about no idea at all would say that nothing was answered."""
    last = new_work(title="Last")
    at = on_device("start", idea, last)
    menu = {link.proto.label: link.proto.query_string for link in at.get("page_link")}
    assert all(f"work={last}" in menu[label] for label in ("Brief", "Answers", "Questions"))
    assert "work=" not in menu["Cases"] + menu["My ideas"]
    tried = resources.rules().cases[0].id
    assert not [x for x in on_device("start", idea, **{"case": tried}).get("page_link") if idea in x.proto.query_string]


@pytest.mark.parametrize("page", ["brief", "review", "interview"])
def test_a_page_without_an_idea_offers_those_of_this_device(on_device, idea, page):
    at = on_device(page, idea)
    assert "Go on with “Late parcels”" in buttons(at)
    at = healthy(at.button(key="go_on_0").click().run())
    assert idea in str(at.query_params["work"])
    assert "Go on with “Late parcels”" not in buttons(at)
    assert not [label for label in buttons(on_device(page)) if label.startswith("Go on with")]


def test_the_answers_say_which_ways_lead_back(on_device, idea):
    assert "In this browser, “My ideas” leads back to it." in words(on_device("review", idea, work=idea))


def test_what_the_browser_says_is_not_believed(app, idea):
    """It may hold anything: other people's scripts, an old version, a curious person."""
    for told in ("{", "[]", '{"x": 1, "": {"read": 2}}', json.dumps({"k" * 10_000: {}})):
        at = app("ideas")
        at.session_state[device._TOLD] = told
        assert "Nothing was begun" in words(healthy(at.run()))


def test_opening_an_idea_has_the_browser_keep_it(app, idea):
    assert kept(healthy(app("brief", work=idea))) == [idea]
    assert kept(healthy(app("brief", work="x" * 22))) == []
    assert kept(healthy(app("cases"))) == []


def test_an_idea_is_renamed_copied_and_deleted(on_device, idea, store):
    at = on_device("ideas", idea)
    at = renamed(at, idea, "  Early parcels ")
    assert store.work.get(idea).sheet.title == store.work.get(idea).title == "Early parcels"
    at = renamed(at, idea, " \x00 ")
    assert store.work.get(idea).sheet.title == store.work.get(idea).title == "Early parcels", "no name, no change"
    at = healthy(at.button(key="copy_0").click().run())
    copy = next(key for key in kept(at) if key != idea)
    assert store.work.get(copy).title == "Copy of Early parcels"
    assert store.work.get(copy).sheet.answers == store.work.get(idea).sheet.answers
    assert at.header[0].value == "Copy of Early parcels", "the one that was changed last is first"
    at = healthy(at.button(key=f"deleted_{device.mark(copy)}").click().run())
    assert store.work.get(copy) is None and store.work.get(idea)
    assert kept(at) == [idea]


def test_a_new_name_that_is_too_long_is_kept_in_its_field_and_the_old_one_stays(on_device, idea, store):
    """A browser that were given the limit would take no notice of a longer text that is pasted."""
    before, pasted = store.work.get(idea).title, "Early parcels " * 20
    at = renamed(on_device("ideas", idea), idea, pasted)
    assert store.work.get(idea).title == before
    assert "This has 279 characters; at most 200 are possible." in words(at) and not at.toast
    assert at.text_input(key=f"name_{device.mark(idea)}").value == pasted
    renamed(at, idea, "Early parcels")
    assert store.work.get(idea).title == "Early parcels"


def test_no_idea_takes_the_name_of_another_whose_place_it_takes(on_device, new_work, store):
    """The browser keeps what the field of a row held, also when another idea has moved there."""
    one, two, three = (new_work(title=title) for title in ("One", "Two", "Three"))
    at = on_device("ideas", one, two, three)
    at = renamed(at, two, "Second")
    at = healthy(at.button(key=f"deleted_{device.mark(two)}").click().run())
    at = healthy(at.button(key="copy_0").click().run())
    assert sorted(work.title for key in kept(at) for work in [store.work.get(key)]) == ["Copy of Three", "One", "Three"]


def test_a_question_to_delete_names_the_idea_and_belongs_to_it(on_device, new_work):
    """The panel of an idea that is gone must not ask about the one that moves up."""
    one, two = (new_work(title=title) for title in ("One", "Two"))
    at = on_device("ideas", one, two)
    assert "Delete “One” for good" in words(at) and "Delete “Two” for good" in words(at)
    at = healthy(at.button(key=f"deleted_{device.mark(two)}").click().run())
    assert [button.key for button in at.button if button.label == "Delete for good"] == [f"deleted_{device.mark(one)}"]


def test_a_panel_to_rename_closes_and_the_name_is_no_news_to_this_window(on_device, idea, new_work):
    """Also where the page was opened from the idea, whose key is in the address."""
    at = on_device("ideas", idea, work=idea)
    at = renamed(at, idea, "Early parcels")
    assert not at.toast and at.session_state[f"rename_{device.mark(idea)}"] is False
    other = new_work(title="Other")
    at = healthy(on_device("brief", idea, other, work=idea))
    at.query_params.clear()
    at.switch_page("framework/ui/pages/ideas.py")
    at = healthy(at.run())
    at = renamed(at, idea, "Third parcels")
    at.query_params["work"] = idea
    at.switch_page("framework/ui/pages/brief.py")
    assert not healthy(at.run()).toast


def test_ideas_travel_in_a_file(on_device, idea, store):
    at = on_device("ideas", idea)
    assert at.get("download_button")
    from framework.store.portable import to_json

    text = to_json([store.work.get(idea)])

    def bring(at, content):
        at = healthy(at.file_uploader[0].upload("ideas.json", content, "application/json").run())
        return healthy(at.button(key="import").click().run())

    new = bring(on_device("ideas"), text.encode())
    assert "Late parcels" in words(new) and "Brought in 1 idea." in words(new)
    (key,) = kept(new)
    assert to_json([store.work.get(key)]) == text and key != idea
    again = bring(new, text.encode())
    assert kept(again) == [key], "what is here already is not doubled"
    other = bring(again, text.replace(resources.rules().manifest.id, "bicycles").encode())
    assert "under different rules" in other.error[0].value and "Late parcels" in other.error[0].value
    assert kept(other) == [key]
    for content, said in (
        (b'{"format": "should-i-use-ml ideas", "ideas": []}', "no ideas in this file"),
        (b" ", "is empty"),
    ):
        none = bring(on_device("ideas"), content)
        assert said in none.warning[0].value and "Brought in" not in words(none)
    bad = bring(again, b'{"format": "should-i-use-ml ideas", "ideas": 1}')
    assert "not a file of ideas" in bad.error[0].value and len(from_json(text)) == 1


def test_a_brief_in_a_file_becomes_one_more_idea(on_device, idea, store):
    """The fold on this page takes both, and the brief opens."""
    from framework.report.forms import render

    made = render("json", resources.rules(), resources.assessment_of(store.work.get(idea).sheet))
    at = on_device("ideas", idea)
    at.text_area(key="import_text").set_value(made.decode())
    at = healthy(at.button(key="import").click().run())
    key = at.query_params["work"]
    (key,) = key if isinstance(key, list) else [key]
    assert key != idea and store.work.get(key).sheet.answers == store.work.get(idea).sheet.answers
    assert kept(at) == [idea, key]


def test_ticked_ideas_are_compared_and_no_key_is_in_the_address(on_device, idea, new_work, answers):
    other, third = new_work(title="*Second*", answers=answers), new_work(title="Third")
    at = on_device("ideas", idea, other, third)
    assert at.button(key="compare").disabled
    for key in (idea, other):
        at.checkbox(key=f"compare_{device.mark(key)}").check()
    at = healthy(at.run())
    assert "Compare 2 ideas" in buttons(at)
    at.button(key="compare").click()
    at = healthy(at.run())
    assert at.title[0].value == "Compare ideas"
    said = words(at)
    assert " are alike" in said and "Third" not in said
    assert not [key for key in (idea, other) if key in str(dict(at.query_params))]
    (chosen,) = at.query_params["ideas"] if isinstance(at.query_params["ideas"], list) else [at.query_params["ideas"]]
    again = on_device("compare", idea, other, third, ideas=chosen)
    assert set(again.multiselect(key="compared_own").value) == {device.mark(idea), device.mark(other)}
    assert "2 more to go" in words(on_device("compare", third, ideas=chosen)), "another device has not got them"
    again.multiselect(key="compared_own").set_value([]).run()
    assert "2 more to go" in words(healthy(again))


def test_one_idea_is_not_compared(on_device, idea):
    at = on_device("ideas", idea)
    assert "compare" not in [button.key for button in at.button] and not at.checkbox


def test_reading_a_case_or_beginning_anew_leaves_a_way_back(app, idea):
    """The line under the header says which idea one is in, and leads back to it."""
    at = healthy(app("brief", work=idea))
    assert "Your idea: **Late parcels**" in words(at)
    case = resources.rules().cases[1].id
    del at.query_params["work"]
    at.query_params["case"] = case
    at.switch_page("framework/ui/pages/cases.py")
    at = healthy(at.run())
    assert "Back to your idea: **Late parcels**" in words(at)
    link = next(item for item in at.get("page_link") if "Back to your idea" in item.proto.label)
    assert idea in link.proto.query_string and case not in link.proto.query_string


@pytest.fixture
def made(store, idea):
    return store.links.renew(idea, Purpose.READ)


def test_a_link_to_read_shows_the_brief_and_nothing_to_change(app, made, idea):
    at = healthy(app("brief", read=made))
    everything = words(at) + "".join(str(link.proto) for link in at.get("page_link"))
    assert "Late parcels" in everything and resources.rules().cases[0].id not in everything
    assert idea not in everything and kept(at) == []
    for change in ("to change it", "Change answers", "What if?", "interview?", "Your idea", ">edit<"):
        assert change not in everything, change
    assert "Share" not in [item.label for item in at.expander]
    assert "Share" in [item.label for item in app("brief", work=idea).expander]


@pytest.mark.parametrize("page", ["interview", "review", "what_if"])
def test_a_link_to_read_opens_no_page_that_changes(app, made, idea, store, page):
    at = healthy(app(page, read=made))
    assert "This link is for reading" in [title.value for title in at.title]
    assert store.work.get(idea).revision == 1


def test_a_link_to_read_stays_one_on_the_way_to_a_rule(app, made, idea):
    at = healthy(app("brief", read=made))
    html = "".join(part.value for part in at.html)
    assert f"rule?read={made}" in html and f"work={idea}" not in html


def test_a_withdrawn_link_says_so(app, made, idea, store):
    store.links.withdraw(idea, Purpose.READ)
    assert "does not work any more" in words(healthy(app("brief", read=made)))


def test_the_panel_makes_replaces_and_withdraws_a_link(app, idea, store):
    at = healthy(app("brief", work=idea))
    assert store.links.made_at(idea, Purpose.READ) is None
    at = healthy(at.button(key="link_read_make").click().run())
    (url,) = [code.value for code in at.code if "read=" in code.value]
    first = url.rpartition("=")[2]
    assert store.links.work_of(first, Purpose.READ) == idea
    at = healthy(at.button(key="link_read_renew").click().run())
    (url,) = [code.value for code in at.code if "read=" in code.value]
    assert store.links.work_of(first, Purpose.READ) is None
    assert store.links.work_of(url.rpartition("=")[2], Purpose.READ) == idea
    elsewhere = healthy(app("brief", work=idea))
    assert "cannot be shown here" in words(elsewhere), "another device has not got the link"
    at = healthy(at.button(key="link_read_withdraw").click().run())
    assert store.links.made_at(idea, Purpose.READ) is None
    assert "link_read_make" in [button.key for button in at.button]


def test_a_long_list_is_short_until_one_asks_for_all(on_device, new_work, store, monkeypatch):
    keys = [new_work(title=f"Idea {number}") for number in range(22)]
    asked: list[object] = []
    under = OpinionTable.under

    def counted(self, keys):
        asked.append(keys)
        return under(self, keys)

    monkeypatch.setattr(OpinionTable, "under", counted)
    at = on_device("ideas", *keys)
    asked.clear()
    healthy(at.run())
    assert len(asked) == 1, "one query for all rows"
    assert sum(button.label == "Duplicate" for button in at.button) == 20
    at = healthy(at.button(key="more_ideas").click().run())
    assert sum(button.label == "Duplicate" for button in at.button) == 22


def test_the_start_page_names_all_and_reads_two(on_device, new_work, monkeypatch):
    keys = [new_work(title=f"Idea {number}") for number in range(4)]
    monkeypatch.delattr(WorkTable, "get_many")
    said = words(on_device("start", *keys))
    assert "All 4 ideas" in said and "Idea 3" in said and "Idea 1" not in said
