"""The link between both objectives, what to watch beside them, and the stakeholders; both are on the first screen."""

from __future__ import annotations

from collections.abc import Sequence

from framework.assessment.statements import questions_read
from framework.languages.catalogue import quoted, say, to_say
from framework.model.content import ConditionalText, Objective
from framework.model.listing import as_sentence, listed
from framework.model.question import TextRole
from framework.model.rule_id import MANIFEST, OBJECTIVES, rule_id
from framework.report.blocks import Block, Bullets, Item, Paragraph
from framework.report.sections.context import Context, capital, item, said_of, statement_of

MUST_NOT_GET_WORSE, WHO_WANTS_WHAT = to_say("What must not get worse"), to_say("Who wants what")
MAX_LINES = 2
MAX_PEOPLE = 2
MAX_AIMS = 3
"""Several aims are told one after another only up to this number; with more, nothing was said about them."""


def objectives(ctx: Context) -> list[Block]:
    """Without a task type only what concerns the business objective."""
    found = ctx.assessment
    objective = next((family for family in ctx.rulebase.objectives if family.id == found.objective), None)
    lines: list[Item] = []
    if objective and ctx.has_task and not ctx.needs_reframing:
        link = statement_of(
            rule_id(OBJECTIVES, objective.id, "link"), ctx.words.fill(objective.link), objective.sources
        )
        lines.append(item(link, ctx.rulebase.manifest.headings.link, sentences=3))
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else []
    if objective:
        blocks += _family(ctx, objective)
    elif len(found.possible_objectives) <= MAX_AIMS:
        blocks += _several(
            ctx, [family for family in ctx.rulebase.objectives if family.id in found.possible_objectives]
        )
    else:
        asked = questions_read(ctx.rulebase, [family.when for family in ctx.rulebase.objectives])[:1]
        said = say(
            ctx.rulebase.language,
            "Answer {question} to read what must not get worse, and who wants what, with such a goal.",
            question=ctx.named(asked),
        )
        blocks.append(Paragraph(said, quiet=True))
    if found.decouplings:
        several = tuple(item(statement, sentences=3) for statement in found.decouplings[:1])
        blocks.append(Bullets(several, heading=to_say("Better split into several")))
    return blocks


def wanted(ctx: Context) -> list[Block]:
    """Where nothing should be built: the goal and the simple way, as the person named them."""
    aim, way = ctx.rulebase.manifest.sentences.aim, ctx.words.in_role(TextRole.BASELINE)
    lines: list[Item] = []
    if aim and ctx.words.in_role(TextRole.METRIC):
        lines.append(item(statement_of(rule_id(MANIFEST, "sentences", "aim"), ctx.words.fill(aim)), to_say("The goal")))
    if way:
        lines.append(Item(as_sentence(capital(way)), label=to_say("The simple way")))
    return [Bullets(tuple(lines), heading=to_say("What was wanted"))] if lines else []


def _several(ctx: Context, aims: Sequence[Objective]) -> list[Block]:
    """Of aims that were named together: what must not get worse, and who wants what, one line of each."""
    if not aims:
        return []
    language = ctx.rulebase.language
    names = listed([quoted(language, aim.name) for aim in aims], say(language, "and"))
    said = say(language, "You named {names}. Agree which of them comes first where one costs the other.", names=names)
    guardrails, people = (
        tuple(line for aim in aims for line in lines(ctx, aim)[:1]) for lines in (_guardrails, _stakeholders)
    )
    return [
        Paragraph(said, quiet=True),
        Bullets(guardrails, heading=MUST_NOT_GET_WORSE),
        Bullets(people, heading=WHO_WANTS_WHAT),
    ]


def chain(ctx: Context) -> list[Block]:
    """From the outcome down to the loss; nothing while only the outcome is known, because the task type is open."""
    levels = tuple(Item(link.level) for link in ctx.assessment.chain)
    return [Bullets(levels, heading=to_say("Each is moved by the next"), numbered=True)] if len(levels) > 1 else []


def _family(ctx: Context, objective: Objective) -> list[Block]:
    framed = ctx.has_task and not ctx.needs_reframing
    blocks: list[Block] = [Bullets(_guardrails(ctx, objective), heading=MUST_NOT_GET_WORSE)]
    blocks.append(Bullets(_stakeholders(ctx, objective), heading=WHO_WANTS_WHAT))
    blocks.append(Bullets(_lines(ctx, objective, "conflicts", objective.conflicts, most=1), heading=to_say("Conflict")))
    if framed:
        wrong = _lines(ctx, objective, "misalignments", objective.misalignments, most=1)
        blocks.append(Bullets(wrong, heading=to_say("How the metric can improve while the goal is missed")))
        blocks += chain(ctx)
    return blocks


def _lines(
    ctx: Context, objective: Objective, field: str, texts: Sequence[str | ConditionalText], most: int = MAX_LINES
) -> tuple[Item, ...]:
    where, said = rule_id(OBJECTIVES, objective.id, field), said_of(ctx, texts)
    return tuple(item(statement_of(where, capital(text), objective.sources), sentences=1) for text in said[:most])


def _guardrails(ctx: Context, objective: Objective) -> tuple[Item, ...]:
    return _lines(ctx, objective, "guardrails", objective.guardrails)


def _stakeholders(ctx: Context, objective: Objective) -> tuple[Item, ...]:
    where = rule_id(OBJECTIVES, objective.id, "stakeholders")
    return tuple(
        item(
            statement_of(where, f"{capital(who.wants)} ({say(ctx.rulebase.language, who.role)})", objective.sources),
            who.who,
        )
        for who in [who for who in objective.stakeholders if ctx.holds(who.when)][:MAX_PEOPLE]
    )
