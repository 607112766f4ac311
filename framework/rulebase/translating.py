"""What the rules say in another language: text only, laid over a rule base by the place of each text.

`languages/<language>/*.yaml` in any layer of the rules map a place to what stands there:
`questions/hills/text: {of: 1a2b3c4d, text: "..."}`. `of` is the digest of the text that was translated: when that
changes, the translation is listed as outdated and the new text is shown until somebody has looked at it.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from framework.errors import Problem, RuleBaseError, did_you_mean
from framework.model.base import FrozenModel, Text, Word
from framework.model.layer import Layer
from framework.model.rulebase import RuleBase
from framework.model.texts import texts_of, with_texts
from framework.rulebase.collection import composed
from framework.rulebase.layers import LANGUAGES
from framework.rulebase.limits import Limits
from framework.rulebase.reading import construct
from framework.rulebase.source_file import SourceFile
from framework.rulebase.validation import build

OUTDATED = "outdated"
"""The code for a translation of a text that has changed: to be looked at, and no mistake."""


class Translated(FrozenModel):
    """A text in another language."""

    of: Word
    """Digest of what was translated."""
    text: Text


@dataclass(frozen=True)
class Translation:
    """The texts of a rule base in one language, and what is to be done about them."""

    language: str
    texts: dict[str, str]
    """Those that can be shown, by place."""
    missing: dict[str, str]
    """Texts without a translation, by place, in the language of the rules."""
    outdated: tuple[Problem, ...]
    """Translations of a text that has changed."""
    mistakes: tuple[Problem, ...]
    """Translations that no change of the rules mends by itself: of a place that is not there, with wrong slots."""


def translation_of(rulebase: RuleBase, language: str) -> Translation:
    """Everything that the layers of a rule base say in a language.

    Raises:
        RuleBaseError: a file of it cannot be used, with every problem.
    """
    texts, shown, problems = texts_of(rulebase), {}, []
    for where, (entry, file) in _entries(rulebase.translations, language).items():
        fault = _fault(where, entry, texts.get(where))
        if fault is None:
            shown[where] = entry.text
        else:
            code, message = fault
            problems.append(Problem(file.place((where,), of_key=True), code, message, _hint(code, where, texts)))
    missing = {where: text for where, text in texts.items() if where not in shown}
    outdated, mistakes = (
        tuple(problem for problem in problems if (problem.code == OUTDATED) is changed) for changed in (True, False)
    )
    return Translation(language, shown, missing, outdated, mistakes)


def mistakes_in_translations(rulebase: RuleBase) -> tuple[Problem, ...]:
    """The mistakes in the translations into every language; what is missing or outdated is none.

    Raises:
        RuleBaseError: some files cannot be used, with every problem of these in all languages.
    """
    mistakes: list[Problem] = []
    unusable: list[Problem] = []
    for language in sorted({name.split("/")[1] for layer in rulebase.translations for name in layer.translations}):
        try:
            mistakes += translation_of(rulebase, language).mistakes
        except RuleBaseError as error:
            unusable += error.problems
    if unusable:
        raise RuleBaseError(unusable)
    return tuple(mistakes)


def in_language(rulebase: RuleBase, language: str) -> RuleBase:
    """The rule base with what is translated into a language; the rest stays and is listed in it as untranslated.

    Raises:
        RuleBaseError: a file of the translation cannot be used.
    """
    texts, entries = texts_of(rulebase), _entries(rulebase.translations, language)
    # no hint to anybody: for the thousands of unknown places that a stranger may send they would take minutes
    shown = {where: entry.text for where, (entry, _) in entries.items() if not _fault(where, entry, texts.get(where))}
    return with_texts(rulebase, shown, language)


def read_translations(
    layer: Layer, name: str, limits: Limits | None = None
) -> tuple[SourceFile, Mapping[str, Translated]]:
    """One file of a language and its entries by place; problems are recorded in the file."""
    file = construct(composed(layer, name, limits or Limits()), rule_file=False)
    return file, build(dict[str, Translated], file) or {}


def digest_of_text(text: str) -> str:
    """Short enough to be written beside a translation, long enough to notice every change."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _entries(layers: Sequence[Layer], language: str) -> dict[str, tuple[Translated, SourceFile]]:
    """Every entry by place, with its file; those of a later layer replace those below."""
    found: dict[str, tuple[Translated, SourceFile]] = {}
    problems: list[Problem] = []
    for layer in layers:
        for name in layer.translations:
            if name.startswith(f"{LANGUAGES}/{language}/"):
                file, entries = read_translations(layer, name)
                problems += file.problems
                found |= {where: (entry, file) for where, entry in entries.items()}
    if problems:
        raise RuleBaseError(sorted(problems, key=lambda problem: problem.sort_key))
    return found


def _fault(where: str, entry: Translated, original: str | None) -> tuple[str, str] | None:
    """Why an entry cannot be shown: which kind of problem, and what is wrong."""
    if original is None:
        return "unknown_place", f"there is no text at `{where}`"
    if entry.of != digest_of_text(original):
        return OUTDATED, f"the text at `{where}` has changed"
    return _slots_fault(where, entry.text, original)


def _hint(code: str, where: str, texts: Mapping[str, str]) -> str:
    if code == "unknown_place":
        return _place_meant(where, texts)
    return f"its digest is now {digest_of_text(texts[where])}: {texts[where]}" if code == OUTDATED else ""


def _place_meant(where: str, texts: Iterable[str]) -> str:
    """The nearest place; where nothing begins as it does, the beginning that was meant."""
    parts, known = where.split("/"), [(place, place.split("/")) for place in texts]
    if near := [place for place, own in known if own[:2] == parts[:2]]:
        return did_you_mean(where, near)
    if beginnings := {"/".join(own[:2]) for _, own in known if own[0] == parts[0]}:
        return did_you_mean("/".join(parts[:2]), beginnings)
    return did_you_mean(parts[0], {own[0] for _, own in known})


def _slots_fault(where: str, translated: str, original: str) -> tuple[str, str] | None:
    """What keeps a sentence from being filled in: braces that do not match, or a slot that the original has not."""
    try:
        slots = _slots(original)
        allowed = slots | {(slot, "", None) for slot, _, _ in slots}  # a form suits the grammar of one language
    except ValueError:
        return None  # the braces of a text that is no template mean nothing
    try:
        used = _slots(translated)
    except ValueError as error:
        return "template", f"the braces of `{where}` do not match: {error}"
    return None if used <= allowed else ("unknown_slot", f"`{where}` has other braces than what it translates")


def _slots(text: str) -> set[tuple[str, str | None, str | None]]:
    """The slots of a template, each with its form and conversion.

    Raises:
        ValueError: the braces do not match.
    """
    parts = string.Formatter().parse(text)
    return {(slot, form, conversion) for _, slot, form, conversion in parts if slot is not None}
