"""The decision as a column of gates: a sheet that a gate does not stop reaches the next. Shares are exact."""

from __future__ import annotations

from dataclasses import dataclass

from framework.languages.catalogue import say, to_say
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.reasoning.reasoner import reasoner_for
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import SIZE, Look, figure, lines_of, percent, text

WIDTH = 42
"""Characters in one line over a bar."""

STOP, CONTINUE = to_say("stop {share}"), to_say("continue {share} ↓")

BAR, LINE, GAP = 24, 17, 18
"""Heights of a bar, of a line over it, and of the gap to the next gate, in px."""


@dataclass(frozen=True)
class Gate:
    """One outcome in order of precedence, and the share of answer sheets it settles."""

    outcome: str
    verdict: str
    number: int
    rules: int
    reached: float
    """Share of all complete answer sheets that no earlier gate has settled, 0..1."""
    settled: float
    """Share of all complete answer sheets that this gate settles, 0..1."""

    @property
    def here(self) -> float:
        """Share settled of the sheets that reach this gate, 0..1."""
        return self.settled / self.reached if self.reached else 0.0


def gates(rulebase: RuleBase) -> tuple[Gate, ...]:
    """Every gate in order. Each complete set of answers counts once, however likely it is in reality."""
    counts = reasoner_for(rulebase).outcomes.count()
    total = left = sum(counts.values())
    found = []
    for number, (id_, outcome) in enumerate(rulebase.outcome.items(), start=1):
        own = counts.get(id_, 0)
        verdict = rulebase.verdict_of[id_].id
        found.append(Gate(id_, verdict, number, len(outcome.rules), left / total, own / total))
        left -= own
    return tuple(found)


def decision_map(rulebase: RuleBase, assessment: Assessment | None, look: Look) -> Drawing:
    """The gates from top to bottom; with an assessment, the outcomes that are still possible are marked."""
    rows, language = gates(rulebase), rulebase.language
    titles = [f"{gate.number}. {rulebase.outcome[gate.outcome].title}" for gate in rows]
    heights = [lines_of(title, WIDTH) * LINE + LINE + BAR + 4 for title in titles]
    height = sum(heights) + GAP * len(rows)
    drawn = figure(look, height + 8, margin={"l": 2, "r": 2, "t": 4, "b": 4})
    drawn.update_xaxes(visible=False, range=[0, 1])
    drawn.update_yaxes(visible=False, range=[-height, 0])
    top = 0
    for gate, title, row_height in zip(rows, titles, heights, strict=True):
        verdict = rulebase.verdict[gate.verdict]
        colour, low = look.hue(verdict.colour), top - row_height
        marked = assessment is not None and gate.outcome in assessment.possible_outcomes
        mark = ""
        if assessment is not None and marked:
            here = len(assessment.possible_outcomes) == 1
            mark = f" ◀ {say(language, 'you are here') if here else say(language, 'still possible')}"
        below = f"<span style='font-size:{SIZE - 1}px'>{text(verdict.short)}{mark}</span>"
        words = f"<b>{text(title, WIDTH)}</b><br>{below}"
        drawn.add_annotation(
            x=0,
            y=top,
            xanchor="left",
            yanchor="top",
            align="left",
            showarrow=False,
            text=words,
            borderpad=0,
            font={"size": SIZE, "color": look.ink},
        )
        drawn.add_shape(
            type="rect", x0=0, x1=1, y0=low, y1=low + BAR, fillcolor=look.panel, line={"color": look.line, "width": 1}
        )
        drawn.add_shape(
            type="rect", x0=0, x1=max(gate.here, 0.004), y0=low, y1=low + BAR, fillcolor=colour, line={"width": 0}
        )
        stops, goes = (
            say(language, said, share=percent(share, language))
            for said, share in ((STOP, gate.here), (CONTINUE, 1 - gate.here))
        )
        wide = gate.here > 0.45
        drawn.add_annotation(
            x=0.01 if wide else gate.here + 0.01,
            y=low + BAR / 2,
            xanchor="left",
            showarrow=False,
            text=stops,
            font={"size": SIZE - 1, "color": look.paper if wide else look.ink},
        )
        if gate.here < 0.7:
            drawn.add_annotation(
                x=0.99,
                y=low + BAR / 2,
                xanchor="right",
                showarrow=False,
                text=goes,
                font={"size": SIZE - 1, "color": look.soft},
            )
        top -= row_height + GAP
    return drawn
