"""The database: opened once, migrated, and shared by every thread of the process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, delete, false, select

from framework.languages.catalogue import to_say
from framework.store.classes import ClassTable
from framework.store.editions import EditionTable
from framework.store.engine import open_engine, overwrite_deleted, place_of, reading, writing
from framework.store.links import LinkTable
from framework.store.migrating import migrate
from framework.store.opinions import OpinionTable
from framework.store.participants import ParticipantTable
from framework.store.portable import Idea
from framework.store.tables import work
from framework.store.votes import VoteTable
from framework.store.work import Work, WorkTable


@dataclass(frozen=True)
class Store:
    """Everything that outlives a session. Safe to use from many threads at the same time."""

    engine: Engine
    work: WorkTable
    classes: ClassTable
    participants: ParticipantTable
    votes: VoteTable
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
            VoteTable(engine),
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

    @property
    def place(self) -> str:
        """Where the database is, without a password."""
        return place_of(self.engine.url)

    def answer(self) -> None:
        """Ask the database for nothing, to see that it answers.

        Raises:
            StoreError: it does not.
        """
        with reading(self.engine) as connection:
            connection.execute(select(1))

    def try_writing(self) -> None:
        """Change nothing, to see that something could be changed.

        Raises:
            StoreError: the database cannot be written.
        """
        with writing(self.engine, to_say("Saved work cannot be changed")) as connection:
            connection.execute(delete(work).where(false()))

    def overwrite_deleted(self) -> None:
        """See that what was deleted can be read nowhere in the files of the database.

        Raises:
            StoreError: it cannot be done now.
        """
        overwrite_deleted(self.engine)

    def close(self) -> None:
        """Close every connection; for tests and a clean shutdown."""
        self.engine.dispose()
