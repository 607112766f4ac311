"""Every question that was asked, in its own words, with the answer that was given."""

from __future__ import annotations

from collections.abc import Collection

from framework.economics.writing import of_role
from framework.languages.catalogue import numerals, say, to_say
from framework.model.answers import NOT_SURE, Answer, InvalidAnswerError
from framework.model.earlier import Answered
from framework.model.formulas import SHARES
from framework.model.printable import printable
from framework.model.question import Question
from framework.model.sheet import Number, Range
from framework.reasoning.stops import said_there, seen_there_only, statements
from framework.report.blocks import Block, Paragraph, Section, Table
from framework.report.sections.context import Context
from framework.report.wording import ANSWERS

COLUMNS = (to_say("Question"), to_say("Answer"))

NO_ANSWER = to_say("not an answer of these rules")


def answers(ctx: Context) -> Section | None:
    """The sheet, section by section in asking order; what does not count says so."""
    there = seen_there_only(ctx.rulebase, ctx.assessment.sheet)
    blocks: list[Block] = [_screen(ctx, there)] if there else []
    for part in ctx.rulebase.sections:
        found = ((question, answer_given(ctx, question)) for question in part.questions if question.id not in there)
        rows = tuple((question.text, answer) for question, answer in found if answer is not None)
        if rows:
            blocks.append(Table(_columns(ctx), rows, part.title))
    if not blocks:
        return None
    rules = say(
        ctx.rulebase.language,
        "{name}, edition {version} of the rules, digest {digest}.",
        name=ctx.rulebase.manifest.name,
        version=ctx.assessment.version,
        digest=ctx.assessment.digest,
    )
    blocks.append(Paragraph(rules, quiet=True))
    return Section(ANSWERS, say(ctx.rulebase.language, "Every question and answer"), tuple(blocks))


def _columns(ctx: Context) -> tuple[str, ...]:
    return tuple(say(ctx.rulebase.language, name) for name in COLUMNS)


def _screen(ctx: Context, there: Collection[str]) -> Table:
    """The statements of the screen of rare stops about questions that were asked nowhere else, and what was said."""
    meant = statements(ctx.rulebase, ctx.assessment.answers)
    stops = [stop.text for stop in meant if stop.question in there]
    found = ctx.rulebase.manifest.interview.stops
    assert found
    said = said_there(ctx.rulebase, ctx.assessment.sheet, there)
    return Table(_columns(ctx), ((say(ctx.rulebase.language, "; ").join(stops), said),), found.text)


def asked(ctx: Context) -> tuple[Answered, ...]:
    """Every question that was answered, in asking order, "not sure" included."""
    found = ((question, answer_given(ctx, question)) for question in ctx.rulebase.questions.values())
    return tuple(Answered(question=q.id, text=q.text, answer=answer) for q, answer in found if answer is not None)


def answer_given(ctx: Context, question: Question) -> str | None:
    """What the sheet says to a question, in words; None where it was not answered."""
    sheet = ctx.assessment.sheet
    if question.kind == "text":
        return printable(sheet.words.get(question.id, "")) or None
    if question.kind == "number":
        number = sheet.numbers.get(question.id)
        return None if number is None else _number(question, number, ctx.rulebase.language)
    given = sheet.answers.get(question.id)
    return None if given is None else _closed(ctx, question, given)


def _number(question: Question, number: Number, language: str) -> str:
    def shown(value: float) -> str:
        return numerals(language, of_role(question.role or "", value, typed=True))

    if isinstance(number, Range):
        words = say(
            language,
            "{low} to {high}; calculated with {middle}",
            low=shown(number.low),
            middle=shown(number.middle),
            high=shown(number.high),
        )
    else:
        words = shown(number)
    share = question.role in SHARES  # written with its unit already; that of the question says how to type it
    return f"{words} ({question.unit})" if question.unit and not share else words


def _closed(ctx: Context, question: Question, given: Answer) -> str:
    language = ctx.rulebase.language
    try:
        accepted = question.accept(given)
    except InvalidAnswerError:
        return f"{printable(str(given))} ({say(language, NO_ANSWER)})"
    if accepted is None:
        return ctx.rulebase.answer_text(question.id, NOT_SURE)
    words = ctx.rulebase.answer_text(question.id, accepted)
    return (
        words
        if question.id in ctx.assessment.answers
        else say(language, "{answer} (does not count: the question does not apply)", answer=words)
    )
