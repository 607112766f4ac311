"""A class in a hall: taken through its steps, and all that its windows are sent."""

from __future__ import annotations

from framework.classroom.session import NEXT, Step
from tests.ui.looking import words


def to(store, room, *steps):
    """The class after these steps."""
    for step in steps:
        room = store.classes.go(room.lead_key, step)
    return room


def all_sent(at) -> str:
    """Everything in the messages to the browser."""
    return "\n".join(str(element.proto) for element in at.main if hasattr(element, "proto")) + words(at)


def figures(at) -> str:
    """Every number that the page shows about answers, with its words, and plain spaces before "%"."""
    found = "\n".join([*(item.value for item in at.html), *(item.value for item in at.markdown)])
    return found.replace("\u00a0%", " %")


def voted(store, room, *given):
    """A class after its first vote, in which one participant gave each of these answers."""
    people = [store.participants.join(room.key, ()) for _ in given]
    room = to(store, room, Step.FIRST_VOTE)
    for person, answers in zip(people, given, strict=True):
        store.votes.cast(person.key, 1, answers)
    return to(store, room, Step.COUNTED), people


def voted_twice(store, room, question, answer):
    """A class of twelve at its reveal, in which `answer` gave what each place answered in each of the two rounds."""
    people = [store.participants.join(room.key, ()) for _ in range(12)]
    for step, round_ in ((Step.FIRST_VOTE, 1), (Step.SECOND_VOTE, 2)):
        while room.step is not step:
            room = to(store, room, NEXT[room.step][0])
        for place, person in enumerate(people):
            store.votes.cast(person.key, round_, {question: answer(place, round_)})
    return to(store, room, Step.REVEAL), people
