"""What if: change answers on a copy and see the verdict at once. Nothing is saved until confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st
from markupsafe import Markup

from framework.model.answers import Answer
from framework.model.assessment import Assessment
from framework.model.listing import listed
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.readable import STANDS
from framework.reasoning.reasoner import reasoner_for
from framework.reasoning.stops import seen_there_only
from framework.report.hues import UNKNOWN
from framework.report.wording import deciding_answers
from framework.ui import current_work, links, memory, notices, resources, saving, theme
from framework.ui.components import document, trying
from framework.ui.components.statement import shortened
from framework.ui.components.trying import Tried
from framework.ui.escaping import md
from framework.ui.speech import say, say_count
from framework.ui.trouble import guarded, in_words

OPEN = ""
"""The choice that leaves a question open."""

SOME = "some"
"""The choice that stands for a saved answer of several options: one of these."""

MAX_VERDICTS = 3
"""Verdicts to which a choice may lead that are named; more are only counted."""


@st.fragment
@in_words()
def board() -> None:
    """The verdict under the tried answers, what changed, and every answer as a choice."""
    rulebase, here = resources.rules(), current_work.current()
    mine = resources.assessment_of(here.sheet)
    tried = trying.of(rulebase, here.sheet)
    now = resources.assessment_of(trying.sheet_with(here.sheet, tried))
    trying.name(tried)
    with st.container(key="strip", gap="xsmall"):
        st.html(_strip(rulebase, mine, now))
        _keep_or_not(here.sheet, tried)
    with st.container(key="read_changed"):
        _changed(rulebase, mine, now, tried)
    _answers(rulebase, here.sheet, mine, now, tried)
    notices.show()


def _strip(rulebase: RuleBase, mine: Assessment, now: Assessment) -> Markup:
    """A sticky line: the verdict under the tried answers, and under the saved ones."""
    verdict = rulebase.verdict.get(now.verdict or "")
    before = _verdict(rulebase, mine)
    after = _verdict(rulebase, now)
    was = (
        say("Your own answers: {verdict}", verdict=before) if after != before else say("Same as with your own answers")
    )
    if now.verdict is None and now.next_question:
        asked = rulebase.questions[now.next_question].short
        was = f"{was} · {say('Next to answer: {question}', question=asked)}"
    hue, icon = (theme.hue(verdict.colour), verdict.icon) if verdict else (theme.hue(UNKNOWN), "help")
    return Markup(
        '<div class="strip {}" role="status"><span class="sym" aria-hidden="true">{}</span>'
        '<div><p class="title">{}</p><p class="small">{}</p></div></div>'
    ).format(hue, icon, after, was)


def _verdict(rulebase: RuleBase, assessment: Assessment) -> str:
    """The outcome in words, or what is still possible."""
    if assessment.verdict:
        outcome = rulebase.outcome.get(assessment.outcome or "")
        return outcome.title if outcome else rulebase.verdict[assessment.verdict].title
    return say(
        "Open: {names}", names=listed([rulebase.verdict[id_].short for id_ in assessment.possible_verdicts], say("or"))
    )


def _keep_or_not(sheet: Sheet, tried: Tried) -> None:
    """What can be done with the changes, where it stays in view; after they were kept, the way back."""
    if tried:
        label = say_count(len(tried), "Keep {number} change", "Keep {number} changes")
        with st.container(horizontal=True, key="keep_or_not", gap="xsmall"):
            st.button(label, type="primary", on_click=guarded(trying.keep), args=(tried,), key="keep")
            st.button(say("Back to my answers"), on_click=guarded(trying.take_back), key="back")
    elif trying.just_kept(sheet):
        with st.container(horizontal=True, key="keep_or_not", gap="xsmall", vertical_alignment="center"):
            st.markdown(say("These are your answers now."), width="content")
            st.button(say("Undo"), icon=":material/undo:", on_click=guarded(trying.undo), key="not_kept")


def _changed(rulebase: RuleBase, mine: Assessment, now: Assessment, tried: Tried) -> None:
    if not tried:
        st.caption(say("Nothing is changed yet. An arrow next to a choice shows what it would lead to."))
        return
    rows = [
        (
            rulebase.questions[id_].short,
            _words(rulebase, id_, trying.saved(mine.sheet, id_)),
            _words(rulebase, id_, trying.saved(now.sheet, id_)),
        )
        for id_ in tried
    ]
    rows += _consequences(rulebase, mine, now)
    items = Markup().join(
        Markup("<li class='plain'><strong>{}{}</strong> {} → {}</li>").format(name, say(":"), old, new)
        for name, old, new in rows
    )
    st.html(Markup('<div class="doc"><h2>{}</h2><ul class="lines">{}</ul></div>').format(say("What changed"), items))


def _consequences(rulebase: RuleBase, mine: Assessment, now: Assessment) -> list[tuple[str, str, str]]:
    """The effects of the change: verdict, alternative, task type, criteria."""
    rows = []
    if _verdict(rulebase, mine) != _verdict(rulebase, now):
        rows.append((say("Verdict"), _verdict(rulebase, mine), _verdict(rulebase, now)))
    if mine.alternative != now.alternative:
        titles = [
            rulebase.alternative[id_].title if id_ else say("none") for id_ in (mine.alternative, now.alternative)
        ]
        rows.append((say("Instead"), titles[0], titles[1]))
    if mine.task != now.task:
        names = [rulebase.task[id_].name if id_ else say("open or none") for id_ in (mine.task, now.task)]
        rows.append((say("Task type"), names[0], names[1]))
    for id_, status in now.criteria.items():
        if mine.criteria.get(id_) is not status:
            rows.append((rulebase.criterion[id_].title, say(STANDS[mine.criteria[id_]]), say(STANDS[status])))
    return rows


def _words(rulebase: RuleBase, question: str, value: Answer | None) -> str:
    return rulebase.answer_text(question, value) if value else say("open")


def _answers(rulebase: RuleBase, sheet: Sheet, mine: Assessment, now: Assessment, tried: Tried) -> None:
    """The deciding answers, what only follows from the screen of rare stops, then all others by section; ordered by
    the saved answers, so that nothing jumps.
    """
    reasoner, stops = reasoner_for(rulebase), rulebase.manifest.interview.stops
    applying = [id_ for id_ in rulebase.closed_questions if reasoner.applies(id_, now.answers) is not False]
    there = seen_there_only(rulebase, sheet)
    first = [given.question for given in deciding_answers(rulebase, mine)]
    first += [unknown.question for unknown in mine.unknowns if unknown.question not in there]
    first = [id_ for id_ in dict.fromkeys(first) if id_ in applying]
    with st.container(key="read_first"):
        if first:
            st.header(say("Answers that decide"), anchor=False)
            _choices(rulebase, sheet, now, tried, first)
        st.header(say("All other answers") if first else say("Answers"), anchor=False)
        for section in rulebase.sections:
            rest = [q.id for q in section.questions if q.id in applying and q.id not in first and q.id not in there]
            if rest:
                with st.expander(md(section.title), expanded=not first, key=f"part_{section.id}"):
                    _choices(rulebase, sheet, now, tried, rest)
        followed = [id_ for id_ in applying if id_ in there]
        if stops and followed:
            with st.expander(say("From “{stops}”", stops=md(stops.text)), key="part_stops"):
                st.caption(say("These were not asked one by one: they follow from what you said there."))
                _choices(rulebase, sheet, now, tried, followed)


def _choices(rulebase: RuleBase, sheet: Sheet, now: Assessment, tried: Tried, questions: Iterable[str]) -> None:
    """One row per question with its answer; it unfolds all choices below itself, and stays so until it is folded.

    Not in a panel that opens in front: the focus would have to be led into it, and each arrow key is a choice.
    """
    with st.container(gap="xsmall"):
        for id_ in questions:
            question, own = rulebase.questions[id_], trying.saved(sheet, id_)
            value = trying.saved(now.sheet, id_)
            label = f"{md(question.short)}{say(':')} **{md(shortened(_words(rulebase, id_, own)))}**"
            with st.container(gap=None):
                row = st.expander(label, key=f"row_{id_}", on_change="rerun")  # with another label it were another one
                if row.open:  # of what is folded nothing is worked out
                    with row:
                        if question.kind == "many":
                            _several(question, (value,) if isinstance(value, str) else value or ())
                        else:
                            _one(rulebase, sheet, now, question, value)
                if id_ in tried:
                    shown = md(shortened(_words(rulebase, id_, value)))
                    st.markdown(f":material/change_circle: {say('Tried here: **{answer}**', answer=shown)}")


def _one(rulebase: RuleBase, sheet: Sheet, now: Assessment, question: Question, value: Answer | None) -> None:
    """One choice; "A or B" is among the choices if that is the saved answer."""
    own, left = trying.saved(sheet, question.id), _left(sheet, question)
    leads = _leads(rulebase, now, question, left)
    texts = {option.id: md(option.text) for option in question.options}
    some = value if isinstance(value, tuple) and value != left else own
    if isinstance(some, tuple):
        texts[SOME] = md(rulebase.answer_text(question.id, some))
    if left is None:
        texts[OPEN] = say("Not known")
    elif isinstance(left, tuple) and left != some:
        texts[OPEN] = md(rulebase.answer_text(question.id, left))
    key = memory.preset(
        f"try_{question.id}", value if isinstance(value, str) else SOME if value and value == some else OPEN
    )
    st.radio(
        md(question.text),
        list(texts),
        key=key,
        format_func=texts.__getitem__,
        captions=[leads.get(id_, "") for id_ in texts],
        on_change=guarded(_try),
        args=(question, key, some),
    )


def _left(sheet: Sheet, question: Question) -> Answer | None:
    """What is still known where the answer is taken away: what the screen of rare stops said, if anything."""
    if trying.saved(sheet, question.id) is None:
        return None
    return trying.saved(saving.changed(sheet, question.id, None), question.id)


def _several(question: Question, chosen: tuple[str, ...]) -> None:
    st.markdown(md(question.text))
    for option in question.options:
        key = memory.preset(f"try_{question.id}_{option.id}", option.id in chosen)
        st.checkbox(md(option.text), key=key, on_change=guarded(_tick), args=(question, option.id, chosen, key))


def _leads(rulebase: RuleBase, now: Assessment, question: Question, left: Answer | None) -> Mapping[str, str]:
    """For each choice what it would lead to, if different: the verdicts that are then possible. `left`: what is known
    where the answer is taken away.
    """
    if question.kind != "one":
        return {}
    diagram, others = (
        reasoner_for(rulebase).verdicts,
        {id_: given for id_, given in now.answers.items() if id_ != question.id},
    )
    choices: dict[str, dict[str, Answer]] = {
        option.id: {**others, question.id: option.id} for option in question.options
    }
    found = {}
    open_ = others if left is None else {**others, question.id: left}
    for choice, answers in {**choices, OPEN: open_}.items():
        possible = diagram.possible_under(answers)
        if set(possible) == set(now.possible_verdicts):
            continue
        if len(possible) > MAX_VERDICTS:
            found[choice] = say("→ open: {number} verdicts", number=len(possible))
            continue
        named = md(listed([rulebase.verdict[id_].short for id_ in possible], say("or")))
        found[choice] = f"→ {named}" if len(possible) == 1 else say("→ open: {names}", names=named)
    return found


def _try(question: Question, key: str, some: Answer | None) -> None:
    chosen = memory.value_of(key)
    trying.remember(question, some if chosen == SOME else chosen or None)


def _tick(question: Question, option: str, chosen: tuple[str, ...], key: str) -> None:
    """A checkbox changed: an exclusive choice clears the others, and the other way round."""
    trying.remember(question, question.toggle(chosen, option, chosen=memory.value_of(key)))


def _nothing_yet() -> None:
    """In place of the board before anything is answered."""
    st.markdown(say("Nothing is answered yet. Check an idea first, or open a worked case."))
    with st.container(horizontal=True):
        if current_work.current().work:
            links.link("interview", say("Start the quick check"), icon=":material/bolt:", way="quick")
        elif st.button(say("Check my idea"), type="primary", icon=":material/edit_note:", key="begin"):
            links.begin()
        links.link_elsewhere("cases", say("See a worked case"), icon=":material/menu_book:")


document.style()

with st.container(key="read_what_if"):
    st.title(say("What if?"), anchor=False)
    st.markdown(
        say(
            "Change answers on a copy and see what follows. Your own answers do not change until you keep the new ones."
        )
    )
    if current_work.current().empty:
        _nothing_yet()
if not current_work.current().empty:
    board()
