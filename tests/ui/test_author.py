"""Rules of one's own: uploaded, checked, tried under an address of their own, and never in anybody's way."""

from __future__ import annotations

import io
import json
import time
import zipfile

import pytest

from framework.classroom.plan import Plan
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.rulebase import load_rules
from framework.rulebase.layers import Folder
from framework.rulebase.translating import digest_of_text
from framework.settings import OVERLAY, PROCESSES, RULES, TEMPLATE_RULES, TRIALS
from framework.store import Store
from framework.ui import device, resources, trials
from tests.rulebase.folders import LESSON, files_of, overlay, zipped
from tests.tiny import TINY, copied
from tests.ui.looking import buttons, healthy, key_of, words
from tests.ui.quick import through
from tests.ui.typed import ALIVE, TYPED, assert_dead, html_of, markdown_of


@pytest.fixture(autouse=True)
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules of everybody are the tiny ones."""
    monkeypatch.setenv(RULES, str(TINY))


@pytest.fixture(scope="module")
def template() -> dict[str, bytes]:
    return zipped(files_of(TEMPLATE_RULES))


def _key(at) -> str:
    value = at.query_params["rules"]
    return str(value[0] if isinstance(value, list) else value)


def _uploaded(at, files: dict[str, bytes]):
    at.file_uploader(key="upload_files").set_value([(name, raw, "application/zip") for name, raw in files.items()])
    return at.button(key="check_upload").click().run()


def test_an_upload_is_checked_and_then_tried_under_its_own_address(app, template):
    at = healthy(_uploaded(healthy(app("author")), template))
    assert "These rules can be used" in words(at)
    key = _key(at)
    assert trials.trials().get(key).rulebase.manifest.id == "meeting_or_message"
    at = healthy(at.button(key="try_questions").click().run())
    assert at.title[0].value == "What should come out of it?"
    assert _key(at) == key


def test_every_problem_is_listed_and_nothing_is_tried(app, template):
    files = files_of(TEMPLATE_RULES) | {"sources.yaml": b"- {id: own, titel: x}\n"}
    at = healthy(_uploaded(app("author"), zipped(files)))
    assert "sources.yaml:1:13: unknown_key" in at.code[0].value
    assert "rules" not in at.query_params


def test_a_trial_goes_through_to_a_brief_and_touches_no_saved_work(app, store, template):
    key = trials.trials().add(trials.examined(template))
    rules = trials.trials().get(key).rulebase
    at = healthy(app("start", rules=key))
    assert at.title[0].value == rules.manifest.name and "You are trying" in words(at)
    answers = {"purpose": "decide", "opinions": "different", "preparation": "written"}
    at = through(at.button(key="begin").click().run(), rules, answers, healthy)
    assert "settled" in at.title[0].value
    at = healthy(at.button(key="to_brief").click().run())
    assert rules.verdict["meet"].outcomes[0].title in html_of(at)
    work = key_of(at)
    assert store.work.get(work) is None, "it is in the memory of the trial only"
    assert trials.trials().get(key).store.work.get(work).sheet.answers == answers
    assert device._KEEP not in at.session_state or work not in at.session_state[device._KEEP]
    for page in ("proofs", "decision_map", "cases", "find", "author", "learn", "ideas"):
        healthy(app(page, rules=key))
    at = healthy(app("start"))  # everybody else
    assert at.title[0].value == load_rules().manifest.name and "You are trying" not in words(at)


def test_one_can_stop_trying(app, template):
    key = trials.trials().add(trials.examined(template))
    at = app("proofs", rules=key).button(key="stop_trying").click().run()
    assert healthy(at).title[0].value == resources.own_rules().manifest.name
    assert "rules" not in at.query_params


def test_an_address_of_rules_that_are_gone_says_what_to_do(app):
    at = app("interview", rules="nobody")
    assert at.header[0].value == "These rules are gone" and "Upload them again" in words(at)
    assert [button.key for button in at.button if button.key == "stop_trying"]


def test_the_code_of_a_class_leads_to_the_rules_under_which_it_was_opened(app, store, template):
    """It is all that is typed, from a hall's screen; and from there back into a class of everybody."""
    key = trials.trials().add(trials.examined(template))
    trial, plan = trials.trials().get(key), Plan(kind="own", title="Weeds")
    tried, everybodys = trial.store.classes.open(plan), store.classes.open(plan)
    at = healthy(app("join", code=tried.code))
    assert _key(at) == key and "You are trying" in words(at)
    at.button(key="join").click().run()
    assert len(trial.store.participants.of(tried.key)) == 1 and "You are in" in words(healthy(at))
    at = healthy(app("join", code=everybodys.code, rules=key))
    assert "rules" not in at.query_params and at.title[0].value == "Weeds"
    at = healthy(app("join", code="ACDEFH"))
    assert "rules" not in at.query_params and "No open class has this code" in words(at)


