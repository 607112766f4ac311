"""The page table. Everything else is in `framework/ui`."""

from pathlib import Path

import streamlit as st

import framework
from framework.ui import shell

PAGES = Path(framework.__file__).parent / "ui" / "pages"

st.set_page_config(layout="wide", initial_sidebar_state="collapsed")

page = st.navigation(
    [
        st.Page(PAGES / "start.py", title="Start", url_path="start", default=True),
        st.Page(PAGES / "interview.py", title="Questions", url_path="interview"),
        st.Page(PAGES / "review.py", title="Answers", url_path="review"),
        st.Page(PAGES / "brief.py", title="Brief", url_path="brief"),
        st.Page(PAGES / "what_if.py", title="What if", url_path="what_if"),
        st.Page(PAGES / "rule.py", title="Rule", url_path="rule", visibility="hidden"),
        st.Page(PAGES / "cases.py", title="Worked cases", url_path="cases"),
        st.Page(PAGES / "learn.py", title="Learn", url_path="learn"),
        st.Page(PAGES / "proofs.py", title="Proofs", url_path="proofs"),
        st.Page(PAGES / "decision_map.py", title="Decision map", url_path="decision_map"),
    ],
    position="hidden",
)

shell.run(page)
