"""A statement that opens: which rule says it, on which sources, from which answers, and when it is wrong. HTML.

Folding is the browser's own, so that a brief with a hundred statements costs the server nothing and works with the
keyboard alone. Every text is escaped; an address is a link only if it is one of the web.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from framework.model.assessment import Statement
from framework.model.content import Source
from framework.model.rulebase import RuleBase
from framework.ui import state
from framework.ui.widgets.plain import tag
from framework.ui.widgets.verdict import in_words

Answers = Mapping[str, str | tuple[str, ...]]

MAX_CHIP = 90
"""Characters of an answer on a chip."""


def href(page: str, **params: str | None) -> str:
    """The address of a page on the same work, escaped for an attribute."""
    return tag(f"{page}?{urlencode(state.address(**params))}")


def said(rulebase: RuleBase, statement: Statement, answers: Answers, lead: str = "", text: str | None = None) -> str:
    """The sentence, and folded away what stands behind it. `lead` is shown in bold before it."""
    bold = f"<strong>{tag(lead)}.</strong> " if lead else ""
    return (
        f'<details class="said"><summary>{bold}{tag(text or statement.text)}</summary>'
        f'<div class="behind">{behind(rulebase, statement, answers)}</div></details>'
    )


def behind(rulebase: RuleBase, statement: Statement, answers: Answers) -> str:
    """Answers, sources, limits and rule of a statement."""
    rows = []
    if statement.answers:
        rows.append(("From your answers", chips(rulebase, statement.answers, answers)))
    if statement.sources:
        rows.append(("Source", sources(rulebase, statement.sources)))
    if statement.limits:
        rows.append(("Wrong when", tag(statement.limits)))
    rows.append(("Rule", f'<a href="{href("rule", rule=statement.rule)}"><code>{tag(statement.rule)}</code></a>'))
    return f"<dl>{''.join(f'<dt>{name}</dt><dd>{value}</dd>' for name, value in rows)}</dl>"


def chips(rulebase: RuleBase, questions: Iterable[str], answers: Answers, back: str = "brief") -> str:
    """Questions with the person's answers; each opens its question and comes back."""
    items = []
    for id_ in questions:
        question = rulebase.questions.get(id_)
        if question is None:
            continue
        given = answers.get(id_)
        answer = shortened(in_words(rulebase, id_, given)) if given else "open"
        items.append(
            f'<li><a class="chip" href="{href("interview", question=id_, back=back)}">'
            f'<span class="soft">{tag(question.short)}:</span> {tag(answer)}'
            f'<span class="sym" aria-hidden="true">edit</span></a></li>'
        )
    return f'<ul class="chips">{"".join(items)}</ul>' if items else ""


def edits(rulebase: RuleBase, questions: Iterable[str], back: str = "brief") -> str:
    """Questions as short links that open them and come back, to stand behind a sentence."""
    return " ".join(
        f'<a class="edit" href="{href("interview", question=id_, back=back)}">'
        f'<span class="sym" aria-hidden="true">edit</span>{tag(rulebase.questions[id_].short)}</a>'
        for id_ in questions
        if id_ in rulebase.questions
    )


def sources(rulebase: RuleBase, ids: Iterable[str]) -> str:
    """Sources by id, with author, year, title and link."""
    return "<br>".join(source(found) for id_ in ids if (found := rulebase.source.get(id_)))


def source(found: Source) -> str:
    """One source as a line."""
    year = f" ({tag(found.year)})" if found.year else ""
    title = tag(found.title)
    if found.url.startswith(("https://", "http://")):
        title = f'<a href="{tag(found.url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    return f"{tag(found.author)}{year}: {title}"


def shortened(text: str) -> str:
    """Text that fits on a chip."""
    return text if len(text) <= MAX_CHIP else f"{text[: MAX_CHIP - 1].rstrip()}…"
