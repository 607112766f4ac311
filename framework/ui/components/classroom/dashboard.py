"""What the votes say, for the instructor: verdicts, the deciding question, every question before and after, shifts."""

from __future__ import annotations

from typing import Any

import streamlit as st

from framework.classroom.results import QuestionResult, Result, result
from framework.classroom.session import FIRST, SECOND, Step
from framework.classroom.votes import Ballots, ballots, shift, tally
from framework.model.answers import NOT_SURE, Answer
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.reasoning.reasoner import reasoner_for
from framework.report.charts import room
from framework.report.charts.drawing import Drawing
from framework.store.classes import Classroom
from framework.ui import resources
from framework.ui.components import charts
from framework.ui.components.classroom import bars
from framework.ui.escaping import md

MOST_OPEN = 2
"""Questions whose figure is open at once; the others open with a tap."""


def show(found: Classroom) -> None:
    """Everything about the votes so far, which are closed."""
    rulebase = resources.rules()
    votes = resources.store().participants.votes(found.key)
    first, second = ballots(votes, FIRST), ballots(votes, SECOND)
    reasoner = reasoner_for(rulebase)
    done = found.step in (Step.REVEAL, Step.CLOSED)
    before = result(reasoner, found.plan, first)
    after = result(reasoner, found.plan, second) if done else None
    last = after or before
    if last is None:
        st.info("Fewer than five have answered, so nothing is shown.", icon=":material/group_off:")
        return
    _deciding(rulebase, last)
    left, right = st.columns(2, gap="large")
    with left:
        st.header("What the room advises" if not after else "Before and after", anchor=False)
        if before and after:
            st.caption("First vote")
            st.html(bars.verdicts(rulebase, before))
            st.caption("Second vote")
        st.html(bars.verdicts(rulebase, last))
    with right:
        st.header("The room as a whole", anchor=False)
        names = listed([f"**{md(rulebase.verdict[id_].short)}**" for id_ in last.together], "or")
        st.markdown(f"If any answer that somebody gave may be right, the advice can be: {names}.")
        case = rulebase.case.get(found.plan.case)
        if case:
            published = listed([md(rulebase.verdict[id_].short) for id_ in case.expected.acceptable_verdicts], "or")
            st.markdown(f"Published: **{published}**." if done else "The published outcome comes with the reveal.")
    if after:
        _shifts(rulebase, last, first, second)
    st.header("Questions, the one that divides most first", anchor=False)
    reference = _reference(rulebase, found) if done else {}
    for place, item in enumerate(last.questions):
        short = md(rulebase.questions[item.question].short)
        share = f"{round(100 * item.parts)} of 100 pairs"
        with st.expander(f"**{short}** · makes the difference in {share}", expanded=place < MOST_OPEN):
            _question(rulebase, item, first, second if done else None, reference)


def _deciding(rulebase: RuleBase, last: Result) -> None:
    if last.deciding is None:
        st.success("The room agrees: no single question changes anybody's advice.", icon=":material/handshake:")
        return
    item = next(item for item in last.questions if item.question == last.deciding)
    question = md(rulebase.questions[last.deciding].text)
    st.info(
        f"**The deciding question: {question}** In {round(100 * item.parts)} of 100 pairs, one of the two would get "
        "other advice with the other's answer to it.",
        icon=":material/alt_route:",
    )


def _question(
    rulebase: RuleBase,
    item: QuestionResult,
    first: Ballots,
    second: Ballots | None,
    reference: dict[str, Answer],
) -> None:
    question = rulebase.questions[item.question]
    st.markdown(f"**{md(question.text)}**")
    counts, later = tally(first, item.question), tally(second, item.question) if second is not None else None
    answers = _answers(rulebase, item.question, {*counts, *(later or {})})
    labels = [rulebase.answer_text(item.question, answer) for answer in answers]
    before = [counts.get(answer, 0) for answer in answers]
    after = [later.get(answer, 0) for answer in answers] if later is not None else None
    drawn = room.answers(charts.look(), labels, before, after)
    _figure(drawn, f"answers_{item.question}", f"How many gave which answer to: {question.text}")
    rows: dict[str, list[Any]] = {"Answer": labels, "First vote": before}
    if after is not None:
        rows["Second vote"] = after
    _table(rows)
    if item.question in reference:
        st.markdown(f"As we read the source: **{md(rulebase.answer_text(item.question, reference[item.question]))}**")
        st.caption(md(question.why))


def _shifts(rulebase: RuleBase, last: Result, first: Ballots, second: Ballots) -> None:
    question = last.deciding or (last.questions[0].question if last.questions else None)
    if question is None:
        return
    moved = shift(first, second, question)
    if not moved:
        return
    st.header("Who changed their mind", anchor=False)
    st.markdown(f"{md(rulebase.questions[question].text)} Rows: the first vote. Columns: the second.")
    answers = _answers(rulebase, question, {answer for pair in moved for answer in pair})
    labels = [rulebase.answer_text(question, answer) for answer in answers]
    place = {answer: number for number, answer in enumerate(answers)}
    cells = {(place[before], place[after]): count for (before, after), count in moved.items()}
    letters = [bars.letter(number) for number in range(len(labels))]
    st.markdown("  \n".join(f"**{letter}** {md(label)}" for letter, label in zip(letters, labels, strict=True)))
    changed = sum(count for (before, after), count in moved.items() if before != after)
    _figure(room.shift(charts.look(), letters, cells), "shift", "How many went from which answer to which")
    st.markdown(f"{changed} of {sum(moved.values())} changed this answer.")
    table = {"First vote": labels} | {
        label: [cells.get((row, column), 0) for row in range(len(labels))] for column, label in enumerate(labels)
    }
    _table(table)


def _figure(drawn: Drawing, name: str, alt: str) -> None:
    charts.figure(drawn.plotly(), name, alt=alt)


def _table(rows: dict[str, list[Any]]) -> None:
    columns = list(rows)
    lines = [" | ".join(columns), " | ".join("---" for _ in columns)]
    lines += [" | ".join(md(str(cell)).replace("|", "\\|") for cell in row) for row in zip(*rows.values(), strict=True)]
    lines[0] = " | ".join(md(name).replace("|", "\\|") for name in columns)
    with st.popover("As a table", icon=":material/table:"):
        st.markdown("\n".join(f"| {line} |" for line in lines))


def _answers(rulebase: RuleBase, question: str, given: set[Answer]) -> list[Answer]:
    order = {answer: place for place, answer in enumerate(rulebase.questions[question].complete_answers)}
    return sorted(given, key=lambda answer: (answer == NOT_SURE, order.get(answer, len(order)), str(answer)))


def _reference(rulebase: RuleBase, found: Classroom) -> dict[str, Answer]:
    case = rulebase.case.get(found.plan.case)
    return rulebase.accept(case.answers) if case else {}
