"""The rules in another language: text only, by the place of each text, and only while the text is still the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framework import assess
from framework.errors import RuleBaseError
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.model.texts import texts_of, with_texts
from framework.rulebase import load_rules
from framework.rulebase.layers import Folder, Packed
from framework.rulebase.loading import read_rules
from framework.rulebase.translating import digest_of_text, in_language, translation_of
from tests.cli.running import run
from tests.rulebase.folders import files_of, overlay
from tests.tiny import TINY, copied

HILLS = "questions/hills/text"
SHIPPED = load_rules()


def _with(folder: Path, text: str, language: str = "fr") -> Path:
    """The tiny rules with one file of translations."""
    copied(folder)
    (folder / "languages" / language).mkdir(parents=True)
    (folder / "languages" / language / "questions.yaml").write_text(text, encoding="utf-8")
    return folder


def _entry(where: str, text: str, of: str | None = None) -> str:
    digest = of or digest_of_text(texts_of(load_rules(TINY))[where])
    return f'{where}: {{of: "{digest}", text: "{text}"}}\n'


def test_what_is_translated_is_shown_and_the_rest_stays(tmp_path: Path) -> None:
    rules = load_rules(_with(tmp_path / "rules", _entry(HILLS, "Y a-t-il une côte ?")))
    french = in_language(rules, "fr")
    assert french.questions["hills"].text == "Y a-t-il une côte ?"
    assert french.questions["storage"] == rules.questions["storage"]
    assert (french.digest, french.language) == (rules.digest, "fr") and french.identity != rules.identity
    assert french.speaks(*HILLS.split("/")) and not french.speaks("questions", "storage")
    assert french.is_original(rules.questions["storage"].text) and not french.is_original("Y a-t-il une côte ?")
    assert rules.speaks("questions")


def test_a_changed_text_makes_its_translation_outdated_and_is_shown_itself(tmp_path: Path) -> None:
    rules = load_rules(_with(tmp_path / "rules", _entry(HILLS, "Y a-t-il une côte ?", of="00000000")))
    found = translation_of(rules, "fr")
    assert [problem.code for problem in found.outdated] == ["outdated"]
    assert found.outdated[0].place and found.outdated[0].place.line == 1 and HILLS in found.missing
    assert in_language(rules, "fr").questions["hills"] == rules.questions["hills"]


def test_a_text_that_is_gone_and_other_braces_are_listed(tmp_path: Path) -> None:
    sentence = "manifest/sentences/framing"
    text = _entry(HILLS, "x").replace("hills", "hils") + _entry(sentence, "Pour {nobody}.")
    found = translation_of(load_rules(_with(tmp_path / "rules", text)), "fr")
    assert [problem.code for problem in found.mistakes] == ["unknown_place", "unknown_slot"] and not found.outdated
    assert "did you mean" not in found.mistakes[1].hint and not found.texts


@pytest.mark.parametrize(
    ("where", "meant"),
    [
        ("questions/hills/txt", HILLS),
        ("questions/hils/text", "questions/hills"),
        ("question/hills/text", "questions"),
        ("nothing/like/it", "known: `alternatives`"),
    ],
)
def test_a_wrong_place_says_which_was_meant(where: str, meant: str, tmp_path: Path) -> None:
    (problem,) = translation_of(load_rules(_with(tmp_path / "r", f'{where}: {{of: "x", text: "x"}}\n')), "fr").mistakes
    assert meant in problem.hint and "there are no" not in problem.hint
    assert meant.startswith("known") or problem.hint == f"did you mean `{meant}`?"


def test_the_check_reads_every_translation_and_fails_where_a_file_cannot_be_read(tmp_path: Path) -> None:
    folder = _with(tmp_path / "rules", "{\n")
    (folder / "languages" / "de").mkdir()
    (folder / "languages" / "de" / "x.yaml").write_text(f"{HILLS}: {{txt: x}}\n")
    done = run("check", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "languages/de/x.yaml:1:" in done.stderr and "languages/fr/questions.yaml:" in done.stderr


def test_the_check_names_mistakes_in_translations_and_not_what_is_missing_or_outdated(tmp_path: Path) -> None:
    folder = _with(tmp_path / "rules", _entry(HILLS, "Une côte ?", of="00000000"))
    done = run("check", folder)
    assert done.returncode == 0 and "ranslation" not in done.stdout and done.stdout.endswith("\nSound.\n")
    wrong = _entry("manifest/sentences/framing", "Pour {nobody}.")
    (folder / "languages" / "fr" / "more.yaml").write_text(wrong, encoding="utf-8")
    done = run("check", folder)
    assert done.returncode == 1 and f"{folder}/languages/fr/more.yaml:1:1: unknown_slot" in done.stdout
    assert done.stdout.endswith("\nSound; 1 mistake in translations.\n")
    found = json.loads(run("check", folder, "--format", "json").stdout)
    assert found["sound"] is True and [problem["code"] for problem in found["translations"]] == ["unknown_slot"]


def test_the_check_of_a_language_prints_mistakes_first_and_fails(tmp_path: Path) -> None:
    folder = _with(tmp_path / "rules", _entry(HILLS, "x").replace("hills", "hils"))
    done = run("check", folder, "--language", "fr")
    assert done.returncode == 1
    first, second, *_ = done.stdout.splitlines()
    assert first == "# mistakes, none of which is shown: 1" and "unknown_place" in second
    assert "outdated, shown in the language of the rules: 0" in done.stdout
    found = json.loads(run("check", folder, "--language", "fr", "--format", "json").stdout)
    assert [problem["code"] for problem in found["mistakes"]] == ["unknown_place"] and not found["outdated"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pour {unit", "template"),
        ("Pour }", "template"),
        ("Pour {}.", "unknown_slot"),
        ("À {destination:one}", "unknown_slot"),
    ],
)
def test_a_translation_that_could_not_be_filled_in_is_located_and_left_untranslated(
    text: str, code: str, tmp_path: Path
) -> None:
    sentence = "manifest/sentences/framing"
    rules = load_rules(_with(tmp_path / "rules", _entry(HILLS, "x") + _entry(sentence, text)))
    found = translation_of(rules, "fr")
    assert [(problem.code, problem.place and problem.place.line) for problem in found.mistakes] == [(code, 2)]
    assert sentence in found.missing and assess(in_language(rules, "fr"), Sheet()).verdict is None


def test_a_translation_with_the_slots_and_forms_of_the_original_is_shown(tmp_path: Path) -> None:
    text = _entry("manifest/sentences/framing", "Pour {traveller:each} qui va à {destination}.")
    found = translation_of(load_rules(_with(tmp_path / "rules", text)), "fr")
    assert not found.mistakes and len(found.texts) == 1


def test_a_broken_file_of_a_translation_is_located(tmp_path: Path) -> None:
    rules = load_rules(_with(tmp_path / "rules", f"{HILLS}: {{txt: x}}\n"))
    with pytest.raises(RuleBaseError, match=r"languages/fr/questions.yaml:1:"):
        translation_of(rules, "fr")


def test_an_overlay_may_translate(tmp_path: Path) -> None:
    over = tmp_path / "over"
    (over / "languages" / "fr").mkdir(parents=True)
    (over / "languages" / "fr" / "x.yaml").write_text(_entry(HILLS, "Une côte ?"), encoding="utf-8")
    (over / "rulebase.yaml").write_text("name: Vélo ou bus\n", encoding="utf-8")
    assert in_language(load_rules(TINY, [over]), "fr").questions["hills"].text == "Une côte ?"


def test_an_overlay_may_hold_nothing_but_translations_and_changes_no_rule(tmp_path: Path) -> None:
    below, over = load_rules(TINY), overlay(tmp_path / "over", languages__fr__mine=_entry(HILLS, "Une côte ?"))
    rules = load_rules(TINY, [over])
    assert in_language(rules, "fr").questions["hills"].text == "Une côte ?"
    assert rules.digest == below.digest and rules.identity != below.identity


def test_a_file_of_no_language_makes_no_overlay(tmp_path: Path) -> None:
    over = overlay(tmp_path / "over", languages__mine=_entry(HILLS, "Une côte ?"))
    with pytest.raises(RuleBaseError, match=r"over:1:1: no_folder"):
        load_rules(TINY, [over])


def test_what_is_laid_over_a_folder_from_memory_leaves_its_translation(tmp_path: Path) -> None:
    """Trying one changed file would otherwise turn everything else into the language of the rules."""
    text = _entry(HILLS, "Une côte ?") + _entry("questions/storage/text", "Où le ranger ?")
    below = Folder(_with(tmp_path / "rules", text))
    changed = Packed({"questions/conditions.yaml": b"questions: [{id: storage, text: Where?}]\n"})
    french = in_language(read_rules([below, changed]), "fr")
    assert french.questions["hills"].text == "Une côte ?"
    assert french.questions["storage"].text == "Where?", "its translation is outdated"


def test_the_same_rules_are_told_apart_by_what_they_say_in_other_languages_and_where_they_are_from(
    tmp_path: Path,
) -> None:
    folder = _with(tmp_path / "rules", _entry(HILLS, "Une côte ?"))
    files = files_of(folder)
    bare = {name: raw for name, raw in files.items() if not name.startswith("languages/")}
    from_folder, whole, again, without = load_rules(folder), *map(_packed, (files, files, bare))
    assert {rules.digest for rules in (from_folder, whole, without)} == {load_rules(TINY).digest}
    assert len({rules.identity for rules in (from_folder, whole, without)}) == 3
    assert whole.identity == again.identity, "nothing tells them apart"
    strange = from_folder.model_copy(update={"folders": (Path("r\udce8gles"),)})
    assert "".join(strange.identity).encode() and strange.identity != from_folder.identity


def _packed(files: dict[str, bytes]) -> RuleBase:
    return read_rules([Packed(files)])


def test_a_translation_that_was_added_or_changed_is_read_at_the_next_load(tmp_path: Path) -> None:
    folder = copied(tmp_path / "rules")
    assert load_rules(folder) is load_rules(folder)
    for text in ("Une côte ?", "Y a-t-il une côte ?"):
        overlay(folder, languages__fr__mine=_entry(HILLS, text))
        assert in_language(load_rules(folder), "fr").questions["hills"].text == text


def test_the_check_lists_what_is_missing_as_lines_to_complete(tmp_path: Path) -> None:
    folder = _with(tmp_path / "rules", _entry(HILLS, "Une côte ?"))
    done = run("check", folder, "--language", "fr")
    assert done.returncode == 0
    text = texts_of(load_rules(TINY))["questions/storage/text"]
    assert f'questions/storage/text: {{of: "{digest_of_text(text)}", text: }}  # {text}' in done.stdout
    assert HILLS not in done.stdout and "outdated, shown in the language of the rules: 0" in done.stdout


def test_every_line_of_that_list_can_be_read_once_it_is_completed(tmp_path: Path) -> None:
    """A digest may look like a number (`78244830`, `70e12740`)."""
    folder = copied(tmp_path / "rules")
    number = next(text for text in map("Height {}".format, range(2_000)) if digest_of_text(text).isdigit())
    hills = (folder / "questions" / "01_way.yaml").read_text(encoding="utf-8")
    (folder / "questions" / "01_way.yaml").write_text(hills.replace(texts_of(load_rules(TINY))[HILLS], number))
    listed = [line for line in run("check", folder, "--language", "fr").stdout.splitlines() if ", text: }" in line]
    completed = "\n".join(line.replace("text: }", "text: Bonjour }", 1) for line in listed)
    overlay(folder, languages__fr__mine=completed)
    rules = in_language(load_rules(folder), "fr")
    assert rules.questions["hills"].text == "Bonjour" and not rules.untranslated


def test_texts_and_only_texts_are_found() -> None:
    texts = texts_of(SHIPPED)
    assert len(texts) > 5_000
    assert not [where for where in texts if where.endswith(("/icon", "/colour", "/url", "/id", "/version"))]
    assert "criteria/learn/title" in texts
    same = with_texts(SHIPPED, texts, "xx")
    assert texts_of(same) == texts and not same.untranslated


def test_the_reasons_of_the_metrics_of_a_task_stand_apart() -> None:
    """They once stood at one place, and French showed the last of them for every metric."""
    named = with_texts(SHIPPED, {where: where for where in texts_of(SHIPPED)}, "xx")
    for task in named.tasks:
        for metrics in (task.metrics, *(variant.metrics or () for variant in task.variants)):
            assert len({choice.why for choice in metrics}) == len(metrics)


def test_most_of_the_french_that_is_there_is_up_to_date() -> None:
    """A change of an English text may outdate some; when this fails, it is time to look: `check --language fr`."""
    found = translation_of(SHIPPED, "fr")
    assert len(found.texts) > 1_000 > 4 * len(found.outdated) and not found.mistakes
