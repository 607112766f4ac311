"""The way from a question to the paragraph of a lesson that it rests on."""

from __future__ import annotations

from markupsafe import Markup

from framework.model.lesson import Block, Lesson
from framework.ui.components.statement import href
from framework.ui.speech import say


def learn_why(lesson: Lesson, block: Block) -> Markup:
    """A link to the block, which the browser scrolls to."""
    to = f"{href('learn', lesson=lesson.id)}#{block.id}"
    return Markup('<a href="{}">{} {}</a>').format(to, say("Learn why:"), block.heading)
