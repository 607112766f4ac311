"""Figures: what each of them shows, that none is missing, and that nobody's words become markup."""

from __future__ import annotations

import html
import json
import math
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from framework import assess, load_rules
from framework.assessment.chain import chain
from framework.assessment.comparison import compare
from framework.economics import worth_of
from framework.economics.writing import needed_quality
from framework.model.brief import LOSS_FIGURES
from framework.reasoning.interpreter import Facts
from framework.report import charts
from framework.report.charts import room
from framework.report.charts.axes import axis
from framework.report.charts.compared import compared
from framework.report.charts.look import amount, percent, text
from framework.report.charts.losses import GIVEN, MISSES, OUTLIER, _mae, _rmse
from framework.rulebase.translating import in_language
from tests.economics.numbers import NUMBERS
from tests.report.sums import NUMBERS as SUMS
from tests.report.sums import sheet_of

RULES = load_rules()
MARKUP = "<b>cases</b> <a href='x'>y</a>"
FIRST = {id_: question.options[0].id for id_, question in RULES.closed_questions.items() if question.kind == "one"}
WITHOUT_NUMBERS = assess(RULES, {"answers": FIRST, "words": {"unit": MARKUP, "currency": MARKUP}})
WRITING = RULES.task["generation"]
CHAIN = chain(RULES, RULES.objectives[0], RULES.value["draft"], WRITING, WRITING.metrics[0], Facts(RULES, {}))
DRAFTS = {"volume": 12_000, "minutes_today": 8, "minutes_check": 1.5, "minutes_finish": 2, "usable": 0.65}
LOAVES = {"volume": 15_000, "cost_under": 2, "cost_over": 0.6, "error_today": 6.4, "error_cut": 0.15}
COSTS = {"running": 9_000, "one_off": 3_000, "cost_minute": 0.6}
ALERTS = worth_of(RULES.value["act_or_leave"], NUMBERS, RULES.basis, {})
WORTHS = {
    **dict.fromkeys(("value_threshold", "value_quality", "confusion"), ALERTS),
    "worth_minutes": worth_of(RULES.value["draft"], {**DRAFTS, **COSTS}, RULES.basis, {}),
    "worth_quantity": worth_of(RULES.value["stock_or_staff"], {**LOAVES, **COSTS}, RULES.basis, {}),
}
ASSESSMENT = WITHOUT_NUMBERS.model_copy(update={"worth": WORTHS["worth_minutes"], "value": "draft", "chain": CHAIN})


def shown(name, look):
    """The figure, with the numbers of a value model that draws it."""
    with_numbers = ASSESSMENT.model_copy(update={"worth": WORTHS[name]}) if name in WORTHS else ASSESSMENT
    return charts.draw(name, RULES, with_numbers, look)


@pytest.mark.parametrize("name", sorted((*charts.FIGURES, *charts.LOSSES)))
@pytest.mark.parametrize("look", [charts.LIGHT, charts.DARK], ids=["light", "dark"])
def test_every_figure_is_drawn_on_transparent_paper_in_the_ink_that_it_is_given(name, look):
    drawn = shown(name, look)
    assert drawn is not None
    layout = drawn.to_plotly_json()["layout"]
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert layout["font"]["color"] == look.ink
    assert layout["font"]["size"] >= 12
    assert drawn.to_json() == shown(name, look).to_json()


@pytest.mark.parametrize("name", sorted((*charts.FIGURES, *charts.LOSSES)))
def test_words_of_a_person_are_never_markup(name):
    drawn = shown(name, charts.LIGHT).to_json()
    assert "<b>cases" not in json.loads(json.dumps(drawn)).replace("\\u003c", "<")


def test_the_noun_and_the_unit_of_value_of_a_person_are_on_the_figures():
    drawn = [shown(name, charts.LIGHT) for name in ("confusion", "value_quality")]
    assert all("&lt;b&gt;" in str(figure.to_plotly_json()) for figure in drawn)


