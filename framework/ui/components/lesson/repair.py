"""A framing with planted faults: one changes its answers, and the rules say what is still wrong."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

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
        changed[id_] = [chosen] if question.kind == "many" else chosen
    left = resources.assessment_of(sheet_of(block, changed)).faults
    if not left:
        st.success(f"{_fixed(rulebase, block, changed)} {md(block.because)}", icon=":material/check:")
        progress.done(lesson, block.id)
    else:
        st.markdown(f"**{_found(len(left))}**")
        items = Markup().join(
            Markup('<li>{} <a href="{}">{}</a></li>').format(
                fault.text, statement.href("rule", rule=fault.rule), say("the rule")
            )
            for fault in left
        )
        st.html(Markup('<div class="doc"><ul class="lines">{}</ul></div>').format(items))
        st.button(
            say("Show one way"), key=f"{prefix}_show", type="tertiary", icon=":material/lightbulb:",
            on_click=guarded(_mend), args=(prefix, block),
        )  # fmt: skip


def _mend(prefix: str, block: RepairBlock) -> None:
    for id_, answer in block.mended.items():
        memory.preset(f"{prefix}_{id_}", answer[0] if isinstance(answer, list) else answer)


def _fixed(rulebase: RuleBase, block: RepairBlock, changed: GivenAnswers) -> str:
    """That the faults are gone; and the answers of the lesson, which are better here, where somebody gave others."""
    ours = []
    for id_, given in block.mended.items():
        if changed[id_] != given:
            answer = tuple(given) if isinstance(given, list) else given
            said, short = rulebase.answer_text(id_, answer), rulebase.questions[id_].short
            ours.append(say("“{answer}” for “{short}”", answer=said, short=short))
    if not ours:
        return f"**{say('Fixed: the rules find no fault any more.')}**"
    gone = say("The faults are gone: the rules find none any more.")
    better = say("For this case the lesson has a better way:")
    return f"**{gone}** {better} {md(listed(ours, say('and')))}."


def _found(faults: int) -> str:
    return say("The rules find {number} fault:" if faults == 1 else "The rules find {number} faults:", number=faults)
