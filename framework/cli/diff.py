"""`diff`: what a new release of a rule base changes."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict

from framework.cli.files import write
from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.reasoning.releases import Move, ReleaseDiff, diff_releases
from framework.rulebase import load_rules


def run(options: Namespace) -> int:
    """Load both, compare, print."""
    old, new = load_rules(options.old), load_rules(options.new)
    found = diff_releases(old, new)
    write(_json(found) if options.format == "json" else _text(old, new, found), None)
    return 0


def _json(found: ReleaseDiff) -> str:
    return json.dumps(asdict(found) | {"moved": found.moved}, ensure_ascii=False, indent=2, default=str) + "\n"


def _text(old: RuleBase, new: RuleBase, found: ReleaseDiff) -> str:
    lines = [f"{old.manifest.version} -> {new.manifest.version}", ""]
    for name, ids in asdict(found.entries).items():
        lines += [f"Entries {name}: {len(ids)}", *(f"  {id_}" for id_ in ids)]
    lines += ["", f"Sheets whose verdict changes: {found.moved:,} of {found.sheets:,} ({_share(found.moved, found)})"]
    if found.covered_old != 1 or found.covered_new != 1:
        lines.append(
            "  Counted are answers that both releases allow: "
            f"{float(found.covered_old):.3%} of the old sheets, {float(found.covered_new):.3%} of the new."
        )
    for move in found.moves:
        example = "the fewest answers that do it" if move.smallest else "for example; fewer answers may do"
        lines += [f"  {_move(old, new, move)}: {move.sheets:,} ({_share(move.sheets, found)})", f"    {example}:"]
        lines += [f"      {question}: {_shown(answer)}" for question, answer in move.example.items()]
    lines.append(f"Sheets whose outcome changes: {found.outcomes_moved:,} ({_share(found.outcomes_moved, found)})")
    lines += ["", f"Worked cases that change: {len(found.cases)}"]
    for case in found.cases:
        lines.append(f"  {case.case}: {_changed(case.before, case.after)}")
        if set(case.outcomes_before) != set(case.outcomes_after):
            lines.append(f"    outcome: {_changed(case.outcomes_before, case.outcomes_after)}")
        if set(case.rules_before) != set(case.rules_after):
            lines.append(f"    decided by: {_changed(case.rules_before, case.rules_after)}")
    return "\n".join(lines) + "\n"


def _move(old: RuleBase, new: RuleBase, move: Move) -> str:
    return f"{old.verdict[move.before].title} -> {new.verdict[move.after].title}"


def _changed(before: Sequence[str], after: Sequence[str]) -> str:
    if set(before) == set(after):
        return f"{', '.join(after)} as before"
    return f"{', '.join(before) or 'no rule of its own'} -> {', '.join(after) or 'no rule of its own'}"


def _share(sheets: int, found: ReleaseDiff) -> str:
    return f"{sheets / found.sheets:.3%}" if found.sheets else "none"


def _shown(answer: Answer) -> str:
    return answer if isinstance(answer, str) else ", ".join(answer) or "none"