@pytest.mark.parametrize("votes", [("First vote",), ("First vote", "Second vote")])
def test_the_pattern_of_a_vote_is_always_explained(votes):
    drawn = room.answers(charts.LIGHT, ["Yes", "No"], {name: [(14, "14"), (17, "17")] for name in votes}).plotly()
    assert drawn.layout.showlegend and tuple(trace.name for trace in drawn.data) == votes
    assert drawn.data[0].marker.pattern.shape == "/"


def test_the_cells_of_a_matrix_hold_no_more_than_fits_on_a_phone():
    """With eight answers a cell is as wide as three figures."""
    cells = {(row, column): None if row != column else 120 for row in range(8) for column in range(8)}
    drawn = room.shift(charts.LIGHT, list("ABCDEFGH"), cells).plotly()
    said = {re.sub("<[^>]+>", "", each.text) for each in drawn.layout.annotations}
    assert "120" in said and len(said) == 2 and max(map(len, said)) <= 3


def test_without_data_there_is_no_figure():
    for name in ("value_threshold", "value_quality", "tornado", "confusion", "nonsense"):
        assert charts.draw(name, RULES, WITHOUT_NUMBERS, charts.LIGHT) is None
    for name in ("criteria", "chain"):
        assert charts.draw(name, RULES, None, charts.LIGHT) is None


def test_gain_against_quality_marks_the_three_break_evens_and_the_hope():
    found = WORTHS["worth_minutes"]
    words = str(charts.draw("worth_quality", RULES, ASSESSMENT, charts.LIGHT).to_plotly_json())
    for level, span in (("breaks even", found.needed.today), ("pays", found.needed.pays)):
        assert f"{level} at {needed_quality(found, span.middle)}" in words
    assert "yours: 65 %" in words


def test_where_marks_would_lie_on_each_other_only_the_part_around_them_is_drawn():
    """Break-evens at 97 to 99 % on an axis from 50 %, of a loss of millions."""
    links = {"duplicates": 31_000, "cost_miss": 3, "cost_merge": 90, "links_found": 0.88, "links_right": 0.995}
    links |= {"links_found_now": 0.58, "links_right_now": 0.997, "one_off": 25_000, "running": 4_000}
    found = assess(RULES, sheet_of("entity_resolution", links, objective_family="quality"))
    whole = found.worth.curves["quality"]
    drawn = charts.draw("worth_quality", RULES, found, charts.LIGHT)
    curve, *marks = drawn.data
    assert max(curve.x) - min(curve.x) < (whole[-1][0] - whole[0][0]) / 2
    assert marks and all(min(curve.x) <= one.x[0] <= max(curve.x) for one in marks)
    assert set(zip(curve.x[1:-1], curve.y[1:-1], strict=True)) <= set(whole)
    wide = charts.draw("worth_quality", RULES, ASSESSMENT, charts.LIGHT).data[0]
    assert len(wide.x) == len(ASSESSMENT.worth.curves["quality"])


@pytest.mark.parametrize("task", [task.id for task in RULES.tasks])
def test_the_figures_of_every_value_model_are_drawn(task):
    """Also where the lower number is the better one, and the curve begins at its highest."""
    found = assess(RULES, sheet_of(task, SUMS))
    assert found.worth is not None
    for name in ("worth_quality", "worth_quantity", "worth_minutes", "tornado"):
        drawn = charts.draw(name, RULES, found, charts.LIGHT)
        assert drawn is None or drawn.data


def test_the_tornado_has_a_bar_for_each_of_the_numbers_that_matter_most():
    drawn = charts.draw("tornado", RULES, ASSESSMENT, charts.LIGHT)
    assert len(drawn.data[0].y) == min(6, len(WORTHS["worth_minutes"].tornado.bars))


def test_how_criteria_stand_is_said_alike_in_every_chart_in_the_language_of_the_rules():
    french = in_language(RULES, "fr")
    alone = [trace.name for trace in charts.draw("criteria", french, ASSESSMENT, charts.LIGHT).data]
    beside = compared(french, compare(RULES, [ASSESSMENT, WITHOUT_NUMBERS]), charts.LIGHT).calls
    counts = {bar["name"]: bar["x"][0] for name, bar in beside if name == "add_bar"}
    assert alone == ["Obstacle sérieux", "Non rempli", "Indécis", "Rempli"] == [*counts][::-1]
    assert counts["Rempli"] == sum(status == "favourable" for status in ASSESSMENT.criteria.values())
    assert counts["Non rempli"] == sum(status == "unfavourable" for status in ASSESSMENT.criteria.values())


