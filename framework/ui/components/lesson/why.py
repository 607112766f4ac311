"""The way from a question, or from a heading of a brief, to where a lesson teaches it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.languages import catalogue
from framework.model.lesson import Block, Lesson, LinkBlock
from framework.model.rulebase import RuleBase
from framework.ui.components import spoken
from framework.ui.components.statement import href
from framework.ui.speech import language, say


def learn_why(lesson: Lesson, block: Block) -> Markup:
    """A link to the block, which the browser scrolls to."""
    to = f"{href('learn', lesson=lesson.id)}#{block.id}"
    return Markup('<a href="{}">{} {}</a>').format(to, say("Learn why:"), block.heading)


def taught_in(rulebase: RuleBase, section: str) -> None:
    """A quiet line with links to the lessons that teach what stands under a heading of a brief."""
    lessons = [
        lesson
        for lesson in rulebase.lessons
        if any(isinstance(block, LinkBlock) and section in block.sections for block in lesson.blocks)
    ]
    if not lessons:
        return
    links = Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(href("learn", lesson=lesson.id), spoken.inline(lesson.title))
        for lesson in lessons
    )
    kind = say("Lesson" if len(lessons) == 1 else "Lessons")
    st.html(
        Markup('<div class="doc"><p class="soft small" lang="{}">{}{} {}</p></div>').format(
            language() or catalogue.ENGLISH, kind, say(":"), links
        )
    )
