"""The business objective and the ML objective, the link between them, and the stakeholders."""

from __future__ import annotations

from framework.model.content import Objective
from framework.model.rule_id import MANIFEST, OBJECTIVES, rule_id
from framework.reasoning.variants import task_in_words
from framework.report.blocks import Block, Bullets, Item, Paragraph, Picture, Section, Table
from framework.report.sections.context import Context, capital, item, statement_of


def objectives(ctx: Context) -> Section:
    """Both objectives and the chain between them; without a task type only the business objective."""
    found = ctx.assessment
    objective = next((family for family in ctx.rulebase.objectives if family.id == found.objective), None)
    where = rule_id(OBJECTIVES, objective.id) if objective else rule_id(MANIFEST, "sentences")
    sources = objective.sources if objective else ()
    lines: list[Item] = []
    heading = ctx.rulebase.manifest.headings
    if found.business_objective:
        rule = rule_id(where, "business_objective" if objective else "fallback_business")
        lines.append(item(statement_of(rule, found.business_objective, sources), heading.business_objective))
    framed = ctx.has_task and not ctx.needs_reframing
    if framed and found.ml_objective:
        task = ctx.rulebase.task.get(found.task or "")
        worded = task_in_words(ctx.facts, task) if task else None
        rule = worded.where("ml_objective") if worded else rule_id(MANIFEST, "sentences", "fallback_ml")
        cited = worded.sources("ml_objective") if worded else ()
        lines.append(item(statement_of(rule, found.ml_objective, cited), heading.ml_objective))
        if objective:
            link = ctx.words.fill(objective.link)
            lines.append(item(statement_of(rule_id(where, "link"), link, sources), "How they are linked"))
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else []
    if objective:
        blocks += _family(ctx, objective)
    else:
        blocks.append(
            Paragraph("You have not said what should improve, so these sentences are only general.", quiet=True)
        )
    if found.decouplings:
        several = tuple(item(statement) for statement in found.decouplings)
        blocks.append(Bullets(several, heading="Better split into several"))
    return Section("objectives", "Objectives", tuple(blocks))


def _chain(ctx: Context) -> list[Block]:
    """Nothing while only the outcome is known, because the task type is still open."""
    rows = tuple((link.level, link.assumption, link.test) for link in ctx.assessment.chain)
    table = Table(("Level", "Assumption", "How to test it"), rows, "From the business outcome down")
    reading = "Each level moves the one above it only as long as its assumption holds, so test the assumptions."
    return [Picture("chain", reading, table)] if len(rows) > 1 else []


def _family(ctx: Context, objective: Objective) -> list[Block]:
    where = rule_id(OBJECTIVES, objective.id)

    def lines(field: str, texts: tuple[str, ...]) -> tuple[Item, ...]:
        return tuple(item(statement_of(rule_id(where, field), capital(text), objective.sources)) for text in texts)

    people = tuple(
        item(
            statement_of(rule_id(where, "stakeholders"), f"{capital(who.wants)} ({who.role})", objective.sources),
            who.who,
        )
        for who in objective.stakeholders
    )
    blocks: list[Block] = [Bullets(lines("business_metrics", objective.business_metrics), heading="Business metrics")]
    framed = ctx.has_task and not ctx.needs_reframing
    if framed:
        blocks.append(
            Bullets(lines("ml_proxies", objective.ml_proxies), heading=ctx.rulebase.manifest.headings.ml_proxies)
        )
        blocks += _chain(ctx)
    blocks += [
        Bullets(people, heading="Who wants what"),
        Bullets(lines("conflicts", objective.conflicts), heading="Conflicts"),
        Bullets(lines("guardrails", objective.guardrails), heading="Guardrails: what must not get worse"),
    ]
    if framed:
        blocks.append(
            Bullets(
                lines("misalignments", objective.misalignments),
                heading="How the metric can improve while the goal is missed",
            )
        )
    return blocks
