"""What an instructor does: the next step, the time, how to join, and simulated students."""

from __future__ import annotations

from random import Random

import streamlit as st
from markupsafe import Markup, escape

from framework.classroom import rehearsal
from framework.classroom.codes import shown_code
from framework.classroom.pairing import in_turn, pair
from framework.classroom.pairs import SavedGroup
from framework.classroom.plan import next_question
from framework.classroom.results import compared
from framework.classroom.session import FIRST, NEXT, SECOND, Step, open_round
from framework.classroom.votes import MIN_APART, ballots
from framework.model.answers import Answer
from framework.reasoning.reasoner import reasoner_for
from framework.store.classes import Classroom
from framework.store.participants import Pulse
from framework.ui import memory, resources
from framework.ui.components.classroom import bars, clock, live, look
from framework.ui.components.classroom.sayings import to_tell
from framework.ui.components.interview import guard
from framework.ui.components.pass_on import address_of
from framework.ui.escaping import md
from framework.ui.speech import say, to_say
from framework.ui.trouble import guarded

NAMES = {
    Step.LOBBY: to_say("Join"),
    Step.FIRST_VOTE: to_say("First vote"),
    Step.COUNTED: to_say("Closed"),
    Step.HISTOGRAM: to_say("Results"),
    Step.DISCUSSION: to_say("Discussion"),
    Step.SECOND_VOTE: to_say("Second vote"),
    Step.REVEAL: to_say("Reveal"),
    Step.CLOSED: to_say("End"),
}

BUTTONS = {
    Step.FIRST_VOTE: (to_say("Start the first vote"), ":material/how_to_vote:"),
    Step.COUNTED: (to_say("Close the first vote"), ":material/lock:"),
    Step.HISTOGRAM: (to_say("Show where the room disagrees"), ":material/bar_chart:"),
    Step.DISCUSSION: (to_say("Start the discussion"), ":material/forum:"),
    Step.SECOND_VOTE: (to_say("Start the second vote"), ":material/how_to_vote:"),
    Step.REVEAL: (to_say("Close the vote and reveal"), ":material/visibility:"),
    Step.CLOSED: (to_say("End the class"), ":material/flag:"),
}

OWN_IDEAS = {Step.HISTOGRAM: to_say("Show what the ideas come to")}
"""Labels in place of these where each group brings an idea of its own."""

SMALL = to_say("Show figures about fewer than five participants")
"""The switch for a small group, on the page on which a class is opened."""

_ASKED = "_go_on_asked"
"""The class and the step in which it was asked whether to go on, as no step is gone back to."""

MINUTES = {Step.FIRST_VOTE: 4, Step.DISCUSSION: 4, Step.SECOND_VOTE: 2}
SIMULATED = 30


def way(classroom: Classroom) -> None:
    """The steps, the present one marked."""
    items = Markup().join(
        Markup("<li{}>{}</li>").format(
            Markup(' class="now" aria-current="step"') if step is classroom.step else "", say(name)
        )
        for step, name in NAMES.items()
    )
    st.html(Markup('<ol class="way" aria-label="{}">{}</ol>').format(say("Steps"), items))


def counts(classroom: Classroom, now: Pulse) -> None:
    """How many are here, how many have answered, and the time."""
    time = clock.remaining(classroom.deadline)
    told = [(now.joined, say("joined"))]
    if live.is_voting(classroom.step):
        done = live.finished(classroom)
        told += [(done, say("answered all")), (max(0, now.answered - done), say("still answering"))]
        told.append((max(0, now.joined - now.answered), say("not begun")))  # they may be reading the case
    elif classroom.step is not Step.LOBBY:
        told.append((now.answered, say("voted")))
    numbers = Markup().join(Markup("<span><b>{}</b> {}</span>").format(*each) for each in told)
    code = Markup("<span>{} <b>{}</b></span>").format(say("Code"), shown_code(classroom.code))
    left = Markup("<span>{}</span>").format(time) if time else ""
    st.html(Markup('<p class="counts">{}{}{}</p>').format(numbers, code, left))


