"""The page of one rule: for every rule that a brief can cite, and for ids that lead nowhere."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import pytest

from framework import load_rules
from framework.assessment.words import in_brackets
from framework.model.condition import All, AnyOf, Is, Not, names_in
from framework.model.rule_id import (
    ALTERNATIVES,
    CRITERIA,
    DECOUPLINGS,
    FAULTS,
    LADDER,
    METRICS,
    OBJECTIVES,
    PLAN,
    REQUIREMENTS,
    RISKS,
    TASKS,
    VALUES,
    VERDICTS,
    parts_of,
    rule_id,
)
from framework.model.rule_index import index_of
from framework.model.rules import Status
from framework.model.sheet import Sheet
from framework.model.texts import texts_of
from framework.reasoning.conclusions import facts_of
from framework.reasoning.gaps import gaps
from framework.reasoning.interpreter import Facts
from framework.reasoning.stops import answers_after
from framework.report.document import build_document, statements
from framework.report.wording import only_followed
from framework.settings import RULES
from framework.ui import resources
from framework.ui.components.like_mine import assessed_cases
from framework.ui.components.rule import fields, related
from framework.ui.components.rule.conditions import Known, tree
from framework.ui.escaping import md
from tests.tiny import TINY, copied
from tests.ui.brief_sheets import rules, sheet_for
from tests.ui.looking import healthy, words

OUTCOMES = list(rules().outcome)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_rule_that_a_brief_cites_is_found(outcome):
    sheet = sheet_for(outcome)
    document = build_document(rules(), resources.assessment_of(sheet))
    cited = {said.rule for said in statements(document.sections)}
    assert len(cited) > 10
    lost = [id_ for id_ in cited if id_ not in index_of(rules())]
    assert not lost


def test_what_check_notes_leads_to_a_page():
    tiny = load_rules(TINY)
    noted = gaps(tiny)
    assert len(noted) > 10
    assert [gap.where for gap in noted if index_of(tiny).resolve(gap.where) is None] == []


def test_a_rule_shows_which_parts_hold(app, new_work):
    outcome = OUTCOMES[0]
    sheet = sheet_for(outcome)
    rule = resources.assessment_of(sheet).verdict_rules[0]
    at = healthy(app("rule", work=new_work(**sheet.model_dump(mode="json")), rule=rule.rule))
    assert "holds</span>" in words(at) or "The answer to “" in words(at)
    assert "When it does not hold" in words(at)
    assert any("Back to the brief" in link.proto.label for link in at.get("page_link"))


def test_whether_a_condition_holds_is_told_apart_from_its_words():
    """It read "is blocking holds"."""
    known = Known(Facts(rules(), {}), {})
    said = tree(rules(), Is(rules().criteria[0].id, ("blocking",)), known)
    assert said.striptags().endswith("is “Not met and a serious obstacle”: not known yet")


@pytest.mark.parametrize(
    ("kind", "head"), [(AnyOf, "None of these:"), (All, "Not all of these together:")], ids=["any", "all"]
)
def test_exceptions_are_listed_under_one_heading(kind, head):
    """It read "None of this: at least one of these"."""
    parts = tuple(Is(criterion.id, ("blocking",)) for criterion in rules().criteria[:2])
    said = tree(rules(), Not(kind(parts)), None)
    assert said.striptags().startswith(head) and said.count("<li>") == 2
    alone = tree(rules(), Not(kind(parts[:1])), None)
    assert alone.striptags().startswith("None of this:")


def test_a_rule_of_a_criterion_says_in_words_what_it_gives_and_nothing_twice(app):
    """A reader's: the id stood over the title, and "Part of" repeated the title below it."""
    criterion = next(each for each in rules().criteria if each.blocking)
    clause = rule_id(CRITERIA, criterion.id, criterion.blocking[0].id)
    at = healthy(app("rule", rule=clause))
    assert at.caption[0].value == "Criterion · if this holds: not met and a serious obstacle"
    assert words(at).count(clause) == 1 and f'<code class="copied">{clause}</code>' in words(at)
    links = [link.proto.label for link in at.get("page_link")]
    assert "Criterion: see all of it" in links and not [label for label in links if "Part of" in label]
    whole = words(healthy(app("rule", rule=rule_id(CRITERIA, criterion.id))))
    assert f"<code>{clause}</code>" not in whole and f"rule={CRITERIA}%2F{criterion.id}%2F" in whole


def test_a_rule_can_be_read_without_any_answers(app):
    criterion = rules().criteria[0]
    at = healthy(app("rule", rule=f"criteria/{criterion.id}"))
    assert criterion.title in at.title[0].value.replace("\\", "")
    assert "Made of these rules" in words(at)


