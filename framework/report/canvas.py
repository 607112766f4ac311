"""The canvas of an assessment: one page of boxes, which the rule base names, filled from the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framework.errors import UserError
from framework.model.assessment import Assessment
from framework.model.canvas import CanvasBox, CanvasPart
from framework.model.content import Task
from framework.model.listing import cut
from framework.model.rulebase import RuleBase
from framework.reasoning.stops import seen_there_only
from framework.reasoning.variants import task_in_words
from framework.report.blocks import Block, Bullets, Document, Item, Paragraph, Section
from framework.report.document import verdict_card
from framework.report.front import front_of
from framework.report.front_panels import goal
from framework.report.sections.answers import answer_given
from framework.report.sections.context import Context, by_gravity, capital, first_sentences, said_of
from framework.report.wording import colon, footer, written_in

MAX_LINE_CHARS = 150
"""Characters of one line in a box: a canvas is one page."""

MAX_LISTED = 3
"""Lines of one part that is a list."""


@dataclass(frozen=True)
class FilledBox:
    """A box with its lines: a label, or None, and a text."""

    box: CanvasBox
    lines: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True)
class FilledCanvas:
    """A canvas for one assessment."""

    title: str
    subtitle: str
    boxes: tuple[FilledBox, ...]
    footer: str
    language: str

    @property
    def data(self) -> dict[str, Any]:
        """As plain data for templates."""
        boxes = [{**filled.box.model_dump(mode="json"), "lines": filled.lines} for filled in self.boxes]
        return {
            "title": self.title,
            "language": self.language,
            "subtitle": self.subtitle,
            "boxes": boxes,
            "footer": self.footer,
        }


def fill_canvas(rulebase: RuleBase, assessment: Assessment) -> FilledCanvas:
    """The canvas of an assessment; a box that nothing fills keeps what it asks.

    Raises:
        UserError: these rules have no canvas.
    """
    canvas, ctx = rulebase.manifest.canvas, Context(rulebase, assessment)
    if canvas is None:
        raise UserError("These rules have no canvas.", "Choose another form.")
    boxes = tuple(FilledBox(box, tuple(_lines(ctx, box))) for box in canvas.boxes)
    last = footer(rulebase, assessment)
    return FilledCanvas(cut(ctx.title, MAX_LINE_CHARS), canvas.title, boxes, last, written_in(rulebase))


def canvas_document(rulebase: RuleBase, assessment: Assessment) -> Document:
    """The canvas as a document, box after box."""
    filled = fill_canvas(rulebase, assessment)
    sections = []
    for one in filled.boxes:
        lines = tuple(Item(text, label=label) for label, text in one.lines)
        block: Block = Bullets(lines) if lines else Paragraph(one.box.asks, quiet=True)
        sections.append(Section(one.box.id, one.box.title, (block,)))
    title = f"{filled.subtitle}{colon(rulebase.language)} {filled.title}"
    return Document(title, verdict_card(rulebase, assessment), front_of(rulebase, assessment), tuple(sections))


def _lines(ctx: Context, box: CanvasBox) -> Iterator[tuple[str | None, str]]:
    for shown in box.shows:
        texts = [_fitting(text) for text in _PARTS[shown.part](ctx)[:MAX_LISTED] if text]
        if shown.label and texts:
            texts = [_in_a_line(texts)]
        yield from ((shown.label, text) for text in texts)
    never_asked = seen_there_only(ctx.rulebase, ctx.assessment.sheet)
    for id_ in box.answers:
        if id_ in never_asked:
            continue
        question = ctx.rulebase.questions[id_]
        answer = answer_given(ctx, question)
        if answer and (not question.closed or id_ in ctx.assessment.answers):
            yield ctx.short(id_), cut(answer, MAX_LINE_CHARS)


def _fitting(text: str) -> str:
    """As many sentences of a text as a line has room for; of a first one that is longer, its beginning."""
    whole, told = text.count(". ") + 1, text
    while len(told) > MAX_LINE_CHARS and whole > 1:
        whole -= 1
        told = first_sentences(text, whole)
    return cut(told, MAX_LINE_CHARS)


def _in_a_line(texts: Sequence[str]) -> str:
    """What stands under one label, as much of it as a line has room for."""
    told = texts[0]
    for text in texts[1:]:
        longer = f"{told}{' ' if told.endswith(('.', '?', '!')) else '; '}{text}"
        told = longer if len(longer) <= MAX_LINE_CHARS else told
    return told


def _of_task(field: Callable[[Task], str]) -> Callable[[Context], list[str]]:
    """A part of the task type in the words of its variant; nothing while no model is advised."""

    def part(ctx: Context) -> list[str]:
        task = ctx.rulebase.task.get(ctx.assessment.task or "") if ctx.has_task and not ctx.needs_reframing else None
        return [field(task_in_words(ctx.facts, task).whole)] if task else []

    return part


def _framed(text: Callable[[Assessment], str | None]) -> Callable[[Context], list[str]]:
    return lambda ctx: [text(ctx.assessment) or ""] if ctx.has_task and not ctx.needs_reframing else []


def _aim(ctx: Context) -> list[str]:
    """The goal, once something of it is given: nobody else can fill in what stands in brackets."""
    given = ctx.words.any_slot_given(ctx.rulebase.manifest.sentences.aim or "")
    return [goal(ctx)] if ctx.assessment.objective and given else []


def _next(ctx: Context) -> list[str]:
    """The next steps, or while the verdict is open how to find out what decides, as on the first screen."""
    front = front_of(ctx.rulebase, ctx.assessment)
    return [step.text for step in front.steps] or [fact.find_out or fact.text for fact in front.facts]


def _guardrails(ctx: Context) -> list[str]:
    found = next((family for family in ctx.rulebase.objectives if family.id == ctx.assessment.objective), None)
    return [capital(text) for text in said_of(ctx, found.guardrails)] if found else []


def _losses(ctx: Context) -> list[str]:
    def first(task: Task) -> str:
        return next((loss.name for loss in task.losses_for(ctx.assessment.metric)), "")

    words = ctx.rulebase.manifest.chain
    trained = words is None or words.loss.when is None or ctx.holds(words.loss.when)
    return _of_task(first)(ctx) if trained else []


def _metric(ctx: Context) -> list[str]:
    found = ctx.rulebase.metric.get(ctx.assessment.metric or "")
    return [found.name] if found and ctx.has_task and not ctx.needs_reframing else []


_PARTS: Mapping[CanvasPart, Callable[[Context], list[str]]] = {
    "verdict": lambda ctx: [verdict_card(ctx.rulebase, ctx.assessment).title],
    "alternative": lambda ctx: [ctx.instead.title] if ctx.instead else [],
    "framing": lambda ctx: [ctx.assessment.framing or ""],
    "business_objective": _aim,
    "ml_objective": _framed(lambda found: found.ml_objective),
    "task": _of_task(lambda task: f"{task.name}: {task.plain}"),
    "unit": lambda ctx: [ctx.words.fill(template) for template in _of_task(lambda task: task.unit)(ctx)],
    "output_form": _of_task(lambda task: task.output_form),
    "inputs": _of_task(lambda task: task.inputs),
    "never_inputs": _of_task(lambda task: task.never_inputs),
    "label": _of_task(lambda task: task.label.definition),
    "label_source": _of_task(lambda task: task.label.source),
    "losses": _losses,
    "metric": _metric,
    "baseline": _framed(lambda found: found.baseline),
    "guardrails": _guardrails,
    "money": lambda ctx: [said.text for said in ctx.assessment.money[:1]],
    "requirements": lambda ctx: [raised.title for raised in by_gravity(ctx.assessment.requirements)],
    "risks": lambda ctx: [raised.title for raised in by_gravity(ctx.assessment.risks)],
    "next_steps": _next,
}
"""What each part of the assessment says, by name."""
