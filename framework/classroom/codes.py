"""Join codes: short, easy to read out and to type, without characters that look alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

ALPHABET = "ACDEFHJKMNPRTWXY3479"
"""Without 0 and O, 1 and I and L, 2 and Z, 5 and S, 6 and G, 8 and B, Q, and U and V."""

LENGTH = 6
"""64 million codes; the limits on wrong ones (`store.classes`) say how rarely one is found by trying."""


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """A random code; `choose` picks one character."""
    return "".join(choose(ALPHABET) for _ in range(LENGTH))


def read_code(typed: str) -> str | None:
    """The code in what somebody typed, whatever the case and spacing; None if it cannot be one."""
    plain = characters(typed)
    return plain if len(plain) == LENGTH and set(plain) <= set(ALPHABET) else None


def characters(typed: str) -> str:
    """The letters and digits in what somebody typed, as capitals."""
    return "".join(char for char in typed.upper() if char.isascii() and char.isalnum())


def shown_code(code: str) -> str:
    """A code in two groups, as it is read out: "K7M 4XP"."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"
