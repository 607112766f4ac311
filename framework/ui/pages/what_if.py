"""What if: change answers on a copy and see the verdict at once. Nothing is saved until confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st
from markupsafe import Markup

from framework.model.answers import Answer, is_unknown
from framework.model.assessment import Assessment
from framework.model.listing import listed
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.readable import STANDS
from framework.reasoning.reasoner import reasoner_for
from framework.report.hues import UNKNOWN
from framework.ui import address, current_work, memory, notices, resources, saving, theme
from framework.ui.components import document
from framework.ui.components.statement import shortened
from framework.ui.escaping import md
from framework.ui.notices import notify
from framework.ui.speech import say
from framework.ui.trouble import guarded, in_words

_TRIED = "_tried"

OPEN = ""
"""The choice that leaves a question open."""

SOME = "some"
"""The choice that stands for a saved answer of several options: one of these."""

Tried = dict[str, Answer | None]
"""Question to the answer that is being tried; None for "open"."""


@st.fragment
@in_words()
def board() -> None:
    """The verdict under the tried answers, what changed, and every answer as a choice."""
    rulebase, here = resources.rules(), current_work.current()
    mine = resources.assessment_of(here.sheet)
    tried = _tried(here.sheet)
    now = resources.assessment_of(_sheet(here.sheet, tried))
    with st.container(key="strip"):
        st.html(_strip(rulebase, mine, now))
    with st.container(key="read_changed"):
        _changed(rulebase, here.sheet, mine, now, tried)
    _answers(rulebase, here.sheet, mine, now, tried)
    notices.show()


def _tried(sheet: Sheet) -> Tried:
    """What is being tried for this work, without answers that are already saved; empty for other work."""
    owner, tried = memory.value_of(_TRIED) or (None, {})
    if owner != _owner():
        return {}
    return {id_: value for id_, value in tried.items() if value != _saved(sheet, id_)}


def _owner() -> tuple[str | None, str | None]:
    return address.param(address.WORK), address.param(address.CASE)


def _saved(sheet: Sheet, question: str) -> Answer | None:
    """The saved answer; None where it is not known, or only follows from the screen of rare stops."""
    given = sheet.answers.get(question)
    followed = question in sheet.screened and isinstance(given, tuple)
    return None if followed or is_unknown(given) else given


def _sheet(sheet: Sheet, tried: Tried) -> Sheet:
    answers = {**sheet.answers, **tried}
    return sheet.model_copy(update={"answers": {id_: value for id_, value in answers.items() if value is not None}})


def _strip(rulebase: RuleBase, mine: Assessment, now: Assessment) -> Markup:
    """A sticky line: the verdict under the tried answers, and under the saved ones."""
    verdict = rulebase.verdict.get(now.verdict or "")
    before = _verdict(rulebase, mine)
    after = _verdict(rulebase, now)
    was = (
        say("Your own answers: {verdict}", verdict=before) if after != before else say("Same as with your own answers")
    )
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


def _changed(rulebase: RuleBase, sheet: Sheet, mine: Assessment, now: Assessment, tried: Tried) -> None:
    if not tried:
        st.caption(say("Nothing is changed yet. An arrow next to a choice shows what it would lead to."))
        return
    rows = [
        (rulebase.questions[id_].short, _words(rulebase, id_, _saved(sheet, id_)), _words(rulebase, id_, value))
        for id_, value in tried.items()
    ]
    rows += _consequences(rulebase, mine, now)
    items = Markup().join(
        Markup("<li class='plain'><strong>{}{}</strong> {} → {}</li>").format(name, say(":"), old, new)
        for name, old, new in rows
    )
    st.html(Markup('<div class="doc"><h2>{}</h2><ul class="lines">{}</ul></div>').format(say("What changed"), items))
    with st.container(horizontal=True, key="keep_or_not"):
        st.button(
            say("Keep these answers"),
            type="primary",
            icon=":material/check:",
            on_click=guarded(_keep),
            args=(tried,),
            key="keep",
        )
        st.button(say("Back to my answers"), icon=":material/undo:", on_click=guarded(_back), key="back")


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
    """The deciding answers, then all others by section; ordered by the saved answers, so that nothing jumps."""
    reasoner = reasoner_for(rulebase)
    first = [given.question for reason in mine.sufficient_reasons for given in reason]
    first += [flip.question for flip in mine.check_first] + [unknown.question for unknown in mine.unknowns]
    first = list(dict.fromkeys(first))
    applying = [id_ for id_ in rulebase.closed_questions if reasoner.applies(id_, now.answers) is not False]
    with st.container(key="read_first"):
        if first:
            st.header(say("Answers that decide"), anchor=False)
            _choices(rulebase, sheet, now, tried, [id_ for id_ in first if id_ in applying])
        st.header(say("All other answers") if first else say("Answers"), anchor=False)
        for section in rulebase.sections:
            rest = [
                question.id for question in section.questions if question.id in applying and question.id not in first
            ]
            if rest:
                with st.expander(md(section.title), expanded=not first):
                    _choices(rulebase, sheet, now, tried, rest)


def _choices(rulebase: RuleBase, sheet: Sheet, now: Assessment, tried: Tried, questions: Iterable[str]) -> None:
    """One row per question with its answer; it opens all choices in full."""
    for id_ in questions:
        question = rulebase.questions[id_]
        value = tried.get(id_, _saved(sheet, id_))
        mark = ":material/edit:" if id_ not in tried else ":material/change_circle:"
        label = f"{md(question.short)}{say(':')} **{md(shortened(_words(rulebase, id_, value)))}**"
        if not value:  # before it was asked, its label says little
            label = f"{md(question.text)} · **{say('open')}**"
        panel = st.popover(label, icon=mark, width="stretch", key=_panel(id_), on_change="rerun")
        if panel.open:  # what waits unseen in a closed panel loses its value in the browser
            with panel:
                if question.kind == "many":
                    _several(question, (value,) if isinstance(value, str) else value or ())
                else:
                    _one(rulebase, sheet, now, question, value)


def _panel(question: str) -> str:
    return f"pop_{question}"


def _one(rulebase: RuleBase, sheet: Sheet, now: Assessment, question: Question, value: Answer | None) -> None:
    """One choice; "A or B" is among the choices if that is the saved answer."""
    leads = _leads(rulebase, now, question)
    texts = {option.id: md(option.text) for option in question.options}
    saved = _saved(sheet, question.id)
    if isinstance(saved, tuple):
        texts[SOME] = md(rulebase.answer_text(question.id, saved))
    texts[OPEN] = say("Not known")
    key = memory.preset(f"try_{question.id}", SOME if isinstance(value, tuple) else value or OPEN)
    st.radio(
        md(question.text),
        list(texts),
        key=key,
        format_func=texts.__getitem__,
        captions=[leads.get(id_, "") for id_ in texts],
        on_change=guarded(_try),
        args=(question, key, saved),
    )


def _several(question: Question, chosen: tuple[str, ...]) -> None:
    st.markdown(md(question.text))
    for option in question.options:
        key = memory.preset(f"try_{question.id}_{option.id}", option.id in chosen)
        st.checkbox(md(option.text), key=key, on_change=guarded(_tick), args=(question, option.id, chosen, key))


def _leads(rulebase: RuleBase, now: Assessment, question: Question) -> Mapping[str, str]:
    """For each choice what it would lead to, if different: a verdict, or how many are then possible."""
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
    for choice, answers in {**choices, OPEN: others}.items():
        possible = diagram.possible_under(answers)
        if set(possible) == set(now.possible_verdicts):
            continue
        if len(possible) == 1:
            found[choice] = f"→ {md(rulebase.verdict[possible[0]].short)}"
        else:
            found[choice] = say("→ open: {number} verdicts", number=len(possible))
    return found


def _try(question: Question, key: str, saved: Answer | None) -> None:
    chosen = memory.value_of(key)
    _remember(question, saved if chosen == SOME else chosen or None)
    memory.remember(_panel(question.id), False)  # it would cover what has changed


def _tick(question: Question, option: str, chosen: tuple[str, ...], key: str) -> None:
    """A checkbox changed: an exclusive choice clears the others, and the other way round."""
    _remember(question, question.toggle(chosen, option, chosen=memory.value_of(key)))


def _remember(question: Question, value: Answer | None) -> None:
    memory.remember(_TRIED, (_owner(), {**_tried(current_work.current().sheet), question.id: value}))


def _keep(tried: Tried) -> None:
    def change(sheet: Sheet) -> Sheet:
        for id_, value in tried.items():
            sheet = sheet.answered(id_, value or None)
        return sheet

    if saving.apply(change):  # all of them or none
        memory.remember(_TRIED, None)
        notify(say("These are your answers now."), ":material/check:")


def _back() -> None:
    memory.remember(_TRIED, None)


document.style()

with st.container(key="read_what_if"):
    st.title(say("What if?"), anchor=False)
    st.markdown(
        say(
            "Change answers on a copy and see what follows. Your own answers do not change until you keep the new ones."
        )
    )
board()
