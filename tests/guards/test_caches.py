"""What is kept for the whole process cannot grow without end, and never answers for other rules than it was made of."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

UI = Path(__file__).parents[2] / "framework" / "ui"
MODULES = {path.relative_to(UI).as_posix(): path.read_text() for path in UI.rglob("*.py")}


def _kept(source: str) -> Iterator[tuple[ast.FunctionDef, str]]:
    """Functions with arguments whose results Streamlit keeps, with the decorator that says so."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and (node.args.args or node.args.kwonlyargs):
            for each in map(ast.unparse, node.decorator_list):
                if each.startswith(("st.cache_resource", "st.cache_data")):
                    yield node, each


def _unbounded(source: str) -> list[str]:
    """Those that keep a result for however many different arguments."""
    return [node.name for node, decorator in _kept(source) if "max_entries" not in decorator]


def test_every_cache_by_arguments_is_bounded() -> None:
    """Trials bring rules of their own, so a cache by rule base grows with each."""
    assert sum("st.cache_resource" in source for source in MODULES.values()) > 10
    assert {name: found for name, source in MODULES.items() if (found := _unbounded(source))} == {}


def test_an_unbounded_one_would_be_found() -> None:
    assert _unbounded("@st.cache_resource(show_spinner=False)\ndef made(key): ...")
    assert not _unbounded("@st.cache_resource\ndef made(): ...")


def _of_rules(modules: Mapping[str, str]) -> Iterator[tuple[str, ast.FunctionDef, str]]:
    """What is kept of a rule base that the key leaves out, with its module and the name of that parameter."""
    for module, source in modules.items():
        for node, _ in _kept(source):
            for arg in (*node.args.args, *node.args.kwonlyargs):
                if arg.arg == "_rulebase" or (arg.annotation and ast.unparse(arg.annotation) == "RuleBase"):
                    yield module, node, arg.arg


def _calls(modules: Mapping[str, str], made: str, by: ast.FunctionDef) -> Iterator[tuple[str, dict[str, str]]]:
    """Every call of a function, with its arguments by parameter; of a private one those in its own module."""
    names = [arg.arg for arg in (*by.args.args, *by.args.kwonlyargs)]
    for source in (modules[made],) if by.name.startswith("_") else modules.values():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == by.name:
                named = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
                given = {**dict(zip(names, node.args, strict=False)), **named}
                yield ast.unparse(node), {name: ast.unparse(value) for name, value in given.items()}


def _badly_keyed(modules: Mapping[str, str]) -> list[str]:
    """What is kept of a rule base under anything but its identity: by its definition, and in each call."""
    found = []
    for module, function, rulebase in _of_rules(modules):
        if "identity" not in {arg.arg for arg in function.args.args}:
            found.append(function.name)
        for call, given in _calls(modules, module, function):
            passed_on = (given.get("identity"), given.get(rulebase)) == ("identity", "_rulebase")
            if not passed_on and given.get("identity") != f"{given.get(rulebase)}.identity":
                found.append(call)
    return found


def test_what_is_kept_of_a_rule_base_is_kept_under_its_identity() -> None:
    """By the digest alone, the same rules without their translations, tried by one, took these from everybody."""
    calls = [call for made, function, _ in _of_rules(MODULES) for call in _calls(MODULES, made, function)]
    assert len(calls) >= len([*_of_rules(MODULES)]) > 8
    assert _badly_keyed(MODULES) == []


def test_another_key_would_be_found() -> None:
    kept = "@st.cache_resource(max_entries=4)\n"
    good = kept + "def made(identity, _rulebase): ...\nmade(here.rules.identity, here.rules)"
    assert _badly_keyed({"good": good}) == []
    assert _badly_keyed({"good": good, "bad": "good.made(rules.digest, rules)"}) == ["good.made(rules.digest, rules)"]
    assert _badly_keyed({"other": good.replace("here.rules)", "_rulebase=those)")})
    assert _badly_keyed({"by digest": kept + "def _made(digest, _rulebase): ..."}) == ["_made"]
    assert _badly_keyed({"other name": kept + "def _made(digest, _rules: RuleBase): ..."}) == ["_made"]