def test_the_arrows_of_the_chain_are_in_the_language_of_the_rules():
    for rulebase, said in ((RULES, "affects"), (in_language(RULES, "fr"), "agit sur")):
        drawn = charts.draw("chain", rulebase, ASSESSMENT, charts.LIGHT)
        beside = [note.text for note in drawn.layout.annotations if note.text and "<b>" not in note.text]
        assert set(beside) == {said} and len(beside) == len(CHAIN) - 1


def test_criteria_differ_in_place_and_shape_and_every_one_is_there():
    drawn = charts.draw("criteria", RULES, ASSESSMENT, charts.LIGHT)
    traces = [trace for trace in drawn.data if len(trace.y)]
    assert sum(len(trace.y) for trace in traces) == len(RULES.criteria)
    assert len({trace.marker.symbol for trace in drawn.data}) == 4
    assert len({trace.x[0] for trace in traces}) == len(traces)
    assert all(len(line) <= 23 for label in drawn.layout.yaxis.ticktext for line in label.split("<br>"))


def test_log_loss_has_the_numbers_of_the_worked_example():
    assert [f"{-math.log(p):.4f}" for p in GIVEN] == ["0.1054", "0.6931", "2.3026"]
    said = str(charts.draw("log_loss", RULES, None, charts.LIGHT).to_plotly_json())
    assert all(number in said for number in ("0.1054", "0.6931", "2.3026"))
    assert "how bad the mistake is" in said and "Probability given to the right answer" in said


def test_one_outlier_moves_the_squared_error_more():
    with_outlier = (*MISSES, OUTLIER)
    assert _mae(MISSES) == _rmse(MISSES) == 2
    assert _mae(with_outlier) == 4
    assert _rmse(with_outlier) == pytest.approx(math.sqrt(32))


def test_every_loss_that_the_rules_picture_has_a_figure():
    named = {loss.figure for task in RULES.tasks for loss in task.losses if loss.figure}
    assert named == set(LOSS_FIGURES)
    assert set(LOSS_FIGURES) <= charts.LOSSES.keys()


def test_gates_settle_every_sheet_exactly_once():
    rows = charts.gates(RULES)
    assert [row.outcome for row in rows] == list(RULES.outcome)
    assert sum(row.settled for row in rows) == pytest.approx(1)
    assert rows[0].reached == 1
    assert rows[-1].here == pytest.approx(1)
    for before, after in pairwise(rows):
        assert after.reached == pytest.approx(before.reached - before.settled)


@pytest.mark.parametrize(
    ("rule", "word"), [({}, "noticeable from"), ({"rule_recall": 0.5, "rule_precision": 0.5}, "worth more from")]
)
def test_the_point_from_which_a_model_is_worth_more_is_marked(rule, word):
    """Where any signal pays on paper, the point from which it shows; else that of break-even before its cost."""
    found = worth_of(RULES.value["act_or_leave"], {**NUMBERS, **rule}, RULES.basis, {})
    shows = found.curves.get("auc_noticeable")
    at = shows[0][0] if shows else found.figures["auc_today"].middle
    drawn = charts.draw("value_quality", RULES, ASSESSMENT.model_copy(update={"worth": found}), charts.LIGHT)
    assert any(f"{word} {at:.2f}" in (trace.name or "") for trace in drawn.data)


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (1234.4, "1,234"), (-0.25, "−0.25"), (2_500_000, "2.5 m"), (-33, "−33"), (0.1234, "0.123")],
)
def test_amounts_are_short(number, words):
    assert amount(number) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 %"), (1, "100 %"), (1e-9, "< 0.1 %"), (0.9999, "> 99 %"), (0.061, "6.1 %"), (0.5, "50 %")],
)
def test_a_share_is_never_rounded_to_nothing_or_all(share, words):
    assert percent(share) == words


def test_long_words_are_broken_and_escaped():
    assert text("a" * 50, 20).count("<br>") == 2
    assert text("<br>&", 40) == "&lt;br&gt;&amp;"


