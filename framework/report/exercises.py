"""An exercise sheet in each form: the exercises, their solutions, or both. Every form renders the same blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from framework.assessment.assess import assess
from framework.exercises.posed import ExerciseSheet, Posed
from framework.model.assessment import Assessment
from framework.model.listing import as_sentence
from framework.model.rulebase import RuleBase
from framework.report import markdown, text
from framework.report.blocks import Block, Bullets, Item, Paragraph, Table
from framework.report.forms import PAPERS, check, slug
from framework.report.plain import Plain
from framework.report.wording import written_in

PARTS = ("exercises", "both", "solutions")
"""What a file can contain; first what can be handed to students."""

Chapter = tuple[str, tuple[Block, ...]]
"""A heading and what stands below it."""


@dataclass(frozen=True)
class Form:
    """A kind of file: its name for a button, the end of its file name, its media type, and how it is made."""

    name: str
    ending: str
    media: str
    make: Callable[[_Sheet, str], str | bytes]

    @property
    def text(self) -> bool:
        """Whether a terminal can show it."""
        return self.media.startswith("text/")


@dataclass(frozen=True)
class _Sheet:
    """What a file contains, whatever its form."""

    rulebase: RuleBase
    nobody: Assessment
    """An exercise sheet is about nobody's answers: no block on it reads this."""
    title: str
    intro: str
    chapters: tuple[Chapter, ...]
    footer: str
    new_page: int
    """The chapter that begins on a new page: what follows can be kept back."""


def render(form: str, rulebase: RuleBase, sheet: ExerciseSheet, *, part: str = "both", paper: str = "a4") -> bytes:
    """The bytes of a file: the same for the same seed and rules, text in UTF-8.

    Raises:
        UserError: there is no such form, part or paper, or a package that it needs is missing.
    """
    check("form", form, FORMS)
    check("part", part, PARTS)
    check("paper", paper, PAPERS)
    made = FORMS[form].make(_contents(rulebase, sheet, part), paper)
    return made.encode("utf-8", "replace") if isinstance(made, str) else made


def file_name(form: str, seed: str, part: str) -> str:
    """A name for the file that every system takes. It says whether there are solutions in it."""
    what = "solutions" if part == "solutions" else "exercises"
    added = "-solutions" if part == "both" else ""
    return f"{what}-{slug(seed) or 'sheet'}{added}{FORMS[form].ending}"


def _contents(rulebase: RuleBase, sheet: ExerciseSheet, part: str) -> _Sheet:
    numbered = list(enumerate(sheet.exercises, start=1))
    chapters: list[Chapter] = []
    if part != "solutions":
        chapters += [(f"{number}. {posed.title}", _exercise(posed)) for number, posed in numbered]
    if part != "exercises":
        chapters += [(f"Solution {number}. {posed.title}", _solution(rulebase, posed)) for number, posed in numbered]
    manifest = rulebase.manifest
    return _Sheet(
        rulebase=rulebase,
        nobody=assess(rulebase, {}),
        title=f"{'Solutions' if part == 'solutions' else 'Exercises'}: sheet {sheet.seed}",
        intro=f"About {sheet.minutes} minutes, with paper and a calculator. The cases are real; the numbers are made "
        "up for this sheet. All amounts are in one currency.",
        chapters=tuple(chapters),
        new_page=len(numbered) if part == "both" else -1,
        footer=f"Sheet {sheet.seed}, rules {manifest.version} of {manifest.name}",
    )


def _exercise(posed: Posed) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(posed.text)]
    if posed.table:
        blocks.append(Table(posed.table[0], posed.table[1:]))
    if posed.facts:
        blocks.append(Bullets(tuple(map(Item, posed.facts)), heading="Some of the answers"))
    if posed.choices:
        blocks.append(Bullets(tuple(map(Item, posed.choices)), heading="To choose from"))
    return (*blocks, Bullets(tuple(Item(part.ask) for part in posed.parts), heading="Questions", numbered=True))


def _solution(rulebase: RuleBase, posed: Posed) -> tuple[Block, ...]:
    case = rulebase.case[posed.case]
    year = f" ({case.source.year})" if case.source.year else ""
    cited = [rulebase.source[id_].title for id_ in rulebase.exercise[posed.exercise].sources]
    return (
        Bullets(tuple(Item(part.solution) for part in posed.parts), numbered=True),
        Paragraph(
            f"The case: {as_sentence(case.title)} {as_sentence(case.source.title + year)} {case.source.url}",
            quiet=True,
        ),
        Paragraph(f"Sources: {'; '.join(cited)}", quiet=True),
    )


def _text(sheet: _Sheet) -> str:
    lines = [*text.wrap(sheet.title), "=" * text.WIDTH, "", *text.wrap(sheet.intro)]
    for heading, blocks in sheet.chapters:
        lines += ["", "", *text.wrap(heading.upper()), "-" * text.WIDTH]
        for block in blocks:
            lines += ["", *text.block_lines(sheet.rulebase, sheet.nobody, block, ())]
    return "\n".join(line.rstrip() for line in [*lines, "", *text.wrap(sheet.footer)]) + "\n"


def _markdown(sheet: _Sheet) -> str:
    parts = [f"# {markdown.escape(sheet.title)}", markdown.escape(sheet.intro)]
    for heading, blocks in sheet.chapters:
        parts.append(f"## {markdown.escape(heading)}")
        parts += [markdown.block_text(sheet.rulebase, sheet.nobody, block, ()) for block in blocks]
    return "\n\n".join([*parts, "---", markdown.escape(sheet.footer)]) + "\n"


def _html(sheet: _Sheet) -> str:
    from framework.report.html import to_html

    return to_html("exercises.html", _data(sheet))


def _pdf(sheet: _Sheet, paper: str) -> bytes:
    from framework.report.typesetting import typeset

    return typeset("exercises.typ", _data(sheet), paper=paper)


def _data(sheet: _Sheet) -> dict[str, Any]:
    """The sheet as the templates show it. No block of it is drawn, so any look will do."""
    from framework.report.html import LOOK

    plain = Plain(sheet.rulebase, sheet.nobody, LOOK)
    chapters = [
        {"title": heading, "blocks": plain.blocks(blocks), "new_page": index == sheet.new_page}
        for index, (heading, blocks) in enumerate(sheet.chapters)
    ]
    return {
        "title": sheet.title,
        "language": written_in(sheet.rulebase),
        "intro": sheet.intro,
        "footer": sheet.footer,
        "chapters": chapters,
    }


def _on_any_paper(make: Callable[[_Sheet], str]) -> Callable[[_Sheet, str], str]:
    """A form that has no pages of a size."""
    return lambda sheet, _: make(sheet)


FORMS: Mapping[str, Form] = {
    "pdf": Form("PDF", ".pdf", "application/pdf", _pdf),
    "html": Form("Web page", ".html", "text/html", _on_any_paper(_html)),
    "markdown": Form("Markdown", ".md", "text/markdown", _on_any_paper(_markdown)),
    "text": Form("Text", ".txt", "text/plain", _on_any_paper(_text)),
}
"""Every form by id, in the order in which they are offered."""
