"""A framing with planted faults: one changes its answers, and the rules say what is still wrong.

What they say of an answer stands at that answer, where it was changed: a list of options may not fit a phone.
It is mended by answers that the lesson calls good. Where another one takes away a fault, what is wrong with it is said,
and one can try again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from framework.model.assessment import Fault
from framework.model.lesson import RepairBlock
from framework.model.listing import listed
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.rules import GivenAnswers
from framework.model.sheet import Sheet
from framework.ui import memory, resources
from framework.ui.components import into_view, statement
from framework.ui.components.lesson import progress
from framework.ui.components.rule import kinds
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded, in_words


def sheet_of(block: RepairBlock, changed: GivenAnswers) -> Sheet:
    """The sheet of the block with some answers changed."""
    return Sheet.model_validate({"title": block.heading, "answers": {**block.answers, **changed}})


@st.fragment
@in_words()
def show(rulebase: RuleBase, lesson: str, block: RepairBlock) -> None:
    """The answers that stay, those to change with what the rules say of each, and the faults that are left."""
    st.markdown(md(block.text))
    _kept(rulebase, block)
    prefix = f"repair_{lesson}_{block.id}"
    chosen = {id_: _chosen(block, id_, f"{prefix}_{id_}") for id_ in block.change}
    left = resources.assessment_of(
        sheet_of(block, {id_: block.answer(id_, option) for id_, option in chosen.items()})
    ).faults
    poor = _poor(block, chosen, left)
    for id_, option in chosen.items():
        _question(rulebase, id_, option, _said(block, id_, option, left, poor), prefix)
    if left or poor:
        _not_yet(rulebase, chosen, left)
        st.button(
            say("Show one way"), key=f"{prefix}_show", type="tertiary", icon=":material/lightbulb:",
            on_click=guarded(_mend), args=(prefix, block),
        )  # fmt: skip
    else:
        st.success(f"**{say('Fixed: the rules find no fault any more.')}** {_because(rulebase, block, chosen)}",
                   icon=":material/check:")  # fmt: skip
        progress.done(lesson, block.id)
    if touched := memory.value_of(f"{prefix}_touched"):
        memory.remember(f"{prefix}_touched", None)
        into_view.come(touched)


def _kept(rulebase: RuleBase, block: RepairBlock) -> None:
    """The answers that stay, each with its question in full: a label alone says little to who was never asked it."""
    items = Markup().join(
        Markup('<li class="plain"><span class="soft">{}</span><br>{}</li>').format(
            rulebase.questions[id_].text, rulebase.answer_text(id_, tuple(given) if isinstance(given, list) else given)
        )
        for id_, given in block.answers.items()
        if id_ not in block.change
    )
    st.html(Markup('<div class="doc"><p>{}</p><ul class="lines small">{}</ul></div>').format(
        say("These answers stay as they are:"), items))  # fmt: skip
    st.markdown(f"**{say('These are for you to change:')}**")


def _chosen(block: RepairBlock, question: str, key: str) -> str:
    given = block.answers[question]
    memory.begin_with(key, given[0] if isinstance(given, list) else given)
    return str(memory.value_of(key))


def _question(rulebase: RuleBase, id_: str, chosen: str, said: str, prefix: str) -> None:
    """A question with its options as a list and no menu: on a phone a menu cuts its options at the edge."""
    question, key = rulebase.closed_questions[id_], f"{prefix}_{id_}"
    texts = {option.id: md(option.text) for option in question.options}
    st.radio(
        md(question.text),
        list(texts),
        key=key,
        format_func=texts.__getitem__,
        captions=[said if option == chosen else "" for option in texts],
        on_change=guarded(memory.remember),
        args=(f"{prefix}_touched", key),
    )


def _said(block: RepairBlock, question: str, option: str, left: Sequence[Fault], poor: Collection[str]) -> str:
    """What the rules and the lesson say of an answer; Markdown."""
    faults = [fault.text for fault in left if question in fault.answers]
    if faults:
        return f":material/report: **{say('A fault:')}** {md(' '.join(faults))}"
    if question in poor:
        reason = block.not_good.get(question, {}).get(option) or say("This answer does not fit what is told above.")
        return f":material/undo: **{say('That fault is gone, but this is not good yet.')}** {md(reason)}"
    if left or poor:
        return f":material/check: **{say('That fault is gone.')}**"
    return f":material/check: **{say('Fixed: the rules find no fault any more.')}**"


def _not_yet(rulebase: RuleBase, chosen: Mapping[str, str], left: Sequence[Fault]) -> None:
    """How many faults are left, with their rules; in full where no question above says it."""
    if not left:
        st.html(Markup('<div class="doc"><p role="status"><strong>{}</strong></p></div>').format(
            say("The rules find no fault any more, but one of your answers is not good yet.")))  # fmt: skip
        return
    index = index_of(rulebase)
    items = Markup().join(
        Markup('<li class="plain"><a href="{}">{}</a></li>').format(
            statement.href("rule", rule=fault.rule),
            kinds.named(index[fault.rule]) if set(chosen) & set(fault.answers) else fault.text,
        )
        for fault in left
    )
    st.html(Markup('<div class="doc"><p role="status"><strong>{}</strong></p><ul class="lines">{}</ul></div>').format(
        _found(len(left)), items))  # fmt: skip


def _mend(prefix: str, block: RepairBlock) -> None:
    for id_ in block.change:
        memory.preset(f"{prefix}_{id_}", block.good(id_)[0])


def _poor(block: RepairBlock, chosen: Mapping[str, str], left: Sequence[Fault]) -> set[str]:
    """The questions that no remaining fault reads, though their answers are not good."""
    return {
        id_
        for id_, option in chosen.items()
        if option not in block.good(id_) and not any(id_ in fault.answers for fault in left)
    }


def _because(rulebase: RuleBase, block: RepairBlock, chosen: Mapping[str, str]) -> str:
    """Why the way of the lesson is sound; with its answers, where somebody gave others that are good as well."""
    ours = []
    for id_ in block.change:
        if chosen[id_] != (best := block.good(id_)[0]):
            said, question = rulebase.answer_text(id_, best), rulebase.questions[id_].text
            ours.append(say("“{answer}” for “{question}”", answer=said, question=question))
    if not ours:
        return md(block.because)
    return f"{say('The lesson chose:')} {md(listed(ours, say('and')))}. {md(block.because)}"


def _found(faults: int) -> str:
    return say("The rules find {number} fault:" if faults == 1 else "The rules find {number} faults:", number=faults)
