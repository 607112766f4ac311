"""Rules that somebody tries: in this process for a while, under a key in the address, with saved work of their own.

Nobody comes upon them without the key, or the code of a class that was opened under them. Nothing of them is on disk:
the store of a trial is in memory too. So where several processes serve under one address, only the browser that sent
them finds them, and no class can be opened under them.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from weakref import finalize

import streamlit as st

from framework import deployment
from framework.errors import Place, Problem, RuleBaseError, UserError
from framework.model.layer import Layer
from framework.model.rulebase import RuleBase
from framework.reasoning.nodes import DiagramTooLarge
from framework.reasoning.reasoner import reasoner_for
from framework.rulebase.collection import MANIFEST
from framework.rulebase.loading import read_rules
from framework.rulebase.uploads import limits, unpacked
from framework.store import Store
from framework.ui import address
from framework.ui.speech import say

LASTS = 3 * 3600.0
"""Seconds after its last use for which a trial is kept."""

MAX_TRIALS = 12
"""Trials that are kept; a new one takes the place of the one that was not used for longest."""

COMPILE_SECONDS, PROVE_SECONDS = 2.0, 15.0
"""Processor time for the rules of strangers: about four times what the shipped ones take."""

ONE_AT_A_TIME = Lock()
"""Held while rules on trial are read, compiled or proved: however many people try some at once, the others on this
server notice one of them at most."""


class TrialOver(UserError):
    """The address names rules that are no longer kept."""

    def __init__(self) -> None:
        hint = say("Rules that are tried are kept for three hours at most, and not over a restart. Upload them again.")
        if several_processes():
            hint = f"{say('Only the browser in which they were uploaded leads to them.')} {hint}"
        super().__init__(say("The rules of this address are no longer kept here."), hint)


@dataclass
class Trial:
    """A rule base with a store of its own."""

    rulebase: RuleBase
    overlay: bool
    """Whether it is laid over the rules of this process."""
    store: Store = field(default_factory=lambda: Store.open(":memory:"))
    used: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        """Close the store once nobody has the trial any more: a request of another thread may outlast its end."""
        finalize(self, self.store.close)


class Trials:
    """Every trial of a process by its key; safe to use from many threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Trial] = OrderedDict()
        self._lock = Lock()

    def add(self, trial: Trial) -> str:
        """Keep a trial; returns its key."""
        key = secrets.token_urlsafe(16)
        with self._lock:
            self._kept[key] = trial
            self._tidy()
        return key

    def get(self, key: str) -> Trial | None:
        """The trial with this key, which is now in use."""
        with self._lock:
            self._tidy()
            trial = self._kept.get(key)
            if trial:
                trial.used = time.monotonic()
                self._kept.move_to_end(key)
            return trial

    def everything(self) -> dict[str, Trial]:
        """All trials that are kept now, by key; none of them counts as used by this call."""
        with self._lock:
            self._tidy()
            return dict(self._kept)

    def _tidy(self) -> None:
        while self._kept:
            key, oldest = next(iter(self._kept.items()))
            if len(self._kept) <= MAX_TRIALS and time.monotonic() - oldest.used < LASTS:
                return
            del self._kept[key]


@st.cache_resource(show_spinner=False)
def trials() -> Trials:
    """The trials of this process, the same for all its sessions."""
    return Trials()


def current() -> Trial | None:
    """The trial that the address names; None for the rules of this process.

    Raises:
        TrialOver: it is no longer kept.
    """
    key = address.param(address.RULES)
    found = trials().get(key) if key else None
    if key and found is None:
        raise TrialOver
    return found


def allows_classes() -> bool:
    """Whether students find a class that is opened under the rules of this address: under rules on trial they do not
    where the phone of one may come to another process.

    Raises:
        TrialOver: the rules of the address are no longer kept.
        UserError: see `several_processes`.
    """
    several = several_processes()
    return current() is None or not several


def several_processes() -> bool:
    """Whether a browser may come to another process than the one it was at, or than somebody else's browser.

    Raises:
        UserError: the setting is not a number of processes.
    """
    return deployment.processes() > 1


def with_class(code: str, client: str) -> str | None:
    """The key of the trial with the class of this code; None if there is none.

    Raises:
        TooManyWrongCodes: too many codes were wrong in the last minutes, from this network address or from all.
    """
    kept = trials().everything().items()
    return next((key for key, trial in kept if trial.store.classes.by_code(code, client)), None)


def examined(uploads: Mapping[str, bytes], below: tuple[Layer, ...] = ()) -> Trial:
    """Read and compile what was sent, by file name; laid over the layers below, if any.

    Raises:
        RuleBaseError: with every problem found.
    """
    with ONE_AT_A_TIME:
        try:
            rulebase = read_rules([*below, unpacked(uploads)], limits())
            reasoner_for(rulebase, COMPILE_SECONDS)
        except DiagramTooLarge as error:
            raise RuleBaseError([Problem(Place(MANIFEST), "too_large", str(error))]) from error
    return Trial(rulebase, overlay=bool(below))