def few(classroom: Classroom) -> None:
    """While only a few are here: what that means, if they are all. The question whether to start says it too."""
    if _too_few(classroom) and memory.value_of(_ASKED) != (classroom.key, classroom.step):
        st.caption(f"{say(bars.HELD_BACK)} {for_a_small_group()}")


def for_a_small_group() -> str:
    """Where an instructor has figures about fewer than five switched on."""
    return say(
        "If your group is that small, open a new class and switch on “{switch}” first. It is on the page *Class*.",
        switch=say(SMALL),
    )


PAUSES = 3
"""How many pauses after a step the next one is taken: a second click would close a vote for good."""


def step(classroom: Classroom) -> None:
    """The button for the next step, what to say, and the time."""
    guard.shown(f"lead_{classroom.step.value}")
    with st.container(horizontal=True, key="steps_on", vertical_alignment="center"):
        for number, wanted in enumerate(NEXT[classroom.step]):
            label, icon = BUTTONS[wanted]
            if classroom.plan.kind == "ideas":
                label = OWN_IDEAS.get(wanted, label)
            label = say("Skip: discuss without showing") if number else say(label)
            st.button(
                label, key=f"go_on_{wanted.value}", icon=icon, type="secondary" if number else "primary",
                on_click=guard.once(_go_or_ask, pauses=PAUSES), args=(classroom, wanted),
            )  # fmt: skip
        if classroom.step in MINUTES:
            minutes = 1 if classroom.deadline else MINUTES[classroom.step]
            label = say("Add a minute") if classroom.deadline else say("Set {minutes} minutes", minutes=minutes)
            st.button(label, key="time", icon=":material/timer:", on_click=guarded(_time), args=(classroom, minutes))
        # in a window of its own: this one stays with whoever leads the class
        screen = address_of("class_screen", code=classroom.code)
        st.link_button(say("Open the projector view"), screen, icon=":material/cast:")
    if memory.value_of(_ASKED) == (classroom.key, classroom.step):
        _ask(classroom)
    st.markdown(f"*{md(say(to_tell(classroom)))}*")
    ready = resources.rules().ready_class.get(classroom.plan.ready)
    if ready and classroom.step in (Step.REVEAL, Step.CLOSED):
        st.info(md(ready.closing), icon=":material/record_voice_over:")


def joining(classroom: Classroom) -> None:
    """Address, code and QR code; and simulated students."""
    st.html(
        Markup('<div class="joining">{}<div><p>{}</p><p class="code">{}</p></div></div>').format(
            look.qr(live.join_address(classroom.code)),
            escape(say("Open {address} and type")).format(
                address=Markup("<b>{}</b>").format(live.typed_address(classroom.code))
            ),
            shown_code(classroom.code),
        )
    )
    if live.only_here():
        st.warning(
            say(
                "Phones cannot open this address: it names this computer itself. Start with "
                "`should-i-use-ml serve --address 0.0.0.0` or `make run ADDRESS=0.0.0.0`, and open this page under the "
                "name that your computer has in the network."
            ),
            icon=":material/phonelink_off:",
        )
    simulated = any(person.simulated for person in resources.store().participants.of(classroom.key))
    with st.expander(say("Rehearse with simulated students"), icon=":material/theater_comedy:", expanded=simulated):
        st.markdown(
            say(
                "They answer at random, often like the case. You can remove them until the first vote. To try every "
                "step, use a class that you delete afterwards."
            )
        )
        with st.container(horizontal=True, key="simulated"):
            st.button(
                say("Add {simulated} simulated students", simulated=SIMULATED), key="rehearse",
                icon=":material/group_add:", on_click=guarded(_simulate), args=(classroom,),
            )  # fmt: skip
            if simulated:
                st.button(
                    say("Remove simulated students"), key="rehearsed", icon=":material/group_remove:",
                    on_click=guarded(_remove_simulated), args=(classroom,),
                )  # fmt: skip


def _still_answering(classroom: Classroom) -> tuple[int, int]:
    """How many have not answered all, and how many are here; nobody while no vote is open."""
    now = live.pulse(classroom.key)
    if now is None or not live.is_voting(classroom.step):
        return 0, 0
    return max(0, now.joined - live.finished(classroom)), now.joined