def test_the_ladder_has_every_step_from_bottom_to_top_and_marks_the_start():
    marked = ASSESSMENT.model_copy(update={"ladder_start": RULES.ladder[2].id})
    for assessment, starts in ((marked, [2]), (None, [])):
        drawn = charts.draw("ladder", RULES, assessment, charts.LIGHT)
        words, boxes = drawn.layout.annotations, drawn.layout.shapes
        assert len(words) == len(boxes) == len(RULES.ladder)
        assert [number for number, note in enumerate(words) if "start here" in note.text] == starts
        assert [number for number, box in enumerate(boxes) if box.line.width == 3] == starts
        assert all(below.y1 < above.y0 for below, above in pairwise(boxes))
        assert all(len(line) <= 80 for note in words for line in note.text.split("<br>"))


def test_a_rule_base_without_a_ladder_has_no_such_figure():
    assert charts.draw("ladder", RULES.model_copy(update={"ladder": ()}), ASSESSMENT, charts.LIGHT) is None


PICTURED = ("criteria", "chain", "value_threshold", "value_quality", "tornado", "confusion", "ladder", *WORTHS)


@pytest.mark.parametrize("name", PICTURED)
def test_a_picture_for_a_file_is_well_formed_and_holds_the_words_of_the_figure(name):
    with_numbers = ASSESSMENT.model_copy(update={"worth": WORTHS[name]}) if name in WORTHS else ASSESSMENT
    drawn = charts.picture(name, RULES, with_numbers, charts.LIGHT, alt=MARKUP)
    root = ElementTree.fromstring(drawn)
    assert root.get("aria-label") == MARKUP
    said = "".join(root.itertext())
    drawn_on_a_page = shown(name, charts.LIGHT)
    notes = [note.text for note in drawn_on_a_page.layout.annotations if note.text]
    keys = [trace.name for trace in drawn_on_a_page.data if trace.name and trace.showlegend is not False]
    wanted = [html.unescape(re.sub(r"<[^>]*>", "|", text)).split("|") for text in (*notes, *keys)]
    assert [part for parts in wanted for part in parts if part not in said] == []
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
        "svg",
        "path",
        "rect",
        "text",
        "tspan",
        "polyline",
    }


@pytest.mark.parametrize("name", ["worth_quality", *(name for name in WORTHS if name != "confusion")])
def test_the_words_of_marks_stand_below_the_plot_and_inside_the_picture(name):
    with_numbers = ASSESSMENT.model_copy(update={"worth": WORTHS[name]}) if name in WORTHS else ASSESSMENT
    root = ElementTree.fromstring(charts.picture(name, RULES, with_numbers, charts.LIGHT, alt="x"))
    texts = {"".join(part.itertext()): float(part.get("y")) for part in root.iter() if part.tag.endswith("}text")}
    named = [trace.name for trace in shown(name, charts.LIGHT).data if trace.showlegend]
    rows = [texts.pop(words) for words in named]
    assert len(rows) >= 2
    assert rows == sorted(set(rows))
    assert max(texts.values()) < rows[0] < rows[-1] < float(root.get("height"))


def test_every_figure_of_a_section_can_be_a_picture():
    sections = Path(charts.__file__).parents[1] / "sections"
    named = {name for path in sections.glob("*.py") for name in re.findall(r'Picture\(\s*"(\w+)"', path.read_text())}
    assert len(named) >= 6
    assert named <= {*PICTURED, "worth_quality"}


def test_no_file_needs_plotly():
    code = (
        "import sys; from tests.report.briefs import *; from framework.report.forms import FORMS, render\n"
        "[render(form, RULEBASE, assess(RULEBASE, SHEETS['clerk'])) for form in FORMS]\n"
        "assert 'plotly' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


@pytest.mark.parametrize(("low", "high", "ticks"), [(0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]), (-3, 7, [-2, 0, 2, 4, 6])])
def test_ticks_are_round_numbers_in_the_range(low, high, ticks):
    found = axis({"range": [low, high]}, (), (0, 100))
    assert [number for number, _ in found.ticks] == pytest.approx(ticks)
    assert found.at(low) == 0 and found.at(high) == 100
