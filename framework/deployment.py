"""What whoever runs a server has set, read as what it means. `serve` checks it before the server starts."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network

from framework import settings
from framework.errors import UserError, did_you_mean
from framework.languages.catalogue import ENGLISH, NAMES, to_say

MAX_DAYS = 36_500
"""A century: more is a slip, and leads to no date."""

MAX_PROCESSES = 1_000

Networks = tuple[IPv4Network | IPv6Network, ...]


def keep() -> timedelta | None:
    """How long work lasts that nobody opens; None: for ever.

    Raises:
        UserError: the setting is not a number of days.
    """
    given = settings.keep_days()
    days = _whole_number(given, MAX_DAYS)
    if days is None:
        raise UserError(
            to_say("SHOULD_I_USE_ML_KEEP_DAYS is {given}, which is not a number of days."),
            to_say("Set it to a whole number from 0 (keep everything) to {most}, or leave it out."),
            given=repr(given),
            most=MAX_DAYS,
        )
    return timedelta(days=days) or None


def processes() -> int:
    """How many processes serve under one address.

    Raises:
        UserError: the setting is not a number of processes.
    """
    given = settings.processes()
    number = _whole_number(given, MAX_PROCESSES)
    if not number:
        raise UserError(
            to_say("SHOULD_I_USE_ML_PROCESSES is {given}, which is not a number of processes."),
            to_say("Set it to a whole number from 1, or leave it out."),
            given=repr(given),
        )
    return number


def allows_trials() -> bool:
    """Whether visitors may try rules of their own on this server.

    Raises:
        UserError: the setting is neither 1 nor 0.
    """
    given = settings.trials()
    if given not in ("0", "1"):
        raise UserError(
            to_say("SHOULD_I_USE_ML_TRIALS is {given}, which is neither 1 nor 0."),
            to_say("Set it to 0 so that nobody can try rules of their own on this server, or leave it out."),
            given=repr(given),
        )
    return given == "1"


def proxies() -> Networks:
    """The reverse proxies that are believed about where a request comes from.

    Raises:
        UserError: one of them is neither an address nor a network.
    """
    try:
        return tuple(ip_network(each.strip()) for each in settings.proxies().split(",") if each.strip())
    except ValueError as error:
        raise UserError(
            to_say("{proxies} cannot be read: {error}."),
            to_say("Write addresses or networks, separated by commas: 172.28.5.0/24."),
            proxies=settings.PROXIES,
            error=error,
        ) from error


def check() -> None:
    """Read everything, so that whoever has set it is told of a slip, and not their visitors.

    Raises:
        UserError: something cannot be read, or means nothing; the first such setting.
    """
    _check_names()
    keep()
    processes()
    allows_trials()
    proxies()
    _check_language()


def _check_names() -> None:
    for name in settings.unknown():
        hint = did_you_mean(name, settings.NAMES)
        raise UserError(f"{name} is not a setting.", hint[0].upper() + hint[1:])
    if settings.base_path():
        raise UserError(
            f"{settings.BASE_PATH} does not work with this application.",
            "Have the reverse proxy put the path before it: docs/class.md says how.",
        )


def _check_language() -> None:
    given, known = settings.default_language(), (ENGLISH, *NAMES)
    if given and given not in known:
        raise UserError(
            f"{settings.LANGUAGE} is {given!r}, and the interface is not in that language.",
            f"Set it to one of these, or leave it out: {', '.join(known)}.",
        )


def _whole_number(given: str, most: int) -> int | None:
    """The number that digits stand for; None if there is something else, or if it is larger than `most`."""
    short = len(given) <= len(str(most)) and given.isascii() and given.isdigit()
    return int(given) if short and int(given) <= most else None
