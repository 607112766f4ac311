"""What is left of a class: a summary to share, a table of totals, and the answers of each if that was chosen.

No figure is about fewer than five participants, unless that was chosen too; where one is held back, others that could
tell it are rough or not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from framework.assessment.assess import assess
from framework.classroom.plan import Plan
from framework.classroom.results import Result, both_rounds
from framework.classroom.session import FIRST, SECOND
from framework.classroom.votes import NOT_ASKED, Counted, Name, Part, Vote, standing
from framework.languages import catalogue
from framework.languages.catalogue import to_say
from framework.model.answers import Answer
from framework.model.listing import listed
from framework.model.printable import paragraphs
from framework.model.rulebase import RuleBase
from framework.reasoning.reasoner import Reasoner
from framework.report.blocks import Block, Bullets, Details, Item, Paragraph, Table
from framework.report.forms import PAPERS, slug
from framework.report.markdown import block_text, escape, link
from framework.report.plain import Plain
from framework.report.spreadsheet import file_of, to_csv
from framework.report.wording import written_in

OTHERS, OTHER_ADVICE = to_say("Other answers"), to_say("Other advice")
"""Those about whom alone there is no figure, together."""

TOGETHER = to_say(
    "“Other answers” and “Other advice” add up what fewer than five chose, and whatever would give it away."
)
"""What has to be known of these."""

NOT_TOLD_APART = to_say("Not told apart, as fewer than five gave one of the answers")
NO_TICKS_TOLD = to_say("Not told, as too few ticked an answer, or too few did not")

SEVERAL = to_say("One person can tick several answers.")
HELD_BACK = to_say("One person can tick several answers. What few ticked, or nearly all, is not shown.")
"""What has to be known of such counts: where all are shown, and where small ones are not."""

ROUNDS = {FIRST: to_say("First vote"), SECOND: to_say("Second vote")}

ABOUT = to_say("“About”: rounded to a multiple of five, as an exact number would tell what fewer than five answered.")

Ideas = Sequence[tuple[str, str]]
"""What the groups bring, in order: the nickname, which is empty where it may not be told, and the idea."""


@dataclass(frozen=True)
class _Summary:
    """What a summary contains, whatever its form."""

    about: tuple[Block, ...]
    """What the class was about; under the title."""
    chapters: tuple[tuple[str, tuple[Block, ...]], ...]
    """Each heading with what stands below it."""
    source: tuple[str, str] | None
    """Who published what came of the case, and the address."""


def markdown(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote], ideas: Ideas = ()) -> str:
    """The summary: what the room advised before and after, where it parted, and what was published."""
    rulebase, found = reasoner.rulebase, _summary(reasoner, plan, votes, ideas)
    nobody = assess(rulebase, {})  # a class is about nobody's answers: no block here reads them
    parts = [f"# {escape(plan.title)}"]
    for heading, blocks in (("", found.about), *found.chapters):
        parts += [f"## {escape(heading)}"] if heading else []
        parts += [block_text(rulebase, nobody, block, ()) for block in blocks]
    if found.source:
        title, address = found.source
        parts.append(f"{escape(title)}{catalogue.say(rulebase.language, ':')} {link(address)}")
    return "\n\n".join(parts) + "\n"


def pdf(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote], ideas: Ideas = (), *, paper: str = PAPERS[0]) -> bytes:
    """The summary of a class to hand out, as a tagged PDF.

    Raises:
        UserError: the typesetter is not installed.
    """
    from framework.report.html import LOOK
    from framework.report.typesetting import typeset

    rulebase, found = reasoner.rulebase, _summary(reasoner, plan, votes, ideas)
    plain = Plain(rulebase, assess(rulebase, {}), LOOK)  # no block here is drawn, so any look will do
    manifest, say = rulebase.manifest, partial(catalogue.say, rulebase.language)
    data = {
        "title": plan.title,
        "language": written_in(rulebase),
        "about": plain.blocks(found.about),
        "chapters": [{"title": heading, "blocks": plain.blocks(blocks)} for heading, blocks in found.chapters],
        "source": f"{found.source[0]}{say(':')} {found.source[1]}" if found.source else "",
        "footer": say("Rules: {name}, version {version}", name=manifest.name, version=manifest.version),
    }
    return typeset("class_summary.typ", data, paper=paper)


def _summary(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote], ideas: Ideas) -> _Summary:
    rulebase = reasoner.rulebase
    say = partial(catalogue.say, rulebase.language)
    chapters: list[tuple[str, tuple[Block, ...]]] = []
    if ideas:
        lines = (Item(f"{idea} ({name})" if name else idea) for name, idea in ideas)
        chapters.append((say("Ideas"), (Bullets(tuple(lines)),)))
    come_to = both_rounds(reasoner, plan, votes, done=True)
    for name, found in zip(ROUNDS.values(), (come_to.first, come_to.second), strict=True):
        none = (Paragraph(say("Fewer than five have answered, so nothing is shown.")),)
        chapters.append((say(name), _round(rulebase, found, ideas=plan.kind == "ideas") if found else none))
    case = rulebase.case.get(plan.case)
    if case:
        names = listed([rulebase.verdict[id_].title for id_ in case.expected.acceptable_verdicts], say("or"))
        told = (case.source.what_it_says, *([case.lesson] if case.lesson else []))
        chapters.append((say("What was published"), (Details(names, tuple(map(Paragraph, told))),)))
    return _Summary(
        about=tuple(map(Paragraph, paragraphs(plan.description))),
        chapters=tuple(chapters),
        source=(case.source.title, case.source.url) if case else None,
    )


def answer_text(rulebase: RuleBase, question: str, answer: Answer) -> str:
    """An answer in words, also that somebody was not asked."""
    if answer == NOT_ASKED:
        return catalogue.say(rulebase.language, "Not asked, or not answered")
    return rulebase.answer_text(question, answer)


def file_name(title: str, opened: date, ending: str) -> str:
    """A name for the file that every system takes, and that tells classes apart; `ending`: `-totals.csv`."""
    return f"{opened.isoformat()}-{slug(title) or 'class'}{ending}"


def totals(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote]) -> bytes:
    """A CSV file with one row for each round, question and answer; before these what the answers of a round lead to, as
    the summary tells it.
    """
    rulebase = reasoner.rulebase
    say = partial(catalogue.say, rulebase.language)
    rows: list[Sequence[str]] = []
    come_to = both_rounds(reasoner, plan, votes, done=True)
    for name, found in zip(ROUNDS.values(), (come_to.first, come_to.second), strict=True):
        if not found:
            continue
        rows += [(say(name), say("Advice"), *row) for row in _advice(rulebase, found)]
        for question in rulebase.closed_questions:
            if published := found.on(question):
                rows += [
                    (say(name), rulebase.questions[question].text, text, shown)
                    for text, shown in _rows(rulebase, published, partial(answer_text, rulebase, question))
                ]
    return file_of(to_csv((say("round"), say("question"), say("answer"), say("participants")), rows))


def each(rulebase: RuleBase, plan: Plan, votes: Sequence[Vote], names: Mapping[str, str]) -> bytes | None:
    """A CSV file with the answers of each participant; None unless that was chosen before opening.

    `names`: the key of each participant to the nickname that may be shown.
    """
    if not plan.keeps_answers:
        return None
    say = partial(catalogue.say, rulebase.language)
    rows: list[Sequence[str]] = []
    for round_, name in ROUNDS.items():
        for key, ballot in standing(votes, round_).items():
            rows += [
                (say(name), names.get(key, ""), rulebase.questions[id_].text, rulebase.answer_text(id_, answer))
                for id_, answer in ballot.items()
                if id_ in rulebase.questions
            ]
    return file_of(to_csv((say("round"), say("nickname"), say("question"), say("answer")), rows))


def ideas_table(rulebase: RuleBase, plan: Plan, ideas: Ideas) -> bytes:
    """A CSV file with the ideas of the groups; with nicknames if answers are kept under these."""
    say = partial(catalogue.say, rulebase.language)
    columns = ((say("nickname"),) if plan.keeps_answers else ()) + (say("idea"),)
    return file_of(to_csv(columns, [row[-len(columns) :] for row in ideas]))


def _round(rulebase: RuleBase, result: Result, *, ideas: bool) -> tuple[Block, ...]:
    """One round. `ideas`: each sheet is about another idea, so none disagrees with another."""
    say = partial(catalogue.say, rulebase.language)
    answer, participants = say("Answer"), say("Participants")
    blocks: list[Block] = [
        Paragraph(say("{number} took part.", number=result.answered)),
        Table((say("Advice"), participants), tuple(_advice(rulebase, result))),
    ]
    if result.headline and not ideas:
        question = rulebase.questions[result.headline].text
        blocks.append(Paragraph(say("Most of the difference comes from: {question}", question=question)))
    if not ideas:
        together = _verdicts(rulebase, result.together)
        blocks.append(
            Paragraph(say("If any answer that somebody gave may be right, the advice can be: {names}.", names=together))
        )
    for item in result.questions:
        rows = tuple(_rows(rulebase, item.counted, partial(answer_text, rulebase, item.question)))
        blocks.append(Table((answer, participants), rows, caption=rulebase.questions[item.question].text))
        if item.counted.several:
            blocks.append(Paragraph(say(SEVERAL if item.counted.complete else HELD_BACK), quiet=True))
    names: list[object] = [part.name for part in result.verdicts.parts()]
    names += [part.name for item in result.questions for part in item.counted.parts()]
    if None in names:
        blocks.append(Paragraph(say(TOGETHER), quiet=True))
    if any(part.about for part in result.verdicts.parts()):
        blocks.append(Paragraph(say(ABOUT), quiet=True))
    return tuple(blocks)


def _advice(rulebase: RuleBase, result: Result) -> list[tuple[str, str]]:
    return _rows(rulebase, result.verdicts, partial(_verdicts, rulebase), OTHER_ADVICE)


def _verdicts(rulebase: RuleBase, leaves: Sequence[str]) -> str:
    say = partial(catalogue.say, rulebase.language)
    names = listed([rulebase.verdict[id_].short for id_ in leaves], say("or"))
    return names or say("Open: more than two verdicts possible")


def _rows(
    rulebase: RuleBase, found: Counted[Name], named: Callable[[Name], str], others: str = OTHERS
) -> list[tuple[str, str]]:
    """What may be told, with how many: "19", "at least 46", "about 20", "fewer than five"."""
    say = partial(catalogue.say, rulebase.language)

    def how_many(part: Part[Name]) -> str:
        if part.exact:
            return str(part.number)
        if part.about:
            return say("about {number}", number=part.number)
        return say("fewer than five") if part.name is None else say("at least {number}", number=part.number)

    parts = found.parts()
    if not parts:
        return [(say(NO_TICKS_TOLD if found.several else NOT_TOLD_APART), str(found.answered))]
    return [(say(others) if part.name is None else named(part.name), how_many(part)) for part in parts]
