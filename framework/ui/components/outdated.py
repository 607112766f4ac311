"""Answers given under another edition of the rules that are no answers any more: said once, never lost silently."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from framework.model.answers import NOT_SURE, InvalidAnswerError
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import links, saving
from framework.ui.current_work import Current
from framework.ui.escaping import md
from framework.ui.speech import say, say_count
from framework.ui.trouble import guarded


@dataclass(frozen=True)
class Outdated:
    """An answer that stays in the saved work but says nothing now. `question` is None if that is gone too."""

    id: str
    question: Question | None
    old: tuple[str, ...]


def outdated(rulebase: RuleBase, sheet: Sheet) -> tuple[Outdated, ...]:
    """Every answer of a sheet that these rules cannot read."""
    found = []
    for id_, given in sheet.answers.items():
        question = rulebase.closed_questions.get(id_)
        try:
            if question and (given == NOT_SURE or question.accept(given) is not None):
                continue
        except InvalidAnswerError:
            pass
        found.append(Outdated(id_, question, (given,) if isinstance(given, str) else tuple(given)))
    return tuple(found)


def panel(rulebase: RuleBase, here: Current, *, expanded: bool, back: str | None = None) -> None:
    """The list, until each is answered or the person has done with it. Nothing if the rules are the same."""
    if here.work is None or here.work.digest == rulebase.digest:
        return
    found = outdated(rulebase, here.sheet)
    if not found:
        return
    title = say_count(
        len(found),
        "{number} answer no longer fits the questions",
        "{number} answers no longer fit the questions",
    )
    with (
        st.container(key="outdated"),
        st.expander(title, expanded=expanded, icon=":material/history:"),
    ):
        st.markdown(
            say("The questions have changed since you answered. All other answers are kept; these are asked again.")
        )
        with st.container(key="rows_outdated", gap=None):
            for item in found:
                old = ", ".join(f"`{part.replace('`', '')}`" for part in item.old)
                if item.question is None:
                    st.markdown(
                        say(
                            "No longer asked: `{id}` (your answer was {old})",
                            id=item.id.replace("`", ""),
                            old=old,
                        )
                    )
                    continue
                label = say("{question} Your answer was {old}", question=md(item.question.text), old=old)
                if back:
                    links.question_link(item.id, label, back=back, icon=":material/edit:", stretch=True)
                else:
                    links.link("interview", label, icon=":material/edit:", stretch=True, way="quick", question=item.id)
        st.button(say("Do not show this again"), key="adopt", on_click=guarded(saving.adopt))
