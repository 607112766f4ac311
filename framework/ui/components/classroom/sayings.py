"""What somebody who leads a class says to the room at each step."""

from __future__ import annotations

from framework.classroom.session import Step
from framework.store.classes import Classroom
from framework.ui.components.classroom import live
from framework.ui.speech import to_say

SAY = {
    Step.LOBBY: to_say("Say: open the address or scan the code. You get a nickname; nobody asks who you are."),
    Step.FIRST_VOTE: to_say("Say: read the case and answer alone. You can change an answer until I close the vote."),
    Step.COUNTED: to_say(
        "Only you see the results below. If most agree already, skip to the discussion or go on quickly."
    ),
    Step.HISTOGRAM: to_say("Say: here you differ. Do not say yet who is right."),
    Step.DISCUSSION: to_say("Say: find the person on your phone. Very few answers make your advice differ."),
    Step.SECOND_VOTE: to_say(
        "Say: answer again, alone. Changing your mind is allowed, and so is keeping it. What you do not answer again "
        "stays as in your first vote."
    ),
    Step.REVEAL: to_say("Compare with what was published. Ask somebody who changed their mind why."),
    Step.CLOSED: to_say(
        "Say: tap “Keep as an idea of my own” to keep your result. What you do not keep is deleted with the class."
    ),
}

SAY_ALIKE = {
    Step.HISTOGRAM: to_say("Say: you agree on the advice. Where your answers differ, that does not change it."),
    Step.DISCUSSION: to_say(
        "Say: your results are the same. Your phone has a question to discuss with your neighbours."
    ),
}
"""Where no answer changes the advice, and where nobody has a partner."""

SAY_OPEN = to_say("Say: the answers of each of you leave the advice open. Where they differ, that does not change it.")
SAY_TOGETHER = to_say("Say: no single answer makes you differ, only several together. Do not say yet who is right.")
"""Where no answer alone changes the advice and yet there is none that all agree on."""

SAY_NOTHING_SHOWN = to_say("Say: so few of you have voted that nothing is shown. Then go on to the discussion.")

SAY_OWN_CASE = {Step.REVEAL: to_say("Compare both votes. Ask somebody who changed their mind why.")}
"""In their place where nothing was published about the case."""

SAY_OWN_IDEAS = {
    Step.FIRST_VOTE: to_say(
        "Say: write down your idea and answer for it. You can change an answer until I close the vote."
    ),
    Step.COUNTED: to_say("Only you see the results below. You can skip to the discussion without showing them."),
    Step.HISTOGRAM: to_say("Say: this is what your ideas come to. Different ideas may well lead to different advice."),
    Step.DISCUSSION: to_say(
        "Say: find the person on your phone. Explain your ideas to each other, and discuss the answer of which you are "
        "least sure."
    ),
    Step.REVEAL: to_say("Compare both votes. Ask somebody whose advice changed which answer changed it."),
}
"""In their place where each group brings an idea of its own: that ideas differ is no disagreement."""

SAY_NO_PAIRS = to_say("Say: talk with your neighbours about the answer of which you are least sure.")
"""To the same, where fewer than two have voted."""


def to_tell(classroom: Classroom) -> str:
    """What there is to say or do at the present step: a text of the interface."""
    first = live.both_rounds(classroom, done=False).first if classroom.step is Step.HISTOGRAM else None
    alike = (first and first.agreed) or (classroom.step is Step.DISCUSSION and not classroom.pairs)
    own = {"own": SAY_OWN_CASE, "ideas": SAY_OWN_IDEAS}.get(classroom.plan.kind, {})
    if classroom.step is Step.HISTOGRAM and first is None:
        return SAY_NOTHING_SHOWN
    if classroom.plan.kind == "ideas" and classroom.step is Step.DISCUSSION and not classroom.pairs:
        return SAY_NO_PAIRS
    if classroom.step in own:
        return own[classroom.step]
    if first and len(first.agreed) > 1:
        return SAY_OPEN
    if first and first.deciding is None and not first.agreed:
        return SAY_TOGETHER
    return SAY_ALIKE[classroom.step] if alike else SAY[classroom.step]
