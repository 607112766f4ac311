"""Shared by every session of the process: the compiled rule base and the store, opened on first use."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, wraps
from threading import Lock
from typing import ParamSpec, TypeVar

import streamlit as st

from framework.assessment.assess import assess
from framework.errors import StoreError
from framework.model.assessment import Assessment
from framework.model.rulebase import Identity, RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.reasoner import reasoner_for
from framework.rulebase import load_rules
from framework.rulebase.translating import in_language
from framework.search import SearchIndex, documents_of
from framework.settings import Settings
from framework.store import Store, Work
from framework.ui import speech, trials

_LOG = logging.getLogger(__name__)

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


def rules(language: str | None = None) -> RuleBase:
    """The rule base of the address: the one of this process, or one that somebody tries. In the language of the page,
    unless another is named.

    Raises:
        RuleBaseError: with every problem in the folder of rules.
        TrialOver: the one of the address is no longer kept.
    """
    trial, language = trials.current(), speech.language() if language is None else language
    found = trial.rulebase if trial else own_rules()
    return _translated(found.identity, language, found) if language else found


def own_rules(language: str = "") -> RuleBase:
    """The rule base of this process, in a language.

    Raises:
        RuleBaseError: with every problem in the folder of rules.
    """
    settings = Settings.from_environment()
    found = _rules(str(settings.rules), tuple(map(str, settings.overlays)))
    return _translated(found.identity, language, found) if language else found


def store() -> Store:
    """The saved work, or that of a trial.

    Raises:
        StoreError: the database cannot be opened; tried again at the next call.
    """
    trial = trials.current()
    return trial.store if trial else own_store()


def own_store() -> Store:
    """The saved work of this process.

    Raises:
        StoreError: the database cannot be opened; tried again at the next call.
    """
    return _store(Settings.from_environment().database)


@contextmanager
def housekeeping() -> Iterator[None]:
    """Something inside is to be written that nobody asked for: where it cannot be, whoever reads goes on reading."""
    try:
        yield
    except StoreError as error:
        _LOG.warning("housekeeping: %s", error)


def note_opened(work: Work) -> None:
    """Note that somebody has the work before them."""
    with housekeeping():
        store().work.opened(work)


def assessment_of(sheet: Sheet, language: str | None = None) -> Assessment:
    """The assessment of a sheet, cached by rules and sheet; `language` as of `rules`."""
    rulebase = rules(language)
    return _assessment(rulebase.identity, sheet.model_dump_json(), rulebase, sheet)


def search() -> SearchIndex:
    """The search over everything that the rules say, built on first use."""
    rulebase = rules()
    return _search(rulebase.identity, rulebase)


@st.cache_resource(show_spinner=False, max_entries=8)
def _translated(identity: Identity, language: str, _rulebase: RuleBase) -> RuleBase:
    translated = in_language(_rulebase, language)
    reasoner_for(translated)
    return translated


@st.cache_resource(show_spinner=False, max_entries=4)
def _search(identity: Identity, _rulebase: RuleBase) -> SearchIndex:
    return SearchIndex(documents_of(_rulebase), [group.words for group in _rulebase.synonyms], _rulebase.language)


@_kept
def _rules(folder: str, overlays: tuple[str, ...]) -> RuleBase:
    rulebase = load_rules(folder, overlays)
    reasoner_for(rulebase)  # so that the first person does not wait for it
    gc.collect()
    gc.freeze()  # it lives as long as the process: collections among the objects of five hundred sessions skip it
    return rulebase


@_kept
def _store(database: str) -> Store:
    return Store.open(database)


@st.cache_resource(show_spinner=False, max_entries=KEPT_ASSESSMENTS)
def _assessment(identity: Identity, text: str, _rulebase: RuleBase, _sheet: Sheet) -> Assessment:
    return assess(_rulebase, _sheet, strict=False)  # it may have been saved under an earlier edition
