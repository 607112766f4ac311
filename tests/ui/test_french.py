"""The pages in French: what is translated is shown so, what is not is marked, and the address keeps the language."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from framework.assessment.assess import assess
from framework.classroom.plan import plan_of_case
from framework.classroom.session import NEXT, Step
from framework.languages import catalogue, scanning
from framework.model.advice import Severity
from framework.model.content import Stakeholder
from framework.model.rule_index import index_of
from framework.model.sheet import Range
from framework.report.blocks import Marks
from framework.ui import device, resources
from framework.ui.components import document
from framework.ui.components.classroom import live
from framework.ui.components.rule.kinds import KINDS, VALUES
from framework.ui.escaping import md
from tests.report.sums import FOUND, searched
from tests.ui.brief_sheets import sheet_for
from tests.ui.looking import french, healthy, marked, words

NOTE = ":material/translate: Cette page n'est pas encore traduite."


def test_the_interview_is_in_french_and_every_link_stays_so(app):
    at = french(app)
    at = healthy(at.button(key="begin").click().run())
    assert at.title[0].value == "Quelle est votre idée, en une ligne\u00a0?"
    links = [link for link in at.get("page_link") if "language" in (link.proto.query_string or "")]
    assert len(links) >= 10
    at = healthy(at.button(key="idea_go").click().run())
    assert at.title[0].value == "De quoi avez-vous besoin\u00a0?"
    assert "Je ne sais pas" in words(at)


def test_the_first_screen_of_a_brief_is_in_french(app, new_work):
    sheet = sheet_for("test_signal_first")
    at = french(app, "brief", work=new_work(**sheet.model_dump(mode="json")))
    said = words(at)
    for text in ("Formulation", "Objectifs", "À battre", "Prochaines étapes", "Utiliser le ML"):
        assert text in said
    assert "Must beat" not in said and "Framing</h2>" not in said


@pytest.mark.parametrize("lesson", ["what_ml_is", "why_use_ml"])
def test_two_lessons_are_in_french(app, lesson):
    at = french(app, "learn", lesson=lesson)
    assert "n'est pas encore traduite" not in words(at)
    assert any(header.value == "En cinq lignes" for header in at.header)


@pytest.mark.usefixtures("half_french")
def test_a_lesson_that_is_not_translated_is_said_and_marked(app):
    at = french(app, "learn", lesson="requirements")
    assert any("Cette leçon n'est pas encore traduite" in caption.value for caption in at.caption)
    assert 'lang="en"' not in words(healthy(app("learn", lesson="requirements")))


def test_a_strange_language_is_english(app):
    for name in ("xx", "../../etc", "<b>"):
        at = healthy(app("start", language=name))
        assert "Check my idea" in words(at)


def test_the_setting_says_the_language_and_the_address_may_say_another(app, monkeypatch):
    monkeypatch.setenv("SHOULD_I_USE_ML_LANGUAGE", "fr")
    assert "Examiner mon idée" in words(healthy(app()))
    assert "Check my idea" in words(healthy(app(language="en")))


def test_numbers_are_shown_and_read_as_french_writes_them(app, new_work, store):
    value = Range(low=1.125, middle=1.25, high=1_250)
    key = new_work(answers=dict(sheet_for("automate").answers), numbers={"cost_minute": value, "volume": 12_000.0})
    at = french(app, "interview", work=key, way="full", section="details")
    field = next(field for field in at.text_input if field.key.startswith("number_volume"))
    assert field.value == "12\u202f000"
    at = healthy(field.set_value("14,600").run())
    assert "Est-ce 14\u202f600 ou 14,6\u202f? Écrivez 14600 ou 14,6." in words(at).replace("\u00a0", "\u202f")
    field = next(field for field in at.text_input if field.key.startswith("number_volume"))
    at = healthy(field.set_value("1,1250 à 1,3750 €").run())
    assert store.work.get(key).sheet.numbers["volume"] == Range(low=1.125, middle=1.25, high=1.375)
    field = next(field for field in at.text_input if field.key.startswith("number_volume"))
    at = healthy(field.set_value("beaucoup").run())
    said = words(at)
    assert "Ce n'est pas un nombre\u00a0: " in said
    assert "12\u202f000 ou 0,5, ou une fourchette" in said and "«\u00a0beaucoup\u00a0»" in said
    assert "`" not in next(line for line in said.split("\n") if "Ce n'est pas un nombre" in line)
    assert "Write it like" not in said


def test_a_question_mark_stays_on_the_line_of_its_word():
    assert md("Pour\u00a0quand\u00a0? \n Demain") == "Pour\u00a0quand\u00a0? Demain"


def test_saved_work_is_the_same_in_every_language(app, new_work, store):
    key = new_work(answers={"answer_kind": "best_plan"})
    before = store.work.get(key)
    french(app, "brief", work=key)
    assert store.work.get(key).digest == before.digest == resources.own_rules().digest


def test_the_start_page_and_the_interview_lack_no_french(app, asked):
    at = french(app)
    at = healthy(at.button(key="begin").click().run())
    healthy(at.button(key="idea_go").click().run())
    french(app, "interview", way="full")
    assert asked.lacking == []


def test_the_interview_of_an_idea_lacks_no_french(app, asked, new_work):
    key = new_work(**sheet_for("test_signal_first").model_dump(mode="json"))
    for params in ({}, {"way": "quick"}, {"way": "full"}):
        french(app, "interview", work=key, **params)
    for section in resources.own_rules().sections:
        french(app, "interview", work=key, way="full", section=section.id)
    assert asked.lacking == []


def test_a_brief_lacks_no_french(app, asked, new_work):
    french(app, "brief", work=new_work(**sheet_for("test_signal_first").model_dump(mode="json")))
    french(app, "brief", work=new_work(answers={"answer_kind": "best_plan"}))
    french(app, "brief", work=new_work())
    assert asked.lacking == []


def test_the_labels_of_a_brief_are_in_french_though_its_sentences_are_not(app, new_work):
    key = new_work(**sheet_for("test_signal_first").model_dump(mode="json"))
    said = words(french(app, "brief", work=key, part="all"))
    for label in ("Exigences", "Risques", "Comment le mesurer", "Premier signe", "Phases du projet entier"):
        assert f'<span lang="fr">{label}' in said, label
    assert "Stages of the whole project" not in said and "How to measure it" not in said


@pytest.mark.usefixtures("half_french")
def test_a_page_with_texts_in_english_says_so(app):
    note = "Les textes en anglais ne sont pas encore traduits."
    for page, params in (("cases", {}), ("find", {"q": "churn"})):
        assert any(note in caption.value for caption in french(app, page, **params).caption), page
        assert not any(note in caption.value for caption in healthy(app(page, **params)).caption)
    assert "Surapprentissage" in words(french(app, "find"))


def test_how_the_criteria_of_a_brief_stand_is_in_french(monkeypatch):
    monkeypatch.setenv("SHOULD_I_USE_ML_LANGUAGE", "fr")
    view = document.View(resources.own_rules(), assess(resources.own_rules(), {}))
    shown = document.markup(view, Marks("", (("Un but", "favourable"), ("Des données", "blocking"))))
    assert "Un but\u00a0: rempli<" in shown and "<dt>Non rempli et obstacle sérieux</dt>" in shown


@pytest.mark.parametrize("lesson", [None, "what_ml_is", "why_use_ml"])
def test_the_lessons_lack_no_french(app, asked, lesson):
    french(app, "learn", **({"lesson": lesson} if lesson else {}))
    assert asked.lacking == []


PAGES = (
    "author", "cases", "class", "class_lead", "class_screen", "compare", "decision_map", "find", "ideas", "join",
    "proofs", "rule", "second_opinion", "rounds", "what_if",
)  # fmt: skip
"""Those that come up without an idea."""


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_in_french_and_says_so(app, asked, page, proved_at_once):
    at = french(app, page)
    assert asked.lacking == []
    assert NOTE not in [caption.value for caption in at.caption]


def test_pages_of_an_idea_lack_no_french(app, asked, new_work, monkeypatch):
    sheet = sheet_for("test_signal_first")
    key = new_work(**sheet.model_dump(mode="json"))
    for page in ("review", "what_if", "rounds", "earlier", "second_opinion", "decision_map", "compare", "rule", "find"):
        french(app, page, work=key, rule="criteria/signal", q="data")
    monkeypatch.setenv("SHOULD_I_USE_ML_LANGUAGE", "fr")  # asked between two runs too, where there is no address
    at = french(app, "rounds", work=key)
    at.text_area(key="round_tried").set_value("essai").run()
    healthy(at.button(key="round_end").click().run())
    french(app, "rounds", work=key)
    assert asked.lacking == []


def test_ideas_side_by_side_lack_no_french(app, asked, new_work, monkeypatch):
    keys = [new_work(title="Une idée", answers={"answer_kind": kind}) for kind in ("best_plan", "future_value")]
    monkeypatch.setattr(device, "kept", lambda: keys)
    healthy(french(app, "ideas"))
    at = french(app, "compare", ideas=",".join(device.mark(key) for key in keys))
    said = words(at)
    assert "Un seul fait peut suffire\u00a0: «\u00a0" in said and "A single fact" not in said
    assert "Il repose sur" in said and "It rests on" not in said
    assert asked.lacking == []


def test_the_worth_of_ideas_side_by_side_is_in_french_with_french_numbers(app, asked, new_work, monkeypatch):
    sheets = [searched(FOUND), searched({**FOUND, "volume": Range(low=60_000, middle=90_000, high=120_000)})]
    keys = [new_work(**sheet.model_dump(mode="json")) for sheet in sheets]
    monkeypatch.setattr(device, "kept", lambda: keys)
    said = words(french(app, "compare", ideas=",".join(device.mark(key) for key in keys)))
    (amount, of_a_range) = re.findall(r"-?[\d\u202f]+ [^<]*sur 3 ans", said)
    assert "\u202f" in amount and " (de " in of_a_range and " à " in of_a_range
    assert "over 3 years" not in said and "(from" not in said
    assert asked.lacking == []


def test_second_opinions_lack_no_french(app, asked, new_work, store):
    key = new_work(title="Une idée", answers={"answer_kind": "best_plan"})
    other = new_work(title="Une idée", answers={"answer_kind": "future_value"})
    store.opinions.invite(key, "Ada", shared=True)
    store.opinions.begin(key, other, "Blaise")
    french(app, "second_opinion", work=other)
    store.opinions.hand_in(other)
    assert "résultats différents" in words(french(app, "second_opinion", work=other))
    french(app, "second_opinion", work=key)
    assert "retirez d'abord votre avis" in words(french(app, "review", work=other))
    assert asked.lacking == []


def test_every_rule_page_has_a_kind_in_french(app, asked):
    index = index_of(resources.own_rules())
    assert {entry.kind for entry in index.values()} <= KINDS
    for kind in sorted(KINDS):
        french(app, "rule", rule=next(id_ for id_, entry in index.items() if entry.kind == kind))
    assert asked.lacking == []


def test_fields_with_few_values_are_in_french(app):
    assert {*Severity, *get_args(Stakeholder.model_fields["role"].annotation)} == VALUES
    assert "<dt>Gravité</dt><dd>moyenne</dd>" in words(french(app, "rule", rule="risks/alert_fatigue"))
    said = re.sub(r"<[^>]+>", " ", words(french(app, "rule", rule="objectives/access_equity")))
    roles = set(re.findall(r"Compte comme\W+([\w-]+)", said))
    assert roles and roles <= {"objectif", "garde-fou", "contrainte"}


def test_conditions_are_in_french(app):
    index = index_of(resources.own_rules())
    said = words(french(app, "rule", rule=next(id_ for id_ in index if id_.startswith("verdicts/use_ml/"))))
    assert " is “" not in said and "Worked cases" not in said


def test_worked_cases_are_in_french_but_for_their_marked_texts(app, asked):
    case = resources.own_rules().cases[0]
    for hidden in ({}, {"hidden": "yes"}):
        at = french(app, "cases", case=case.id, **hidden)
    assert asked.lacking == [] and at.title[0].value != case.title


def test_a_class_lacks_no_french(app, asked, store, monkeypatch):
    """At each step, for whoever leads it, on the projector and on a phone."""
    monkeypatch.setattr(live, "_pulse", lambda key: store.participants.pulse(key))
    rulebase = resources.own_rules()
    chosen = rulebase.classes[0]
    plan = plan_of_case(rulebase, rulebase.case[chosen.case], {"ready": chosen.id}, questions=chosen.questions)
    room = store.classes.open(plan)
    at = french(app, "class_lead", lead=room.lead_key)
    healthy(at.button(key="rehearse").click().run())
    french(app, "join", code=room.code)
    me = store.participants.join(room.key, rulebase.nicknames)
    shown: set[str] = set()
    while True:
        for page, params in (
            ("class_lead", {"lead": room.lead_key}),
            ("class_screen", {"code": room.code}),
            ("join", {"code": room.code, "me": me.key}),
        ):
            french(app, page, **params)
        shown |= marked(french(app, "class_lead", lead=room.lead_key).main)
        if room.step is Step.CLOSED:
            break
        wanted = NEXT[room.step][0]
        at = french(app, "class_lead", lead=room.lead_key)
        at = healthy(at.button(key=f"go_on_{wanted.value}").click().run())
        if store.classes.by_lead(room.lead_key).step is room.step:  # somebody is still answering
            assert "Clore le vote" in words(at)
            healthy(at.button(key="go_on_anyway").click().run())
        assert store.classes.by_lead(room.lead_key).step is wanted
        room = store.classes.by_lead(room.lead_key)
        if wanted in (Step.FIRST_VOTE, Step.SECOND_VOTE):
            store.votes.cast(me.key, 1 if wanted is Step.FIRST_VOTE else 2, {plan.questions[0]: "not_sure"})
    store.classes.delete(room.lead_key)
    assert "Pour rejoindre une autre classe" in words(french(app, "join", code=room.code, me=me.key))
    assert asked.lacking == [] and shown.isdisjoint({"published", "lesson"})


def test_a_text_without_french_is_listed_and_none_translates_what_nobody_says():
    used = set(scanning.said_in_source())
    assert len(used) > 700
    for language in catalogue.NAMES:
        assert set(catalogue.texts(language)) <= used
        assert "What is proved about this advice" in used
        assert not catalogue.speaks(language, "no such text")


def test_an_accent_does_not_put_a_field_at_the_end_of_the_list(app):
    fields = list(french(app, "cases").selectbox(key="case_field").options)
    assert fields.index("Commerce et publicité") < fields.index("École") < fields.index("Industrie")
