"""The first screen of a brief, from verdict to next steps. All text is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st
from markupsafe import Markup

from framework.languages.catalogue import is_one
from framework.languages.dates import day_in_short
from framework.model.assessment import Statement
from framework.report.front_parts import STEPS, Front, Line, Panel
from framework.ui import theme
from framework.ui.components import spoken, statement
from framework.ui.escaping import unbroken
from framework.ui.speech import language, say

BESIDE_STEPS = "risks"
"""The panel that stands beside the next steps."""

_SYMBOL = Markup('<span class="sym" aria-hidden="true">{}</span>')


def show(front: Front, title: str, done: Mapping[str, date]) -> None:
    """The whole first screen of a settled verdict; `title` is the name of the idea, empty where the page says it.

    `done`: when steps were ticked, by the ids of their rules.
    """
    st.html(whole(front, title, done))


def whole(front: Front, title: str, done: Mapping[str, date]) -> Markup:
    """The whole first screen of a settled verdict, as HTML; `title` is the name of the idea, and may be empty.

    `done`: when steps were ticked, by the ids of their rules.
    """
    beside = [panel for panel in front.panels if panel.id == BESIDE_STEPS]
    above = Markup().join(_panel(panel) for panel in front.panels if panel.id != BESIDE_STEPS)
    below = _steps(front, done) + Markup().join(_panel(panel) for panel in beside)
    return Markup('<div class="front">{}<div class="panels">{}</div><div class="panels low">{}</div></div>').format(
        card(front, title), above, below
    )


def card(front: Front, title: str) -> Markup:
    """The verdict as an instruction, and why."""
    note = Markup('<p class="note">{}</p>').format(front.note) if front.note else ""
    above = Markup("<strong>{}</strong>").format(front.above) if front.above else ""
    own = Markup('<span dir="auto">{}</span>').format(title) if title else ""
    named = Markup(" · ").join([above, own] if above and own else [above or own])
    icon = _SYMBOL.format(front.icon)
    kicker = Markup('<p class="kicker">{}{}</p>').format(icon, named) if named else ""
    before = _SYMBOL.format("report") if front.fault else "" if named else icon
    return Markup('<div class="headline {}">{}<h1>{}{}</h1><p>{}{}</p>{}</div>').format(
        theme.hue(front.colour),
        kicker,
        before,
        front.headline,
        front.why,
        _rules(front.reasons),
        note,
    )


def _panel(panel: Panel) -> Markup:
    big = Markup('<p class="big">{}</p>').format(_spoken(panel.big)) if panel.big else ""
    lines = Markup().join(_line(line) for line in panel.lines)
    over = _over(panel.title, _spoken(panel.beside))
    return Markup('<section class="panel {}">{}{}{}</section>').format(panel.id, over, big, lines)


def _over(title: str, beside: Markup | str) -> Markup:
    """The heading of a panel, with a few words beside it that take no line of their own."""
    heading = Markup("<h2>{}</h2>").format(title)
    return Markup('<div class="over">{}<p>{}</p></div>').format(heading, beside) if beside else heading


def _line(line: Line) -> Markup:
    lead = Markup("<strong>{}{}</strong> ").format(_spoken(line.lead), say(":")) if line.lead else ""
    return Markup("<p>{}{}{}</p>").format(lead, _spoken(line.text), _rules((line.statement,) if line.statement else ()))


def _steps(front: Front, done: Mapping[str, date]) -> Markup:
    """The list, and how many it leaves to the plan: what counts steps counts these, too."""
    rows = Markup().join(
        Markup('<li{}><span>{}{}</span><span class="when">{}</span></li>').format(
            Markup(' class="done"') if step.statement.rule in done else "",
            _spoken(step.text),
            _rules((step.statement,)),
            say("done on {day}", day=day_in_short(language(), done[step.statement.rule]))
            if step.statement.rule in done
            else step.when,
        )
        for step in front.steps
    )
    over = _over(say(STEPS), _further(front.further) if front.further else "")
    return Markup('<section class="panel next">{}<ol>{}</ol></section>').format(over, rows) if rows else Markup()


def _further(number: int) -> str:
    one = is_one(language(), number)
    return say("1 more in the plan below" if one else "{number} more in the plan below", number=number)


def _spoken(text: str) -> Markup | str:
    """The text, marked where it is not in the language of the page."""
    return spoken.inline(text, unbroken(text))


_MARK = Markup('<span class="sym" aria-hidden="true">info</span>')


def _rules(cited: tuple[Statement, ...]) -> Markup:
    """A small link to the rule of each statement."""
    return Markup().join(
        Markup('<a class="rule" href="{}" aria-label="{} {}" title="{}">{}</a>').format(
            statement.href("rule", rule=each.rule), say("Rule:"), each.text, each.rule, _MARK
        )
        for each in cited
    )
