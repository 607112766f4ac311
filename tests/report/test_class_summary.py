"""What an instructor takes home: totals in words where a number would be about fewer than five."""

from __future__ import annotations

import codecs
import csv
import io
import re
from datetime import date

import pypdf
import pytest

from framework.classroom.plan import plan_of_case
from framework.classroom.votes import Vote
from framework.reasoning.reasoner import reasoner_for
from framework.report import class_summary
from framework.rulebase.translating import in_language
from tests.ui.brief_sheets import rules


def _class(few: int, many: int, *, small: bool = False):
    """So many who answer the first question of a ready class one way, and so many who answer it another way."""
    rulebase = rules()
    ready = rulebase.classes[0]
    plan = plan_of_case(rulebase, rulebase.case[ready.case], {"small": small}, questions=ready.questions[:1])
    question = rulebase.questions[plan.questions[0]]
    one, other = (option.id for option in question.options[:2])
    votes = [
        Vote(f"key{number}", round_, question.id, 1, one if number < few else other)
        for number in range(few + many)
        for round_ in (1, 2)
    ]
    return reasoner_for(rulebase), plan, votes, [rulebase.answer_text(question.id, id_) for id_ in (one, other)]


@pytest.mark.parametrize(
    ("few", "many", "small", "told"),
    [
        (2, 48, False, [(1, "at least 46"), (None, "fewer than five")]),
        (20, 30, False, [(1, "30"), (0, "20")]),
        (1, 5, False, [("Not told apart", "6")]),
        (2, 48, True, [(1, "48"), (0, "2")]),
    ],
)
def test_totals_say_what_may_be_told(few, many, small, told):
    reasoner, plan, votes, names = _class(few, many, small=small)
    rows = [row[2:] for row in _read(class_summary.totals(reasoner, plan, votes)) if row[1] != "Advice"]
    assert len(rows) == 1 + 2 * len(told)
    for (answer, number), (name, expected) in zip(rows[1:], told * 2, strict=True):
        said = names[name] if isinstance(name, int) else name or class_summary.OTHERS
        assert answer.startswith(said) and number == expected
    summary = class_summary.markdown(reasoner, plan, votes)
    assert all(f"| {expected}" in summary for _, expected in told)
    assert small or "| 2 " not in summary
    assert (summary.count(class_summary.TOGETHER) == 2) == (f"| {class_summary.OTHERS} |" in summary)


@pytest.mark.parametrize(("few", "many", "small"), [(2, 48, False), (20, 30, False), (1, 5, False), (2, 48, True)])
def test_totals_tell_of_the_advice_what_the_summary_tells(few, many, small):
    """A case from a review: the file counted every answer and not what followed from them."""
    reasoner, plan, votes, _ = _class(few, many, small=small)
    said = [row for row in _read(class_summary.totals(reasoner, plan, votes)) if row[1] == "Advice"]
    summary = class_summary.markdown(reasoner, plan, votes)
    tables = re.findall(r"\| Advice \| Participants \|\n\|[-: |]+\|\n((?:\|.*\|\n)+)", summary)
    told = [row.strip("| ").split(" | ") for table in tables for row in table.splitlines()]
    assert told and [row[2:] for row in said] == told
    assert {row[0] for row in said} == {"First vote", "Second vote"}
    assert small or not {row[3] for row in said} & {"1", "2", "3", "4"}
    nobody = [vote for vote in votes if vote.round == 1]
    alone = _read(class_summary.totals(reasoner, plan, nobody[:3]))
    assert small or len(alone) == 1, "too few for any figure"


def test_the_address_of_the_source_can_be_followed_and_copied():
    reasoner, plan, votes, _ = _class(10, 10)
    url = reasoner.rulebase.case[plan.case].source.url
    assert f"<{url}>" in class_summary.markdown(reasoner, plan, votes)


def test_what_each_answered_is_read_back_as_it_was():
    """A spreadsheet takes the file for UTF-8, and a nickname for no formula."""
    reasoner, plan, votes, _ = _class(3, 3)
    kept = plan.model_copy(update={"keeps_answers": True})
    names = {f"key{number}": name for number, name in enumerate(("Zoë Łoś", "=1+1", "a,b", 'c"d', "e", "f"))}
    made = class_summary.each(reasoner.rulebase, kept, votes, names)
    assert made and made.startswith(codecs.BOM_UTF8)
    assert [row[1] for row in _read(made)[1:7]] == ["Zoë Łoś", "'=1+1", "a,b", 'c"d', "e", "f"]
    assert class_summary.each(reasoner.rulebase, plan, votes, names) is None


