"""One search over everything: lessons, worked cases, questions, rules, sources and words; and the whole glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from framework.assessment.words import in_brackets
from framework.model.entries.entry import RuleEntry
from framework.model.lesson import Term
from framework.model.listing import alphabetical
from framework.model.rule_id import QUESTIONS, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.search.documents import CASE, LESSON, QUESTION, RULE, TERM
from framework.ui import address, links, resources
from framework.ui.components import document, spoken, text_field
from framework.ui.components.rule import related
from framework.ui.components.rule.kinds import word
from framework.ui.components.statement import href, shortened
from framework.ui.escaping import md
from framework.ui.speech import say, say_count

KINDS: Mapping[str, str] = {
    LESSON: say("Lesson"), CASE: say("Worked case"), QUESTION: say("Question"), RULE: say("Rule"), TERM: say("Word"),
}  # fmt: skip
"""Kind of document to the word for it."""

MAX_TEXT_CHARS = 160
"""Characters of a text that was found."""

_WORD = "word_"
"""What the id of a line of the glossary begins with."""

MAX_ADDRESS = 2_000
"""Characters of a search: it stands in the address, and with a much longer one a page cannot be loaded again."""


def show(rulebase: RuleBase) -> None:
    """The field, what was found, and the glossary while nothing is searched."""
    st.title(say("Search"), anchor=False)
    query = address.param(address.SEARCH) or ""
    text_field.line(
        say("Search lessons, worked cases, questions, rules, sources and words"),
        "search",
        MAX_ADDRESS,
        saved=query,
        save=_searched,
        placeholder=say("for example: overfitting, or: which customers will leave"),
    )
    if not query:
        _glossary(rulebase)
        return
    (with_all, with_some), instead, offered = resources.search().search(query)
    if instead:
        st.markdown(say("Results for “{words}”:", words=md(instead)))
    if offered:
        label = say("Did you mean “{words}”?", words=md(offered))
        links.link("find", label, icon=":material/spellcheck:", q=offered)
    if not with_all and not with_some:
        st.markdown(say("Nothing was found. Try another word, or fewer."))
        return
    if with_all:
        st.caption(say_count(len(with_all), "{number} page", "{number} pages"))
        _hits(rulebase, with_all)
    if with_some:
        st.caption(
            say("Pages with some of these words:")
            if with_all
            else say("No page has all of these words. Pages with some of them:")
        )
        _hits(rulebase, with_some)


def _hits(rulebase: RuleBase, found: Sequence[tuple[str, str]]) -> None:
    items = Markup().join(_hit(rulebase, kind, id_) for kind, id_ in found)
    if spoken.is_marked(items):
        spoken.note()
    st.html(Markup('<div class="doc"><ul class="lines">{}</ul></div>').format(items))


def _hit(rulebase: RuleBase, kind: str, id_: str) -> Markup:
    """A page that was found: its kind, its title as a link, and its beginning."""
    if kind == LESSON:
        to, title, text = href("learn", lesson=id_), rulebase.lesson[id_].title, rulebase.lesson[id_].summary
    elif kind == CASE:
        to, title, text = (
            href("cases", case=id_, hidden="yes"),
            rulebase.case[id_].title,
            rulebase.case[id_].description,
        )
    elif kind == TERM:
        term = next(term for term in rulebase.glossary if term.id == id_)
        to, title, text = _explained(term), term.name, term.means
    else:
        entry = index_of(rulebase)[rule_id(QUESTIONS, id_) if kind == QUESTION else id_]
        kind_word = word(entry.kind) if kind == RULE else KINDS[kind]
        return _line(kind_word, href("rule", rule=entry.id), *_of_rule(rulebase, entry))
    return _line(KINDS[kind], to, spoken.inline(title), _beginning(text, text))


def _of_rule(rulebase: RuleBase, entry: RuleEntry) -> tuple[Markup | str, Markup | str]:
    """The title and the beginning of the page of a rule; of one without a title of its own, its sentence alone."""
    source, sentence = related.source_of(rulebase, entry), in_brackets(rulebase, entry.sentence)
    if source:
        return spoken.inline(source.title), f"{source.author} ({source.year})" if source.year else source.author
    if entry.title == entry.kind:
        return spoken.inline(entry.sentence, shortened(sentence)), ""
    return spoken.inline(entry.title), _beginning(entry.sentence, sentence)


def _beginning(text: str, shown: str) -> Markup | str:
    return spoken.inline(text, shortened(shown, MAX_TEXT_CHARS))


def _line(kind: str, to: str, title: Markup | str, text: Markup | str) -> Markup:
    return Markup('<li class="plain"><span class="soft small">{}</span><br><a href="{}">{}</a><br>{}</li>').format(
        kind, to, title, text
    )


def _searched(text: str) -> None:
    address.move(**{address.SEARCH: text or None})


def _glossary(rulebase: RuleBase) -> None:
    if not rulebase.glossary:
        return
    st.header(say("Words"), anchor="words")
    rows = Markup().join(
        Markup('<dt id="{}{}">{}</dt><dd>{}{}</dd>').format(
            _WORD, term.id, _names(term), spoken.inline(term.means), _taught(rulebase, term)
        )
        for term in sorted(rulebase.glossary, key=lambda term: alphabetical(term.name))
    )
    st.html(Markup('<div class="doc"><dl class="facts">{}</dl></div>').format(rows))


def _names(term: Term) -> Markup:
    """The word, with its other names in brackets."""
    others = Markup(", ").join(map(spoken.inline, term.also))
    name = Markup("{}").format(spoken.inline(term.name))
    return Markup("{} ({})").format(name, others) if others else name


def _taught(rulebase: RuleBase, term: Term) -> Markup:
    if term.lesson is None:
        return Markup()
    title = spoken.inline(rulebase.lesson[term.lesson].title)
    return Markup(' <a href="{}">{}</a>').format(_explained(term), title)


def _explained(term: Term) -> str:
    """The address of the paragraph that explains a word; of one that no lesson explains, its line in the glossary."""
    if term.lesson is None:
        return f"{href('find')}#{_WORD}{term.id}"
    return href("learn", lesson=term.lesson) + (f"#{term.block}" if term.block else "")


document.style()
with st.container(key="read_find"):
    show(resources.rules())
