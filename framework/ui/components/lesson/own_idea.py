"""The part of the reader's own idea that a lesson is about, where one is open."""

from __future__ import annotations

import streamlit as st

from framework.model.lesson import LinkBlock
from framework.model.rulebase import RuleBase
from framework.report.document import build_document, section_titles
from framework.report.own_parts import own_part
from framework.ui import current_work, links, resources, speech
from framework.ui.components import document
from framework.ui.escaping import md
from framework.ui.speech import language, say


def show(rulebase: RuleBase, lesson: str, block: LinkBlock) -> None:
    """The parts with a link to the brief, where they are changed; without an idea, a way to begin one."""
    here = current_work.current()
    if here.empty or not (here.work or here.shared):
        st.markdown(say("Open or begin an idea of your own, and this page shows what its brief says about this."))
        if st.button(say("Check my idea"), type="tertiary", icon=":material/edit_note:", key="begin"):
            links.begin()
        return
    assessment = resources.assessment_of(here.sheet)
    found = own_part(rulebase, assessment, lesson, block.own, block.rules)
    with st.container(border=True, key="own_idea"):
        st.subheader(md(say("Your idea: {title}", title=here.sheet.title or say("without a name"))), anchor=False)
        with speech.original("own", translated=False, note=say("This part is not translated yet.")):
            if found.blocks:
                document.blocks(document.View(rulebase, assessment), found.blocks, "own")
            else:
                st.markdown(say("Your brief says nothing about this yet."))
        told = {section.id for section in build_document(rulebase, assessment).sections}
        part = next((id_ for id_ in block.sections if id_ in told), None)
        if part:
            title = section_titles(language())[part]
            label = say("See and change it in your brief, under “{section}”", section=md(title))
            links.link("brief", label, icon=":material/edit:", part=part)