def test_no_class_is_opened_under_a_trial_that_other_processes_do_not_know(app, template, monkeypatch):
    """Their phones would be told that the code is wrong. Under the rules of everybody one can be opened as ever."""
    key = trials.trials().add(trials.examined(template))

    def opens(**params) -> bool:
        at = healthy(app("class", **params))
        told = "No class can be opened under rules that you are trying" in words(at)
        offered = [button for button in at.button if button.key.startswith("open_")]
        assert told == (not offered)
        return bool(offered)

    assert opens(rules=key) and opens()
    monkeypatch.setenv(PROCESSES, "2")
    assert not opens(rules=key) and opens()
    gone = words(healthy(app("class", rules="nobody")))
    assert "Only the browser in which they were uploaded leads to them." in gone


@pytest.mark.parametrize(("given", "several"), [("", False), ("1", False), ("01", False), ("2", True), ("16", True)])
def test_the_setting_is_a_number_of_processes(given, several, monkeypatch):
    monkeypatch.setenv(PROCESSES, given)
    assert trials.several_processes() == several


@pytest.mark.parametrize("given", ["0", "-1", "one", "1.5", "２"])
def test_what_is_no_number_of_processes_is_told_by_name_where_a_class_is_opened(given, app, monkeypatch):
    """Also under the rules of everybody: whoever set it finds out before there is a trial."""
    monkeypatch.setenv(PROCESSES, given)
    told = words(healthy(app("class"))).replace("\\", "")
    assert f"SHOULD_I_USE_ML_PROCESSES is '{given}', which is not a number of processes." in told
    assert "Set it to a whole number from 1, or leave it out." in told


def test_only_so_many_trials_are_kept(monkeypatch, template):
    monkeypatch.setattr(trials, "MAX_TRIALS", 2)
    kept, rules = trials.Trials(), trials.examined(template).rulebase
    keys = [kept.add(trials.Trial(rules, overlay=False)) for _ in range(3)]
    assert [kept.get(key) is not None for key in keys] == [False, True, True]
    monkeypatch.setattr(trials, "LASTS", 0.0)
    assert kept.get(keys[2]) is None


def test_a_request_outlasts_the_trial_that_it_uses(monkeypatch, template):
    """Its store is closed with the last request that has it, and not under one."""
    monkeypatch.setattr(trials, "MAX_TRIALS", 1)
    kept, rules, closed = trials.Trials(), trials.examined(template).rulebase, []
    close = Store.close

    def closing(store):
        closed.append(store)
        close(store)

    monkeypatch.setattr(Store, "close", closing)
    in_use = kept.get(kept.add(trials.Trial(rules, overlay=False)))
    kept.add(trials.Trial(rules, overlay=False))
    assert in_use.store.work.create("", "rules", "", Sheet()) and not closed
    store = in_use.store
    del in_use
    assert closed == [store]


