"""The lessons: one page each, and a list of them."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.model.lesson import CheckBlock, Lesson, RepairBlock
from framework.model.rule_id import CRITERIA, rule_id
from framework.model.rulebase import RuleBase
from framework.ui import address, links, resources, speech
from framework.ui.components import document, statement
from framework.ui.components.interview import top_of_page
from framework.ui.components.lesson import blocks, printed, progress
from framework.ui.components.statement import href
from framework.ui.escaping import md
from framework.ui.speech import say


def show(rulebase: RuleBase, id_: str | None) -> None:
    """The lesson with this id, or all of them."""
    lesson = rulebase.lesson.get(id_ or "")
    if lesson:
        _lesson(rulebase, lesson)
        return
    st.title(say("Lessons"), anchor=False)
    if id_:
        st.markdown(say("There is no lesson at this address. These are all the lessons:"))
    if not rulebase.lesson:
        st.markdown(say("These rules have no lessons."))
        return
    minutes = sum(lesson.minutes for lesson in rulebase.lessons)
    st.markdown(
        say("{number} lessons, {minutes} minutes to read in all.", number=len(rulebase.lessons), minutes=minutes)
        + " "
        + say("The brief applies all of them. Your progress is kept on this device only.")
    )
    with st.container(horizontal=True, key="above_lessons", vertical_alignment="center"):
        links.link("find", say("Search lessons, cases, rules and words"), icon=":material/search:")
        if rulebase.glossary:
            links.link("find", say("Words explained"), icon=":material/dictionary:")
        if rulebase.exercises:
            links.link("class", say("Exercises to solve by hand"), icon=":material/assignment:")
        printed.show(rulebase)
    with st.container(key="cards_lessons"):
        for number, lesson in enumerate(rulebase.lesson.values(), start=1):
            with st.container(border=True, key=f"lesson_{lesson.id}", gap="small"):
                links.link("learn", f"**{number}. {md(lesson.title)}**", lesson=lesson.id)
                st.markdown(md(lesson.summary))
                _progress(lesson, _minutes(lesson))
    progress.watch(rulebase.manifest.id)


def _minutes(lesson: Lesson) -> str:
    return say("{number} minute to read" if lesson.minutes == 1 else "{number} minutes to read", number=lesson.minutes)


def _progress(lesson: Lesson, text: str) -> None:
    count = sum(isinstance(block, CheckBlock | RepairBlock) for block in lesson.blocks)
    progress.line(text, lesson.id, count)


def _lesson(rulebase: RuleBase, lesson: Lesson) -> None:
    order = list(rulebase.lesson.values())
    number = order.index(lesson)
    links.link("learn", say("All lessons"), icon=":material/arrow_back:")
    st.title(md(lesson.title), anchor=False)
    place = say("Lesson {number} of {all}", number=number + 1, all=len(order))
    _progress(lesson, f"{place}, {_minutes(lesson)}")
    st.markdown(f"**{md(lesson.summary)}**")
    note = say("This lesson is not translated yet.")
    with speech.original("blocks", translated=rulebase.speaks("lessons", lesson.id), note=note):
        for block in lesson.blocks:
            blocks.show(rulebase, lesson.id, block)
    _criteria(rulebase, lesson)
    st.html(
        Markup('<div class="doc"><p class="soft small">{}<br>{}</p></div>').format(
            say("Sources:"), statement.sources(rulebase, lesson.sources)
        )
    )
    printed.show(rulebase, lesson)
    with st.container(horizontal=True, key="actions_lesson"):
        if number:
            links.link("learn", md(order[number - 1].title), icon=":material/arrow_back:", lesson=order[number - 1].id)
        if number + 1 < len(order):
            links.link(
                "learn",
                md(say("Next: {title}", title=order[number + 1].title)),
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
    st.html(
        Markup('<div class="doc"><h3>{}</h3><ul class="chips">{}</ul></div>').format(say("Criteria based on it"), items)
    )


document.style()
lesson = address.param("lesson")
with st.container(key="read_learn" if lesson in resources.rules().lesson else "all_lessons_page"):
    show(resources.rules(), lesson)
    top_of_page.go_to(f"learn_{lesson}")
