"""What is left of a class: a summary to share, a table of totals, and the answers of each if that was chosen.

No figure is about fewer than five participants, unless that was chosen too; what is held back cannot be worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from framework.classroom.plan import Plan
from framework.classroom.results import Result, answers, result
from framework.classroom.session import FIRST, SECOND
from framework.classroom.votes import Ballots, Counted, Name, Part, Vote, standing
from framework.languages import catalogue
from framework.languages.catalogue import to_say
from framework.model.listing import listed
from framework.model.printable import paragraphs
from framework.model.rulebase import RuleBase
from framework.reasoning.reasoner import Reasoner
from framework.report.blocks import Table
from framework.report.forms import slug
from framework.report.markdown import escape, link, table
from framework.report.spreadsheet import file_of, to_csv

OTHERS, OTHER_ADVICE = to_say("Other answers"), to_say("Other advice")
"""Those about whom alone there is no figure, together."""

NOT_TOLD_APART = to_say("Not told apart, as fewer than five gave one of the answers")
NO_TICKS_TOLD = to_say("Not told, as too few ticked an answer, or too few did not")

SEVERAL = to_say("One person can tick several answers.")
HELD_BACK = to_say("One person can tick several answers. What few ticked, or nearly all, is not shown.")
"""What has to be known of such counts: where all are shown, and where small ones are not."""

ROUNDS = {FIRST: to_say("First vote"), SECOND: to_say("Second vote")}

Ideas = Sequence[tuple[str, str]]
"""What the groups bring, in order: the nickname, which is empty where it may not be told, and the idea."""


def markdown(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote], ideas: Ideas = ()) -> str:
    """The summary: what the room advised before and after, where it parted, and what was published."""
    rulebase = reasoner.rulebase
    say = partial(catalogue.say, rulebase.language)
    results = {round_: result(reasoner, plan, standing(votes, round_)) for round_ in ROUNDS}
    parts = [f"# {escape(plan.title)}", *map(escape, paragraphs(plan.description))]
    if ideas:
        lines = (f"- {escape(idea)}{f' ({escape(name)})' if name else ''}" for name, idea in ideas)
        parts += [f"## {say('Ideas')}", "\n".join(lines)]
    for round_, found in results.items():
        parts.append(f"## {say(ROUNDS[round_])}")
        parts += _round(rulebase, found) if found else [say("Fewer than five have answered, so nothing is shown.")]
    case = rulebase.case.get(plan.case)
    if case:
        names = listed([rulebase.verdict[id_].title for id_ in case.expected.acceptable_verdicts], say("or"))
        parts += [f"## {say('What was published')}", f"**{escape(names)}.** {escape(case.source.what_it_says)}"]
        parts.append(f"{escape(case.source.title)}{say(':')} {link(case.source.url)}")
        parts += [escape(case.lesson)] if case.lesson else []
    return "\n\n".join(parts) + "\n"


def file_name(title: str, opened: date, ending: str) -> str:
    """A name for the file that every system takes, and that tells classes apart; `ending`: `-totals.csv`."""
    return f"{opened.isoformat()}-{slug(title) or 'class'}{ending}"


def totals(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote]) -> bytes:
    """A CSV file with one row for each round, question and answer."""
    rulebase = reasoner.rulebase
    say = partial(catalogue.say, rulebase.language)
    rows: list[Sequence[str]] = []
    for round_, name in ROUNDS.items():
        found = standing(votes, round_)
        for question in _asked(rulebase, found):
            if published := answers(rulebase, found, question, small=plan.small):
                rows += [
                    (say(name), rulebase.questions[question].text, text, shown)
                    for text, shown in _rows(rulebase, published, partial(rulebase.answer_text, question))
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


def _round(rulebase: RuleBase, found: Result) -> list[str]:
    say = partial(catalogue.say, rulebase.language)

    def named(leaves: Sequence[str]) -> str:
        names = listed([rulebase.verdict[id_].short for id_ in leaves], say("or"))
        return names or say("Open: more than two verdicts possible")

    answer, participants = say("Answer"), say("Participants")
    verdicts = _rows(rulebase, found.verdicts, named, OTHER_ADVICE)
    parts = [
        say("{number} took part.", number=found.answered),
        table(Table((say("Advice"), participants), tuple(verdicts))),
    ]
    if found.deciding:
        question = escape(rulebase.questions[found.deciding].text)
        parts.append(say("Most of the difference comes from: **{question}**", question=question))
    together = escape(named(found.together))
    parts.append(say("If any answer that somebody gave may be right, the advice can be: {names}.", names=together))
    for item in found.questions:
        rows = tuple(_rows(rulebase, item.counted, partial(rulebase.answer_text, item.question)))
        parts.append(table(Table((answer, participants), rows, caption=rulebase.questions[item.question].text)))
        if item.counted.several:
            parts.append(say(SEVERAL if item.counted.complete else HELD_BACK))
    return parts


def _rows(
    rulebase: RuleBase, found: Counted[Name], named: Callable[[Name], str], others: str = OTHERS
) -> list[tuple[str, str]]:
    """What may be told, with how many: "19", "at least 46", "fewer than five"."""
    say = partial(catalogue.say, rulebase.language)

    def how_many(part: Part[Name]) -> str:
        if part.exact:
            return str(part.number)
        return say("fewer than five") if part.name is None else say("at least {number}", number=part.number)

    parts = found.parts()
    if not parts:
        return [(say(NO_TICKS_TOLD if found.several else NOT_TOLD_APART), str(found.answered))]
    return [(say(others) if part.name is None else named(part.name), how_many(part)) for part in parts]


def _asked(rulebase: RuleBase, found: Ballots) -> list[str]:
    return [id_ for id_ in rulebase.closed_questions if any(id_ in ballot for ballot in found.values())]
