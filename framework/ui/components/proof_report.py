"""What was proved, statement by statement, with any violations."""

from __future__ import annotations

import math

from markupsafe import Markup

from framework.reasoning.findings import Proof, Violation
from framework.ui.components.statement import href
from framework.ui.speech import say, say_count, written

MAX_VIOLATIONS = 20
"""Maximum number of violations listed per statement; the command prints all."""


def statement(proof: Proof) -> Markup:
    """One statement, whether it holds, and its violations, as HTML."""
    state, symbol, label = (
        ("holds", "check_circle", say("Proved.")) if proof.holds else ("fails", "cancel", say("Does not hold."))
    )
    line = Markup(
        '<span class="cond {}"><span class="sym" aria-hidden="true">{}</span><span class="state">{}</span></span> {} '
        '<span class="soft small">({})</span>'
    ).format(state, symbol, label, say(proof.statement), say("{number} checked", number=written(f"{proof.checked:,}")))
    if proof.holds:
        return Markup('<div class="plain">{}</div>').format(line)
    shown = proof.violations[:MAX_VIOLATIONS]
    items = Markup().join(Markup("<li>{}</li>").format(_violation(violation)) for violation in shown)
    more = len(proof.violations) - len(shown)
    rest = (
        Markup("<li>{}</li>").format(say("and {number} more: see the command below", number=written(f"{more:,}")))
        if more
        else ""
    )
    count = say_count(len(proof.violations), "{number} violation", "{number} violations")
    return Markup(
        '<div class="plain">{}<details class="more"><summary>{}</summary><ul class="parts">{}{}</ul></details></div>'
    ).format(line, count, items, rest)


def _violation(violation: Violation) -> Markup:
    where = Markup('<a href="{}"><code>{}</code></a>').format(href("rule", rule=violation.where), violation.where)
    sheet = ""
    if violation.counterexample:
        pairs = (
            f"{id_}: {value if isinstance(value, str) else ', '.join(value)}"
            for id_, value in violation.counterexample.items()
        )
        sheet = Markup('<br><span class="soft">{}</span>').format(
            say("For example with {pairs}", pairs="; ".join(pairs))
        )
    return Markup("{}: {}{}").format(where, violation.message, sheet)


def magnitude(count: int) -> str:
    """A count that may be huge: in full up to a billion, else as 7.7 × 10²¹."""
    if count < 10**9:
        return written(f"{count:,}")
    exponent = int(math.log10(count))
    digits = str(exponent).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{written(f'{count / 10**exponent:.1f}')} × 10{digits}"
