"""Wording that several forms share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from framework.languages.catalogue import ENGLISH, say, to_say
from framework.model.advice import Source
from framework.model.assessment import Assessment, Given, Statement
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.reasoning.readable import STANDS
from framework.reasoning.stops import said_there, seen_there_only
from framework.report.blocks import Bullets, Choices, Document, Section

ANSWERS = "answers"
"""Id of the section with every answer, which ends with the edition and digest of the rules."""

MAX_NAMED = 9
"""How many of those that are left are named; all of them are told at the end of a file."""

_TITLE_END = re.compile(r":|;|, (?:ch\.|Article) | \([^()]*\)(?=$|[:;])")
"""Where a title becomes a subtitle, a remark or a list of chapters or articles."""

_PERSON = re.compile(r"(?:[^\W\d_]\.[- ]?)+(?=[^\W\d_]{2})")
"""A name that begins with initials, as an organisation's does not."""

_OTHERS = "others"

IN_COLUMNS = {status: STANDS[status] for status in (Status.FAVOURABLE, Status.OPEN, Status.UNFAVOURABLE)} | {
    Status.BLOCKING: to_say("Serious obstacle")
}
"""How a criterion stands, over a column or beside a bar, where there is less room; the best stands first."""


UNDECIDED_MEANS = to_say(
    "“Undecided” has one of three reasons: a question is still open, the answers lie in between, or the criterion is "
    "not applicable to the idea."
)


def answer_text(rulebase: RuleBase, assessment: Assessment, question: str) -> str | None:
    """The person's answer in words; None where there is none."""
    given = assessment.answers.get(question)
    return None if given is None else rulebase.answer_text(question, given)


def choice_lines(rulebase: RuleBase, assessment: Assessment, block: Choices) -> tuple[tuple[str, str | None], ...]:
    """Label and answer of each question; one that was not asked says from what its answer follows."""
    return tuple(
        (rulebase.questions[id_].short, _with_origin(rulebase, assessment, id_, answer_text(rulebase, assessment, id_)))
        for id_ in block.questions
    )


def _with_origin(rulebase: RuleBase, assessment: Assessment, question: str, answer: str | None) -> str | None:
    if answer is None or not only_followed(rulebase, assessment, question):
        return answer
    return say(
        rulebase.language,
        "{answer} (not asked; follows from “{statements}”)",
        answer=answer,
        statements=said_there(rulebase, assessment.sheet, [question]),
    )


def only_followed(rulebase: RuleBase, assessment: Assessment, question: str) -> bool:
    """Whether an answer is only what the screen of rare stops left open."""
    answer = assessment.answers.get(question)
    screened = question in assessment.sheet.screened
    return screened and answer is not None and rulebase.questions[question].is_partial(answer)


def deciding_answers(rulebase: RuleBase, assessment: Assessment) -> tuple[Given, ...]:
    """The answers behind the verdict that somebody gave, not what only the screen of rare stops said."""
    there = seen_there_only(rulebase, assessment.sheet)
    return tuple(given for given in assessment.sufficient_reason if given.question not in there)


def origin(statement: Statement, notes: Sequence[str]) -> str:
    """Where a statement comes from: its rule, then the numbers of its notes under this heading."""
    numbers = [str(notes.index(id_) + 1) for id_ in statement.sources if id_ in notes]
    return f"{statement.rule} {','.join(numbers)}".rstrip()


def note_lines(rulebase: RuleBase, sections: Sequence[Section], section: Section) -> tuple[str, ...]:
    """The sources of one of the `sections`, one a line, in the order of their numbers.

    A source that an earlier heading cites is told in short.
    """
    named = {id_ for earlier in sections[: sections.index(section)] for id_ in earlier.notes}
    return tuple(
        f"{number}. {cited(rulebase.source[id_], titled=id_ not in named, language=rulebase.language)}"
        for number, id_ in enumerate(section.notes, start=1)
    )


def cited(source: Source, *, titled: bool = True, language: str = "") -> str:
    """A source as a line: authors, year, title, address. Not `titled`: without the title and the initials.

    An editorial one is named by its title alone: nobody needs the address of a file.
    """
    if source.editorial:
        return source.title
    year = f" {source.year.split(',')[0].split(' to ')[0]}" if source.year else ""
    title = f"{colon(language)} {_TITLE_END.split(source.title)[0]}" if titled else ""
    authors = _authors(source.author, language)
    return f"{authors if titled else _PERSON.sub('', authors)}{year}{title}. {source.url}"


def _authors(author: str, language: str) -> str:
    """The one or two persons of a source, the first of more "and others", or the organisation."""
    names = re.split(r"[,;] | and | \(", author.replace(" et al.", f" and {_OTHERS}"))
    persons = [*takewhile(lambda name: name == _OTHERS or _PERSON.match(name), names)]
    if not persons:
        return author.split(",")[0]
    several = len(persons) > 2 or _OTHERS in persons
    return say(language, "{person} and others", person=persons[0]) if several else ", ".join(persons)


def colon(language: str) -> str:
    """A colon as a language sets it after a word: English without a space before it, French with one."""
    return say(language, ":")


def more_line(block: Bullets, language: str) -> str:
    """What is not told in full, by name: a few that matter less, or how many are left and the first of them."""
    items = block.more or block.rest
    names = tuple(dict.fromkeys(item.label for item in items if item.label))
    told = say(language, "; ").join(names[:MAX_NAMED])
    if len(names) > MAX_NAMED:
        told = say(language, "{names}; and others", names=told)
    if block.rest:
        number = say(language, "{number} more", number=len(items))
        return f"{number}{colon(language)} {told}." if told else f"{number}."
    return f"{say(language, 'Also:')} {told}." if told else ""


def possible_in_words(rulebase: RuleBase, possible: Sequence[str]) -> str:
    """The verdict in a few words; all that are possible while it is open."""
    names = [rulebase.verdict[id_].short for id_ in possible]
    if len(names) == 1:
        return names[0]
    if len(names) == len(rulebase.verdict):
        return say(rulebase.language, "Open: any")
    return say(rulebase.language, "Open: {names}", names=listed(names, say(rulebase.language, "or")))


def last_line(rulebase: RuleBase, assessment: Assessment, document: Document) -> str:
    """The rules at the end of a document without pages; empty where its last section names them already."""
    return "" if any(section.id == ANSWERS for section in document.sections) else footer(rulebase, assessment)


def written_in(rulebase: RuleBase) -> str:
    """The language that a file is in, for readers of it that read aloud."""
    return rulebase.language or ENGLISH


def footer(rulebase: RuleBase, assessment: Assessment) -> str:
    """The rules this is based on."""
    return say(
        rulebase.language,
        "{name}, rules {version} ({digest})",
        name=rulebase.manifest.name,
        version=assessment.version,
        digest=assessment.digest[:12],
    )
