"""A drawing as SVG: the part of Plotly's vocabulary that our figures use, without a browser.

Widths of words are estimated, because fonts are known only where the picture is shown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from framework.report.charts.axes import Axis, axis
from framework.report.charts.drawing import Drawing, Parts
from framework.report.charts.look import SIZE, Look

WIDTH = 640
"""Width of a picture in its own px."""

LINE = 1.3
"""Height of a line in font sizes."""

_TAGS = re.compile(r"(<b>|</b>|<span style='font-size:\d+px'>|</span>)")
_WIDE, _NARROW = re.compile(r"[A-ZMWmw%@\u1100-\uffff]"), re.compile(r"[ijltfI.,:;'|!()\[\] ]")

_SOLID = Markup()

_SYMBOLS = {
    "circle": "M-5,0A5,5 0 1 0 5,0A5,5 0 1 0 -5,0Z",
    "square": "M-5,-5H5V5H-5Z",
    "diamond": "M0,-6.5L6.5,0L0,6.5L-6.5,0Z",
    "x": "M-5,-3L-3,-5L0,-2L3,-5L5,-3L2,0L5,3L3,5L0,2L-3,5L-5,3L-2,0Z",
    "triangle-up": "M0,-5.5L5.5,4.5H-5.5Z",
    "triangle-down": "M0,5.5L5.5,-4.5H-5.5Z",
    "star": "M0,-7L1.7,-2.2L6.7,-2.2L2.7,0.9L4.1,5.7L0,2.8L-4.1,5.7L-2.7,0.9L-6.7,-2.2L-1.7,-2.2Z",
}
"""Paths around 0,0, about 10 px wide."""


@dataclass(frozen=True)
class _Plane:
    """Where data lie in the picture."""

    x: Axis
    y: Axis


def svg(drawing: Drawing, look: Look, alt: str) -> Markup:
    """The picture as one SVG element."""
    frame = drawing.merged("update_layout", drawing.layout)
    height, margin = frame["height"], {"l": 8, "r": 8, "t": 8, "b": 8} | dict(frame.get("margin", {}))
    x_parts, y_parts = drawing.merged("update_xaxes", frame["xaxis"]), drawing.merged("update_yaxes", frame["yaxis"])
    data = [parts for method, parts in drawing.calls if method in ("add_scatter", "add_bar")]
    left, right = float(margin["l"]), WIDTH - float(margin["r"])
    top, bottom = float(margin["t"]), height - float(margin["b"])
    over = x_parts.get("side") == "top"
    key = frame.get("legend", {}) if frame.get("showlegend") else {}
    named = [parts for parts in data if key and parts.get("name") and parts.get("showlegend") is not False]
    row = SIZE * LINE if key.get("orientation") == "v" else 0.0
    key_below = key.get("yref") == "container" or key.get("y", 1) < 0
    key_height = (row * len(named) or SIZE * LINE) + 8
    bottom -= key_height if named and key_below else 0
    if x_parts.get("visible", True):
        words = [str(word) for word in x_parts.get("ticktext", ("",))]
        below = max(len(word.split("<br>")) for word in words) * SIZE * LINE + 6
        below += SIZE * LINE + 4 if x_parts.get("title", {}).get("text") else 0
        top, bottom = (top + below, bottom) if over else (top, bottom - below)
        right -= SIZE  # half of the last label
    y = axis(y_parts, [number for parts in data for number in _numbers(parts, "y")], (bottom, top), drawing.language)
    if y_parts.get("visible", True):
        left += max(_width(line, SIZE - 1) for _, word in y.ticks for line in word.split("<br>")) + 10
    x = axis(x_parts, [number for parts in data for number in _numbers(parts, "x")], (left, right), drawing.language)
    plane = _Plane(x, y)
    drawn = Markup().join(
        (
            *(_grid(plane, x_parts, y_parts, look)),
            *(_shape(plane, parts) for parts in drawing.added("add_shape")),
            *(_trace(plane, method, parts, look) for method, parts in drawing.calls if method in _TRACES),
            *(_labels(plane, x_parts, y_parts, look, over=over)),
            *(_annotation(plane, parts, look) for parts in drawing.added("add_annotation")),
            *(_legend(named, look, (left, height - key_height + 4 if key_below else 14), row)),
        )
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" role="img" '
        'aria-label="{}" font-family="{}" font-size="{}" fill="{}">{}</svg>'
    ).format(WIDTH, height, WIDTH, height, alt, look.font.replace('"', "'"), SIZE, look.ink, drawn)


def _numbers(parts: Parts, way: str) -> Iterator[float]:
    """The data of a trace along an axis; a bar reaches from its base, an upright one from zero."""
    if "offset" in parts:
        yield from (
            (0.0, *parts["y"])
            if way == "y"
            else (at + side for at in parts["x"] for side in (parts["offset"], parts["offset"] + parts["width"]))
        )
        return
    base = parts.get("base", 0.0) if "base" in parts and way == "x" else None
    for number in parts.get(way, ()):
        yield number if base is None else base + number
    if base is not None:
        yield base


def _grid(plane: _Plane, x_parts: Parts, y_parts: Parts, look: Look) -> Iterator[Markup]:
    x, y = plane.x, plane.y
    if x_parts.get("visible", True) and x_parts.get("showgrid", True):
        yield from (_segment((x.at(at), y.start), (x.at(at), y.end), look.line, 1) for at, _ in x.ticks)
    if y_parts.get("visible", True) and y_parts.get("showgrid", True):
        yield from (_segment((x.start, y.at(at)), (x.end, y.at(at)), look.line, 1) for at, _ in y.ticks)
    if y_parts.get("zeroline") and y.holds(0):
        yield _segment((x.start, y.at(0)), (x.end, y.at(0)), look.soft, 1)
    if x_parts.get("zeroline") and x.holds(0):
        yield _segment((x.at(0), y.start), (x.at(0), y.end), look.soft, 1)


def _labels(plane: _Plane, x_parts: Parts, y_parts: Parts, look: Look, *, over: bool) -> Iterator[Markup]:
    x, y = plane.x, plane.y
    small = SIZE - 1
    if y_parts.get("visible", True):
        yield from (_words(word, (x.start - 6, y.at(at)), small, look.ink, "end") for at, word in y.ticks)
    if not x_parts.get("visible", True):
        return
    lines = max((len(word.split("<br>")) for _, word in x.ticks), default=1)
    edge = min(y.start, y.end) - lines * small * LINE / 2 - 5 if over else max(y.start, y.end) + small * LINE / 2 + 4
    yield from (_words(word, (x.at(at), edge), small, look.ink, "middle") for at, word in x.ticks)
    title = x_parts.get("title", {}).get("text")
    if title:
        at = edge - lines * small * LINE / 2 - small if over else edge + small * LINE
        yield _words(title, ((x.start + x.end) / 2, at), small, look.soft, "middle")


def _shape(plane: _Plane, parts: Parts) -> Markup:
    xs, ys = sorted(plane.x.at(parts[end]) for end in ("x0", "x1")), sorted(plane.y.at(parts[e]) for e in ("y0", "y1"))
    return _box((xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0]), parts.get("fillcolor", "none"), parts.get("line", {}))


def _trace(plane: _Plane, method: str, parts: Parts, look: Look) -> Markup:
    return _TRACES[method](plane, parts, look)


def _scatter(plane: _Plane, parts: Parts, look: Look) -> Markup:
    points = [(plane.x.at(x), plane.y.at(y)) for x, y in zip(parts["x"], parts["y"], strict=True)]
    if parts.get("mode") == "lines":
        line = parts.get("line", {})
        places = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        return Markup('<polyline points="{}" fill="none" stroke="{}" stroke-width="{}"{}/>').format(
            places, line.get("color", look.ink), line.get("width", 2), _dash(line)
        )
    return Markup().join(_marker(point, parts.get("marker", {}), look) for point in points)


def _marker(at: tuple[float, float], marker: Parts, look: Look) -> Markup:
    symbol, colour, line = str(marker.get("symbol", "circle")), marker.get("color", look.ink), marker.get("line", {})
    hollow = symbol.endswith("-open")
    return Markup('<path d="{}" transform="translate({:.1f},{:.1f})" fill="{}" stroke="{}" stroke-width="{}"/>').format(
        _SYMBOLS[symbol.removesuffix("-open")],
        *at,
        "none" if hollow else colour,
        colour if hollow else line.get("color", colour),
        line.get("width", 1),
    )


def _bars(plane: _Plane, parts: Parts, look: Look) -> Markup:
    """Horizontal bars from their base, or upright ones from zero at their offset."""
    if "offset" in parts:
        return _columns(plane, parts, look)
    base, thick, marker = parts["base"], parts.get("width", 0.8), parts.get("marker", {})
    boxes = []
    for length, row in zip(parts["x"], parts["y"], strict=True):
        left, right = sorted((plane.x.at(base), plane.x.at(base + length)))
        low, high = sorted((plane.y.at(row - thick / 2), plane.y.at(row + thick / 2)))
        boxes.append(_box((left, low, right - left, high - low), marker.get("color", look.accent), marker["line"]))
    return Markup().join(boxes)


def _columns(plane: _Plane, parts: Parts, look: Look) -> Markup:
    boxes = []
    words = parts.get("text", ("",) * len(parts["x"]))
    for at, high, word in zip(parts["x"], parts["y"], words, strict=True):
        left, right = plane.x.at(at + parts["offset"]), plane.x.at(at + parts["offset"] + parts["width"])
        top, foot = sorted((plane.y.at(high), plane.y.at(0.0)))
        boxes.append(_box((left, top, right - left, foot - top), parts["marker"]["color"], parts["marker"]["line"]))
        boxes.append(_words(word, ((left + right) / 2, top - 9), SIZE - 2, look.ink, "middle"))
    return Markup().join(boxes)


def _upright(plane: _Plane, parts: Parts, look: Look) -> Markup:
    at, line = plane.x.at(parts["x"]), parts.get("line", {})
    ends = ((at, plane.y.start), (at, plane.y.end))
    return _segment(*ends, line.get("color", look.ink), line.get("width", 1), _dash(line))


_TRACES = {"add_scatter": _scatter, "add_bar": _bars, "add_vline": _upright}


def _annotation(plane: _Plane, parts: Parts, look: Look) -> Markup:
    on_paper = parts.get("xref") == "paper"
    high = plane.y.end if parts.get("yref") == "paper" else plane.y.at(parts["y"])
    x, y = (plane.x.start, plane.y.end - 10) if on_paper else (plane.x.at(parts["x"]), high)
    if parts.get("showarrow"):
        tail = (plane.x.at(parts["ax"]), plane.y.at(parts["ay"]))
        colour = parts.get("arrowcolor", look.ink)
        head = Markup('<path d="M0,0L-5,{0}L5,{0}Z" transform="translate({1:.1f},{2:.1f})" fill="{3}"/>')
        return _segment(tail, (x, y), colour, 2) + head.format(8 if tail[1] > y else -8, x, y, colour)
    font, text = parts.get("font", {}), str(parts["text"])
    size, anchor = font.get("size", SIZE), {"left": "start", "right": "end"}.get(parts.get("xanchor", ""), "middle")
    tall = len(text.split("<br>")) * size * LINE
    anchored = {"top": tall / 2, "bottom": -tall / 2}.get(parts.get("yanchor", ""), 0)
    y += (size * LINE - tall) / 2 if on_paper else anchored
    at = (x + parts.get("xshift", 0), y - parts.get("yshift", 0))
    words = _words(text, at, size, font.get("color", look.ink), anchor)
    if "bgcolor" not in parts:
        return words
    wide = max(_width(line, size) for line in text.split("<br>")) + 4
    left = at[0] - {"start": 2, "end": wide - 2, "middle": wide / 2}[anchor]
    return _box((left, at[1] - tall / 2, wide, tall), parts["bgcolor"], {"width": 0}) + words


def _legend(named: list[Parts], look: Look, place: tuple[float, float], down: float) -> Iterator[Markup]:
    """Each named trace with its sign, from a place on: in one row, or each `down` px below the one before."""
    (at, row), size = place, SIZE - 2
    for parts in named:
        marker, line = parts.get("marker", {}), parts.get("line", {})
        if parts.get("mode") == "lines":
            ends = ((at, row), (at + 14, row))
            yield _segment(*ends, line.get("color", look.ink), line.get("width", 2), _dash(line))
        elif "symbol" in marker:
            yield _marker((at + 6, row), marker, look)
        else:
            yield _box((at, row - 6, 12, 12), marker.get("color", look.accent), marker.get("line", {}))
        yield _words(parts["name"], (at + 18, row), size, look.ink, "start")
        at, row = (at, row + down) if down else (at + 18 + _width(parts["name"], size) + 20, row)


def _words(text: str, at: tuple[float, float], size: float, colour: str, anchor: str) -> Markup:
    """Words in one or more lines, centred on `at` vertically."""
    lines = text.split("<br>")
    first = at[1] - (len(lines) - 1) * size * LINE / 2 + size * 0.35
    return Markup().join(
        Markup('<text x="{:.1f}" y="{:.1f}" font-size="{}" fill="{}" text-anchor="{}">{}</text>').format(
            at[0], first + number * size * LINE, size, colour, anchor, Markup().join(_spans(line))
        )
        for number, line in enumerate(lines)
    )


def _spans(line: str) -> Iterator[Markup]:
    """The markup of `look.text` as spans; what it escaped is escaped again for SVG."""
    bold, size = Markup(), Markup()
    for part in _TAGS.split(line):
        match part:
            case "<b>":
                bold = Markup(' font-weight="bold"')
            case "</b>":
                bold = Markup()
            case "</span>":
                size = Markup()
            case _ if _TAGS.fullmatch(part):
                size = Markup(' font-size="{}"').format(part.removesuffix("px'>").rpartition(":")[2])
            case _ if part:
                yield Markup("<tspan{}{}>{}</tspan>").format(bold, size, html.unescape(part))


def _width(text: str, size: float) -> float:
    """The estimated width of one line of words, in px."""
    plain = html.unescape(_TAGS.sub("", text))
    wide, narrow = len(_WIDE.findall(plain)), len(_NARROW.findall(plain))
    return size * (0.8 * wide + 0.32 * narrow + 0.55 * (len(plain) - wide - narrow))


def _segment(
    start: tuple[float, float], end: tuple[float, float], colour: str, width: float, dash: Markup = _SOLID
) -> Markup:
    return Markup('<path d="M{:.1f},{:.1f}L{:.1f},{:.1f}" stroke="{}" stroke-width="{}"{}/>').format(
        *start, *end, colour, width, dash
    )


def _box(place: tuple[float, float, float, float], fill: str, line: Any) -> Markup:
    fill, width = "none" if fill == "rgba(0,0,0,0)" else fill, line.get("width", 1)
    stroke = Markup(' stroke="{}" stroke-width="{}"{}').format(line.get("color", fill), width, _dash(line))
    return Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}"{}/>').format(
        *place, fill, stroke if width else Markup()
    )


def _dash(line: Parts) -> Markup:
    return (
        Markup(' stroke-dasharray="{}"').format({"dash": "6 4", "dot": "2 3"}[line["dash"]])
        if line.get("dash", "solid") != "solid"
        else Markup()
    )