def test_a_rule_names_the_file_that_has_it(app, monkeypatch, tmp_path):
    folder = copied(tmp_path / "bicycles")
    (folder / "questions" / "01_way.yaml").rename(folder / "questions" / "way.yaml")
    monkeypatch.setenv(RULES, str(folder))
    said = words(healthy(app("rule", rule="questions/hills")))
    assert re.search(r"<code>bicycles/questions/way\.yaml</code>, line \d+", said)


@pytest.mark.parametrize(
    "id_",
    [
        "",
        "x",
        "criteria",
        "criteria/nobody",
        "criteria//1",
        "questions/<b>`x`",
        "/",
        "plan/0/0",
        "criteria/goal/favourable/99",
    ],
)
def test_an_unknown_id_gets_a_clear_message(app, id_):
    at = healthy(app("rule", rule=id_) if id_ else app("rule"))
    assert at.title[0].value == "No such rule"


def test_an_old_link_leads_to_the_rule_that_took_its_place(app):
    retired = next(item for item in rules().retired if item.id.startswith("criteria/"))
    at = healthy(app("rule", rule=retired.id))
    assert f">{retired.replaced_by}</code>" in words(at)


WITH_FIELDS = (METRICS, OBJECTIVES, REQUIREMENTS, RISKS, TASKS, PLAN, LADDER, ALTERNATIVES, FAULTS, DECOUPLINGS, VALUES)
ELSEWHERE = {"rules", "also_fits", "variants", "examples", "sources", "requirements", "title", "name", "limits", "verb"}
"""What stands on a page as rules, examples, sources or heading, on another page, or is a part of a sentence only."""


@cache
def _texts() -> dict[str, str]:
    return texts_of(rules())


def _own_texts(id_: str) -> list[str]:
    """The texts of a rule file that belong on the page of an entry, as they are read there."""
    kind, *inside = parts_of(id_)
    prefix = f"{kind}/{inside[0]}/" + (f"requirements/{inside[1]}/" if inside[1:] else "")
    verb = getattr(rules().task.get(inside[0]), "verb", None) if kind == TASKS else None
    own = {where: text for where, text in _texts().items() if where.startswith(prefix)}
    return [
        in_brackets(rules(), text, verb)
        for where, text in own.items()
        if where.removeprefix(prefix).split("/")[0] not in ELSEWHERE
    ]


PAGES = [id_ for id_ in index_of(rules()) if parts_of(id_)[0] in WITH_FIELDS and len(parts_of(id_)) == 2]
PAGES += [id_ for id_, entry in index_of(rules()).items() if id_.startswith(f"{REQUIREMENTS}/") and entry.when]


@pytest.mark.parametrize("kind", WITH_FIELDS)
def test_every_text_of_a_rule_file_is_on_its_page(kind):
    assert sum(len(_own_texts(id_)) for id_ in PAGES if parts_of(id_)[0] == kind) > 10
    for id_ in PAGES:
        if parts_of(id_)[0] == kind:
            entry = index_of(rules())[id_]
            said = f"{in_brackets(rules(), entry.sentence)} {unescape(str(fields.of(rules(), entry)))}"
            assert [text for text in _own_texts(id_) if text not in said] == [], id_


def test_the_page_of_a_metric_says_how_it_is_computed_when_it_misleads_and_where_it_is_used(app):
    metric = next(metric for metric in rules().metrics if metric.formula and metric.id in _first_metrics())
    said = unescape(words(healthy(app("rule", rule=rule_id(METRICS, metric.id)))))
    assert metric.formula in said
    assert metric.misleads_when in said
    users = [task for task in rules().tasks if any(choice.metric == metric.id for choice in task.metrics)]
    assert users
    assert all(task.name in said.partition("Where it is used")[2] for task in users)


def _first_metrics() -> set[str]:
    return {task.metrics[0].metric for task in rules().tasks}


def test_no_page_shows_a_template_as_it_stands_in_its_file():
    for id_, entry in index_of(rules()).items():
        shown = f"{in_brackets(rules(), entry.sentence)} {fields.of(rules(), entry)}"
        assert not re.search(r"\{[a-z_]+(:[a-z]+)?\}", shown), id_


def test_a_template_says_in_brackets_what_belongs_there(app):
    objective = next(item for item in rules().objectives if "{business_metric}" in item.business_objective)
    said = words(healthy(app("rule", rule=rule_id(OBJECTIVES, objective.id))))
    assert "{business_metric}" not in said
    assert md(f"[{rules().questions['business_metric'].placeholder}]") in said


def test_a_verdict_and_a_task_type_say_when_each_of_their_rules_is_wrong(app):
    verdict, task = rules().verdicts[0], rules().tasks[0]
    said = unescape(words(healthy(app("rule", rule=rule_id(VERDICTS, verdict.id)))))
    assert all(rule.limits in said for outcome in verdict.outcomes for rule in outcome.rules)
    said = unescape(words(healthy(app("rule", rule=rule_id(TASKS, task.id)))))
    assert all(rule.limits in said for rule in task.rules)


