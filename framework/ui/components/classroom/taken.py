"""What the advice of a class rests on besides the answers: facts that were taken from the case and never asked. Without
them the reason that is shown would seem to contradict what a student answered.
"""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from framework.classroom.plan import Plan
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.ui.escaping import md
from framework.ui.speech import say


def show(rulebase: RuleBase, plan: Plan, assessment: Assessment, ballot: Collection[str]) -> None:
    """The facts from the case, never asked, that decide the advice, folded; nothing where the advice is open.

    `ballot`: the questions answered.
    """
    deciding = {given.question: given.answer for reason in assessment.sufficient_reasons for given in reason}
    facts = [
        say("{question}: {answer}", question=rulebase.questions[id_].short, answer=rulebase.answer_text(id_, answer))
        for id_, answer in deciding.items()
        if id_ in plan.given and id_ not in ballot
    ]
    if facts:
        with st.expander(say("Taken from the case, not asked ({number})", number=len(facts))):
            st.markdown("\n".join(f"- {md(fact)}" for fact in facts))