def test_a_summary_in_french_is_french_all_through():
    """Headings and columns, what stands in place of a number, and the words between two verdicts."""
    reasoner, plan, votes, _ = _class(2, 48)
    french = reasoner_for(in_language(reasoner.rulebase, "fr"))
    kept = plan.model_copy(update={"keeps_answers": True})
    head, *rows = _read(class_summary.totals(french, plan, votes))
    assert head == ["vote", "question", "réponse", "participants"]
    assert {row[0] for row in rows} == {"Premier vote", "Second vote"} and rows[0][1] == "Conseil"
    of_answers = [row for row in rows if row[1] != "Conseil"]
    assert [row[3] for row in of_answers[:2]] == ["au moins 46", "moins de cinq"]
    assert of_answers[1][2] == "Autres réponses"
    assert _read(class_summary.each(french.rulebase, kept, votes, {}) or b"")[0][1] == "pseudonyme"
    summary = class_summary.markdown(french, plan, votes)
    for words in ("## Second vote", "## Ce qui a été publié", "| Conseil | Participants |", "| Réponse |"):
        assert words in summary
    for words in ("took part", "First", "Advice", "other answers", "may be right", "fewer than five"):
        assert words not in summary


@pytest.mark.parametrize("keeps", [False, True])
def test_the_ideas_of_the_groups_are_taken_home(keeps):
    """As text, in both files; with nicknames if answers are kept under these."""
    reasoner, plan, votes, _ = _class(5, 5)
    plan = plan.model_copy(update={"keeps_answers": keeps})
    ideas = [("Quiet Heron" if keeps else "", "=HYPERLINK(1)"), ("=Bo" if keeps else "", "Late *buses*")]
    head, *rows = _read(class_summary.ideas_table(reasoner.rulebase, plan, ideas))
    assert head == (["nickname", "idea"] if keeps else ["idea"])
    assert [row[-1] for row in rows] == ["'=HYPERLINK(1)", "Late *buses*"] and (not keeps or rows[1][0] == "'=Bo")
    summary = class_summary.markdown(reasoner, plan, votes, ideas)
    assert "## Ideas" in summary and ("Quiet Heron" in summary) == keeps
    assert "- Late \\*buses\\*" in summary and "## Ideas" not in class_summary.markdown(reasoner, plan, votes)


def test_a_description_keeps_its_paragraphs():
    reasoner, plan, votes, _ = _class(5, 5)
    plan = plan.model_copy(update={"description": "Ten lines.\nTwo depots."})
    assert "Ten lines.\n\nTwo depots." in class_summary.markdown(reasoner, plan, votes)


@pytest.mark.parametrize("language", ["", "fr"])
def test_a_summary_to_hand_out_says_what_the_other_says(language):
    """A tagged PDF with the words of the one in Markdown: titles, tables, what was published and where."""
    reasoner, plan, votes, _ = _class(2, 48)
    rulebase = in_language(reasoner.rulebase, language) if language else reasoner.rulebase
    reasoner = reasoner_for(rulebase)
    plan = plan.model_copy(update={"title": "Late *parcels* #", "description": "Ten lines.\nTwo depots."})
    ideas = [("Quiet Heron", "Late $buses$")]
    made = class_summary.pdf(reasoner, plan, votes, ideas)
    assert made == class_summary.pdf(reasoner, plan, votes, ideas), "the same for the same class"
    file = pypdf.PdfReader(io.BytesIO(made))
    assert file.metadata and file.metadata.title == plan.title
    assert "/StructTreeRoot" in file.root_object and file.root_object["/Lang"] == (language or "en")
    said = _plain(" ".join(page.extract_text() for page in file.pages))
    case = rulebase.case[plan.case]
    for text in (plan.title, "Ten lines.", "Two depots.", *ideas[0], case.source.what_it_says, case.source.title):
        assert _plain(text) in said, text
    told = re.sub(r"\\(.)", r"\1", class_summary.markdown(reasoner, plan, votes, ideas))
    lines = [line for line in told.splitlines() if line.strip(" -")]
    assert len(lines) > 20 and not [line for line in lines if _plain(line) not in said]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Who gets it?", "2030-12-31-who-gets-it-totals.csv"), ("../..", "2030-12-31-class-totals.csv")],
)
def test_files_of_two_classes_have_two_names(title, expected):
    assert class_summary.file_name(title, date(2030, 12, 31), "-totals.csv") == expected


def _plain(text: str) -> str:
    """Its letters and digits alone: lines break elsewhere in a file."""
    return re.sub(r"[\W_]", "", text)


def _read(made: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
