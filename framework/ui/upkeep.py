"""Upkeep of saved work while the server runs: what is to last no longer is deleted, whether anybody comes or not."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from threading import Thread

from framework import deployment
from framework.store import retention
from framework.ui import resources

_LOG = logging.getLogger(__name__)

PAUSE = 3_600
"""Seconds between two times."""


@asynccontextmanager
async def beside_the_pages(_server: object) -> AsyncIterator[None]:
    """Tidy now and every hour, as long as the server runs and in a thread of its own: no page waits for it."""
    Thread(target=_always, name="upkeep", daemon=True).start()
    yield


def tidy() -> None:
    """Delete for good what is to last no longer, and overwrite what was deleted since the last time."""
    with resources.housekeeping():
        store, now = resources.own_store(), datetime.now(UTC)
        works = retention.remove_expired(store.work, deployment.keep(), now)
        classes = store.classes.remove_expired(now)
        if works or classes:
            _LOG.info("deleted for good; ideas that nobody opened: %d; classes that are over: %d", works, classes)
        store.overwrite_deleted()


def _always() -> None:
    while True:
        try:
            tidy()
        except Exception:
            _LOG.exception("upkeep failed, and is tried again in an hour")
        time.sleep(PAUSE)
