"""The result: a brief that reads from top to bottom, every answer in it one click from being changed."""

import streamlit as st

from framework.report.document import build_document
from framework.ui import resources, state
from framework.ui.widgets import brief, document

rulebase, here = resources.rules(), state.current()
document.style()

if here.empty:
    brief.nothing_yet()
else:
    assessment = resources.assessment_of(here.sheet)
    found = build_document(rulebase, assessment)
    shown = document.Shown(rulebase, assessment)
    reading, beside = st.columns([13, 4], gap="large")
    with reading:
        brief.head(here, found)
        document.card(shown, found.card)
        brief.standing(shown)
        brief.actions(here, found, shown)
        document.contents(found, "top")
        for section in found.sections:
            document.section(shown, section)
            if section.id == "framing":
                brief.losses(shown)
    with beside, st.container(key="side"):
        document.contents(found, "side")
