"""Shared by every session of the process: the compiled rule base and the store, opened on first use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, wraps
from threading import Lock
from typing import ParamSpec, TypeVar

import streamlit as st

from framework.assessment.assess import assess
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.reasoner import reasoner_for
from framework.rulebase import load_rules
from framework.search import SearchIndex, documents_of
from framework.settings import Settings
from framework.store import Store, retention

KEPT_ASSESSMENTS = 256
"""Maximum number of cached assessments; each takes some tens of kilobytes."""

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def _kept(make: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """What was made last for these arguments; others wait while it is made, and what failed is tried again.

    A run asks for the rules and the store dozens of times: Streamlit's cache, which digests the arguments anew, took a
    sixth of the time of a student's tap.
    """
    found, making = lru_cache(maxsize=4)(make), Lock()

    @wraps(make)
    def get(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
        with making:
            return found(*args, **kwargs)  # type: ignore[arg-type]  # every argument here is hashable

    return get


def rules() -> RuleBase:
    """The rule base of this process.

    Raises:
        RuleBaseError: with every problem in the folder of rules.
    """
    return _rules(str(Settings.from_environment().rules))


def store() -> Store:
    """The saved work. The first call of a day removes what nobody has opened for too long.

    Raises:
        StoreError: the database cannot be opened; tried again at the next call.
        UserError: the setting that says how long is wrong.
    """
    database = Settings.from_environment().database
    _tidied(database, datetime.now(UTC).date())
    return _store(database)


def keep() -> timedelta | None:
    """How long work lasts that nobody opens; None: for ever."""
    return retention.keep_for(Settings.from_environment().keep_days)


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


@_kept
def _rules(folder: str) -> RuleBase:
    rulebase = load_rules(folder)
    reasoner_for(rulebase)  # so that the first person does not wait for it
    return rulebase


@_kept
def _store(database: str) -> Store:
    return Store.open(database)


@_kept
def _tidied(database: str, day: date) -> int:
    return retention.remove_expired(_store(database).work, keep(), datetime.now(UTC))


@st.cache_resource(show_spinner=False, max_entries=KEPT_ASSESSMENTS)
def _assessment(digest: str, text: str, _rulebase: RuleBase, _sheet: Sheet) -> Assessment:
    return assess(_rulebase, _sheet)
