"""The lessons: one page each, and a list of them."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.model.lesson import CheckBlock, Lesson, RepairBlock
from framework.model.rule_id import CRITERIA, rule_id
from framework.model.rulebase import RuleBase
from framework.ui import address, links, resources
from framework.ui.components import document, statement
from framework.ui.components.lesson import blocks, printed, progress
from framework.ui.components.statement import href
from framework.ui.escaping import md, one_or_many


def show(rulebase: RuleBase, id_: str | None) -> None:
    """The lesson with this id, or all of them."""
    lesson = rulebase.lesson.get(id_ or "")
    if lesson:
        _lesson(rulebase, lesson)
        return
    st.title("Lessons", anchor=False)
    if id_:
        st.markdown("There is no lesson at this address. These are all the lessons:")
    if not rulebase.lesson:
        st.markdown("These rules have no lessons.")
        return
    minutes = sum(lesson.minutes for lesson in rulebase.lessons)
    st.markdown(
        f"{one_or_many(len(rulebase.lessons), 'lesson', 'lessons')}, {minutes} minutes in all. "
        "The brief applies all of them. Your progress is kept on this device only."
    )
    with st.container(horizontal=True, key="above_lessons", vertical_alignment="center"):
        links.link("find", "Search lessons, cases, rules and words", icon=":material/search:")
        printed.show(rulebase)
    for number, lesson in enumerate(rulebase.lesson.values(), start=1):
        with st.container(border=True, key=f"lesson_{lesson.id}", gap="small"):
            links.link("learn", f"**{number}. {md(lesson.title)}**", lesson=lesson.id)
            st.markdown(md(lesson.summary))
            _progress(lesson, one_or_many(lesson.minutes, "minute", "minutes"))
    progress.watch(rulebase.manifest.id)


def _progress(lesson: Lesson, text: str) -> None:
    count = sum(isinstance(block, CheckBlock | RepairBlock) for block in lesson.blocks)
    progress.line(text, lesson.id, count)


def _lesson(rulebase: RuleBase, lesson: Lesson) -> None:
    order = list(rulebase.lesson.values())
    number = order.index(lesson)
    links.link("learn", "All lessons", icon=":material/arrow_back:")
    st.title(md(lesson.title), anchor=False)
    _progress(lesson, f"Lesson {number + 1} of {len(order)}, {one_or_many(lesson.minutes, 'minute', 'minutes')}")
    st.markdown(f"**{md(lesson.summary)}**")
    for block in lesson.blocks:
        blocks.show(rulebase, lesson.id, block)
    _criteria(rulebase, lesson)
    st.html(
        Markup('<div class="doc"><p class="soft small">Sources:<br>{}</p></div>').format(
            statement.sources(rulebase, lesson.sources)
        )
    )
    with st.container(horizontal=True, key="actions_lesson"):
        if number:
            links.link("learn", md(order[number - 1].title), icon=":material/arrow_back:", lesson=order[number - 1].id)
        if number + 1 < len(order):
            links.link(
                "learn",
                f"Next: {md(order[number + 1].title)}",
                icon=":material/arrow_forward:",
                lesson=order[number + 1].id,
            )
    progress.watch(rulebase.manifest.id)


def _criteria(rulebase: RuleBase, lesson: Lesson) -> None:
    own = [criterion for criterion in rulebase.criteria if criterion.lesson == lesson.id]
    if not own:
        return
    items = Markup().join(
        Markup('<li><a class="chip" href="{}">{}</a></li>').format(
            href("rule", rule=rule_id(CRITERIA, one.id)), one.title
        )
        for one in own
    )
    st.html(Markup('<div class="doc"><h3>Criteria based on it</h3><ul class="chips">{}</ul></div>').format(items))


document.style()
with st.container(key="read_learn"):
    show(resources.rules(), address.param("lesson"))
