"""`check`: proves whether a folder of rules is sound, and shows a counterexample sheet for every violation."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from framework.cli.files import rules_of, write
from framework.cli.main import OK, UNSOUND, WRONG_INPUT
from framework.errors import Place, Problem, RuleBaseError
from framework.languages import catalogue, scanning
from framework.model.rule_index import index_of
from framework.reasoning.findings import Proof, Report, Violation
from framework.reasoning.proofs import prove
from framework.reasoning.reasoner import reasoner_for
from framework.report.text import wrap
from framework.rulebase.layers import shown_path
from framework.rulebase.locating import locate
from framework.rulebase.publishing import check_published, publish, published_ids
from framework.rulebase.schema import write_schema
from framework.rulebase.translating import Translation, digest_of_text, mistakes_in_translations, translation_of
from framework.rulebase.unfinished import unfinished

Locator = Callable[[Violation], Place | None]

MAX_DECIDING = 8
"""How many of the most decisive questions are printed."""


def run(options: Namespace) -> int:
    """Load, prove, print."""
    as_json = options.format == "json"
    try:
        rulebase = rules_of(options)
        if options.publish:
            before = len(published_ids(rulebase) or ())
            path = publish(rulebase)
            new = len(published_ids(rulebase) or ()) - before
            _wrote(f"{new:,} new {'id' if new == 1 else 'ids'} to {shown_path(path)}")
        if options.schema:
            files = write_schema(rulebase, options.schema)
            _wrote(f"{files:,} files of the schema to {shown_path(options.schema)}")
        check_published(rulebase)
        if options.language:
            translation = translation_of(rulebase, options.language)
            write(_json(_lacking(translation)) if as_json else lacking(translation), None)
            return UNSOUND if translation.mistakes else OK
        mistakes = mistakes_in_translations(rulebase)
    except RuleBaseError as error:
        if not as_json:
            raise
        write(_json({"sound": False, "problems": [_problem(problem) for problem in error.problems]}), None)
        return WRONG_INPUT
    report = prove(rulebase)
    edges = sum(map(len, reasoner_for(rulebase).verdicts.children))

    def place(violation: Violation) -> Place | None:
        entry = index_of(rulebase).resolve(violation.where)
        return locate(rulebase, entry, violation.path) if entry else None

    beside = unfinished(rulebase)
    said = (
        _json(_data(report, edges, place, beside, mistakes))
        if as_json
        else text(report, edges, place, beside, mistakes)
    )
    write(said, None)
    return OK if report.sound and not mistakes else UNSOUND


def _wrote(what: str) -> None:
    """Say on standard error what was written: the report alone is on standard output, perhaps as JSON."""
    print(f"Wrote {what}.", file=sys.stderr)


def _lacking(found: Translation) -> dict[str, Any]:
    return {
        "language": found.language,
        "translated": len(found.texts),
        "mistakes": [_problem(problem) for problem in found.mistakes],
        "missing": found.missing,
        "outdated": [_problem(problem) for problem in found.outdated],
        "interface": [text for text in scanning.said_in_source() if not catalogue.speaks(found.language, text)],
    }


def lacking(found: Translation) -> str:
    """What a translation lacks, by file of the rules; each missing text as a line to be copied and completed."""
    lacks = _lacking(found)
    lines = [f"# mistakes, none of which is shown: {len(found.mistakes):,}"] if found.mistakes else []
    lines += [*(f"# {problem}" for problem in found.mistakes), *([""] if found.mistakes else [])]
    lines += [f"# {found.language}: {lacks['translated']:,} texts translated, {len(found.missing):,} missing"]
    for where, text in found.missing.items():
        lines.append(f'{where}: {{of: "{digest_of_text(text)}", text: }}  # {text}')
    lines += ["", f"# outdated, shown in the language of the rules: {len(found.outdated):,}"]
    lines += [f"# {problem}" for problem in found.outdated]
    what = "interface texts that the catalogue lacks, shown in English (not counted: what is written into files)"
    lines += ["", f"# {what}: {len(lacks['interface']):,}"]
    lines += [f"# {json.dumps(text, ensure_ascii=False)}" for text in lacks["interface"]]
    return "\n".join(lines) + "\n"


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _problem(problem: Problem) -> dict[str, Any]:
    """One mistake in a file, with its position in parts: path, line, column, code, message and hint."""
    data = asdict(problem)
    place = data.pop("place") or {}
    return {**place, **data}


def _data(
    report: Report, edges: int, place: Locator, beside: Sequence[Problem], mistakes: Sequence[Problem]
) -> dict[str, Any]:
    data: dict[str, Any] = {**asdict(report), "edges": edges, "sound": report.sound, "problems": []}
    found = [*report.notes, *(violation for proof in report.proofs for violation in proof.violations)]
    shown = [*data["notes"], *(entry for proof in data["proofs"] for entry in proof["violations"])]
    for violation, entry in zip(found, shown, strict=True):
        entry["place"] = str(place(violation) or "") or None
    data["files"] = [_problem(problem) for problem in beside]
    data["translations"] = [_problem(problem) for problem in mistakes]
    return data


def text(
    report: Report,
    edges: int,
    place: Locator,
    beside: Sequence[Problem] = (),
    mistakes: Sequence[Problem] = (),
) -> str:
    """The report in 80 columns.

    `edges`: of the verdict diagram; `place`: finds the position of a violated rule; `beside`: what the files lack;
    `mistakes`: those in translations.
    """
    lines = [
        *wrap(f"{report.name}, rules {report.version} ({report.digest[:12]})"),
        "",
        f"  {report.questions} closed questions, {report.rules} rules that decide",
        f"  a diagram of {report.nodes:,} nodes and {edges:,} edges",
        f"  {report.sheets:,} different complete sheets, which lead to",
    ]
    width = max((len(id_) for id_ in report.sheets_by_verdict), default=0)
    for id_, count in report.sheets_by_verdict.items():
        share = 100 * count / report.sheets if report.sheets else 0
        lines.append(f"    {id_:<{width}}  {_share(share):>7} %  {count:>{len(f'{report.sheets:,}')},}")
    lines += [
        "",
        "Questions that decide most",
        *wrap("The share of sheets on which another answer to this question alone gives another verdict.", "  "),
    ]
    width = max((len(id_) for id_, _ in report.influence), default=0)
    lines += [f"    {id_:<{width}}  {100 * share:5.1f} %" for id_, share in report.influence[:MAX_DECIDING]]
    lines += ["", "Proved over all sheets"]
    for proof in report.proofs:
        lines += _proof(proof, place)
    if report.notes or beside:
        lines += ["", "Worth knowing"]
    for note in report.notes:
        lines += _violation(note, place(note))
    for problem in beside:
        lines += _located(problem)
    if mistakes:
        lines += ["", "Mistakes in translations: none of these is shown"]
    for problem in mistakes:
        lines += _located(problem)
    bad = sum(len(proof.violations) for proof in report.proofs)
    lines += ["", "Sound." if report.sound else f"Not sound: {bad} violation{'' if bad == 1 else 's'}."]
    if mistakes:
        number = f"{len(mistakes):,} mistake{'' if len(mistakes) == 1 else 's'}"
        lines[-1] = f"{lines[-1].removesuffix('.')}; {number} in translations."
    return "\n".join(lines) + "\n"


def _located(problem: Problem) -> list[str]:
    hint = f" ({problem.hint})" if problem.hint else ""
    return [f"{problem.place}: {problem.code}", *wrap(f"{problem.message}{hint}", "          ")]


def _share(share: float) -> str:
    """Per cent with one decimal, or two significant digits below 1, so that a rare verdict never shows as 0."""
    return f"{share:.1f}" if share >= 1 or not share else f"{share:.2g}" if share >= 0.0001 else "<0.0001"


def _proof(proof: Proof, place: Locator) -> list[str]:
    mark = "ok" if proof.holds else "FAILED"
    lines = wrap(f"{proof.statement} ({proof.checked:,} checked)", f"  {mark:<8}")
    for violation in proof.violations:
        lines += _violation(violation, place(violation))
    return lines


def _violation(violation: Violation, place: Place | None) -> list[str]:
    # the place is on its own line, unbroken, so that an editor or a terminal can link it
    lines = [f"{place}: {violation.where}"] if place else [f"          {violation.where}"]
    lines += wrap(violation.message, "          ")
    if violation.counterexample is not None:
        answers = {
            id_: value if isinstance(value, str) else list(value) for id_, value in violation.counterexample.items()
        }
        lines += ["          a sheet that shows this:", f"          {json.dumps({'answers': answers})}"]
    return lines
