"""What is left of a class: a summary to share, a table of totals, and the answers of each if that was chosen.

No figure is about fewer than five participants, unless that was chosen too; what is held back cannot be worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from framework.classroom.plan import Plan
from framework.classroom.results import Result, result
from framework.classroom.session import FIRST, SECOND
from framework.classroom.votes import Ballots, Counted, Name, Part, Vote, counted, standing
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.reasoning.reasoner import Reasoner
from framework.report.blocks import Table
from framework.report.forms import slug
from framework.report.markdown import escape, link, table
from framework.report.spreadsheet import file_of, to_csv

OTHERS = "other answers"
"""Those about whom alone there is no figure, together."""

NOT_TOLD_APART = "not told apart, as fewer than five gave one of the answers"

ROUNDS = {FIRST: "First vote", SECOND: "Second vote"}


def markdown(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote]) -> str:
    """The summary: what the room advised before and after, where it parted, and what was published."""
    rulebase = reasoner.rulebase
    results = {round_: result(reasoner, plan, standing(votes, round_)) for round_ in ROUNDS}
    parts = [f"# {escape(plan.title)}"]
    if plan.description:
        parts.append(escape(plan.description))
    for round_, found in results.items():
        parts.append(f"## {ROUNDS[round_]}")
        parts += _round(rulebase, found) if found else ["Fewer than five took part, so nothing is shown."]
    case = rulebase.case.get(plan.case)
    if case:
        names = listed([rulebase.verdict[id_].title for id_ in case.expected.acceptable_verdicts], "or")
        parts += ["## What was published", f"**{escape(names)}.** {escape(case.source.what_it_says)}"]
        parts.append(f"{escape(case.source.title)}: {link(case.source.url)}")
        parts += [escape(case.lesson)] if case.lesson else []
    return "\n\n".join(parts) + "\n"


def file_name(title: str, opened: date, ending: str) -> str:
    """A name for the file that every system takes, and that tells classes apart; `ending`: `-totals.csv`."""
    return f"{opened.isoformat()}-{slug(title) or 'class'}{ending}"


def totals(reasoner: Reasoner, plan: Plan, votes: Sequence[Vote]) -> bytes:
    """A CSV file with one row for each round, question and answer."""
    rulebase = reasoner.rulebase
    rows: list[Sequence[str]] = []
    for round_, name in ROUNDS.items():
        found = standing(votes, round_)
        for question in _asked(rulebase, found):
            if published := counted(found, question, small=plan.small):
                rows += [
                    (name, rulebase.questions[question].text, text, shown)
                    for text, shown in _rows(published, partial(rulebase.answer_text, question))
                ]
    return file_of(to_csv(("round", "question", "answer", "participants"), rows))


def each(rulebase: RuleBase, plan: Plan, votes: Sequence[Vote], names: Mapping[str, str]) -> bytes | None:
    """A CSV file with the answers of each participant; None unless that was chosen before opening.

    `names`: the key of each participant to the nickname that may be shown.
    """
    if not plan.keeps_answers:
        return None
    rows: list[Sequence[str]] = []
    for round_, name in ROUNDS.items():
        for key, ballot in standing(votes, round_).items():
            rows += [
                (name, names.get(key, ""), rulebase.questions[id_].text, rulebase.answer_text(id_, answer))
                for id_, answer in ballot.items()
                if id_ in rulebase.questions
            ]
    return file_of(to_csv(("round", "nickname", "question", "answer"), rows))


def _round(rulebase: RuleBase, found: Result) -> list[str]:
    verdicts = _rows(found.verdicts, lambda leaves: " or ".join(rulebase.verdict[id_].short for id_ in leaves))
    parts = [f"{found.answered} took part.", table(Table(("Advice", "Participants"), tuple(verdicts)))]
    if found.deciding:
        parts.append(f"Most of the difference comes from: **{escape(rulebase.questions[found.deciding].text)}**")
    together = listed([rulebase.verdict[id_].short for id_ in found.together], "or")
    parts.append(f"If any answer that somebody gave may be right, these remain possible: {escape(together)}.")
    for item in found.questions:
        rows = tuple(_rows(item.counted, partial(rulebase.answer_text, item.question)))
        parts.append(table(Table(("Answer", "Participants"), rows, caption=rulebase.questions[item.question].text)))
    return parts


def _rows(found: Counted[Name], named: Callable[[Name], str]) -> list[tuple[str, str]]:
    """What may be told, with how many: "19", "at least 46", "fewer than five"."""
    parts = found.parts()
    if not parts:
        return [(NOT_TOLD_APART, str(found.answered))]
    return [(OTHERS if part.name is None else named(part.name), _how_many(part)) for part in parts]


def _how_many(part: Part[Name]) -> str:
    if part.exact:
        return str(part.number)
    return "fewer than five" if part.name is None else f"at least {part.number}"


def _asked(rulebase: RuleBase, found: Ballots) -> list[str]:
    return [id_ for id_ in rulebase.closed_questions if any(id_ in ballot for ballot in found.values())]
