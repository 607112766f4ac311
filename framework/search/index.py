"""A full-text index in memory (SQLite FTS5), and the words that stand for one another."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Collection, Iterable
from itertools import chain, pairwise
from typing import NamedTuple

from framework.languages.catalogue import common_words
from framework.search.documents import Document
from framework.search.spelling import Spelling

MAX_QUERY = 200
"""Characters of a search that are read."""

_WORD = re.compile(r"[^\W_]+")
_WEIGHTS = "0, 0, 8, 3, 1"
"""How much a hit counts in each column: kind and id are not searched."""


class Hits(NamedTuple):
    """Documents as (kind, id), the best first, in two parts."""

    with_all: list[tuple[str, str]]
    """Those with all words of a query."""
    with_some: list[tuple[str, str]]
    """Those with some of them."""

    def together(self) -> list[tuple[str, str]]:
        """All of them, those with all words first."""
        return [*self.with_all, *self.with_some]


class Searched(NamedTuple):
    """What is shown for a query as somebody typed it."""

    hits: Hits
    instead: str | None = None
    """The query that was searched in place of the typed one."""
    offered: str | None = None
    """Another query that may have been meant: a right word that no document has looks like a misspelled one."""


class SearchIndex:
    """Finds documents by words, their stems and their synonyms. Safe to use from several threads."""

    def __init__(
        self, documents: Iterable[Document], synonyms: Iterable[Collection[str]] = (), language: str = ""
    ) -> None:
        """`language`: the code of the one that people may type besides English; empty for English alone."""
        self._common = common_words(language)
        synonyms = list(synonyms)
        self._synonyms = [tuple(" ".join(_words(phrase)) for phrase in group) for group in synonyms]
        self._lock = threading.Lock()
        self._rows = sqlite3.connect(":memory:", check_same_thread=False)
        self._rows.execute(
            "CREATE VIRTUAL TABLE found USING fts5"
            "(kind UNINDEXED, id UNINDEXED, title, keywords, text, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        rows = [(d.kind, d.id, d.title, d.keywords, d.text) for d in documents]
        self._rows.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?)", rows)
        said = (text for _, _, *texts in rows for text in texts)
        meant = chain.from_iterable(synonyms)
        self._spelling = Spelling({word for text in (*said, *meant) for word in _WORD.findall(text)})

    def find(self, query: str, kind: str | None = None, most: int | None = 20) -> list[tuple[str, str]]:
        """The best documents for a query as (kind, id); of one kind if it is given. `most` None: all of
        them. Nothing found: an empty list. Those with all of its words come before those with some.
        """
        return self.by_match(query, kind, most).together()

    def by_match(self, query: str, kind: str | None = None, most: int | None = 20) -> Hits:
        """The documents with all words of a query, and those with some; arguments as for `find`."""
        groups = [f"({' OR '.join(_quoted(group))})" for group in self._groups(query)]
        with_all = self._rows_for(" AND ".join(groups), kind, most)
        some = self._rows_for(" OR ".join(groups), kind, most) if len(groups) > 1 else []
        with_some = [hit for hit in some if hit not in {*with_all}]
        return Hits(with_all, with_some if most is None else with_some[: most - len(with_all)])

    def search(self, query: str, kind: str | None = None, most: int | None = 20) -> Searched:
        """What is found for a query; for what was probably meant only where the words as typed find nothing, and the
        others stand together in a document. Otherwise that is offered. Arguments as for `find`.
        """
        typed, meant = self.by_match(query, kind, most), self.meant(query)
        other = self.by_match(meant, kind, most) if meant else Hits([], [])
        if other.with_all and not typed.together():
            return Searched(other, instead=meant)
        return Searched(typed, offered=meant if other.together() else None)

    def _rows_for(self, expression: str, kind: str | None, most: int | None) -> list[tuple[str, str]]:
        if not expression:
            return []
        sql = f"""SELECT kind, id FROM found WHERE found MATCH ? AND (? IS NULL OR kind = ?)
                  ORDER BY bm25(found, {_WEIGHTS}), rowid LIMIT ?"""  # noqa: S608 (the weights are a constant)
        with self._lock:
            return list(self._rows.execute(sql, (expression, kind, kind, -1 if most is None else most)))

    def meant(self, query: str) -> str | None:
        """The query with the nearest known word in place of each that finds nothing; None where there is no such."""
        query = query[:MAX_QUERY]

        def known(found: re.Match[str]) -> str:
            word = found[0]
            return word if self.find(word, most=1) else self._spelling.nearest(word) or word

        corrected = _WORD.sub(known, query)
        return corrected if corrected != query else None

    def _groups(self, query: str) -> list[tuple[str, ...]]:
        """Each word with whatever means the same; common words only where there are no others."""
        words = _words(query[:MAX_QUERY])
        said = f" {' '.join(words)} "
        groups: list[tuple[str, ...]] = []
        covered: set[str] = set()
        for group in self._synonyms:
            meant = [phrase for phrase in group if f" {phrase} " in said]
            if meant:
                covered |= {word for phrase in meant for word in phrase.split()}
                groups.append(group)
        for two in pairwise(words):
            if (joined := "".join(two)) in self._spelling and not covered.intersection(two):
                covered |= {*two}
                groups.append((" ".join(two), joined))
        single = [word for word in words if word not in self._common and word not in covered]
        return groups + [(word,) for word in dict.fromkeys(single or ([] if groups else words))]


def _quoted(group: Iterable[str]) -> list[str]:
    """Phrases as FTS5 is asked for them, so that nothing in them is an operator."""
    return [f'"{phrase}"' for phrase in group]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