def _cases_of(id_: str) -> dict[Status | None, set[str]]:
    """The worked cases that a page lists, by status."""
    found = related.cases(rules(), index_of(rules())[id_])
    titles = {case.title: case.id for case in rules().cases}
    return {status: {titles[title] for _, title in links} for status, links in found.items()}


def _cases_where(test) -> set[str]:
    return {id_ for id_, found in assessed_cases(rules().identity, rules()).items() if test(found)}


def test_verdicts_outcomes_tasks_and_metrics_list_the_cases_that_come_to_them():
    for id_ in rules().verdict:
        listed = _cases_of(rule_id(VERDICTS, id_)).get(None, set())
        assert listed == _cases_where(lambda found, id_=id_: found.verdict == id_)
    for id_, verdict in rules().verdict_of.items():
        listed = _cases_of(rule_id(VERDICTS, verdict.id, id_)).get(None, set())
        assert listed == _cases_where(lambda found, id_=id_: found.outcome == id_)
    for id_ in rules().task:
        listed = _cases_of(rule_id(TASKS, id_)).get(None, set())
        assert listed == _cases_where(lambda found, id_=id_: found.task == id_)
        assert len(listed) < len(rules().cases) / 2
    for id_ in rules().metric:
        listed = _cases_of(rule_id(METRICS, id_)).get(None, set())
        assert listed == _cases_where(lambda found, id_=id_: found.metric == id_)


def test_a_criterion_lists_cases_by_the_status_that_it_gets_there():
    several = 0
    for id_ in rules().criterion:
        found = _cases_of(rule_id(CRITERIA, id_))
        several += len(found) > 1
        for status in Status:
            expected = _cases_where(lambda one, id_=id_, status=status: one.criteria[id_] is status)
            assert found.get(status, set()) == (expected if status is not Status.OPEN else set())
    assert several > 10


def test_a_rule_lists_the_cases_in_which_it_counts_and_not_those_in_which_it_merely_holds():
    held_only = 0
    for outcome, verdict in rules().verdict_of.items():
        for rule in rules().outcome[outcome].rules:
            id_ = rule_id(VERDICTS, verdict.id, outcome, rule.id)
            fired = _cases_where(lambda found, id_=id_: id_ in {said.rule for said in found.verdict_rules})
            assert _cases_of(id_).get(None, set()) == fired
            held_only += len(
                _cases_where(lambda found, rule=rule: facts_of(rules(), found).holds(rule.when) is True) - fired
            )
    assert held_only


def test_examples_of_a_verdict_and_of_one_clause_are_shown(app):
    criterion = next(item for item in rules().criteria if any(example.clauses for example in item.examples))
    clause = next(example.clauses[0] for example in criterion.examples if example.clauses)
    for id_ in (rule_id(CRITERIA, criterion.id, clause), rule_id(VERDICTS, rules().verdicts[0].id)):
        assert "Examples on both sides" in words(healthy(app("rule", rule=id_)))


def test_the_outcome_of_last_resort_says_when_it_holds(app):
    last = next(id_ for id_, outcome in rules().outcome.items() if not outcome.rules)
    said = words(healthy(app("rule", rule=rule_id(VERDICTS, rules().verdict_of[last].id, last))))
    assert "Where no other outcome holds." in said


def test_no_field_shows_an_id_in_place_of_words():
    value = rules().values[0]
    shown = str(fields.of(rules(), index_of(rules())[rule_id(VALUES, value.id)]))
    assert f">{value.formula.value}<" not in shown
    for asked in value.numbers:
        assert rules().question_in_role[asked.role].short in unescape(shown)
        assert f">{asked.role}<" not in shown


def test_the_answer_that_makes_a_rule_hold_is_told_only_if_somebody_gave_it(app, new_work):
    """What followed from the screen of rare stops was never asked."""
    shipped = resources.rules()
    answers, screened = answers_after(shipped, (), Sheet(answers={"answer_kind": "hidden_now"}))
    key = new_work(answers=answers, screened=screened)
    found = resources.assessment_of(Sheet(answers=answers, screened=screened))
    followed = {id_ for id_ in screened if only_followed(shipped, found, id_)}
    facts = facts_of(shipped, found)
    by_stops = [
        id_
        for id_, entry in index_of(shipped).items()
        if any(x.name in followed and facts.holds(x) for part in entry.conditions for x in names_in(part))
    ]
    for id_ in by_stops[:3]:
        said = words(healthy(app("rule", work=key, rule=id_)))
        assert not [each for each in followed if f"The answer to “{shipped.questions[each].short}”" in said]
    assert len(by_stops) > 3
