"""What each loss rewards and punishes, with a small worked example."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from framework.languages.catalogue import numerals, say
from framework.report.charts.columns import add_columns, name_groups
from framework.report.charts.drawing import Drawing
from framework.report.charts.look import SIZE, Look, plot

HEIGHT = 290
"""In px."""

GIVEN = (0.9, 0.5, 0.1)
"""Probabilities given to the right answer: sure and right, unsure, sure and wrong."""

MISSES = (2.0, 2.0, 2.0, 2.0)
OUTLIER = 12.0

QUANTILE = 0.9

SMALL = 0.01
"""Share of a picture that a small object fills."""


def log_loss(look: Look, language: str) -> Drawing:
    """-ln(p): low for right answers, high for confident wrong ones."""
    across, up = say(language, "Probability given to the right answer"), say(language, "Loss: how bad the mistake is")
    drawn = plot(look, HEIGHT, across, up)
    steps = [step / 100 for step in range(3, 101)]
    _line(drawn, steps, [-math.log(p) for p in steps], look)
    labels = (say(language, "sure, right"), say(language, "unsure"), say(language, "sure, wrong"))
    for p, words, symbol in zip(GIVEN, labels, ("circle", "diamond", "square"), strict=True):
        said = _valued(words, f"{-math.log(p):.4f}", language)
        _mark(drawn, p, -math.log(p), said, look, symbol, left=p > 0.7, along=26)
    drawn.update_xaxes(range=[0, 1.02], nticks=6)
    drawn.update_yaxes(range=[-0.15, 3.6])
    return drawn


def squared_absolute(look: Look, language: str) -> Drawing:
    """Equal errors with and without an outlier, averaged in two ways: absolute (MAE) and squared (RMSE)."""
    drawn = plot(look, HEIGHT, "", say(language, "Average error"))
    groups = (say(language, "four errors of 2"), say(language, "and one of 12"))
    with_outlier = (*MISSES, OUTLIER)
    rows = (
        (say(language, "absolute (MAE)"), [_mae(MISSES), _mae(with_outlier)], "rgba(0,0,0,0)"),
        (say(language, "squared (RMSE)"), [_rmse(MISSES), _rmse(with_outlier)], look.accent),
    )
    _bars(drawn, groups, rows, look, language)
    drawn.update_yaxes(range=[0, 6.8])
    return drawn


def pinball(look: Look, language: str) -> Drawing:
    """Too low costs nine times as much as too high, so the best guess is where nine in ten outcomes lie below it."""
    across = say(language, "How far the guess was off (too high is right of 0)")
    drawn = plot(look, HEIGHT, across, say(language, "Loss for the 0.9 quantile"))
    errors = [step / 10 for step in range(-50, 51)]
    loss = [QUANTILE * -e if e < 0 else (1 - QUANTILE) * e for e in errors]
    _line(drawn, errors, loss, look)
    _mark(drawn, -4, QUANTILE * 4, say(language, "4 too low: 3.6"), look, "square")
    _mark(drawn, 4, (1 - QUANTILE) * 4, say(language, "4 too high: 0.4"), look, "circle", left=True)
    drawn.update_xaxes(range=[-5.2, 5.2])
    return drawn


def poisson(look: Look, language: str) -> Drawing:
    """Three were counted: the loss is lowest at 3, and guessing far too few is punished most."""
    across, up = say(language, "Number expected (3 were counted)"), say(language, "Loss above the minimum")
    drawn = plot(look, HEIGHT, across, up)
    guesses = [step / 20 for step in range(6, 181)]
    _line(drawn, guesses, [_poisson(guess) for guess in guesses], look)
    for guess, symbol in ((1.0, "square"), (3.0, "diamond"), (6.0, "circle")):
        said = _valued(f"{guess:.0f}", f"{_poisson(guess):.2f}", language)
        _mark(drawn, guess, _poisson(guess), said, look, symbol)
    drawn.update_yaxes(range=[-0.3, 3.8])
    return drawn


def pairwise_ranking(look: Look, language: str) -> Drawing:
    """Only the order of two items counts: how far the better one is ahead."""
    across = say(language, "Score of the better one less score of the other")
    drawn = plot(look, HEIGHT, across, say(language, "Loss"))
    ahead = [step / 10 for step in range(-40, 41)]
    _line(drawn, ahead, [math.log1p(math.exp(-a)) for a in ahead], look)
    for at, words, symbol in (
        (-3, say(language, "wrong order"), "square"),
        (0, say(language, "tie"), "diamond"),
        (3, say(language, "right order"), "circle"),
    ):
        value = math.log1p(math.exp(-at))
        _mark(drawn, at, value, _valued(words, f"{value:.2f}", language), look, symbol, left=at > 1)
    drawn.update_yaxes(range=[-0.3, 4.6])
    return drawn


def contrastive(look: Look, language: str) -> Drawing:
    """Two that belong together are pulled close; two that do not are pushed apart, but only up to a margin."""
    drawn = plot(look, HEIGHT, say(language, "Distance between the two"), say(language, "Loss"))
    far = [step / 50 for step in range(0, 76)]
    _line(drawn, far, [d * d for d in far], look)
    _line(drawn, far, [max(0.0, 1 - d) ** 2 for d in far], look, dash="dash")
    _mark(drawn, 1.2, 1.44, say(language, "belong together"), look, "circle", left=True)
    _mark(drawn, 0.1, 0.81, say(language, "do not"), look, "square")
    drawn.update_yaxes(range=[-0.15, 2.3])
    return drawn


def dice(look: Look, language: str) -> Drawing:
    """A small object in a picture: missing it costs almost nothing per pixel, and everything by overlap."""
    drawn = plot(look, HEIGHT, say(language, "An object that fills 1 % of the picture"), say(language, "Loss"))
    found = (0.0, 0.5, 1.0)
    rows = (
        (say(language, "share of wrong pixels"), [SMALL * (1 - share) for share in found], "rgba(0,0,0,0)"),
        (say(language, "overlap (Dice)"), [1 - 2 * share / (1 + share) for share in found], look.accent),
    )
    groups = (say(language, "not found"), say(language, "half found"), say(language, "all found"))
    _bars(drawn, groups, rows, look, language)
    drawn.update_yaxes(range=[0, 1.2])
    return drawn


LOSSES: Mapping[str, Callable[[Look, str], Drawing]] = {
    "log_loss": log_loss,
    "squared_absolute": squared_absolute,
    "pinball": pinball,
    "poisson": poisson,
    "pairwise_ranking": pairwise_ranking,
    "contrastive": contrastive,
    "dice": dice,
}
"""What draws each loss in a language, by its name: the same for every rule base and every idea."""


def _mae(misses: tuple[float, ...]) -> float:
    return sum(abs(miss) for miss in misses) / len(misses)


def _rmse(misses: tuple[float, ...]) -> float:
    return math.sqrt(sum(miss * miss for miss in misses) / len(misses))


def _poisson(guess: float) -> float:
    return (guess - 3 * math.log(guess)) - (3 - 3 * math.log(3))


def _valued(words: str, number: str, language: str) -> str:
    """What a mark stands for, with its height."""
    return f"{words}{say(language, ':')} {numerals(language, number)}"


def _bars(
    drawn: Drawing,
    groups: tuple[str, ...],
    rows: tuple[tuple[str, list[float], str], ...],
    look: Look,
    language: str,
) -> None:
    """Groups of bars, hollow and filled, each labelled with its value."""
    for number, (name, values, colour) in enumerate(rows):
        add_columns(
            drawn,
            values,
            name,
            number=number,
            of=len(rows),
            text=[numerals(language, f"{value:.2f}") for value in values],
            textposition="outside",
            textfont={"color": look.ink},
            cliponaxis=False,
            marker={"color": colour, "line": {"color": look.ink, "width": 1}},
        )
    name_groups(drawn, groups)
    drawn.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.12, "yanchor": "bottom", "font": {"size": SIZE - 1}},
        margin={"l": 8, "r": 8, "t": 70, "b": 8},
    )


def _line(drawn: Drawing, across: list[float], up: list[float], look: Look, dash: str = "solid") -> None:
    drawn.add_scatter(x=across, y=up, mode="lines", line={"color": look.accent, "width": 3, "dash": dash})


def _mark(
    drawn: Drawing, x: float, y: float, words: str, look: Look, symbol: str, *, left: bool = False, along: int = -2
) -> None:
    """A point with words beside it; `along`: by how many pixels those at its left reach over it."""
    drawn.add_scatter(
        x=[x],
        y=[y],
        mode="markers",
        marker={"symbol": symbol, "size": 12, "color": look.ink, "line": {"color": look.paper, "width": 1.5}},
    )
    drawn.add_annotation(
        x=x,
        y=y,
        text=words,
        showarrow=False,
        xanchor="right" if left else "left",
        xshift=along if left else 8,
        yshift=24 if left else 15,
        bgcolor=look.paper,
        borderpad=1,
        font={"color": look.ink, "size": SIZE - 1},
    )
