"""The menu of forms in which a brief travels. A form is made when its button is pressed, not before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import groupby

import streamlit as st

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report import typesetting
from framework.report.forms import Form, file_name, offered, render
from framework.ui.components import paper
from framework.ui.speech import say, to_say

NEEDS_A_PACKAGE = to_say('PDF and slides need a package on this server: `pip install "should-i-use-ml[pdf]"`')


def show(rulebase: RuleBase, assessment: Assessment, today: date) -> None:
    """The button that opens the menu. `today`: the date that the files carry."""
    with st.popover(say("Download"), icon=":material/download:", key="download"), st.container(gap="xsmall"):
        typesetter = typesetting.available()
        for what, forms in groupby(offered(rulebase).items(), key=lambda entry: entry[1].what):
            st.markdown(f"**{say(what)}**")
            with st.container(horizontal=True, gap="small", key=f"forms_{what}"):
                for id_, form in forms:
                    made = partial(render, id_, rulebase, assessment, paper=paper.chosen(), today=today)
                    _button(id_, form, made, assessment.title, disabled=form.typeset and not typesetter)
        if typesetter:
            paper.choice()
        else:
            st.caption(say(NEEDS_A_PACKAGE))


def _button(id_: str, form: Form, made: Callable[[], bytes], title: str, *, disabled: bool) -> None:
    st.download_button(
        say(form.file),
        made,
        file_name=file_name(id_, title),
        mime=form.media,
        key=f"download_{id_}",
        on_click="ignore",
        disabled=disabled,
    )
