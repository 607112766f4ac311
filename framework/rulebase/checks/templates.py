"""Checks that sentence templates use only slots that a text question or a phrase can fill."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from framework.errors import did_you_mean
from framework.model.advice import NUMBER
from framework.model.base import FieldPath
from framework.model.manifest import NAME, VERB
from framework.model.rules import Outcome, OutcomeVariant, Rule
from framework.rulebase.checks.names import Names
from framework.rulebase.collection import Collection, Entry

FIELDS = {
    "tasks": ("unit", "ml_objective", "framing"),
    "objectives": ("business_objective", "link"),
    "values": ("ml_objective",),
}
FORMS = frozenset({"", "each", "one", "any", "can"})


def check(collection: Collection, names: Names) -> None:
    """Report every slot that is not the id of a text question or a phrase, and every broken template."""
    texts = names.kinds["slot"]
    phrases = collection.manifest.value.sentences.phrases if collection.manifest else {}
    used: set[str] = set()
    for entry, path, id_ in _needs(collection):
        if id_ not in texts and names.knows("slot"):
            collection.report(entry.place(*path), "unknown_slot", f"there is no text `{id_}`", did_you_mean(id_, texts))
    for entry, path, template in _templates(collection):
        fillable = texts if "phrases" in path else texts | phrases.keys()
        if path[-1] in ("framing", "framing_tested", "framing_without_record", "headline"):
            fillable |= {VERB}
        try:
            parts = list(string.Formatter().parse(template))
        except ValueError as error:
            collection.report(entry.place(*path), "template", f"the braces do not match: {error}")
            continue
        for _, slot, form, _ in parts:
            if slot is None:
                continue
            used.add(slot)
            if slot not in fillable and collection.manifest is not None and names.knows("slot"):
                known = ", ".join(f"{{{name}}}" for name in sorted(fillable))
                collection.report(
                    entry.place(*path), "unknown_slot", f"there is no text `{{{slot}}}`", f"known: {known}"
                )
            elif form not in FORMS:
                collection.report(
                    entry.place(*path), "template", f"`{form}` is not a form of `{{{slot}}}`", "each, one, any, can"
                )
    _check_counted(collection)
    _check_chain(collection)
    for id_ in phrases:
        place = collection.manifest.place("sentences", "phrases", id_, of_key=True) if collection.manifest else None
        if place and id_ in texts:
            collection.report(place, "duplicate_id", f"`{id_}` is also a text question", "choose another name")
        elif place and id_ not in used and names.complete:
            collection.report(place, "unused", f"no sentence uses the phrase `{id_}`", "use it or delete it")


def _check_counted(collection: Collection) -> None:
    """Report what a requirement says with a number and does not name it, or names anything else."""
    for entry in collection.all("requirements"):
        for number, item in enumerate(entry.value.requirements):
            if item.counted and re.findall(r"[{}][^{}]*[{}]?", item.counted.statement) != [NUMBER]:
                place = entry.place("requirements", number, "counted", "statement")
                collection.report(place, "template", f"the sentence has to name `{NUMBER}` once, and nothing else")


def _check_chain(collection: Collection) -> None:
    """Report links of the chain that do not name what stands there."""
    words = collection.manifest.value.chain if collection.manifest else None
    if words is None or collection.manifest is None:
        return
    for part, link in (("own", words.own), ("metric", words.metric), ("loss", words.loss)):
        if link is not None and NAME not in link.level:
            place = collection.manifest.place("chain", part, "level")
            collection.report(place, "template", f"the level has to name `{NAME}`")


def _templates(collection: Collection) -> Iterator[tuple[Entry, FieldPath, str]]:
    if collection.manifest is not None:
        sentences = collection.manifest.value.sentences
        for name in type(sentences).model_fields.keys() - {"phrases", "verb"}:
            if template := getattr(sentences, name):
                yield collection.manifest, ("sentences", name), template
        for name, phrase in sentences.phrases.items():
            path = ("sentences", "phrases", name)
            if phrase.otherwise:
                yield collection.manifest, (*path, "otherwise"), phrase.otherwise
            for place, wording in enumerate(phrase.wordings):
                yield collection.manifest, (*path, "wordings", place, "text"), wording.text
    for kind, fields in FIELDS.items():
        for entry in collection.all(kind):
            for name in fields:
                if template := getattr(entry.value, name):
                    yield entry, (name,), template
                for number, variant in enumerate(getattr(entry.value, "variants", ())):
                    if template := getattr(variant, name, None):
                        yield entry, ("variants", number, name), template
    for entry in collection.all("verdicts"):
        for number, outcome in enumerate(entry.value.outcomes):
            worded: list[tuple[FieldPath, Outcome | OutcomeVariant | Rule]] = [((), outcome)]
            worded += [(("variants", place), kind) for place, kind in enumerate(outcome.variants)]
            worded += [(("rules", place), rule) for place, rule in enumerate(outcome.rules)]
            for inside, words in worded:
                if words.headline:
                    yield entry, ("outcomes", number, *inside, "headline"), words.headline


def _needs(collection: Collection) -> Iterator[tuple[Entry, FieldPath, str]]:
    """Every text question that a wording of a phrase needs, with its position."""
    if collection.manifest is None:
        return
    for name, phrase in collection.manifest.value.sentences.phrases.items():
        for place, wording in enumerate(phrase.wordings):
            for number, id_ in enumerate(wording.needs):
                yield collection.manifest, ("sentences", "phrases", name, "wordings", place, "needs", number), id_