def _too_few(classroom: Classroom) -> int | None:
    """How many have joined, while no vote has begun and so few would see next to nothing of it; otherwise None."""
    now = live.pulse(classroom.key)
    few = now is not None and now.joined < MIN_APART and not classroom.plan.small
    return now.joined if now and few and classroom.step is Step.LOBBY else None


def _go_or_ask(classroom: Classroom, wanted: Step) -> None:
    """No step is gone back to: neither from a vote in which people still answer, nor to one that would show nothing."""
    if _still_answering(classroom)[0] or _too_few(classroom) is not None:
        memory.remember(_ASKED, (classroom.key, classroom.step))
    else:
        _go(classroom, wanted)


def _ask(classroom: Classroom) -> None:
    still, joined = _still_answering(classroom)
    here = _too_few(classroom)
    if here is not None:
        start = (
            say("Joined so far: only {number}. Start anyway?", number=here)
            if here
            else say("Nobody has joined yet. Start anyway?")
        )
        asked, go_on = f"**{start}** {say(bars.HELD_BACK)} {for_a_small_group()}", say("Start anyway")
    elif still:
        asked, go_on = (
            say(
                "**{still} of {joined} have not answered all. Close the vote? It cannot be opened again.**",
                still=still,
                joined=joined,
            ),
            say("Close the vote"),
        )
    else:
        return
    with st.container(border=True, key="asked"):
        st.markdown(asked)
        with st.container(horizontal=True):
            st.button(go_on, key="go_on_anyway", type="primary", on_click=guard.once(_go_on_anyway), args=(classroom,))
            st.button(say("Wait"), key="go_on_later", on_click=guarded(_wait))


def _go_on_anyway(classroom: Classroom) -> None:
    _wait()
    _go(classroom, NEXT[classroom.step][0])


def _wait() -> None:
    memory.remember(_ASKED, None)


def _go(classroom: Classroom, wanted: Step) -> None:
    pairs = _pairs(classroom) if wanted is Step.DISCUSSION else ()
    now = resources.store().classes.go(classroom.lead_key, wanted, pairs)
    round_ = open_round(now.step)
    if round_:
        _simulated_votes(now, round_)


def _pairs(classroom: Classroom) -> tuple[SavedGroup, ...]:
    """Who discusses with whom, from the first vote."""
    votes = ballots(resources.store().votes.of(classroom.key), FIRST)
    names = list(votes)
    if classroom.plan.kind == "ideas":  # in the order of random keys: different ideas need not lead to different advice
        return tuple(SavedGroup(members=members, questions=()) for members in in_turn(names))
    groups = pair(compared(reasoner_for(resources.rules()), classroom.plan, votes))
    return tuple(
        SavedGroup(
            members=tuple(names[index] for index in group.members),
            questions=group.questions,
            not_by_all=tuple(
                id_ for id_ in group.questions if any(id_ not in votes[names[index]] for index in group.members)
            ),
        )
        for group in groups
    )


def _simulated_votes(classroom: Classroom, round_: int) -> None:
    """Simulated students answer at once."""
    rulebase, store = resources.rules(), resources.store()
    simulated = [person for person in store.participants.of(classroom.key) if person.simulated]
    if not simulated:
        return
    case = rulebase.case.get(classroom.plan.case)
    reference = rulebase.accept(case.answers) if case else {}
    before = ballots(store.votes.of(classroom.key), FIRST) if round_ == SECOND else {}
    rng = Random(classroom.key + str(round_))  # noqa: S311 (nothing is secret)
    cast: dict[str, dict[str, Answer]] = {}
    for person in simulated:
        answers: dict[str, Answer] = {}
        while question := next_question(reasoner_for(rulebase), classroom.plan, answers):
            asked = [rulebase.questions[question]]
            answers |= rehearsal.ballot(rng, asked, reference, before.get(person.key))
        cast[person.key] = answers
    store.votes.cast_many(cast, round_)


def _simulate(classroom: Classroom) -> None:
    resources.store().participants.join(classroom.key, resources.rules().nicknames, simulated=SIMULATED)


def _remove_simulated(classroom: Classroom) -> None:
    resources.store().participants.remove_simulated(classroom.key)


def _time(classroom: Classroom, minutes: int) -> None:
    resources.store().classes.set_time(classroom.lead_key, minutes)
