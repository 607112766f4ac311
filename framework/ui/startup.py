"""What the server does before its port opens, so that no visitor waits for it; and the check of its health."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

from framework.errors import RuleBaseError, UserError
from framework.languages.catalogue import NAMES
from framework.reasoning.nodes import DiagramTooLarge
from framework.settings import default_language
from framework.ui import resources

if TYPE_CHECKING:
    from starlette.requests import Request

_LOG = logging.getLogger(__name__)

WRONG_INPUT = 2
"""The exit code of every command that was given something wrong."""

PATIENCE = 3.0
"""Seconds within which a database that works answers."""


def prepare() -> None:
    """Open the saved work and load the rules. Mistakes in the rules are logged, and shown on the pages until mended.

    Raises:
        SystemExit: saved work cannot be opened or changed; the log says why.
    """
    try:
        store = resources.own_store()
        store.try_writing()
    except UserError as error:
        _LOG.critical("%s", error)
        raise SystemExit(WRONG_INPUT) from error
    _LOG.info("saved work is in %s", store.place)
    language = default_language()
    try:
        resources.own_rules(language if language in NAMES else "")
    except (RuleBaseError, DiagramTooLarge) as error:
        _LOG.error("%s\nThe application starts, and shows these mistakes until they are mended.", error)


async def healthz(_request: Request) -> PlainTextResponse:
    """Whether the server and its database answer: 200, or 503. Streamlit's own check asks no database."""
    try:
        await asyncio.wait_for(asyncio.to_thread(lambda: resources.own_store().answer()), PATIENCE)
    except (UserError, TimeoutError) as error:
        _LOG.error("the database does not answer: %s", str(error) or "no answer in time")
        return PlainTextResponse("unavailable", 503)
    return PlainTextResponse("ok")
