"""Shared by every session of the process: the compiled rule base and the store, opened on first use."""

from __future__ import annotations

import streamlit as st

from framework.assessment.assess import assess
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.reasoner import reasoner_for
from framework.rulebase import load_rules
from framework.search import SearchIndex, documents_of
from framework.settings import Settings
from framework.store import Store

KEPT_ASSESSMENTS = 256
"""Maximum number of cached assessments; each takes some tens of kilobytes."""


def rules() -> RuleBase:
    """The rule base of this process.

    Raises:
        RuleBaseError: with every problem in the folder of rules.
    """
    return _rules(str(Settings.from_environment().rules))


def store() -> Store:
    """The saved work.

    Raises:
        StoreError: the database cannot be opened; tried again at the next call.
    """
    return _store(Settings.from_environment().database)


def assessment_of(sheet: Sheet) -> Assessment:
    """The assessment of a sheet, cached by rules and sheet."""
    rulebase = rules()
    return _assessment(rulebase.digest, sheet.model_dump_json(), rulebase, sheet)


def search() -> SearchIndex:
    """The search over everything that the rules say, built on first use."""
    rulebase = rules()
    return _search(rulebase.digest, rulebase)


@st.cache_resource(show_spinner=False)
def _search(digest: str, _rulebase: RuleBase) -> SearchIndex:
    return SearchIndex(documents_of(_rulebase), [group.words for group in _rulebase.synonyms])


@st.cache_resource(show_spinner=False)
def _rules(folder: str) -> RuleBase:
    rulebase = load_rules(folder)
    reasoner_for(rulebase)  # so that the first person does not wait for it
    return rulebase


@st.cache_resource(show_spinner=False)
def _store(database: str) -> Store:
    return Store.open(database)


@st.cache_resource(show_spinner=False, max_entries=KEPT_ASSESSMENTS)
def _assessment(digest: str, text: str, _rulebase: RuleBase, _sheet: Sheet) -> Assessment:
    return assess(_rulebase, _sheet)
