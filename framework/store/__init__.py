"""Saved work: the only package that uses SQL. `ui` opens one `Store` for the process and shares it between sessions.

Use: `store = Store.open(settings.database)`, then `store.work.create(...)`, `.get(key)`, `.save(...)`, `.delete(key)`.
"""

from framework.store.as_json import MAX_SHEET_BYTES, WorkTooLarge
from framework.store.links import Purpose
from framework.store.store import Store
from framework.store.work import StaleWork, Work

__all__ = ["MAX_SHEET_BYTES", "Purpose", "StaleWork", "Store", "Work", "WorkTooLarge"]
