"""The brief in words only, to be kept; and what is different between two such briefs of one idea."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from framework.languages.catalogue import say, to_say
from framework.model.assessment import Assessment
from framework.model.earlier import Answered, Chapter, EarlierBrief, Named, Passage
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.reasoning.readable import STANDS
from framework.report.blocks import Block, Bullets, Choices, Details, Document, Item, Marks, Paragraph, Picture, Table
from framework.report.document import build_document
from framework.report.front_parts import Front
from framework.report.onepage import front_data
from framework.report.sections.answers import NO_ANSWER, asked
from framework.report.sections.context import Context
from framework.report.wording import choice_lines, colon, more_line, note_lines, origin


def earlier_brief(rulebase: RuleBase, assessment: Assessment, read_on: date) -> EarlierBrief:
    """What somebody reads of this assessment on this day. Figures are left out; the tables beside them are kept."""
    ctx, document = Context(rulebase, assessment), build_document(rulebase, assessment)
    front = document.front
    return EarlierBrief(
        read_on=read_on,
        version=assessment.version,
        digest=assessment.digest,
        title=assessment.title,
        kicker=front.above,
        headline=front.headline,
        why=front.why,
        note=front.note,
        icon=front.icon,
        colour=front.colour,
        front=tuple(_first_screen(front, rulebase.language)),
        chapters=tuple(_chapters(ctx, document)),
        verdicts=tuple(Named(id=id_, text=rulebase.verdict[id_].title) for id_ in assessment.possible_verdicts),
        reasons=tuple(Named(id=reason.rule, text=reason.text) for reason in assessment.reasons),
        asked=asked(ctx),
        open=tuple(
            Named(id=unknown.question, text=rulebase.questions[unknown.question].text)
            for unknown in assessment.unknowns
        ),
        sheet=assessment.sheet,
        outcome=Named(id=ctx.outcome.id, text=ctx.outcome.title) if ctx.outcome else None,
        decided=tuple(Named(id=rule.rule, text=rule.text) for rule in assessment.verdict_rules),
        language=rulebase.language,
    )


def _first_screen(front: Front, language: str) -> Iterator[Chapter]:
    for part in front_data(front, language)["parts"]:
        lines = [
            "".join((f"{lead}: " if lead else "", text, f" ({when})" if when else ""))
            for lead, text, when in part["lines"]
        ]
        lines = [part["big"], *lines] if part["big"] else lines
        yield Chapter(title=part["heading"], passages=(Passage(lines=tuple(lines), numbered=part["numbered"]),))


def _chapters(ctx: Context, document: Document) -> Iterator[Chapter]:
    for section in document.sections:
        passages = tuple(passage for block in section.blocks for passage in _passages(ctx, block, section.notes))
        notes = tuple(line.partition(". ")[2] for line in note_lines(ctx.rulebase, document.sections, section))
        sources = (Passage(heading=say(ctx.rulebase.language, "Sources"), lines=notes, numbered=True),) if notes else ()
        yield Chapter(title=section.title, passages=(*passages, *sources))


def _passages(ctx: Context, block: Block, notes: Sequence[str], heading: str = "") -> Iterator[Passage]:
    language = ctx.rulebase.language
    mark = colon(language)
    match block:
        case Paragraph(text, statement, _):
            where = f" [{origin(statement, notes)}]" if statement else ""
            yield Passage(heading=heading, lines=(f"{text}{where}",))
        case Bullets(items, own, _, numbered):
            lines = [_line(item, notes, mark) for item in items]
            more = more_line(block, language)
            yield Passage(heading=own or heading, lines=(*lines, *([more] if more else [])), numbered=numbered)
        case Marks(reading, marks):
            tones = dict.fromkeys(tone for _, tone in marks)
            lines = [
                f"{say(language, STANDS[Status(tone)])}{mark} {'; '.join(name for name, its in marks if its == tone)}"
                for tone in tones
            ]
            yield Passage(heading=reading, lines=tuple(lines))
        case Choices(own, _):
            answered = choice_lines(ctx.rulebase, ctx.assessment, block)
            told = (f"{label}{mark} {answer or say(language, 'open')}" for label, answer in answered)
            yield Passage(heading=own or heading, lines=tuple(told))
        case Table(columns, rows, caption):
            yield Passage(heading=caption or heading, columns=columns, rows=rows)
        case Picture(_, reading, table, _):
            yield Passage(heading=heading, lines=(reading,))
            yield from _passages(ctx, table, notes)
        case Details(title, inner):
            for each in inner:
                yield from _passages(ctx, each, notes, title)


def _line(item: Item, notes: Sequence[str], mark: str) -> str:
    label = f"{item.label.rstrip('.:')}. " if item.label else ""
    parts = "".join(f" {name}{mark} {text}" for name, text in item.parts)
    where = f" [{origin(item.statement, notes)}]" if item.statement else ""
    return f"{label}{item.text}{parts}{where}"


@dataclass(frozen=True)
class ChangedAnswer:
    """A question (its id and its words) with the answer then and now."""

    question: str
    text: str
    then: str
    now: str
    still_asked: bool = True


@dataclass(frozen=True)
class BriefDifference:
    """What is different between a brief and a later one of the same idea; empty where nothing is."""

    before: str
    after: str
    """The verdicts in words; where they are the same, what else their headlines say."""
    reasons: tuple[tuple[str, str], ...]
    """Each reason that is new, gone or reworded, and which of these."""
    answers: tuple[ChangedAnswer, ...]
    """Where questions or answers differ, in the order of the later brief."""
    kept: int
    """How many answers are the same."""

    @property
    def verdict_changed(self) -> bool:
        """Whether another verdict came out, or another outcome of it."""
        return self.before != self.after

    @property
    def nothing(self) -> bool:
        """Whether verdict, reasons and answers are the same."""
        return not (self.verdict_changed or self.reasons or self.answers)


NEW, GONE, REWORDED = to_say("New"), to_say("Removed"), to_say("Reworded")
NOT_YET, NOW = to_say("not asked"), to_say("asked now")
NOT_ASKED, AGAIN = to_say("no longer asked"), to_say("asked again")


def compare_briefs(old: EarlierBrief, new: EarlierBrief) -> BriefDifference:
    """Compare two briefs of one idea, in one language."""
    said = new.language
    answers = tuple(_answers(old, new))
    differing = {each.question for each in answers}
    known = old.decided is not None and new.decided is not None
    then, now = ((*((brief.decided or ()) if known else ()), *brief.reasons) for brief in (old, new))
    before, after = {each.id: each for each in then}, {each.id for each in now}
    was, comes_to = _verdicts(old, new)
    return BriefDifference(
        before=was,
        after=comes_to,
        reasons=(
            *((each.text, say(said, NEW)) for each in now if each.id not in before),
            *((each.text, say(said, REWORDED)) for each in now if each.id in before and before[each.id] != each),
            *((each.text, say(said, GONE)) for each in then if each.id not in after),
        ),
        answers=answers,
        kept=sum(each.question not in differing for each in new.asked),
    )


def _verdicts(old: EarlierBrief, new: EarlierBrief) -> tuple[str, str]:
    """Both in words that differ, if anything of them does: verdicts, outcomes, headlines."""

    def verdicts(brief: EarlierBrief) -> str:
        return listed([verdict.text for verdict in brief.verdicts], say(brief.language, "or"))

    before, after = verdicts(old), verdicts(new)
    if before == after and old.outcome and new.outcome and old.outcome != new.outcome:
        before, after = old.outcome.text, new.outcome.text
    same_words = old.sheet.words == new.sheet.words  # those of a headline may be the person's own
    if before == after and same_words and old.headline != new.headline:
        return old.headline, new.headline
    return before, after


def _answers(old: EarlierBrief, new: EarlierBrief) -> Iterator[ChangedAnswer]:
    yield from changed_answers(old.asked, new.asked, new.language)
    known = {each.id for each in old.open} | {each.question for each in (*old.asked, *new.asked)}
    for each in new.open:
        if each.id not in known:
            yield ChangedAnswer(each.id, each.text, say(new.language, NOT_YET), say(new.language, NOW))


def changed_answers(old: Sequence[Answered], new: Sequence[Answered], language: str) -> Iterator[ChangedAnswer]:
    """The questions that were answered differently, or are worded differently, in the order of the later answers."""
    before, after = ({each.question: each for each in answers} for answers in (old, new))
    for id_, now in after.items():
        then = before.get(id_)
        if then is None:
            yield ChangedAnswer(id_, now.text, say(language, NOT_YET), now.answer)
        elif then != now:
            before_as = say(language, "{now} (asked before as: {before})", now=now.text, before=then.text)
            text = now.text if now.text == then.text else before_as
            again = now.answer.endswith(f"({NO_ANSWER})")
            yield ChangedAnswer(id_, text, then.answer, say(language, AGAIN) if again else now.answer)
    for id_, then in before.items():
        if id_ not in after:
            yield ChangedAnswer(id_, then.text, then.answer, say(language, NOT_ASKED), still_asked=False)
