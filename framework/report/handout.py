"""Lessons as a document to print: what stands in each, its figures as they start, and the answers at the end.

What needs a screen (sliders, the check of a repair) is named as such, with its address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from framework.errors import UserError, did_you_mean
from framework.languages.catalogue import numerals, quoted, say, to_say
from framework.lessons import play
from framework.lessons.wording import fill, numbers_in
from framework.model.lesson import (
    Block,
    CaseBlock,
    CheckBlock,
    Control,
    ExampleBlock,
    InteractiveBlock,
    Lesson,
    LinkBlock,
    PictureBlock,
    RepairBlock,
    StoryBlock,
    SummaryBlock,
    TextBlock,
)
from framework.model.listing import as_sentence, letter, listed
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.report import charts
from framework.report.blocks import Table
from framework.report.charts.lesson import drawn
from framework.report.charts.svg import svg
from framework.report.document import section_titles
from framework.report.forms import PAPERS, check
from framework.report.plain import Data, details, line, listing, paragraph, picture, table_data
from framework.report.sections.context import first_sentences
from framework.report.wording import cited, written_in

ANSWERS = "answers"
"""The id of the last section."""


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it is called, and its media type."""

    name: str
    media: str


FORMS: Mapping[str, Kind] = {"pdf": Kind("PDF", "application/pdf"), "html": Kind(to_say("Web page"), "text/html")}
"""The forms of a handout, by the ending of the file."""


@dataclass(frozen=True)
class Contents:
    """What a handout contains."""

    lesson: str | None = None
    """The id of the only lesson; None for all of them."""
    answers: bool = True
    """Whether the answers stand at the end."""
    learn: str = ""
    """The address of the page of lessons, which is printed beside what needs a screen; empty if nobody knows it."""


EVERYTHING = Contents()


def render_handout(form: str, rulebase: RuleBase, contents: Contents = EVERYTHING, *, paper: str = "a4") -> bytes:
    """The bytes of a file: a tagged PDF, or one web page that needs no network.

    Raises:
        UserError: there is no such form or paper, the rules have no lessons or not this one, or the typesetter is not
            installed.
    """
    check("form", form, FORMS)
    check("paper", paper, PAPERS)
    if form == "html":
        from framework.report.html import LOOK, to_html

        return to_html("handout.html", handout(rulebase, LOOK, contents)).encode("utf-8", "replace")
    from framework.report.typesetting import FONT, typeset

    look = replace(charts.LIGHT, font=FONT)
    return typeset("handout.typ", handout(rulebase, look, contents), paper=paper)


def file_name(form: str, contents: Contents) -> str:
    """A name for the file. It says which lesson is in it, and whether the answers are not."""
    which = f"lesson-{contents.lesson.replace('_', '-')}" if contents.lesson else "lessons"
    return f"{which}{'' if contents.answers else '-without-answers'}.{form}"


def handout(rulebase: RuleBase, look: charts.Look, contents: Contents = EVERYTHING) -> Data:
    """Lessons as plain data for a template.

    Raises:
        UserError: the rules have no lessons, or not this one.
    """
    if not rulebase.lessons:
        raise UserError("These rules have no lessons, so there is no handout.")
    if contents.lesson is not None and contents.lesson not in rulebase.lesson:
        raise UserError(
            f"There is no lesson `{contents.lesson}`", f"({did_you_mean(contents.lesson, rulebase.lesson)})."
        )
    numbered = {id_: number for number, id_ in enumerate(rulebase.lesson, start=1)}
    chosen = [contents.lesson] if contents.lesson else list(rulebase.lesson)
    lessons = [_Lesson(rulebase, rulebase.lesson[id_], look, contents.learn) for id_ in chosen]
    minutes = sum(one.lesson.minutes for one in lessons)
    count = f"{len(lessons)} lessons, {minutes} minutes in all." if len(lessons) > 1 else f"{minutes} minutes."
    manifest = rulebase.manifest
    sections = [one.section(numbered[one.lesson.id]) for one in lessons]
    if contents.answers:
        sections.append(
            {
                "id": ANSWERS,
                "title": "Answers",
                "blocks": [one.answers() for one in lessons],
                "notes": [],
                "new_page": True,
            }
        )
    return {
        "language": written_in(rulebase),
        "title": f"{manifest.name} {'The lessons' if contents.lesson is None else 'A lesson'}",
        "lead": count + (" The answers to the checks are at the end." if contents.answers else ""),
        "sections": sections,
        "footer": f"{manifest.name}, rules {manifest.version} ({rulebase.digest[:12]})",
    }


