"""The shape of the interview fits its questions: groups, distinctions, what is asked first, and the rare stops."""

from __future__ import annotations

from framework.errors import Place, did_you_mean
from framework.model.base import FieldPath
from framework.model.condition import names_in
from framework.model.interview import Stop
from framework.model.question import Question
from framework.rulebase.checks.ids import once
from framework.rulebase.checks.names import Names
from framework.rulebase.collection import Collection, Entry


def check(collection: Collection, names: Names) -> None:
    """Note every group, distinction, opening question or statement that does not fit its question."""
    for entry in collection.all("questions"):
        for index, question in enumerate(entry.value.questions):
            if question.groups:
                _groups(collection, entry, ("questions", index), question)
            _distinctions(collection, entry, ("questions", index), question)
    if collection.manifest is None:
        return
    opening: tuple[str, ...] = collection.manifest.value.interview.opening
    for index, id_ in enumerate(opening):
        place = collection.manifest.place("interview", "opening", index)
        if id_ in opening[:index]:
            collection.report(place, "duplicate_id", f"`{id_}` is listed twice")
        _question(collection, names, id_, place)
    _stops(collection, names, collection.manifest)


def _groups(collection: Collection, entry: Entry, at: FieldPath, question: Question) -> None:
    """Every option of a question with groups is in exactly one of them."""
    options = [option.id for option in question.options]
    ids: dict[str, Place] = {}
    grouped: dict[str, Place] = {}
    for number, group in enumerate(question.groups):
        place = entry.place(*at, "groups", number, "id")
        once(collection, ids, group.id, place)
        for position, id_ in enumerate(group.options):
            place = entry.place(*at, "groups", number, "options", position)
            if id_ not in options:
                message = f"`{question.id}` has no option `{id_}`"
                collection.report(place, "unknown_option", message, did_you_mean(id_, options))
            elif id_ in grouped:
                message = f"the option `{id_}` is in a group already"
                collection.report(place, "option_in_two_groups", message, f"first used at {grouped[id_]}")
            grouped.setdefault(id_, place)
    for number, id_ in enumerate(options):
        if id_ not in grouped:
            place = entry.place(*at, "options", number, "id")
            message = f"the option `{id_}` is in no group, so nobody can choose it"
            collection.report(place, "ungrouped_option", message, "put it into one")


def _distinctions(collection: Collection, entry: Entry, at: FieldPath, question: Question) -> None:
    """Each is between different options of a question with one answer, and no two are between the same."""
    options = [option.id for option in question.options]
    ids: dict[str, Place] = {}
    between: dict[frozenset[str], Place] = {}
    for number, found in enumerate(question.distinctions):
        place = entry.place(*at, "distinctions", number, "id")
        if question.kind != "one":
            message = f"`{question.id}` is no question with one answer, so nobody is between its options"
            collection.report(place, "distinction_not_needed", message, "leave it out")
        once(collection, ids, found.id, place)
        place = entry.place(*at, "distinctions", number, "options")
        for position, id_ in enumerate(found.options):
            here = entry.place(*at, "distinctions", number, "options", position)
            if id_ not in options:
                message = f"`{question.id}` has no option `{id_}`"
                collection.report(here, "unknown_option", message, did_you_mean(id_, options))
            elif id_ in found.options[:position]:
                collection.report(here, "duplicate_id", f"`{id_}` is listed twice")
        chosen = frozenset(found.options)
        if chosen in between:
            message = "these options are told apart already"
            collection.report(place, "duplicate_distinction", message, f"first at {between[chosen]}")
        between.setdefault(chosen, place)


def _stops(collection: Collection, names: Names, manifest: Entry) -> None:
    stops = manifest.value.interview.stops
    if stops is None:
        return
    ids: dict[str, Place] = {}
    on_screen: dict[str, dict[str, Place]] = {}
    for number, stop in enumerate(stops.statements):
        at: FieldPath = ("interview", "stops", "statements", number)
        place = manifest.place(*at, "id")
        once(collection, ids, stop.id, place)
        if _question(collection, names, stop.question, manifest.place(*at, "question")):
            taken = on_screen.setdefault(stop.question, {})
            _statement(collection, manifest, at, stop, names.questions[stop.question], taken)
        read = {leaf.name for leaf in names_in(stop.when)} if stop.when is not None else set()
        for id_ in sorted(read - {*manifest.value.interview.opening}):
            message = f"`{id_}` is not among the questions that are asked first, so its answer is not known here"
            collection.report(manifest.place(*at, "when"), "stop_too_early", message, "name only those in `opening`")
    for id_, taken in on_screen.items():
        _together(collection, names.questions[id_], taken, _first(manifest, id_))


def _first(manifest: Entry, question: str) -> Place:
    """Where the screen first speaks of a question."""
    found = [stop.question for stop in manifest.value.interview.stops.statements]
    return manifest.place("interview", "stops", "statements", found.index(question), "question")


def _statement(
    collection: Collection, manifest: Entry, at: FieldPath, stop: Stop, question: Question, taken: dict[str, Place]
) -> None:
    """One statement names options of its question that no other one names."""
    options = [option.id for option in question.options]
    for index, id_ in enumerate(stop.options):
        place = manifest.place(*at, "options", index)
        if id_ not in options:
            message = f"`{question.id}` has no option `{id_}`"
            collection.report(place, "unknown_option", message, did_you_mean(id_, options))
        elif id_ in taken:
            message = f"a statement about the option `{id_}` is there already"
            collection.report(place, "option_in_two_statements", message, f"first used at {taken[id_]}")
        taken.setdefault(id_, place)
    if question.kind == "many" and len(stop.options) > 1:
        message = f"several answers to `{question.id}` can hold, so a statement stands for one option"
        collection.report(manifest.place(*at, "options"), "stops_many", message, "a statement for each option")


def _together(collection: Collection, question: Question, taken: dict[str, Place], place: Place) -> None:
    """The statements about one question leave an answer for the case that none of them holds, and only that."""
    options = {option.id for option in question.options}
    if question.kind == "one":
        if options <= taken.keys():
            message = f"the statements cover every option of `{question.id}`, so one of them always holds"
            collection.report(place, "stops_cover_all", message, "leave out those that are not rare")
        return
    alone = {option.id for option in question.options if option.exclusive}
    if len(alone) != 1:
        message = f"`{question.id}` needs exactly one exclusive option, for the case that no statement holds"
        collection.report(place, "stops_many", message, "add one, or take the question off the screen")
    elif options & taken.keys() != options - alone:
        message = f"the statements about `{question.id}` must cover all its options but the exclusive one"
        collection.report(place, "stops_many", message, "add or remove statements until they do")


def _question(collection: Collection, names: Names, id_: str, place: Place) -> bool:
    """Whether this is a closed question; noted, where it is none."""
    if id_ in names.options:
        return True
    if names.knows("question"):
        message = f"there is no closed question `{id_}`"
        collection.report(place, "unknown_question", message, did_you_mean(id_, names.options))
    return False
