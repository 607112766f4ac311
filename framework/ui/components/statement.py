"""An expandable statement as HTML: what its words mean, its rule, sources, answers, and when it is wrong.

Expanding is native HTML, so that a brief with a hundred statements costs the server nothing and works with the
keyboard. Every text is escaped; only web addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from markupsafe import Markup, escape

from framework.model.advice import Source
from framework.model.answers import Answers
from framework.model.assessment import Statement
from framework.model.lesson import Term
from framework.model.listing import cut
from framework.model.rulebase import RuleBase
from framework.model.vocabulary import terms_in
from framework.ui import address, current_work
from framework.ui.components import spoken
from framework.ui.speech import say

MAX_CHIP = 90
"""Maximum length of an answer on a chip."""

_CHIP = Markup(
    '<li><a class="chip" href="{place}"><span class="soft">{asked}</span> {given}'
    '<span class="sym" aria-hidden="true">edit</span></a></li>'
)
_READ = Markup('<li class="chip"><span class="soft">{asked}</span> {given}</li>')


def href(page: str, **params: str | None) -> str:
    """The address of a page for the same work."""
    return f"{page}?{urlencode(current_work.link_params(**params))}"


def expandable(
    rulebase: RuleBase, statement: Statement, answers: Answers, lead: str, text: str, after: Markup
) -> Markup:
    """The sentence, expandable to its provenance. `lead` is shown in bold before its `text`, and `after` behind it."""
    bold = Markup("<strong>{}{}</strong> ").format(lead, say(":")) if lead else ""
    return Markup(
        '<details class="statement"><summary>{}<span class="said">{}</span>{}</summary>'
        '<div class="provenance">{}</div></details>'
    ).format(bold, text, after, provenance(rulebase, statement, answers, f"{lead}. {text}"))


def provenance(rulebase: RuleBase, statement: Statement, answers: Answers, said: str) -> Markup:
    """What the words mean that are `said`; answers, sources, limits and rule of the statement.

    `answers`: those that somebody gave; no others are told.
    """
    rows: list[tuple[str, str]] = []
    if named := terms_in(rulebase, said):
        rows.append((say("Words"), meanings(named)))
    asked = [id_ for id_ in statement.answers if id_ in answers or not rulebase.any_closed([id_])]
    if asked:
        rows.append((say("From your answers"), chips(rulebase, asked, answers)))
    if statement.sources:
        rows.append((say("Source"), sources(rulebase, statement.sources)))
    if statement.limits:
        rows.append((say("When it does not hold"), statement.limits))
    rows.append(
        (
            say("Rule"),
            Markup('<a href="{}"><code>{}</code></a>').format(href("rule", rule=statement.rule), statement.rule),
        )
    )
    return definitions(rows)


def meanings(named: Iterable[Term]) -> Markup:
    """Words of the glossary, each with what it means."""
    return Markup("<br>").join(
        Markup("<strong>{}</strong>{} {}").format(spoken.inline(term.name), say(":"), spoken.inline(term.means))
        for term in named
    )


def definitions(rows: Iterable[tuple[str, str]]) -> Markup:
    """A definition list."""
    return Markup("<dl>{}</dl>").format(terms(rows))


def terms(rows: Iterable[tuple[str, str]]) -> Markup:
    """The lines of a definition list; values that are not `Markup` are escaped."""
    return Markup().join(Markup("<dt>{}</dt><dd>{}</dd>").format(name, value) for name, value in rows)


def chips(rulebase: RuleBase, questions: Iterable[str], answers: Answers) -> Markup:
    """Questions with the person's answers, those for numbers and own words by their names alone; each links to its
    question and back, unless it may only be read.
    """
    one = _READ if address.reading() else _CHIP
    items = []
    for id_ in questions:
        question = rulebase.questions.get(id_)
        if question is None:
            continue
        given = answers.get(id_)
        answer = shortened(rulebase.answer_text(id_, given)) if given else say("open")
        asked, answer = (f"{question.short}{say(':')}", answer) if question.closed else (question.short, "")
        items.append(one.format(place=href("interview", question=id_, back="brief"), asked=asked, given=answer))
    return Markup('<ul class="chips">{}</ul>').format(Markup().join(items)) if items else Markup()


def edits(rulebase: RuleBase, questions: Iterable[str]) -> Markup:
    """Questions as short links after a sentence; each links to its question and back. None if it may only be read."""
    if address.reading():
        return Markup()
    return Markup(" ").join(
        Markup('<a class="edit" href="{}"><span class="sym" aria-hidden="true">edit</span>{}</a>').format(
            href("interview", question=id_, back="brief"), rulebase.questions[id_].short
        )
        for id_ in questions
        if id_ in rulebase.questions
    )


def sources(rulebase: RuleBase, ids: Iterable[str]) -> Markup:
    """Sources by id, with author, year, title and link."""
    return Markup("<br>").join(source(found) for id_ in ids if (found := rulebase.source.get(id_)))


def source(found: Source) -> Markup:
    """One source as a line; an editorial one is its title."""
    if found.editorial:
        return escape(found.title)
    year = f" ({found.year})" if found.year else ""
    title = Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(found.url, found.title)
    return Markup("{}{}{} {}").format(found.author, year, say(":"), title)


def shortened(text: str, most: int = MAX_CHIP) -> str:
    """The beginning of a text; by default as much as fits on a chip."""
    return cut(text, most)