def _markup_everywhere() -> dict[str, bytes]:
    """The tiny rules with markup in every text, at the end, where it may be."""
    files = {}
    for name, raw in files_of(TINY).items():
        text = raw.decode()
        for word in ("title", "text", "short", "because", "meaning", "sentence", "why", "name", "summary", "tagline"):
            lines = []
            for line in text.splitlines():
                head, found, rest = line.partition(f"{word}: ")
                bare = found and rest and rest[0] not in "\"'[{|>" and head.strip() in ("", "-")
                lines.append(f"{head}{found}{json.dumps(TYPED)}" if bare else line)
            text = "\n".join(lines) + "\n"
        files[name] = text.encode()
    return files


def test_markup_in_every_text_of_the_rules_is_dead(app):
    key = trials.trials().add(trials.examined(zipped(_markup_everywhere())))
    seen = 0
    for page in ("start", "interview", "cases", "learn", "proofs", "decision_map", "author", "find"):
        at = healthy(app(page, rules=key))
        assert_dead(at)
        seen += (html_of(at) + "".join(markdown_of(at))).count("onerror")
    assert seen > 20
    at = healthy(app("brief", rules=key, case="clerk", part="all"))
    assert not ALIVE.search(html_of(at)) and "onerror" in html_of(at)


def test_an_icon_cannot_smuggle_markup_in():
    files = files_of(TINY)
    name = "verdicts/buy_bicycle.yaml"
    files[name] = files[name].replace(b"icon: directions_bike", b'icon: "x: [a](javascript:b)"')
    with pytest.raises(Exception, match="bad_id"):
        trials.examined(zipped(files))


def _entangled(count: int) -> dict[str, bytes]:
    """Rules whose diagram explodes: the order of questions that suits one pair is wrong for all others."""
    questions = "id: topic\ntitle: t\nintro: i\nquestions:\n" + "".join(
        f"  - {{id: {side}{n}, kind: one, text: t, short: s, why: w, sources: [own], "
        f"options: [{{id: a, text: a}}, {{id: b, text: b}}]}}\n"
        for side in "xy"
        for n in range(count)
    )
    pairs = ", ".join(f"{{all: [{{x{n}: a}}, {{y{n}: a}}]}}" for n in range(count))
    first = ", ".join(f"{{x{n}: b}}" for n in range(count))
    files = files_of(TEMPLATE_RULES)
    files["questions/01_topic.yaml"] = questions.encode()
    files["criteria/agreement.yaml"] = (
        "id: agreement\ntitle: t\nabout: a\nsources: [own]\nlimits: l\n"
        f"unfavourable: [{{id: u, because: b, when: {{any: [{{all: [{first}]}}, {pairs}]}}}}]\n"
        "favourable: [{id: f, because: b, when: {x0: a}}]\n"
        "examples: [{answers: {}, gives: open}, {answers: {x0: a}, gives: favourable}]\n"
    ).encode()
    for path in ("verdicts/wait.yaml", "verdicts/meet.yaml"):
        text = files[path].decode()
        text = text.replace("{all: [{purpose: decide}, {preparation: nothing}]}", "{x1: a}")
        files[path] = text.partition("    examples:")[0].encode()
    files["verdicts/write.yaml"] = files["verdicts/write.yaml"].decode().partition("    examples:")[0].encode()
    files["rulebase.yaml"] = files["rulebase.yaml"].replace(b"{owner}", b"it")
    del files["cases/new_office.yaml"]
    return zipped(files)


def test_rules_whose_diagram_explodes_are_refused_in_time(monkeypatch):
    monkeypatch.setattr(trials, "COMPILE_SECONDS", 0.2)
    assert isinstance(trials.examined(_entangled(3)).rulebase, RuleBase)
    before = time.thread_time()
    with pytest.raises(Exception, match="too_large"):
        trials.examined(_entangled(30))
    assert time.thread_time() - before < 1


def test_the_template_is_one_click_away_and_can_be_uploaded_again(app):
    at = healthy(app("author"))
    assert any(item.proto.label == "Download the template" for item in at.get("download_button"))


