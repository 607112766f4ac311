"""The last sections: what was not asked, and the sources."""

from __future__ import annotations

from framework.model.content import Source
from framework.reasoning.reasoner import reasoner_for
from framework.report.blocks import Block, Bullets, Choices, Item, Paragraph, Section
from framework.report.sections.context import Context


def not_asked(ctx: Context) -> Section | None:
    """Closed questions without an answer that can no longer change the verdict."""
    reasoner, answers = reasoner_for(ctx.rulebase), ctx.assessment.answers
    diagram = reasoner.verdicts
    relevant = diagram.prospects(diagram.known(answers)) if ctx.assessment.verdict is None else {}
    unanswered = [id_ for id_ in ctx.rulebase.closed_questions if id_ not in answers and id_ not in relevant]
    if not unanswered:
        return None
    applicable = [id_ for id_ in unanswered if reasoner.applies(id_, answers) is not False]
    other = len(unanswered) - len(applicable)
    blocks: list[Block] = []
    if applicable:
        text = "These questions can no longer change the verdict, but an answer may make the rest more specific."
        blocks += [Paragraph(text, quiet=True), Choices("You can still answer these", tuple(applicable))]
    if other:
        do = "question does" if other == 1 else "questions do"
        blocks.append(Paragraph(f"{other} other {do} not apply here.", quiet=True))
    return Section("not_asked", "Not asked or not known", tuple(blocks))


def sources(ctx: Context, cited: tuple[str, ...]) -> Section | None:
    """Every source cited above, in order of first use."""
    known = [ctx.rulebase.source[id_] for id_ in cited if id_ in ctx.rulebase.source]
    lines = tuple(Item(_source(source), label=source.id) for source in known)
    return Section("sources", "Sources", (Bullets(lines),)) if lines else None


def _source(source: Source) -> str:
    year = f" ({source.year})" if source.year else ""
    return f"{source.author}{year}: {source.title}. {source.url}"
