"""A question as a card with choices, or as a field. Each answer is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from framework.model.answers import NOT_SURE, Answer
from framework.model.numbers import MAX_TEXT, InvalidNumberError
from framework.model.question import Question
from framework.model.sheet import MAX_WORD, Sheet
from framework.ui import current_work, memory, resources, saving, speech
from framework.ui.components import text_field
from framework.ui.components.lesson.why import learn_why
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded


def card(question: Question, sheet: Sheet, *, applies: bool | None = True) -> None:
    """A closed question with its choices. `applies` is None while that depends on a missing answer."""
    with st.container(border=True, key=f"card_{question.id}"):
        choices(question, sheet)
        if question.help:
            st.caption(md(question.help))
        if applies is None:
            st.caption(say("This question may not apply. If so, leave it open."))
        with st.expander(say("Why we ask")):
            about(question, sheet.answers.get(question.id))


def choices(question: Question, sheet: Sheet) -> None:
    """The choices of a closed question as radio buttons or checkboxes, labelled with the question."""
    if question.kind == "many":
        with st.container(key=f"label_{question.id}"):
            st.markdown(f"**{md(question.text)}**")
        boxes(question, sheet)
        return
    given = sheet.answers.get(question.id)
    ids = [*(option.id for option in question.options), NOT_SURE]
    key = memory.preset(f"answer_{question.id}", given if given in ids else None)
    st.radio(
        md(question.text),
        ids,
        index=None,
        key=key,
        format_func=lambda id_: md(resources.rules().answer_text(question.id, id_)),
        captions=[md(option.help) if option.help else "" for option in question.options],
        on_change=guarded(_chosen),
        args=(question.id, key),
        width="stretch",
    )
    if question.is_partial(given) and question.id not in sheet.screened:
        st.caption(f"{say('Your answer so far:')} {md(resources.rules().answer_text(question.id, given or ()))}")


def about(question: Question, given: Answer | None = None) -> None:
    """Why it is asked, a strong and a weak answer, how to find out, the sources, and what tells answers apart.

    With an answer `given`, what tells it apart from others, and not every pair.
    """
    rulebase = resources.rules()
    parts = ("why", "examples", "find_out", "distinctions")
    spoken = all(rulebase.speaks("questions", question.id, part) for part in parts)
    with speech.original(f"about_{question.id}", translated=spoken):
        _about(question, given)


def _about(question: Question, given: Answer | None) -> None:
    st.markdown(md(question.why))
    if question.examples:
        st.markdown(f"**{say('Good example:')}** {md(question.examples.strong)}")
        st.markdown(f"**{say('Weak example:')}** {md(question.examples.weak)}")
    if question.find_out:
        st.markdown(f"**{say('Not sure? How to find out:')}** {md(question.find_out)}")
    found = [resources.rules().source[id_] for id_ in question.sources if id_ in resources.rules().source]
    if found:
        st.caption(say("Sources:") + " " + md("; ".join(one.named for one in found)))
    if taught := resources.rules().taught.get(question.id):
        st.html(learn_why(*taught))
    if told := question.distinctions_from(given):
        lines = "\n".join(f"- {md(found.text)}" for found in told)
        st.markdown(f"**{say('Between two?')}**\n\n{lines}")


def field(question: Question, sheet: Sheet) -> None:
    """A text or number field."""
    if question.kind == "text":
        points_back = question.by_itself is None or question.refers_to in sheet.words
        text_field.line(
            md(question.text if points_back else question.by_itself or ""),
            f"word_{question.id}",
            MAX_WORD,
            saved=sheet.words.get(question.id, ""),
            save=partial(saving.word, question.id),
            name=question.short,
            placeholder=question.placeholder,
            help=_hint(question),
        )
        return
    saved = speech.number(sheet.numbers.get(question.id))
    unit_shown = question.unit is None or question.unit in question.text
    label = f"{md(question.short)}{say(':')} {md(question.text)}"  # a brief names it by its short name
    label = label if unit_shown else f"{label} ({md(question.unit or '')})"
    text_field.line(
        label,
        f"number_{question.id}",
        MAX_TEXT,
        saved=saved,
        save=partial(_counted, question),
        name=question.short,
        why=partial(_no_number, question),
        still=say("The saved value is still {before}.", before=saved) if saved else "",
        placeholder=question.placeholder,
        help=_hint(question),
    )
    if question.is_share and sheet.numbers.get(question.id) == 1:
        st.caption(say("Saved as all of them, 100 %. For one in a hundred, write 1 %."))


def _hint(question: Question) -> str:
    return " ".join(md(text) for text in (question.why, question.help) if text)


def labelled(text: str, hint: str | None) -> str:
    """What a choice says, in Markdown: its text, and its hint as a paragraph of its own, which the style makes small.

    A mark for small letters would be read aloud: the name of a check box is its label as it was written.
    """
    return f"{md(text)}\n\n{md(hint)}" if hint else md(text)


def boxes(question: Question, sheet: Sheet, then: Callable[[], None] | None = None) -> None:
    """One check box for each option of a question to which several answers may hold; each tick calls `then`."""
    given = sheet.answers.get(question.id, ())
    chosen = {given} if isinstance(given, str) else set(given)
    with st.container(key=f"boxes_{question.id}", gap="small"):
        st.caption(say("Choose all that apply."))
        labels = {option.id: labelled(option.text, option.help) for option in question.options}
        for id_, label in {**labels, NOT_SURE: md(resources.rules().manifest.not_sure)}.items():
            key = memory.preset(f"box_{question.id}_{id_}", id_ in chosen)
            st.checkbox(label, key=key, on_change=guarded(_ticked), args=(question, id_, key, then), width="stretch")


def _chosen(question: str, key: str) -> None:
    saving.answer(question, memory.value_of(key))


def _ticked(question: Question, option: str, key: str, then: Callable[[], None] | None) -> None:
    """One of several checkboxes: an exclusive choice clears the others, and the other way round."""
    before = current_work.saved_answer(question.id)
    if saving.answer(question.id, question.toggle(before, option, chosen=memory.value_of(key))) and then:
        then()


def _counted(question: Question, text: str) -> None:
    saving.number(question.id, speech.read(text, question))


def _no_number(question: Question, text: str) -> str:
    """Why a text is no answer to a question about a number; empty where it is one."""
    try:
        speech.read(text, question)
    except InvalidNumberError as error:
        return speech.refusal(error)
    return ""
