"""A framing with planted faults: one changes its answers, and the rules say what is still wrong.

It is mended by answers that the lesson calls good. Where another one takes away a fault, what is wrong with it is said,
and one can try again.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from framework.model.assessment import Fault
from framework.model.lesson import RepairBlock
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.model.rules import GivenAnswers
from framework.model.sheet import Sheet
from framework.ui import memory, resources
from framework.ui.components import statement
from framework.ui.components.lesson import progress
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import guarded, in_words


def sheet_of(block: RepairBlock, changed: GivenAnswers) -> Sheet:
    """The sheet of the block with some answers changed."""
    return Sheet.model_validate({"title": block.heading, "answers": {**block.answers, **changed}})


@st.fragment
@in_words()
def show(rulebase: RuleBase, lesson: str, block: RepairBlock) -> None:
    """The answers that stand, those that may be changed, and the faults that are left."""
    st.markdown(md(block.text))
    kept = Markup().join(
        Markup('<li class="chip"><span class="soft">{}:</span> {}</li>').format(
            rulebase.questions[id_].short, rulebase.answer_text(id_, tuple(given) if isinstance(given, list) else given)
        )
        for id_, given in block.answers.items()
        if id_ not in block.change
    )
    st.html(Markup('<div class="doc"><ul class="chips">{}</ul></div>').format(kept))
    prefix = f"repair_{lesson}_{block.id}"
    changed: GivenAnswers = {}
    for id_ in block.change:
        question = rulebase.closed_questions[id_]
        options = [option.id for option in question.options]
        given = block.answers[id_]
        first = given[0] if isinstance(given, list) else given
        texts = {option.id: md(option.text) for option in question.options}
        # a list and no menu: on a phone a menu cuts its options at the edge
        chosen: str = st.radio(
            md(question.text), options, index=options.index(first), format_func=texts.__getitem__, key=f"{prefix}_{id_}"
        )
        changed[id_] = block.answer(id_, chosen)
    left = resources.assessment_of(sheet_of(block, changed)).faults
    poor = _poor(block, changed, left)
    if not left and not poor:
        st.success(f"**{say('Fixed: the rules find no fault any more.')}** {_because(rulebase, block, changed)}",
                   icon=":material/check:")  # fmt: skip
        progress.done(lesson, block.id)
        return
    if left:
        st.markdown(f"**{_found(len(left))}**")
        items = Markup().join(
            Markup('<li>{} <a href="{}">{}</a></li>').format(
                fault.text, statement.href("rule", rule=fault.rule), say("the rule")
            )
            for fault in left
        )
        st.html(Markup('<div class="doc"><ul class="lines">{}</ul></div>').format(items))
    for id_, option in poor:
        reason = block.not_good.get(id_, {}).get(option) or say("This answer does not fit what is told above.")
        short = rulebase.questions[id_].short
        gone = say("“{short}”: that fault is gone, but this is not good yet.", short=md(short))
        st.warning(f"**{gone}** {md(reason)}", icon=":material/undo:")
    st.button(
        say("Show one way"), key=f"{prefix}_show", type="tertiary", icon=":material/lightbulb:",
        on_click=guarded(_mend), args=(prefix, block),
    )  # fmt: skip


def _mend(prefix: str, block: RepairBlock) -> None:
    for id_ in block.change:
        memory.preset(f"{prefix}_{id_}", block.good(id_)[0])


def _poor(block: RepairBlock, changed: GivenAnswers, left: Sequence[Fault]) -> list[tuple[str, str]]:
    """The questions that no remaining fault reads, though their answers are not good, with these."""
    found = []
    for id_ in block.change:
        given = changed[id_]
        option = given if isinstance(given, str) else given[0]
        if option not in block.good(id_) and not any(id_ in fault.answers for fault in left):
            found.append((id_, option))
    return found


def _because(rulebase: RuleBase, block: RepairBlock, changed: GivenAnswers) -> str:
    """Why the way of the lesson is sound; with its answers, where somebody gave others that are good as well."""
    ours = []
    for id_, given in block.mended.items():
        if changed[id_] != given:
            answer = tuple(given) if isinstance(given, list) else given
            said, short = rulebase.answer_text(id_, answer), rulebase.questions[id_].short
            ours.append(say("“{answer}” for “{short}”", answer=said, short=short))
    if not ours:
        return md(block.because)
    return f"{say('The lesson chose:')} {md(listed(ours, say('and')))}. {md(block.because)}"


def _found(faults: int) -> str:
    return say("The rules find {number} fault:" if faults == 1 else "The rules find {number} faults:", number=faults)
