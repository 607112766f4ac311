"""What the rules say in another language: text only, laid over a rule base by the place of each text.

`languages/<language>/*.yaml` in a folder of rules, or in an overlay, map a place to what stands there:
`questions/hills/text: {of: 1a2b3c4d, text: "..."}`. `of` is the digest of the text that was translated: when that
changes, the translation is listed as outdated and the new text is shown until somebody has looked at it.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Sequence
from dataclasses import dataclass

from framework.errors import Place, Problem, RuleBaseError, did_you_mean
from framework.model.base import FrozenModel, Text, Word
from framework.model.rulebase import RuleBase
from framework.model.texts import texts_of, with_texts
from framework.rulebase.layers import LANGUAGES, Folder, shown_path
from framework.rulebase.reading import read_file
from framework.rulebase.validation import build


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
    """Translations of a text that has changed, or of nothing that is there."""


def translation_of(rulebase: RuleBase, language: str) -> Translation:
    """Everything that the folders of a rule base say in a language.

    Raises:
        RuleBaseError: a file of it cannot be used, with every problem.
    """
    texts, shown, problems = texts_of(rulebase), {}, []
    for where, (entry, place) in _entries([Folder(root) for root in rulebase.folders], language):
        text = texts.get(where)
        if text is None:
            hint = did_you_mean(where, (known for known in texts if known.split("/")[:2] == where.split("/")[:2]))
            problems.append(Problem(place, "unknown_place", f"there is no text at `{where}`", hint))
        elif entry.of != digest_of_text(text):
            hint = f"its digest is now {digest_of_text(text)}: {text}"
            problems.append(Problem(place, "outdated", f"the text at `{where}` has changed", hint))
        elif problem := _slots_problem(place, where, entry.text, text):
            problems.append(problem)
        else:
            shown[where] = entry.text
    missing = {where: text for where, text in texts.items() if where not in shown}
    return Translation(language, shown, missing, tuple(problems))


def in_language(rulebase: RuleBase, language: str) -> RuleBase:
    """The rule base with what is translated into a language; the rest stays and is listed in it as untranslated.

    Raises:
        RuleBaseError: a file of the translation cannot be used.
    """
    return with_texts(rulebase, translation_of(rulebase, language).texts, language)


def digest_of_text(text: str) -> str:
    """Short enough to be written beside a translation, long enough to notice every change."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _entries(layers: Sequence[Folder], language: str) -> list[tuple[str, tuple[Translated, Place]]]:
    """Every entry with its place in a file; those of a later layer replace those below."""
    found: dict[str, tuple[Translated, Place]] = {}
    problems: list[Problem] = []
    for layer in layers:
        for path in sorted((layer.root / LANGUAGES / language).rglob("*.yaml")):
            file = read_file(path, shown_path(path), rule_file=False)
            entries = build(dict[str, Translated], file) or {}
            problems += file.problems
            found |= {where: (entry, file.place((where,), of_key=True)) for where, entry in entries.items()}
    if problems:
        raise RuleBaseError(sorted(problems, key=lambda problem: problem.sort_key))
    return list(found.items())


def _slots_problem(place: Place, where: str, translated: str, original: str) -> Problem | None:
    """What keeps a sentence from being filled in: braces that do not match, or a slot that the original has not."""
    try:
        slots = _slots(original)
        allowed = slots | {(slot, "", None) for slot, _, _ in slots}  # a form suits the grammar of one language
    except ValueError:
        return None  # the braces of a text that is no template mean nothing
    try:
        used = _slots(translated)
    except ValueError as error:
        return Problem(place, "template", f"the braces of `{where}` do not match: {error}")
    if used <= allowed:
        return None
    return Problem(place, "unknown_slot", f"`{where}` has other braces than what it translates")


def _slots(text: str) -> set[tuple[str, str | None, str | None]]:
    """The slots of a template, each with its form and conversion.

    Raises:
        ValueError: the braces do not match.
    """
    parts = string.Formatter().parse(text)
    return {(slot, form, conversion) for _, slot, form, conversion in parts if slot is not None}
