"""The lessons: one page each, and a list of them."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.model.content import Lesson, LessonPart, Loss
from framework.model.rule_id import CRITERIA, rule_id
from framework.model.rulebase import RuleBase
from framework.report.charts import LOSS_FIGURES
from framework.ui import address, links, resources
from framework.ui.components import charts, document, statement
from framework.ui.components.statement import href
from framework.ui.escaping import md, one_or_many


def show(rulebase: RuleBase, id_: str | None) -> None:
    """The lesson with this id, or all of them."""
    lesson = rulebase.lesson.get(id_ or "")
    if lesson:
        _lesson(rulebase, lesson)
        return
    st.title("Lessons", anchor=False)
    if id_:
        st.markdown("There is no lesson at this address. These are all the lessons:")
    if not rulebase.lesson:
        st.markdown("These rules have no lessons.")
        return
    minutes = sum(lesson.minutes for lesson in rulebase.lessons)
    st.markdown(
        f"{one_or_many(len(rulebase.lessons), 'lesson', 'lessons')}, {minutes} minutes in all. "
        "The brief applies all of them."
    )
    for number, lesson in enumerate(rulebase.lesson.values(), start=1):
        with st.container(border=True, key=f"lesson_{lesson.id}", gap="small"):
            links.link("learn", f"**{number}. {md(lesson.title)}**", lesson=lesson.id)
            st.markdown(md(lesson.summary))
            st.caption(one_or_many(lesson.minutes, "minute", "minutes"))


def _lesson(rulebase: RuleBase, lesson: Lesson) -> None:
    order = list(rulebase.lesson.values())
    number = order.index(lesson)
    links.link("learn", "All lessons", icon=":material/arrow_back:")
    st.title(md(lesson.title), anchor=False)
    st.caption(f"Lesson {number + 1} of {len(order)}, {one_or_many(lesson.minutes, 'minute', 'minutes')}")
    st.markdown(f"**{md(lesson.summary)}**")
    shown: set[str] = set()
    for part in lesson.parts:
        _part(rulebase, part, shown)
    if shown:
        _other_losses(rulebase, shown)
    if lesson.facts:
        st.header("Key facts", anchor="facts")
        items = Markup().join(
            Markup('<li class="plain">{}<br><span class="soft small">{}</span></li>').format(
                fact.text, statement.sources(rulebase, fact.sources)
            )
            for fact in lesson.facts
        )
        st.html(Markup('<div class="doc"><ul class="lines">{}</ul></div>').format(items))
    with st.container(border=True, key="try_this"):
        st.header("Try this", anchor="try")
        st.markdown(md(lesson.try_this))
    st.header("Where it is applied", anchor="applied")
    st.markdown(md(lesson.applied))
    _criteria(rulebase, lesson)
    st.html(
        Markup('<div class="doc"><p class="soft small">Sources:<br>{}</p></div>').format(
            statement.sources(rulebase, lesson.sources)
        )
    )
    with st.container(horizontal=True, key="actions_lesson"):
        if number:
            links.link("learn", md(order[number - 1].title), icon=":material/arrow_back:", lesson=order[number - 1].id)
        if number + 1 < len(order):
            links.link(
                "learn",
                f"Next: {md(order[number + 1].title)}",
                icon=":material/arrow_forward:",
                lesson=order[number + 1].id,
            )


def _part(rulebase: RuleBase, part: LessonPart, shown: set[str]) -> None:
    st.header(md(part.heading))
    points = Markup().join(Markup("<li>{}</li>").format(point) for point in part.points)
    source = statement.sources(rulebase, part.sources)
    listed = Markup("<ul>{}</ul>").format(points) if points else ""
    folded = (
        Markup('<details class="more"><summary>Sources</summary><p class="small">{}</p></details>').format(source)
        if source
        else ""
    )
    st.html(Markup('<div class="doc"><p>{}</p>{}{}</div>').format(part.text, listed, folded))
    words = " ".join((part.heading, part.text, *part.points)).casefold()
    named = [loss for loss in _pictured(rulebase) if loss.name.casefold() in words]
    for loss in sorted(named, key=lambda loss: words.index(loss.name.casefold())):
        _loss(rulebase, loss, shown)


def _pictured(rulebase: RuleBase) -> list[Loss]:
    """Every loss that has a figure, in the order of the task types."""
    return [loss for task in rulebase.task.values() for loss in task.losses if loss.id in LOSS_FIGURES]


def _loss(rulebase: RuleBase, loss: Loss, shown: set[str]) -> None:
    name = LOSS_FIGURES[loss.id or ""]
    if name in shown:
        return
    shown.add(name)
    st.markdown(f"**{md(loss.name)}.** {md(loss.choose_when)}")
    charts.show(name, rulebase, alt=f"{loss.name}: a small worked example", key="_lesson")


def _other_losses(rulebase: RuleBase, shown: set[str]) -> None:
    rest = [loss for loss in _pictured(rulebase) if LOSS_FIGURES[loss.id or ""] not in shown]
    if rest:
        with st.expander("Others, each with a small example"):
            for loss in rest:
                _loss(rulebase, loss, shown)


def _criteria(rulebase: RuleBase, lesson: Lesson) -> None:
    own = [criterion for criterion in rulebase.criteria if criterion.lesson == lesson.id]
    if not own:
        return
    items = Markup().join(
        Markup('<li><a class="chip" href="{}">{}</a></li>').format(
            href("rule", rule=rule_id(CRITERIA, one.id)), one.title
        )
        for one in own
    )
    st.html(Markup('<div class="doc"><h3>Criteria based on it</h3><ul class="chips">{}</ul></div>').format(items))


document.style()
with st.container(key="read_learn"):
    show(resources.rules(), address.param("lesson"))
