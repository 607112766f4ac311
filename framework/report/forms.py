"""One assessment in every form in which it travels, for the command line, the page and Python.

from framework.report.forms import render
Path("brief.pdf").write_bytes(render("pdf", rulebase, assessment))
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from framework.errors import UserError, did_you_mean
from framework.languages.catalogue import to_say
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase

_ACCENTS = re.compile("[\u0300-\u036f]")

_NAME_CHARS = 40
"""Characters of a text in the name of a file."""

PAPERS = ("a4", "letter")


@dataclass(frozen=True)
class Request:
    """What to render, and how."""

    rulebase: RuleBase
    assessment: Assessment
    paper: str = PAPERS[0]
    """The size of printed pages, one of `PAPERS`."""
    review: date | None = None
    """For a decision record: when somebody looks at it again."""
    today: date | None = None
    """The day on which it is passed on: the date of the file, from which its next steps get theirs."""


@dataclass(frozen=True)
class Form:
    """One form: what it is, its kind of file, the end of its file name, its media type, and what makes it."""

    what: str
    """Forms of the same stand together in a menu. A text of the interface."""
    file: str
    """Its kind of file. A text of the interface."""
    ending: str
    media: str
    make: Callable[[Request], str | bytes]
    canvas: bool = False
    """Whether it needs rules with a canvas."""
    typeset: bool = False
    """Whether it needs the package of the extra `pdf`."""

    @property
    def binary(self) -> bool:
        """Whether it is not text."""
        return not (self.media.startswith("text/") or self.media in ("application/json", "image/svg+xml"))


def _text(asked: Request) -> str:
    from framework.report.document import full_document
    from framework.report.text import to_text

    return to_text(asked.rulebase, asked.assessment, full_document(asked.rulebase, asked.assessment, asked.today))


def _markdown(asked: Request) -> str:
    from framework.report.document import full_document
    from framework.report.markdown import to_markdown

    return to_markdown(asked.rulebase, asked.assessment, full_document(asked.rulebase, asked.assessment, asked.today))


def _json(asked: Request) -> str:
    from framework.report.json_ import to_json

    return to_json(asked.rulebase, asked.assessment)


def _html(asked: Request) -> str:
    from framework.report.document import full_document
    from framework.report.html import LOOK, to_html
    from framework.report.plain import Plain
    from framework.report.wording import last_line

    document = full_document(asked.rulebase, asked.assessment, asked.today)
    data = Plain(asked.rulebase, asked.assessment, LOOK).document(document)
    return to_html("report.html", {**data, "footer": last_line(asked.rulebase, asked.assessment, document)})


def _pdf(asked: Request) -> bytes:
    from framework.report.charts import LIGHT
    from framework.report.document import full_document
    from framework.report.plain import Plain
    from framework.report.typesetting import FONT, typeset

    document = full_document(asked.rulebase, asked.assessment, asked.today)
    plain = Plain(asked.rulebase, asked.assessment, replace(LIGHT, font=FONT))
    return typeset("report.typ", plain.document(document), paper=asked.paper)


def _page(asked: Request) -> bytes:
    from framework.report.onepage import one_page
    from framework.report.typesetting import typeset

    return typeset("onepage.typ", one_page(asked.rulebase, asked.assessment, asked.today), paper=asked.paper)


def _record(asked: Request) -> str:
    from framework.report.decision_record import decision_record
    from framework.report.markdown import to_markdown

    document = decision_record(asked.rulebase, asked.assessment, asked.review, asked.today)
    return to_markdown(asked.rulebase, asked.assessment, document, front=False)


def _canvas(asked: Request) -> str:
    from framework.report.canvas import canvas_document
    from framework.report.markdown import to_markdown

    document = canvas_document(asked.rulebase, asked.assessment)
    return to_markdown(asked.rulebase, asked.assessment, document, front=False)


def _canvas_html(asked: Request) -> str:
    from framework.report.canvas import fill_canvas
    from framework.report.html import to_html

    return to_html("canvas.html", fill_canvas(asked.rulebase, asked.assessment).data)


def _canvas_pdf(asked: Request) -> bytes:
    from framework.report.canvas import fill_canvas
    from framework.report.typesetting import typeset

    return typeset("canvas.typ", fill_canvas(asked.rulebase, asked.assessment).data, paper=asked.paper)


def _slide(asked: Request) -> str:
    from framework.report.slide import read_aloud, slide
    from framework.report.typesetting import typeset

    data = slide(asked.rulebase, asked.assessment, asked.today)
    return read_aloud(typeset("slide.typ", data, "svg").decode("utf-8"), data)


def _slide_png(asked: Request) -> bytes:
    from framework.report.slide import slide
    from framework.report.typesetting import typeset

    return typeset("slide.typ", slide(asked.rulebase, asked.assessment, asked.today), "png")


PAGE, REPORT, RECORD = to_say("One page"), to_say("Full report"), to_say("Decision record")
CANVAS, SLIDE, AGAIN = to_say("Canvas"), to_say("Slide"), to_say("To take it up again")
PDF, WEB, MARKDOWN, TEXT = to_say("PDF"), to_say("Web page"), to_say("Markdown"), to_say("Text")
PNG, SVG, JSON = to_say("PNG"), to_say("SVG"), to_say("JSON")

FORMS: Mapping[str, Form] = {
    "onepage": Form(PAGE, PDF, "-page.pdf", "application/pdf", _page, typeset=True),
    "pdf": Form(REPORT, PDF, ".pdf", "application/pdf", _pdf, typeset=True),
    "html": Form(REPORT, WEB, ".html", "text/html", _html),
    "markdown": Form(REPORT, MARKDOWN, ".md", "text/markdown", _markdown),
    "text": Form(REPORT, TEXT, ".txt", "text/plain", _text),
    "adr": Form(RECORD, MARKDOWN, "-decision.md", "text/markdown", _record),
    "canvas-pdf": Form(CANVAS, PDF, "-canvas.pdf", "application/pdf", _canvas_pdf, canvas=True, typeset=True),
    "canvas-html": Form(CANVAS, WEB, "-canvas.html", "text/html", _canvas_html, canvas=True),
    "canvas": Form(CANVAS, MARKDOWN, "-canvas.md", "text/markdown", _canvas, canvas=True),
    "slide-png": Form(SLIDE, PNG, "-slide.png", "image/png", _slide_png, typeset=True),
    "slide": Form(SLIDE, SVG, "-slide.svg", "image/svg+xml", _slide, typeset=True),
    "json": Form(AGAIN, JSON, ".json", "application/json", _json),
}
"""Every form by id, in the order in which they are offered."""


def offered(rulebase: RuleBase) -> dict[str, Form]:
    """The forms that these rules have, by id."""
    return {id_: form for id_, form in FORMS.items() if rulebase.manifest.canvas or not form.canvas}


def render(
    form: str,
    rulebase: RuleBase,
    assessment: Assessment,
    *,
    paper: str = PAPERS[0],
    review: date | None = None,
    today: date | None = None,
) -> bytes:
    """The bytes of a file: the same for the same input, text in UTF-8.

    With `today` it carries that date and its next steps carry theirs; without, they show how long they take.

    Raises:
        UserError: there is no such form or paper, these rules do not have it, or a package that it needs is missing.
    """
    check("form", form, FORMS)
    check("paper", paper, PAPERS)
    made = FORMS[form].make(Request(rulebase, assessment, paper, review, today))
    return made.encode("utf-8", "replace") if isinstance(made, str) else made


def check(what: str, given: str, known: Collection[str]) -> None:
    """Check something that was chosen by its id: of a brief, of a handout, of exercises.

    Raises:
        UserError: it is none of those that are known.
    """
    if given not in known:
        raise UserError(f"There is no {what} `{given}`", f"({did_you_mean(given, known)}).")


def file_name(form: str, title: str) -> str:
    """A name for the file that every system takes, from the name of an idea."""
    return f"{slug(title) or 'brief'}{FORMS[form].ending}"


def slug(text: str) -> str:
    """The first words of a text that can be part of any file name, in at most 40 characters; empty if it has none.

    Letters of every script are kept, but accents are taken off.
    """
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.lower().replace("ß", "ss")))
    letters = (char if unicodedata.category(char)[0] in "LMN" else " " for char in unicodedata.normalize("NFC", bare))
    name = "-".join("".join(letters).split())
    if len(name) <= _NAME_CHARS:
        return name
    whole_words, _, _ = name[: _NAME_CHARS + 1].rpartition("-")
    return whole_words or name[:_NAME_CHARS]
