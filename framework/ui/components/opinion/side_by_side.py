"""Several opinions on one idea: the verdict of each, the question worth talking about, where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.disagreement import union
from framework.reasoning.reasoner import reasoner_for
from framework.report.opinions import Opinions, Parting, sentences, side_by_side, why_this
from framework.report.wording import possible_in_words
from framework.ui import links, styles, theme
from framework.ui.escaping import md
from framework.ui.speech import say, say_count, to_say

_CSS = Path(__file__).with_name("opinion.css")
TOGETHER = to_say("all answers together")
"""In the name of the idea that is made of them."""


def style() -> None:
    """Add the style sheet to the page."""
    styles.add(_CSS)


def show(rulebase: RuleBase, people: Sequence[tuple[str, Sheet]]) -> None:
    """The comparison of two or more people by name."""
    found = side_by_side(reasoner_for(rulebase), [(name, sheet.answers) for name, sheet in people])
    st.header(say("What each comes to"), anchor=False)
    st.html(_verdicts(rulebase, found))
    st.markdown(" ".join(md(sentence) for sentence in sentences(rulebase, found)))
    st.header(say("Worth talking about"), anchor=False)
    if found.talk:
        with st.container(border=True, key="talk", gap="small"):
            st.html(_parting(rulebase, found.talk))
            st.caption(md(say(why_this(found))))
            if found.talk.to_settle:
                st.markdown(say("**To settle it:** {found_out}", found_out=md(found.talk.to_settle)))
    else:
        st.markdown(md(say(why_this(found))))
    if found.telling:
        st.header(say("These also change somebody's verdict"), anchor=False)
        st.html(_partings(rulebase, found.telling))
    if found.others:
        title = say_count(
            len(found.others),
            "{number} other difference, which changes no verdict by itself",
            "{number} other differences, none of which changes a verdict by itself",
        )
        with st.expander(title):
            st.html(_partings(rulebase, found.others))
    _go_on(rulebase, people)


def _go_on(rulebase: RuleBase, people: Sequence[tuple[str, Sheet]]) -> None:
    """All answers together as an idea: what they agree on is answered, the rest is between their answers."""
    st.header(say("Go on together"), anchor=False)
    st.markdown(
        say(
            "A new idea with what you agree on. Where you differ, it says that one of your answers holds, and its "
            "brief shows what to find out."
        )
    )
    if st.button(say("Make one idea of all answers"), icon=":material/merge:", key="merge"):
        answers = union(rulebase, [rulebase.accept(sheet.answers) for _, sheet in people])
        together = say(TOGETHER)
        title = f"{people[0][1].title} ({together})" if people[0][1].title else together.capitalize()
        links.begin(Sheet(title=title, answers=answers))


def _verdicts(rulebase: RuleBase, found: Opinions) -> Markup:
    items = []
    for name, possible in zip(found.names, found.verdicts, strict=True):
        settled = rulebase.verdict[possible[0]] if len(possible) == 1 else None
        items.append(
            Markup(
                '<li class="{}"><span class="who">{}</span><span class="what"><span class="sym" aria-hidden="true">{}'
                "</span>{}</span></li>"
            ).format(
                theme.hue(settled.colour if settled else ""),
                name,
                settled.icon if settled else "help",
                possible_in_words(rulebase, possible),
            )
        )
    return Markup('<ul class="voices">{}</ul>').format(Markup().join(items))


def _partings(rulebase: RuleBase, found: Sequence[Parting]) -> Markup:
    return Markup().join(_parting(rulebase, parting) for parting in found)


def _parting(rulebase: RuleBase, found: Parting) -> Markup:
    """The question, and each answer with the names of those who gave it, side by side."""
    groups = Markup().join(
        Markup('<li><p class="said">{}</p><p class="by">{}</p></li>').format(answer, ", ".join(names))
        for answer, names in found.groups
    )
    return Markup('<section class="parting"><h3>{}</h3><ul>{}</ul></section>').format(
        rulebase.questions[found.question].text, groups
    )
