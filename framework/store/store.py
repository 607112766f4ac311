"""The database: opened once, migrated, and shared by every thread of the process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import Engine

from framework.store.classes import ClassTable
from framework.store.editions import EditionTable
from framework.store.engine import open_engine
from framework.store.links import LinkTable
from framework.store.migrating import migrate
from framework.store.opinions import OpinionTable
from framework.store.participants import ParticipantTable
from framework.store.work import WorkTable


@dataclass(frozen=True)
class Store:
    """Everything that outlives a session. Safe to use from many threads at the same time."""

    engine: Engine
    work: WorkTable
    classes: ClassTable
    participants: ParticipantTable
    links: LinkTable
    opinions: OpinionTable
    editions: EditionTable

    @classmethod
    def open(cls, url_or_path: str | Path) -> Self:
        """Open the database at a path or URL, creating it if needed, and apply missing migrations.

        Raises:
            StoreError: it cannot be reached or written, is not a database, or was created by a newer version.
        """
        engine = open_engine(url_or_path)
        try:
            migrate(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(
            engine,
            WorkTable(engine),
            ClassTable(engine),
            ParticipantTable(engine),
            LinkTable(engine),
            OpinionTable(engine),
            EditionTable(engine),
        )

    def close(self) -> None:
        """Close every connection; for tests and a clean shutdown."""
        self.engine.dispose()
