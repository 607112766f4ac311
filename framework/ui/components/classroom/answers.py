"""One question with the answers of the room, on a phone."""

from __future__ import annotations

from markupsafe import Markup

from framework.classroom.counting import QuestionResult
from framework.classroom.votes import Counted
from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.ui.components import spoken
from framework.ui.components.classroom import bars, ticks
from framework.ui.speech import say


def question(
    rulebase: RuleBase,
    result: QuestionResult,
    before: Counted[Answer] | None = None,
    mine: Answer | None = None,
    note: str = "",
) -> Markup:
    """One question with its bars and what they mean; with those of the first vote, where there is one `before`. `note`
    stands below the question.
    """
    asked, short = rulebase.questions[result.question].text, rulebase.questions[result.question].short
    rounds = [*([before] if before else []), result.counted]
    votes = bars.in_order(rulebase, result.question, rounds)
    under = Markup('<p class="asked">{}</p>').format(spoken.inline(asked))
    under += Markup('<p class="small soft">{}</p>').format(note) if note else Markup()
    section = Markup('<section class="room-question"><h2>{}</h2>{}{}{}</section>')
    if result.counted.several:
        own = [(option,) for option in mine] if isinstance(mine, tuple) else [mine] if mine else []
        texts = [rulebase.answer_text(result.question, each) for each in own]
        return section.format(short, under, ticks.picture(votes, rounds, texts), "")
    shown = bars.bar(votes[0], short, narrow=True)
    if before:
        shown = Markup().join(
            Markup('<div class="vote"><p>{}</p>{}</div>').format(
                say(name), bars.bar(rows, f"{short}, {say(name)}", narrow=True)
            )
            for name, rows in zip(bars.VOTES, votes, strict=True)
        )
    text = rulebase.answer_text(result.question, mine) if mine is not None else None
    return section.format(short, under, shown, bars.legend(votes, text))
