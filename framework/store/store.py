"""The database: opened once, migrated, and shared by every thread of the process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import Engine

from framework.languages.catalogue import to_say
from framework.store.classes import ClassTable
from framework.store.editions import EditionTable
from framework.store.engine import open_engine, writing
from framework.store.links import LinkTable
from framework.store.migrating import migrate
from framework.store.opinions import OpinionTable
from framework.store.participants import ParticipantTable
from framework.store.portable import Idea
from framework.store.work import Work, WorkTable


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

    def bring_in(self, ideas: Iterable[Idea]) -> tuple[Work, ...]:
        """Save ideas from a file, each under a new key with the briefs that were kept of it; all of them or none.

        Raises:
            WorkTooLarge: one of them is larger than can be saved.
            StoreError: the database cannot be written.
        """
        found = []
        with writing(self.engine, to_say("The ideas could not be brought in")) as connection:
            for idea in ideas:
                found.append(self.work.restored(connection, idea.as_work()))
                for brief in idea.earlier:
                    self.editions.put(connection, found[-1].key, brief)
        return tuple(found)

    def close(self) -> None:
        """Close every connection; for tests and a clean shutdown."""
        self.engine.dispose()
