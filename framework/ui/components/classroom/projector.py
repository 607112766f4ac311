"""The picture on the projector: one headline a step, large enough for the last row."""

from __future__ import annotations

from markupsafe import Markup, escape

from framework.classroom.codes import shown_code
from framework.classroom.counting import QuestionResult
from framework.classroom.results import Result
from framework.classroom.session import Step
from framework.classroom.views import RoomView
from framework.model.listing import listed
from framework.model.printable import paragraphs
from framework.model.rulebase import RuleBase
from framework.store.classes import Classroom
from framework.store.participants import Pulse
from framework.ui.components import spoken
from framework.ui.components.classroom import bars, clock, live, look, source, ticks
from framework.ui.speech import say, say_count


def screen(rulebase: RuleBase, classroom: Classroom, view: RoomView, now: Pulse) -> Markup:
    """The whole picture as HTML."""
    heading, under, body = _content(rulebase, classroom, view)
    time = clock.running(classroom.deadline)
    aside = Markup()
    if view.step is not Step.LOBBY:
        to_join = escape(say("join: {address}, code {code}")).format(
            address=Markup("<b>{}</b>").format(live.typed_address(classroom.code)),
            code=Markup("<b>{}</b>").format(shown_code(classroom.code)),
        )
        here = say("{joined} here", joined=now.joined)
        whole = (to_join if view.step is not Step.CLOSED else Markup(), here, _answered(classroom, now))
        parts = [part for part in whole if part]
        aside = Markup('<span class="aside">{}</span>').format(
            Markup().join(Markup("<span>{}</span>").format(part) for part in parts)
        )
    return Markup(
        '<div class="projector"><div class="head"><h1>{}</h1>{}</div>'
        '<div class="top"><p class="under">{}</p>{}</div>{}</div>'
    ).format(
        heading,
        Markup('<p class="clock">{}</p>').format(time) if time else "",
        under,
        aside,
        body if body else _joining(classroom, now),
    )


def _answered(classroom: Classroom, now: Pulse) -> str:
    if live.is_voting(classroom.step):
        return say("{finished} answered all", finished=live.finished(classroom))
    return say("{answered} voted", answered=now.answered)


def _content(rulebase: RuleBase, classroom: Classroom, view: RoomView) -> tuple[str, str, Markup | None]:
    """Headline, the line under it, and the rest; None for the way to join."""
    step, title, ideas = view.step, view.title, view.kind == "ideas"
    if step is Step.LOBBY:
        return title, say("Join with your phone. Nobody asks who you are."), None
    if step is Step.FIRST_VOTE:
        heading = say("Answer for your own idea") if ideas else say("Answer alone")
        return heading, say("{title} · first vote", title=title), _case(view)
    if step is Step.COUNTED:
        return (
            say("The vote is closed"),
            say("{title} · first vote", title=title),
            _panel(say("Look up."), say("Your instructor goes on in a moment.")),
        )
    if step is Step.HISTOGRAM and ideas:
        return say("What your ideas come to"), say("{title} · first vote closed", title=title), _advice(rulebase, view)
    if step is Step.HISTOGRAM:
        return (
            _parting(rulebase, view.first),
            say("{title} · first vote closed", title=title),
            _rows(rulebase, view.first, first=True),
        )
    if step is Step.DISCUSSION:
        heading = say("Find your partner") if classroom.pairs else say("Talk with your neighbours")
        shown = Markup()
        if view.first:
            differ = _panel(_parting(rulebase, view.first)) + _rows(rulebase, view.first)
            shown = _advice(rulebase, view) if ideas else differ
        return heading, say("{title} · discussion", title=title), _to_discuss(rulebase, classroom) + shown
    if step is Step.SECOND_VOTE:
        return say("Answer again, alone"), say("{title} · second vote", title=title), _case(view)
    return _outcome(rulebase, view)


def _joining(classroom: Classroom, now: Pulse) -> Markup:
    return Markup(
        '<div class="lobby">{}<div><p class="address">{}</p><p class="code">{}</p><p>{}</p></div></div>'
    ).format(
        look.qr(live.join_address(classroom.code)),
        live.typed_address(classroom.code),
        shown_code(classroom.code),
        say_count(now.joined, "{number} person is here", "{number} people are here"),
    )


def _case(view: RoomView) -> Markup:
    """The description; one of the rules is a single paragraph, as `spoken` needs it. `fit.js` shows the last sentence
    where it leaves lines out.
    """
    lines = Markup().join(Markup("<p>{}</p>").format(spoken.inline(line)) for line in paragraphs(view.description))
    if not lines:
        return Markup("<p></p>")
    more = Markup('<p class="more" hidden>… {}</p>').format(say("The whole text is on the phones."))
    return Markup('<div class="panel case">{}{}</div>').format(lines, more)


def _panel(big: str, *small: str) -> Markup:
    lines = Markup().join(Markup("<p>{}</p>").format(line) for line in small)
    return Markup('<div class="panel"><p class="big">{}</p>{}</div>').format(big, lines)