def test_the_page_says_what_an_overlay_changes(app, tmp_path, monkeypatch):
    files = {"lessons__flat_tyres": LESSON, "rulebase": "lessons: [flat_tyres]\n"}
    files["questions__way"] = "questions: [{id: trip_length, text: How far?}]\n"
    over = overlay(tmp_path / "course of one", **files)
    monkeypatch.setenv(OVERLAY, str(over))
    at = healthy(app("author"))
    said = words(at)
    assert "Laid over them: course of one" in said
    assert "1 entry is new" in said and "lessons/flat_tyres" in said
    assert "1 entry is changed" in said and "questions/trip_length" in said


def test_an_uploaded_overlay_is_laid_over_the_rules_in_use(app):
    at = app("author")
    at.radio(key="upload_kind").set_value("Files that are laid over the rules in use")
    at = healthy(_uploaded(at, {"over.zip": _zip({"questions/way.yaml": "questions: [{id: hills, text: Hills?}]\n"})}))
    assert "What differs from the rules below" in [header.value for header in at.header]
    assert "questions/hills" in words(at)
    assert resources.own_rules().questions["hills"].text != "Hills?"


def _line(text: str) -> str:
    """A translation of the first question of the tiny rules."""
    of = digest_of_text(load_rules(TINY).questions["trip_length"].text)
    return f"questions/trip_length/text: {{of: {json.dumps(of)}, text: {json.dumps(text)}}}\n"


def test_nobodys_page_is_another_when_somebody_tries_the_same_rules_in_other_words(app, tmp_path, monkeypatch):
    """Whichever page comes first: their digest is the same, and what is kept of them is not."""
    folder = copied(tmp_path / "rules")
    files = files_of(folder)
    overlay(folder, languages__fr__mine=_line("Quelle distance ?"))
    monkeypatch.setenv(RULES, str(folder))

    def asked(**params: str) -> str:
        return words(healthy(app("rule", rule="questions/trip_length", language="fr", **params)))

    sent = (files, files | {"languages/fr/a.yaml": _line("Est-ce loin ?").encode()})
    bare, theirs = (trials.trials().add(trials.examined(zipped(each))) for each in sent)
    english = load_rules(folder).questions["trip_length"].text
    assert trials.trials().get(bare).rulebase.digest == load_rules(folder).digest
    for text, params in ((english, {"rules": bare}), ("Quelle distance ?", {}), ("Est-ce loin ?", {"rules": theirs})):
        said = asked(**params)
        assert [known for known in (english, "Quelle distance ?", "Est-ce loin ?") if known in said] == [text]


def test_one_changed_file_on_trial_leaves_the_rest_in_french(app, tmp_path, monkeypatch):
    over = overlay(tmp_path / "over", languages__fr__mine=_line("Quelle distance ?"))
    monkeypatch.setenv(OVERLAY, str(over))
    changed = {"over.zip": _zip({"questions/way.yaml": "questions: [{id: hills, text: Steep?}]\n"})}
    key = trials.trials().add(trials.examined(changed, (Folder(TINY), Folder(over))))
    for question, text in (("trip_length", "Quelle distance ?"), ("hills", "Steep?")):
        assert text in words(healthy(app("rule", rule=f"questions/{question}", language="fr", rules=key)))


def test_a_mistake_in_a_translation_is_listed_and_its_markup_is_dead(app):
    at = _uploaded(app("author"), zipped(files_of(TINY) | {"languages/fr/a.yaml": b"a/b: {txt: c}\n"}))
    assert "languages/fr/a.yaml:1:7: unknown_key" in healthy(at).code[0].value and "rules" not in at.query_params
    files = files_of(TINY) | {"languages/fr/a.yaml": _line(TYPED).encode()}
    at = app(
        "rule", rule="questions/trip_length", language="fr", rules=trials.trials().add(trials.examined(zipped(files)))
    )
    assert_dead(healthy(at))
    assert "onerror" in html_of(at) + "".join(markdown_of(at))


def _zip(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def test_a_server_can_be_run_on_which_nobody_tries_rules(app, monkeypatch):
    monkeypatch.setenv(TRIALS, "0")
    at = healthy(app("author"))
    assert "whoever runs it has switched that off" in words(at) and "Check and try" not in buttons(at)
    assert at.get("download_button"), "the template is for one's own machine"