@dataclass(frozen=True)
class _Lesson:
    rulebase: RuleBase
    lesson: Lesson
    look: charts.Look
    learn: str

    @property
    def _language(self) -> str:
        return self.rulebase.language_of("lessons", self.lesson.id)

    def section(self, number: int) -> Data:
        """The lesson: its blocks, then its sources."""
        lesson = self.lesson
        blocks: list[Data] = [paragraph(lesson.summary)]
        blocks += [details(block.heading, list(self._block(block))) for block in lesson.blocks]
        ids = dict.fromkeys((*lesson.sources, *(id_ for block in lesson.blocks for id_ in block.sources)))
        notes = ["; ".join(cited(self.rulebase.source[id_], language=self._language) for id_ in ids)]
        return {
            "id": lesson.id,
            "title": f"{number}. {lesson.title}",
            "blocks": blocks,
            "notes": notes,
            "new_page": False,
        }

    def answers(self) -> Data:
        """The tasks, the checks and the framing to repair, with their answers."""
        lines = []
        for block in self.lesson.blocks:
            if isinstance(block, CheckBlock):
                right = next(number for number, choice in enumerate(block.choices) if choice.right)
                parts = tuple((letter(number), choice.because) for number, choice in enumerate(block.choices))
                lines.append(line(letter(right), label=block.heading, parts=parts))
            elif isinstance(block, RepairBlock):
                lines.append(line(block.because, label=block.heading, parts=self._mended(block)))
            elif isinstance(block, InteractiveBlock | CaseBlock) and block.answer:
                lines.append(line(block.answer, label=block.heading))
        return details(self.lesson.title, [listing(None, lines)])

    def _block(self, block: Block) -> Iterator[Data]:
        match block:
            case SummaryBlock():
                yield listing(None, [line(point) for point in block.points], numbered=True)
            case CheckBlock():
                yield listing(
                    None,
                    [line(choice.text, label=letter(number)) for number, choice in enumerate(block.choices)],
                )
            case InteractiveBlock():
                yield from self._played(block)
            case RepairBlock():
                yield paragraph(block.text)
                yield listing(None, [self._given(id_, given) for id_, given in block.answers.items()])
                for id_ in block.change:
                    question = self.rulebase.closed_questions[id_]
                    yield paragraph(f"To choose from: {question.text}")
                    yield listing(None, [line(option.text) for option in question.options])
                yield self._on_screen(block, "The rules judge your answers on screen")
            case PictureBlock():
                yield picture(block.text, charts.picture(block.figure, self.rulebase, None, self.look, block.text))
            case _:
                yield paragraph(block.text)
                yield from self._after(block)

    def _after(self, block: Block) -> Iterator[Data]:
        match block:
            case TextBlock(points=points) if points:
                yield listing(None, [line(point) for point in points])
            case ExampleBlock():
                yield table_data(Table(block.columns, numbers_in(block.rows, self._language)))
                yield paragraph(block.conclusion)
            case StoryBlock():
                yield paragraph(block.lesson)
            case LinkBlock(sections=sections) if sections:
                titles = section_titles(self.rulebase.language)
                language = self.rulebase.language
                named = listed([quoted(language, titles[id_]) for id_ in sections], say(language, "and"))
                yield paragraph(say(language, "In your brief, under {sections}.", sections=named))
            case CaseBlock():
                case = self.rulebase.case[block.case]
                yield listing(None, [line(case.description, label=case.title)])
            case _:
                return

    def _played(self, block: InteractiveBlock) -> Iterator[Data]:
        """What it shows before a slider is moved."""
        played = play(block)
        sentence = fill(block.says.get(played.state, ""), played.numbers, self._language)
        yield paragraph(block.text)
        settings = say(self._language, "; ").join(_setting(control, self._language) for control in block.controls)
        yield paragraph(say(self._language, "Settings: {settings}.", settings=settings))
        for number, panel in enumerate(played.panels):
            plot = drawn(panel, block.labels, self.look)
            plot.language = self._language
            figure = svg(plot, self.look, f"{as_sentence(block.heading)} {sentence}")
            yield picture("" if number else sentence, figure, alt=sentence)
        yield self._on_screen(block, "To be done on screen")
        yield paragraph(block.do)

    def _on_screen(self, block: Block, what: str) -> Data:
        """Where a part is that paper cannot do."""
        if not self.learn:
            return paragraph(f"{what}, in the lessons of the application.", quiet=True)
        more = "&" if "?" in self.learn else "?"
        return paragraph(f"{what}: {self.learn}{more}lesson={self.lesson.id}#{block.id}", quiet=True)

    def _given(self, question: str, given: str | list[str]) -> Data:
        answer = tuple(given) if isinstance(given, list) else given
        return line(self.rulebase.answer_text(question, answer), label=self.rulebase.questions[question].short)

    def _mended(self, block: RepairBlock) -> tuple[tuple[str, str], ...]:
        faults = [first_sentences(index_of(self.rulebase)[id_].sentence, 1) for id_ in block.planted]
        changed = [self._given(id_, given) for id_, given in block.mended.items()]
        return (
            *(("Fault", text) for text in faults),
            *((f"Change “{line['label']}” to", line["text"]) for line in changed),
        )


def _setting(control: Control, language: str) -> str:
    """What a slider is set to before it is moved."""
    unit = f"\N{NO-BREAK SPACE}{control.unit}" if control.unit else ""
    return f"{control.label} {numerals(language, f'{control.value:,.10g}')}{unit}"
