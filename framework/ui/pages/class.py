"""Open a class: three ready ones, a case of the library, one's own, or an idea of each group."""

from __future__ import annotations

import streamlit as st

from framework.classroom.plan import DAYS, MAX_DESCRIPTION, MAX_TITLE, USUAL_DAYS, Plan, plan_of_case
from framework.classroom.short_path import MAX_QUESTIONS
from framework.errors import UserError
from framework.model.listing import alphabetical
from framework.model.printable import printable_lines
from framework.model.rulebase import RuleBase
from framework.ui import device, links, memory, resources, trials
from framework.ui.components import spoken, text_field
from framework.ui.components.classroom import bars, exercise_sheet, keeping, lead
from framework.ui.escaping import md
from framework.ui.notices import notify, notify_of
from framework.ui.speech import say, say_count

KINDS = {
    "case": say("A worked case"),
    "own": say("A case of my own"),
    "ideas": say("Each group brings its own idea"),
}


def show() -> None:
    """The page."""
    rulebase = resources.rules()
    st.title(say("Teach with it"), anchor=False)
    st.markdown(
        say(
            "Students join by phone, answer alone, see where the room disagrees, convince each other and answer again. "
            "Then you show what was published. It takes fifteen minutes and needs no accounts."
        )
    )
    links.link("join", say("Are you a student? Join with your class code"), icon=":material/login:")
    keeping.opened_here()
    if trials.allows_classes():
        _open_one(rulebase)
    else:
        st.info(
            say(
                "No class can be opened under rules that you are trying: several processes serve this application, and "
                "only one of them has these rules. Half of the phones would not find the class. Whoever runs the "
                "application can start it with these rules: `SHOULD_I_USE_ML_RULES` or `SHOULD_I_USE_ML_OVERLAY` names "
                "their folder."
            ),
            icon=":material/science:",
        )
    if rulebase.exercises:
        st.header(say("An exercise sheet"), anchor=False)
        exercise_sheet.show(rulebase)


def _open_one(rulebase: RuleBase) -> None:
    """All that an instructor chooses before opening a class, and the buttons that open one."""
    st.toggle(say(lead.SMALL), key="small", help=say("For a small group. Students are told when they join."))
    if not memory.value_of("small"):
        st.caption(say(bars.HELD_BACK))
    with st.expander(say("What you can keep, and for how long")):
        st.toggle(
            say("Let me take home the answers of each participant, under the nickname"),
            key="keeps_answers",
            help=say("Students are told when they join. Without it, you get totals only."),
        )
        days = memory.begin_with("days", USUAL_DAYS)
        st.radio(say("Delete everything after"), DAYS, key=days, format_func=_days, horizontal=True)
    st.caption(say("None of this can be changed once the class is open."))
    if rulebase.classes:
        st.header(say("Ready classes"), anchor=False)
        for ready in rulebase.classes:
            with st.container(border=True, key=f"ready_{ready.id}"):
                st.markdown(f"**{md(ready.title)}**")
                spoken.prose(ready.about, f"about_{ready.id}")
                spoken.noted([rulebase.case[ready.case].description])
                if st.button(say("Open this class"), key=f"open_{ready.id}", icon=":material/groups:", type="primary"):
                    case = rulebase.case[ready.case]
                    chosen = {**_chosen(), "ready": ready.id, "title": ready.title}
                    _open(plan_of_case(rulebase, case, chosen, questions=ready.questions))
    st.header(say("Another class"), anchor=False)
    _another(rulebase)
    after = _days(int(memory.value_of("days") or USUAL_DAYS))
    st.caption(
        " ".join(
            (
                say("Trying it the evening before? Open a class and add simulated students."),
                say("A class is deleted by itself after {days}.", days=after),
            )
        )
    )


def _another(rulebase: RuleBase) -> None:
    kinds = [kind for kind in KINDS if kind != "case" or rulebase.cases]
    kind = st.radio(say("What is it about?"), kinds, key="kind", format_func=KINDS.__getitem__)
    if kind == "case":
        cases = sorted(rulebase.cases, key=lambda case: alphabetical(case.title))
        chosen = st.selectbox(say("Case"), cases, key="class_case", format_func=lambda case: case.title)
        spoken.noted([chosen.description])
        spoken.prose(chosen.description, "case")
        full = st.radio(
            say("How many questions?"),
            [False, True],
            key="full",
            format_func=lambda whole: (
                say("All that can matter") if whole else say("The few that decide (at most {most})", most=MAX_QUESTIONS)
            ),
        )
        if st.button(say("Open this class"), key="open_case", icon=":material/groups:"):
            _open(plan_of_case(rulebase, chosen, _chosen(), full=full))
        return
    title = text_field.line(say("Title"), "own_title", MAX_TITLE, placeholder=say("What the room is to advise on"))
    label = say("Description") if kind == "own" else say("What the groups are to do")
    description = text_field.area(label, "own_description", MAX_DESCRIPTION)
    st.caption(say("Everybody is asked what can still matter for their own answers: about ten questions."))
    opened = st.button(say("Open this class"), key="open_own", icon=":material/groups:")
    if not opened or title is None or description is None:
        return
    if not title:
        notify(say("Give the class a title first."), ":material/error:")
        st.rerun()
    texts = {"title": title, "description": printable_lines(description)}
    manifest = {"rulebase": rulebase.manifest.id, "digest": rulebase.digest}
    _open(Plan.model_validate({"kind": kind, **texts, **manifest, **_chosen()}))


def _chosen() -> dict[str, object]:
    return {
        "keeps_answers": bool(memory.value_of("keeps_answers")),
        "small": bool(memory.value_of("small")),
        "days": memory.value_of("days") or USUAL_DAYS,
    }


def _open(plan: Plan) -> None:
    try:
        classroom = resources.store().classes.open(plan)
    except UserError as error:
        notify_of(error)
        return
    device.keep_class(classroom.lead_key)
    links.leave("class_lead", lead=classroom.lead_key)


def _days(days: int) -> str:
    return say_count(days, "a day", "{number} days")


with st.container(key="read_class"):
    show()
