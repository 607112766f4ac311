"""The link between both objectives, what to watch beside them, and the stakeholders; both are on the first screen."""

from __future__ import annotations

from collections.abc import Sequence

from framework.model.content import Objective
from framework.model.rule_id import OBJECTIVES, rule_id
from framework.report.blocks import Block, Bullets, Item, Paragraph
from framework.report.sections.context import Context, capital, item, statement_of

MOST_LINES = 2
MOST_PEOPLE = 2


def objectives(ctx: Context) -> list[Block]:
    """Without a task type only what concerns the business objective."""
    found = ctx.assessment
    objective = next((family for family in ctx.rulebase.objectives if family.id == found.objective), None)
    lines: list[Item] = []
    if objective and ctx.has_task and not ctx.needs_reframing:
        link = statement_of(
            rule_id(OBJECTIVES, objective.id, "link"), ctx.words.fill(objective.link), objective.sources
        )
        lines.append(item(link, ctx.rulebase.manifest.headings.link, sentences=2))
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else []
    if objective:
        blocks += _family(ctx, objective)
    else:
        blocks.append(
            Paragraph("You have not said what should improve, so these sentences are only general.", quiet=True)
        )
    if found.decouplings:
        several = tuple(item(statement, sentences=3) for statement in found.decouplings[:1])
        blocks.append(Bullets(several, heading="Better split into several"))
    return blocks


def _chain(ctx: Context) -> list[Block]:
    """From the outcome down to the loss; nothing while only the outcome is known, because the task type is open."""
    levels = tuple(Item(link.level) for link in ctx.assessment.chain)
    return [Bullets(levels, heading="Each is moved by the next", numbered=True)] if len(levels) > 1 else []


def _family(ctx: Context, objective: Objective) -> list[Block]:
    where = rule_id(OBJECTIVES, objective.id)

    def lines(field: str, texts: Sequence[str]) -> tuple[Item, ...]:
        return tuple(
            item(statement_of(rule_id(where, field), capital(text), objective.sources), sentences=1)
            for text in texts[:MOST_LINES]
        )

    people = tuple(
        item(
            statement_of(rule_id(where, "stakeholders"), f"{capital(who.wants)} ({who.role})", objective.sources),
            who.who,
        )
        for who in [who for who in objective.stakeholders if ctx.holds(who.when)][:MOST_PEOPLE]
    )
    framed = ctx.has_task and not ctx.needs_reframing
    blocks: list[Block] = [Bullets(lines("guardrails", objective.guardrails), heading="What must not get worse")]
    blocks.append(Bullets(people, heading="Who wants what"))
    blocks.append(Bullets(lines("conflicts", objective.conflicts[:1]), heading="Conflict"))
    if framed:
        wrong = lines("misalignments", objective.misalignments[:1])
        blocks.append(Bullets(wrong, heading="How the metric can improve while the goal is missed"))
        blocks += _chain(ctx)
    return blocks
