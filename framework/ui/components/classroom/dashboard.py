"""What the votes say, for the instructor: verdicts, the deciding question, every question before and after, shifts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import comb
from typing import Any

import streamlit as st

from framework.classroom.results import Result
from framework.classroom.session import Step
from framework.classroom.votes import NOT_ASKED, Counted, Part, Shift
from framework.model.answers import NOT_SURE, Answer
from framework.model.listing import letter, listed
from framework.model.rulebase import RuleBase
from framework.report.charts import room
from framework.report.charts.drawing import Drawing
from framework.report.class_summary import answer_text
from framework.store.classes import Classroom
from framework.ui import resources
from framework.ui.components import charts, spoken, verdict
from framework.ui.components.classroom import bars, lead, live, source, taken, ticks
from framework.ui.escaping import md
from framework.ui.speech import say

HUNDRED = 100

MAX_OPEN = 2
"""Questions whose figure is open at once; the others open with a tap."""


def show(classroom: Classroom) -> None:
    """Everything about the votes so far, which are closed."""
    rulebase = resources.rules()
    done = classroom.step in (Step.REVEAL, Step.CLOSED)
    come_to = live.both_rounds(classroom, done=done)
    before, after, last = come_to.first, come_to.second, come_to.last
    if last is None:
        where = "" if classroom.plan.small else f" {lead.for_a_small_group()}"
        st.info(f"{say(bars.TOO_FEW)}{where}", icon=":material/group_off:")
        if done:
            _published(rulebase, classroom)
        return
    ideas = classroom.plan.kind == "ideas"  # of which none disagrees with another
    if not ideas:
        _deciding(rulebase, last)
    left, right = st.columns(2, gap="large")
    with left:
        alone = say("What the ideas come to") if ideas else say("What the room advises")
        st.header(say("Before and after") if after else alone, anchor=False)
        if before and after:
            st.caption(say("First vote"))
            st.html(bars.verdicts(rulebase, before, ideas=ideas))
            st.caption(say("Second vote"))
        st.html(bars.verdicts(rulebase, last, ideas=ideas))
    if not ideas:
        with right:
            _as_a_whole(rulebase, classroom, last, done=done)
    if come_to.moved and come_to.moved_on and not ideas:
        _shifts(rulebase, come_to.moved_on, come_to.moved)
    questions = say("The answers, question by question") if ideas else say("Questions, the one that divides most first")
    st.header(questions, anchor=False)
    shown = [item.counted for each in (before, after) if each for item in each.questions]
    if bars.holds_back(*shown):
        st.caption(say(bars.HELD_BACK))
    reference = _reference(rulebase, classroom) if done else {}
    rounds = [{item.question: item.counted for item in each.questions} if each else {} for each in (before, after)]
    for place, item in enumerate(last.questions):
        short = md(rulebase.questions[item.question].short)
        title = f"**{short}**"
        if item.parts is not None and not ideas:
            number, total = _of_pairs(last, item.parts)
            title = say(
                "**{short}** · makes the difference in {number} of {total} pairs",
                short=short,
                number=number,
                total=total,
            )
        with st.expander(title, expanded=place < MAX_OPEN):
            if item.reached is not None:
                st.caption(bars.reached(item, last))
            _question(rulebase, item.question, [each.get(item.question) for each in rounds], reference)


def _as_a_whole(rulebase: RuleBase, classroom: Classroom, last: Result, *, done: bool) -> None:
    """What follows if anybody may be right, and beside it what was published, once the second vote is closed."""
    st.header(say("The room as a whole"), anchor=False)
    names = listed([f"**{md(rulebase.verdict[id_].short)}**" for id_ in last.together], say("or"))
    st.markdown(say("If any answer that somebody gave may be right, the advice can be: {names}.", names=names))
    if done:
        _published(rulebase, classroom)
    elif rulebase.case.get(classroom.plan.case):
        st.markdown(say("The published outcome comes with the reveal."))


def _published(rulebase: RuleBase, classroom: Classroom) -> None:
    """What was published about the case, and as we read it; nothing for another class."""
    case = rulebase.case.get(classroom.plan.case)
    if case is None:
        return
    published = listed([md(rulebase.verdict[id_].short) for id_ in case.expected.acceptable_verdicts], say("or"))
    st.markdown(say("Published: **{published}**.", published=published))
    spoken.prose(case.source.what_it_says, "published")
    st.caption(md(source.of(case)))
    if case.lesson:
        spoken.prose(case.lesson, "lesson")
    as_read = resources.assessment_of(case.sheet())
    if as_read.verdict:
        named = rulebase.verdict[as_read.verdict].short  # as the room's and the published are named
        above = say("As we read the source: {verdict}", verdict=named)
        st.html(verdict.card(rulebase, as_read, above=above, chips=False))
        taken.show(rulebase, classroom.plan, as_read, {})


def _deciding(rulebase: RuleBase, last: Result) -> None:
    if last.deciding is None:
        st.success(say("The room agrees: no single question changes anybody's advice."), icon=":material/handshake:")
        return
    if last.agreed:
        st.success(say("The room agrees on the advice, with different answers."), icon=":material/handshake:")
        return
    if last.headline is None:
        st.info(
            say("The advice differs, but on no question that at least half have answered."), icon=":material/alt_route:"
        )
        return
    item = next((item for item in last.questions if item.question == last.headline), None)
    question = md(rulebase.questions[last.headline].text)
    share = (
        say(
            "In {number} of {total} pairs, the advice of one would change if they gave the other's answer to it.",
            **dict(zip(("number", "total"), _of_pairs(last, item.parts), strict=True)),
        )
        if item and item.parts is not None
        else say("In some pairs, the advice of one would change if they gave the other's answer to it.")
    )
    st.info(
        say("**The deciding question: {question}** {share}", question=question, share=share),
        icon=":material/alt_route:",
    )


def _of_pairs(last: Result, parts: float) -> tuple[int, int]:
    """A share of all pairs of people: so many of a hundred, or true numbers where there are fewer."""
    pairs = comb(last.answered, 2)
    total = pairs if 0 < pairs < HUNDRED else HUNDRED
    return round(total * parts), total


def _question(
    rulebase: RuleBase, asked: str, rounds: Sequence[Counted[Answer] | None], reference: Mapping[str, Answer]
) -> None:
    """The answers in each round about which there are figures."""
    question = rulebase.questions[asked]
    st.markdown(f"**{md(question.text)}**")
    shown: dict[str, dict[Answer | None, Part[Answer]]] = {}
    for name, found in zip(bars.VOTES, rounds, strict=True):
        if found and (parts := found.parts()):
            shown[say(name)] = {part.name: part for part in parts}
        elif found:
            st.caption(f"{say(name)}{say(':')} {say(bars.NOTHING_TOLD)}")
    named = _answers(rulebase, asked, {answer for parts in shown.values() for answer in parts if answer is not None})
    several = question.kind == "many"
    answers = [*named, *([None] if any(None in parts for parts in shown.values()) else [])]
    labels = [say(bars.OTHERS) if answer is None else answer_text(rulebase, asked, answer) for answer in answers]
    counts = {
        name: [_length_and_words(parts, answer, several=several) for answer in answers] for name, parts in shown.items()
    }
    if counts:
        drawn = room.answers(charts.look(), labels, counts)
        _figure(drawn, f"answers_{asked}", say("How many gave which answer to: {question}", question=question.text))
        if several:
            st.caption(ticks.note(found for found in rounds if found))
        _table({say("Answer"): labels, **{name: [words for _, words in some] for name, some in counts.items()}})
    if asked in reference:
        st.markdown(
            say(
                "As we read the source: **{answer}**",
                answer=md(rulebase.answer_text(asked, reference[asked])),
            )
        )
        st.caption(md(question.why))


def _length_and_words(
    parts: Mapping[Answer | None, Part[Answer]], answer: Answer | None, *, several: bool
) -> tuple[int, str]:
    """How long the bar of an answer is, and what stands at its end."""
    part = parts.get(answer)
    if part is None and several:
        return 0, room.HIDDEN
    if part is None:
        return 0, say("among the others") if None in parts else "0"
    if part.exact:
        return part.number, str(part.number)
    return (0, say(bars.FEWER)) if answer is None else (part.number, say("at least {number}", number=part.number))


def _shifts(rulebase: RuleBase, question: str, moved: Shift) -> None:
    st.header(say("Who changed their mind"), anchor=False)
    if all(count is None for count in moved.cells.values()):
        st.caption(say("Held back: each figure here would be about fewer than five people, or would give one away."))
        return
    st.markdown(
        say("{question} Rows: the first vote. Columns: the second.", question=md(rulebase.questions[question].text))
    )
    answers = _answers(rulebase, question, {answer for pair in moved.cells for answer in pair})
    labels = [rulebase.answer_text(question, answer) for answer in answers]
    place = {answer: number for number, answer in enumerate(answers)}
    cells = {(place[before], place[after]): count for (before, after), count in moved.cells.items()}
    letters = [letter(number) for number in range(len(labels))]
    st.markdown("  \n".join(f"**{letter}** {md(label)}" for letter, label in zip(letters, labels, strict=True)))
    _figure(
        room.shift(charts.look(), letters, cells),
        "shift",
        say("How many went from which answer to which"),
    )
    if moved.changed is None:
        st.caption(
            say(
                "“{hidden}”: figures about fewer than five, and what would tell them, are held back.",
                hidden=room.HIDDEN,
            )
        )
    else:
        st.markdown(say("{changed} of {both} changed this answer.", changed=moved.changed, both=moved.both))
    size = range(len(labels))
    table = {say("First vote"): labels} | {
        label: [room.HIDDEN if (count := cells.get((row, column), 0)) is None else count for row in size]
        for column, label in enumerate(labels)
    }
    _table(table)


def _figure(drawn: Drawing, name: str, alt: str) -> None:
    charts.figure(drawn.plotly(), name, alt=alt)


def _table(rows: dict[str, list[Any]]) -> None:
    lines = [[md(str(cell)).replace("|", "\\|") for cell in row] for row in (rows, *zip(*rows.values(), strict=True))]
    lines.insert(1, ["---"] * len(rows))
    with st.popover(say("As a table"), icon=":material/table:"):
        st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def _answers(rulebase: RuleBase, question: str, given: set[Answer]) -> list[Answer]:
    order = {answer: place for place, answer in enumerate(rulebase.questions[question].complete_answers)}
    return sorted(
        given, key=lambda answer: (answer in (NOT_SURE, NOT_ASKED), order.get(answer, len(order)), str(answer))
    )


def _reference(rulebase: RuleBase, classroom: Classroom) -> dict[str, Answer]:
    case = rulebase.case.get(classroom.plan.case)
    return rulebase.accept(case.answers) if case else {}