def _to_discuss(rulebase: RuleBase, classroom: Classroom) -> Markup:
    """Whom to talk with, and about what."""
    ready = rulebase.ready_class.get(classroom.plan.ready)
    question = [ready.question_to_discuss] if ready else []
    if classroom.plan.kind == "ideas":
        return _panel(
            say("Look at your phone: it names the person.")
            if classroom.pairs
            else say("Look at your phone: it has a question."),
            say("Explain your ideas to each other."),
            say("Discuss the answer of which you are least sure."),
        )
    if not classroom.pairs:
        return _panel(
            say("Look at your phone: it has a question."),
            say("Your results are the same."),
            *question,
        )
    return _panel(
        say("Look at your phone: it names the person."),
        say("Very few answers make your advice differ. Convince each other."),
        *(say("Then discuss: {question}", question=each) for each in question),
    )


def _parting(rulebase: RuleBase, result: Result | None) -> str:
    if result is None:
        return say("The first vote is closed")
    if result.agreed:
        return say("You agree on the advice" if len(result.agreed) == 1 else "Your answers leave the advice open")
    if result.deciding is None:
        return say("No single answer makes you differ")
    if result.headline is None:
        return say("Your advice differs")
    return say("You disagree most on: {short}", short=rulebase.questions[result.headline].short)


def _rows(rulebase: RuleBase, result: Result | None, *, first: bool = False) -> Markup:
    """The questions that make most of the difference; the meaning of the letters for the one in the headline."""
    if result is None or not result.questions:
        return _too_few()
    shown = result.questions[: bars.MAX_QUESTIONS]
    top = result.headline or shown[0].question
    rows = Markup().join(
        Markup('<div class="row{}"><span>{}</span>{}</div>').format(
            " first" if item.question == top else "", _name(rulebase, item, result), _answers(rulebase, item)
        )
        for item in shown
    )
    told = any(item.counted.parts() for item in shown)
    note = _small(say("Phones say what the letters mean.")) if told else Markup()
    note += _small(say(bars.HELD_BACK)) if bars.holds_back(*(item.counted for item in shown)) else Markup()
    if not first:
        return rows + note
    counted = result.on(top)
    legend = bars.legend(bars.in_order(rulebase, top, [counted])) if counted else Markup()
    return rows + note + Markup('<div class="panel"><p>{}</p>{}</div>').format(rulebase.questions[top].text, legend)


def _name(rulebase: RuleBase, item: QuestionResult, result: Result) -> str:
    """What the bar of a question is about, and how many answered it, where that is not everybody."""
    told = bars.reached(item, result)
    return f"{rulebase.questions[item.question].short} ({told})" if told else rulebase.questions[item.question].short


def _answers(rulebase: RuleBase, item: QuestionResult) -> Markup:
    """The bar of one question, or where several answers may hold, one for each of them."""
    short, found = rulebase.questions[item.question].short, item.counted
    rows = bars.in_order(rulebase, item.question, [found])[0]
    return ticks.letters(rows, found.answered, short) if found.several else bars.bar(rows, short)


def _outcome(rulebase: RuleBase, view: RoomView) -> tuple[str, str, Markup]:
    case = rulebase.case.get(view.case or "")
    room = _advice(rulebase, view)
    over = view.step is Step.CLOSED
    advised = say("What your ideas come to") if view.kind == "ideas" else say("What you advise")
    heading = say("Thank you. To keep your result, tap “Keep as an idea of my own”") if over else advised
    if case is None:
        return heading, say("{title} · after the second vote", title=view.title), room
    names = listed([rulebase.verdict[id_].short for id_ in case.expected.acceptable_verdicts], say("or"))
    published = Markup(
        '<div class="panel"><p>{}</p><p class="big">{}</p><p>{}</p><p>{}</p><p class="small">{}</p></div>'
    ).format(
        say("Published"),
        names,
        spoken.inline(case.source.what_it_says),
        spoken.inline(case.lesson or ""),
        source.of(case),
    )
    return heading, say("{title} · after the second vote", title=view.title), room + published


def _advice(rulebase: RuleBase, view: RoomView) -> Markup:
    """What the room advised in each vote about which there are figures; of ideas, how many came to what."""
    ideas = view.kind == "ideas"
    if view.first and view.second and any(each.verdicts.parts() for each in (view.first, view.second)):
        return bars.verdicts_twice(rulebase, view.first, view.second, ideas=ideas)
    only = view.second or view.first
    if only is None:
        return _too_few()
    held = _small(say(bars.HELD_BACK)) if bars.holds_back(only.verdicts) else Markup()
    return bars.verdicts(rulebase, only, ideas=ideas) + held


def _too_few() -> Markup:
    return _panel(say("Fewer than five have answered."), say("So nothing is shown.")) + _small(say(bars.HELD_BACK))


def _small(text: str) -> Markup:
    return Markup('<p class="small">{}</p>').format(text)
