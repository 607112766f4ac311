"""A framing with planted faults: one changes its answers, and the rules say what is still wrong."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.model.lesson import RepairBlock
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import memory, resources
from framework.ui.components import statement
from framework.ui.components.lesson import progress
from framework.ui.escaping import md, one_or_many


def sheet_of(block: RepairBlock, changed: dict[str, str | list[str]]) -> Sheet:
    """The sheet of the block with some answers changed."""
    return Sheet.model_validate({"title": block.heading, "answers": {**block.answers, **changed}})


@st.fragment
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
    changed: dict[str, str | list[str]] = {}
    for id_ in block.change:
        question = rulebase.closed_questions[id_]
        options = [option.id for option in question.options]
        given = block.answers[id_]
        first = given[0] if isinstance(given, list) else given
        texts = {option.id: option.text for option in question.options}
        chosen: str = st.selectbox(
            md(question.text), options, index=options.index(first), format_func=texts.__getitem__, key=f"{prefix}_{id_}"
        )
        changed[id_] = [chosen] if question.kind == "many" else chosen
    left = resources.assessment_of(sheet_of(block, changed)).faults
    if not left:
        st.success(f"**Mended: the rules find no fault any more.** {md(block.because)}", icon=":material/check:")
        progress.done(lesson, block.id)
    else:
        st.markdown(f"**The rules find {one_or_many(len(left), 'fault', 'faults')}:**")
        items = Markup().join(
            Markup('<li>{} <a href="{}">the rule</a></li>').format(fault.text, statement.href("rule", rule=fault.rule))
            for fault in left
        )
        st.html(Markup('<div class="doc"><ul class="lines">{}</ul></div>').format(items))
        st.button(
            "Show one way", key=f"{prefix}_show", type="tertiary", icon=":material/lightbulb:",
            on_click=_mend, args=(prefix, block),
        )  # fmt: skip


def _mend(prefix: str, block: RepairBlock) -> None:
    for id_, answer in block.mended.items():
        memory.preset(f"{prefix}_{id_}", answer[0] if isinstance(answer, list) else answer)
