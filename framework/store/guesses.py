"""Codes of classes are not guessed: wrong ones are counted, and after too many none is looked up for some minutes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Network, ip_address
from typing import Self

from sqlalchemy import Connection, delete, func, insert, select

from framework.errors import UserError
from framework.languages.catalogue import to_say
from framework.store.engine import one_at_a_time
from framework.store.tables import wrong_code

WINDOW = timedelta(minutes=10)
WRONG_PER_ADDRESS, WRONG_OVERALL = 300, 3_000
"""Wrong codes within `WINDOW` after which no code is tried any more: from one address and from all together.

A hall of 500 behind one router is one address, and some mistype more than once. Whoever tries 3,000 codes every ten
minutes finds one of 50 open classes every three days, and has a nickname in it then. An address that has found a class
goes on finding it whatever is typed there meanwhile: nobody in a hall can lock the others out. Nor can the phones of a
class that is gone: the same wrong code from the same address counts once, as asking again is no further guess.
"""

MAX_REMEMBERED = 20_000
"""Addresses with a class that each process remembers."""


class TooManyWrongCodes(UserError):
    """No code is tried for some minutes."""


@dataclass(frozen=True)
class Guess:
    """A code that somebody typed, and from where. The address is not kept as such."""

    code: str | None
    """None for what can be no code."""
    address: str
    """The digest of an address."""
    both: str
    """The digest of an address with the code."""

    @classmethod
    def of(cls, code: str | None, address: str) -> Self:
        """A guess from an address, or from the /64 network of an IPv6 address."""
        place = _one_place(address)
        return cls(code, _digest(place), _digest(f"{place} {code}"))


@dataclass
class Guesses:
    """The guesses that were right, as every process learns them on its own."""

    _right: set[str] = field(default_factory=set)

    def was_right(self, guess: Guess) -> bool:
        """Whether this code was right from this address."""
        return guess.both in self._right

    def remember(self, guess: Guess) -> None:
        """Remember that it was right."""
        if len(self._right) >= MAX_REMEMBERED:
            self._right.clear()
        self._right.add(guess.both)


def refuse_if_too_many(connection: Connection, guess: Guess, now: datetime) -> None:
    """Look up no code after too many wrong ones, from this address or from all.

    Raises:
        TooManyWrongCodes: there were too many in the last minutes.
    """
    recent = wrong_code.c.tried_at >= now - WINDOW
    count = select(func.count()).select_from(wrong_code)
    here = connection.scalar(count.where(recent, wrong_code.c.address == guess.address)) or 0
    overall = connection.scalar(count.where(recent)) or 0
    if here >= WRONG_PER_ADDRESS or overall >= WRONG_OVERALL:
        raise TooManyWrongCodes(to_say("Too many wrong codes were tried."), to_say("Try again in a few minutes."))


def count_as_wrong(connection: Connection, guess: Guess, now: datetime) -> None:
    """Count a wrong code once for its address, and forget those that count no longer."""
    one_at_a_time(connection, guess.both)  # phones that wake up together have tried one code, not many
    forget_old(connection, now)
    if connection.scalar(select(wrong_code.c.id).where(wrong_code.c.code == guess.both).limit(1)) is None:
        row = {"address": guess.address, "code": guess.both, "tried_at": now}
        connection.execute(insert(wrong_code).values(row))


def forget_old(connection: Connection, now: datetime) -> None:
    """Delete the wrong codes that count no longer."""
    connection.execute(delete(wrong_code).where(wrong_code.c.tried_at < now - WINDOW))


def _one_place(address: str) -> str:
    """The address, or the /64 network of an IPv6 address: any device in it can take another address for each code."""
    try:
        at = ip_address(address)
    except ValueError:
        return address
    if at.version == 4:
        return address
    return str(at.ipv4_mapped or IPv6Network((int(at), 64), strict=False))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
