"""What is tried on "What if": other answers on a copy, until they are kept or taken back.

The session has them, and the address too: a reload, or a phone that drops the page, loses nothing.
"""

from __future__ import annotations

from framework.model.answers import Answer, is_unknown
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.ui import address, current_work, memory, resources, saving

_TRIED, _KEPT = "_tried", "_kept_tried"

Tried = dict[str, Answer | None]
"""Question to the answer that is being tried; None for none."""

_BETWEEN, _INSIDE = ",", "."
"""In the address: between two answers; between a question and its options."""


def of(rulebase: RuleBase, sheet: Sheet) -> Tried:
    """What is being tried for this work, without answers that are already saved; empty for other work."""
    owner, found = memory.value_of(_TRIED) or (None, {})
    if owner != _owner():
        found = _read(rulebase, address.param(address.TRIED) or "")
    return _changing(sheet, found)


def saved(sheet: Sheet, question: str) -> Answer | None:
    """The saved answer; None where it is not known."""
    given = sheet.answers.get(question)
    return None if is_unknown(given) else given


def sheet_with(sheet: Sheet, tried: Tried) -> Sheet:
    """The sheet as it would be if the tried answers were kept."""
    for id_, value in tried.items():
        sheet = saving.changed(sheet, id_, value)
    return sheet


def remember(question: Question, value: Answer | None) -> None:
    """Try an answer; None takes it away."""
    rulebase, sheet = resources.rules(), current_work.current().sheet
    tried = {**of(rulebase, sheet), question.id: value}
    memory.remember(_KEPT, None)
    memory.remember(_TRIED, (_owner(), tried))
    name(_changing(sheet, tried))


def name(tried: Tried) -> None:
    """Have the address name what is tried, also where a link that knows nothing of it led back here; and the session
    know what only the address did.
    """
    if tried:
        memory.remember(_TRIED, (_owner(), tried))
    address.move(**{address.TRIED: _written(tried) or None})


def take_back() -> None:
    """Try nothing any more."""
    memory.remember(_TRIED, None)
    name({})


def keep(tried: Tried) -> None:
    """Save all tried answers or none."""
    before = current_work.shown().sheet
    if saving.apply(lambda sheet: sheet_with(sheet, tried)):
        take_back()
        after = sheet_with(before, tried)
        memory.remember(_KEPT, (_owner(), before, {id_: saved(after, id_) for id_ in tried}))


def just_kept(sheet: Sheet) -> bool:
    """Whether something was kept here last and can be undone: all of it is still what the sheet says."""
    owner, _, kept = memory.value_of(_KEPT) or (None, None, {})
    return bool(kept) and owner == _owner() and all(saved(sheet, id_) == value for id_, value in kept.items())


def undo() -> None:
    """Save the answers again that were replaced by those that were kept; what was changed since stays."""
    _, before, kept = memory.value_of(_KEPT)

    def change(sheet: Sheet) -> Sheet:
        questions = [id_ for id_, value in kept.items() if saved(sheet, id_) == value]
        others = {id_: given for id_, given in sheet.answers.items() if id_ not in questions}
        back = {id_: given for id_, given in before.answers.items() if id_ in questions}
        places = {id_: place for place, id_ in enumerate(before.answers)}
        answers = sorted({**others, **back}.items(), key=lambda pair: places.get(pair[0], len(places)))
        screened = [id_ for id_ in sheet.screened if id_ not in questions]
        screened += [id_ for id_ in before.screened if id_ in questions]
        return sheet.model_copy(update={"answers": dict(answers), "screened": tuple(screened)})

    if saving.apply(change):
        memory.remember(_KEPT, None)


def _changing(sheet: Sheet, tried: Tried) -> Tried:
    """The tried answers that change the sheet; taking one away does not where the screen of rare stops had said it."""
    return {
        id_: value
        for id_, value in tried.items()
        if value != saved(sheet, id_) and saved(saving.changed(sheet, id_, value), id_) != saved(sheet, id_)
    }


def _owner() -> tuple[str | None, str | None]:
    return address.param(address.WORK), address.param(address.CASE)


def _written(tried: Tried) -> str:
    """Question and options of each answer; the ids of rules have neither of the signs between them."""
    parts = ((id_, *((value,) if isinstance(value, str) else value or ())) for id_, value in tried.items())
    return _BETWEEN.join(map(_INSIDE.join, parts))


def _read(rulebase: RuleBase, text: str) -> Tried:
    """What an address says; what is no answer of these rules is left out."""
    found: Tried = {}
    for part in text.split(_BETWEEN):
        id_, *options = part.split(_INSIDE)
        answer = rulebase.accept({id_: options}).get(id_)
        if id_ in rulebase.closed_questions and (answer or not options):
            found[id_] = answer
    return found
