"""The ideas that the groups of a class bring, for the instructor: on the page, and for the files to take home."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from framework.classroom.plan import Plan
from framework.report.class_summary import Ideas
from framework.store.classes import Classroom
from framework.store.participants import Participant
from framework.ui import resources
from framework.ui.escaping import md
from framework.ui.speech import say, say_count


def written(plan: Plan, people: Iterable[Participant]) -> Ideas:
    """Every idea, with the nickname only if answers are kept under it; none of people whose nickname was replaced.

    In the order of the alphabet: the order in which people joined would tell whose each is.
    """
    shown = [
        (person.nickname if plan.keeps_answers else "", person.idea)
        for person in people
        if person.idea and not person.hidden
    ]
    return sorted(shown, key=lambda row: (row[1].casefold(), row))


def show(classroom: Classroom) -> None:
    """How many there are, how many groups have none, and each."""
    people = resources.store().participants.of(classroom.key)
    ideas = written(classroom.plan, people)
    if not ideas:
        st.caption(say("Nobody has written down an idea yet."))
        return
    told = [say_count(len(ideas), "{number} idea", "{number} ideas")]
    if none := sum(not person.idea and not person.simulated for person in people):
        told.append(say_count(none, "{number} group has written none yet", "{number} groups have written none yet"))
    st.caption(" · ".join(told))
    st.markdown("\n".join(f"- {md(idea)}{f' ({md(name)})' if name else ''}" for name, idea in ideas))
