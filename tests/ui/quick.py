"""Goes through the quick check on a page in memory, screen by screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from streamlit.testing.v1 import AppTest

from framework.model.answers import NOT_SURE, Answer
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.store import Store
from tests.ui.looking import healthy, key_of


def keys(at: AppTest) -> set[str]:
    """The keys of everything that can be pressed or ticked."""
    return {str(item.key) for kind in (at.button, at.checkbox) for item in kind}


def sheet_of(store: Store, at: AppTest) -> Sheet:
    """What is saved of the idea in the address."""
    return store.work.get(key_of(at)).sheet


def ticks_of(at: AppTest) -> set[str]:
    """The keys of the boxes that are ticked."""
    return {str(box.key) for box in at.checkbox if box.value}


def loaded_again(app: Callable[..., AppTest], at: AppTest) -> AppTest:
    """The page of the questions in a new session under the same address, as after a reload."""
    place = {name: value[0] if isinstance(value, list) else value for name, value in at.query_params.items()}
    return healthy(app("interview", **place))


def press(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def step(at: AppTest, rulebase: RuleBase, answers: Mapping[str, Answer]) -> AppTest | None:
    """Deal with one screen as somebody would who knows these answers; None when nothing is asked any more.

    A statement of the screen of rare stops is ticked where an answer names it. What is not known is "not sure".
    """
    there = keys(at)
    if "idea_go" in there:
        return press(at, "idea_go")
    if "stops_go" in there:
        return stops(at, rulebase, answers)
    for id_, question in rulebase.closed_questions.items():
        given = answers.get(id_, NOT_SURE)
        group = next((group for group in question.groups if given in group.options), None)
        if group and f"pick_{id_}_group_{group.id}" in there:
            return press(at, f"pick_{id_}_group_{group.id}")
        if isinstance(given, str) and f"pick_{id_}_{given}" in there:
            return press(at, f"pick_{id_}_{given}")
        if f"box_{id_}_{NOT_SURE}" in there:
            for option in (given,) if isinstance(given, str) else given:
                at = at.checkbox(key=f"box_{id_}_{option}").check().run()
            return press(at, f"go_{id_}")
    return None


def stops(at: AppTest, rulebase: RuleBase, answers: Mapping[str, Answer]) -> AppTest:
    """Tick what the answers name; "not sure about one" for each of which an answer that would tell is missing."""
    shown = [stop for stop in rulebase.manifest.interview.stops.statements if f"tick_{stop.id}" in keys(at)]
    for stop in shown:
        given = answers.get(stop.question, ())
        if set(stop.options) & set((given,) if isinstance(given, str) else given):
            at = at.checkbox(key=f"tick_{stop.id}").check().run()
    unknown = [stop for stop in shown if answers.get(stop.question, NOT_SURE) == NOT_SURE]
    if not unknown:
        return press(at, "stops_go")
    at = press(at, "stops_unsure")
    for stop in unknown:
        at.checkbox(key=f"unsure_{stop.id}").check()
    return press(at.run(), "go_unsure")


def through(at: AppTest, rulebase: RuleBase, answers: Mapping[str, Answer], check=lambda at: at) -> AppTest:
    """Every screen, until the quick check ends."""
    for _ in range(len(rulebase.closed_questions) * 2 + 5):
        after = step(check(at), rulebase, answers)
        if after is None:
            return at
        at = after
    raise AssertionError("the quick check does not end")
