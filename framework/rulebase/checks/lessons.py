"""Checks lessons against the assembled rule base: rules exist, one choice is right, calculations get their numbers.

And words of the glossary: the block that explains one is there.
"""

from __future__ import annotations

from framework.errors import did_you_mean
from framework.model.base import FieldPath
from framework.model.lesson import NUMBER_FORMATS, PLAYS, CheckBlock, InteractiveBlock, RepairBlock
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.rules import GivenAnswers
from framework.rulebase.checks.answers import accept
from framework.rulebase.checks.calculations import known_slots, same_names
from framework.rulebase.collection import Collection, Entry


def check(collection: Collection, rulebase: RuleBase) -> None:
    """Report what is wrong in a block, at its place."""
    for entry in collection.all("lessons"):
        seen: set[str] = set()
        for number, block in enumerate(entry.value.blocks):
            at: FieldPath = ("blocks", number)
            if block.id in seen:
                message = f"the block `{block.id}` is there twice"
                collection.report(entry.place(*at, "id"), "duplicate_id", message, "choose another id for one of them")
            seen.add(block.id)
            _rules(collection, rulebase, entry, (*at, "rules"), block.rules)
            if isinstance(block, CheckBlock) and sum(choice.right for choice in block.choices) != 1:
                message, hint = "exactly one choice must be right", "write `right: true` at that one"
                collection.report(entry.place(*at, "choices"), "right_choice", message, hint)
            elif isinstance(block, InteractiveBlock):
                _controls(collection, entry, at, block)
                _calculation(collection, entry, at, block)
            elif isinstance(block, RepairBlock):
                _rules(collection, rulebase, entry, (*at, "planted"), block.planted)
                for field in ("answers", "mended"):
                    _answers(collection, rulebase, entry, (*at, field), getattr(block, field))
                _judged(collection, rulebase, entry, at, block)
    for entry in collection.all("glossary"):
        _taught(collection, rulebase, entry)


def _taught(collection: Collection, rulebase: RuleBase, entry: Entry) -> None:
    """Report a word whose block is none of its lesson."""
    lesson = rulebase.lesson.get(entry.value.lesson or "")
    blocks = {block.id for block in lesson.blocks} if lesson else set()
    if entry.value.block is not None and entry.value.block not in blocks:
        message = f"the lesson of this word has no block `{entry.value.block}`"
        collection.report(entry.place("block"), "unknown_id", message, did_you_mean(entry.value.block, blocks))


def _rules(collection: Collection, rulebase: RuleBase, entry: Entry, at: FieldPath, ids: tuple[str, ...]) -> None:
    index = index_of(rulebase)
    for position, id_ in enumerate(ids):
        if index.resolve(id_) is None:
            place = entry.place(*at, position)
            collection.report(place, "unknown_id", f"there is no rule `{id_}`", did_you_mean(id_, index))


def _controls(collection: Collection, entry: Entry, at: FieldPath, block: InteractiveBlock) -> None:
    for position, control in enumerate(block.controls):
        if not control.minimum <= control.value <= control.maximum or control.step <= 0:
            message, hint = f"the slider `{control.name}` cannot stand at {control.value:g}", "between its two ends"
            collection.report(entry.place(*at, "controls", position), "slider", message, hint)


def _calculation(collection: Collection, entry: Entry, at: FieldPath, block: InteractiveBlock) -> None:
    """Report what the calculation of a block lacks, what it does not know, and states and slots that it has not."""
    calculation = PLAYS[block.play]
    sliders = {control.name: position for position, control in enumerate(block.controls)}
    fixed = [name for name in block.parameters if name not in sliders]
    wanted = [name for name in calculation.takes if name not in sliders]
    same_names(collection, entry, (*at, "parameters"), fixed, wanted, "parameter")
    for name, position in sliders.items():
        if name not in calculation.takes:
            place, hint = entry.place(*at, "controls", position, "name"), did_you_mean(name, calculation.takes)
            collection.report(place, "unknown_parameter", f"there is no parameter `{name}`", hint)
    if bool(block.rows) != calculation.on_rows:
        message = f"`{block.play}` works on `rows`" if calculation.on_rows else f"`{block.play}` reads no `rows`"
        hint = "add them: a name and two numbers each" if calculation.on_rows else "delete them"
        collection.report(entry.place(*at, "rows" if block.rows else "play"), "rows", message, hint)
    same_names(collection, entry, (*at, "says"), block.says, calculation.states, "state")
    known = [f"{name}:{form}" for name in calculation.gives for form in NUMBER_FORMATS]
    for state, text in block.says.items():
        known_slots(collection, entry, (*at, "says", state), text, known)


def _answers(collection: Collection, rulebase: RuleBase, entry: Entry, at: FieldPath, answers: GivenAnswers) -> None:
    for id_, given in answers.items():
        question = rulebase.closed_questions.get(id_)
        if question is None:
            hint, place = did_you_mean(id_, rulebase.closed_questions), entry.place(*at, id_, of_key=True)
            collection.report(place, "unknown_question", f"there is no question `{id_}`", hint)
            continue
        accept(collection, entry, (*at, id_), question, given)


def _judged(collection: Collection, rulebase: RuleBase, entry: Entry, at: FieldPath, block: RepairBlock) -> None:
    """Report what is wrong with the answers that are said to be good or not: they belong to what is to be changed."""
    if set(block.mended) != set(block.change) or not set(block.change) <= set(block.answers):
        message, hint = "`mended` and `answers` need every question of `change`", "add what is missing"
        collection.report(entry.place(*at, "change"), "unmended", message, hint)
    for field, judged in (("also_good", block.also_good), ("not_good", block.not_good)):
        for id_, options in judged.items():
            question = rulebase.closed_questions.get(id_)
            if id_ not in block.change or question is None:
                hint, place = did_you_mean(id_, block.change), entry.place(*at, field, id_, of_key=True)
                collection.report(place, "unknown_question", f"`{id_}` is not to be changed here", hint)
                continue
            known = [option.id for option in question.options]
            for position, option in enumerate(options):
                of = position if field == "also_good" else option
                if option not in known:
                    place, hint = entry.place(*at, field, id_, of), did_you_mean(option, known)
                    collection.report(place, "unknown_option", f"`{id_}` has no option `{option}`", hint)
