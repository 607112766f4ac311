"""Folders laid over the rules: what is new is added, what is there is laid over, and errors name the right file."""

from __future__ import annotations

from pathlib import Path

import pytest

from framework.errors import RuleBaseError
from framework.model.rule_index import index_of
from framework.reasoning.proofs import prove
from framework.rulebase import load_rules
from framework.rulebase.layers import Folder
from framework.rulebase.locating import locate, name_of
from framework.settings import OVERLAY, RULES
from tests.rulebase.folders import LESSON, overlay
from tests.tiny import TINY, copied


def test_more_files_than_are_read_are_refused_and_not_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied(tmp_path / "rules")
    files = len(Folder(folder).names)
    monkeypatch.setattr("framework.rulebase.collection.MAX_FILES", files)
    monkeypatch.setattr("framework.rulebase.layers.MAX_FILES", files)
    assert load_rules(folder).manifest.id
    (folder / "cases" / "zz.yaml").write_text("")
    with pytest.raises(RuleBaseError, match=rf"rules:1:1: too_many: there are {files + 1} rule files"):
        load_rules(folder)


@pytest.mark.parametrize("name", ["criteria/wind.yml", "criteria/wind.YAML", "rulebase.Yml", "languages/fr/x.yml"])
def test_a_file_with_another_ending_is_not_left_out_silently(tmp_path: Path, name: str) -> None:
    """Also where the rules were read before it was there, and in a folder laid over others, alone."""
    folder, over = copied(tmp_path / "rules"), tmp_path / "over"
    assert load_rules(folder).manifest.id
    for where in (folder, over):
        (where / name).parent.mkdir(parents=True, exist_ok=True)
        (where / name).write_text("id: wind\n")
    for layers in ((folder, ()), (TINY, (over,))):
        with pytest.raises(RuleBaseError, match=rf"{name}:1:1: unknown_file: .*`.yaml`.*\(rename it\)$"):
            load_rules(*layers)


def test_what_other_programs_hide_in_a_folder_is_no_rule_file(tmp_path: Path) -> None:
    folder = copied(tmp_path / "rules")
    (folder / ".github").mkdir()
    (folder / ".github" / "test.yml").write_text("")
    (folder / ".pre-commit-config.yml").write_text("")
    assert load_rules(folder).manifest.id


def test_a_second_file_of_the_same_section_is_no_overlay(tmp_path: Path) -> None:
    """Somebody who renumbers by copying sees which file is left over."""
    folder = copied(tmp_path / "rules")
    (folder / "questions" / "99_way.yaml").write_text((folder / "questions" / "01_way.yaml").read_text())
    with pytest.raises(RuleBaseError, match=r"99_way.yaml:1:1: duplicate_file: .*01_way.yaml.*remove one"):
        load_rules(folder)


def test_a_wording_is_changed_without_copying_the_file(tmp_path: Path) -> None:
    below, over = load_rules(TINY), overlay(tmp_path, questions__way="questions: [{id: trip_length, text: How far?}]\n")
    rules = load_rules(TINY, [over])
    assert rules.questions["trip_length"].text == "How far?"
    assert rules.questions["trip_length"].options == below.questions["trip_length"].options
    assert rules.questions["hills"] == below.questions["hills"]
    assert rules.digest != below.digest and rules.folders == (TINY, over)


def test_a_lesson_comes_at_the_end_or_before_the_one_that_follows_it(tmp_path: Path) -> None:
    over = overlay(tmp_path / "a", lessons__flat_tyres=LESSON, rulebase="lessons: [flat_tyres]\n")
    assert load_rules(TINY, [over]).manifest.lessons == ("riding", "flat_tyres")
    over = overlay(tmp_path / "b", lessons__flat_tyres=LESSON, rulebase="lessons: [flat_tyres, riding]\n")
    assert load_rules(TINY, [over]).manifest.lessons == ("flat_tyres", "riding")


def test_a_new_rule_takes_its_place_before_a_known_one(tmp_path: Path) -> None:
    verdict = (TINY / "verdicts" / "borrow_first.yaml").read_text()
    new = verdict.replace("id: borrow_first", "id: hire").replace("id: try_first", "id: hire_one").replace(
        "storage: street", "storage: yard"
    )  # fmt: skip
    orders = "verdicts: [hire, keep_bus_pass]\noutcomes: [hire_one, buy]\n"
    rules = load_rules(TINY, [overlay(tmp_path, verdicts__hire=new, rulebase=orders)])
    assert rules.manifest.verdicts == ("buy_bicycle", "borrow_first", "hire", "keep_bus_pass")
    assert rules.manifest.outcomes == ("cannot_cycle", "too_rare", "try_first", "hire_one", "buy")


def test_a_condition_is_replaced_as_a_whole_and_the_whole_is_proved(tmp_path: Path) -> None:
    over = overlay(
        tmp_path,
        criteria__safe_place="""\
favourable: [{id: locked, when: {storage: indoors}}]
unfavourable: [{id: street, when: {storage: [yard, street]}}]
""",
    )
    rules = load_rules(TINY, [over])
    locked = rules.criterion["safe_place"].favourable[0]
    assert locked.because == load_rules(TINY).criterion["safe_place"].favourable[0].because
    report = prove(rules)
    assert not report.sound  # an example of the rules below says that a yard is safe
    violations = [violation for proof in report.proofs for violation in proof.violations]
    assert any(violation.where == "criteria/safe_place" for violation in violations)


def test_a_mistake_is_at_its_place_in_the_file_that_has_it(tmp_path: Path) -> None:
    over = overlay(
        tmp_path,
        questions__way="questions:\n  - id: trip_length\n    kidn: one\n",
        sources="- {id: own, title: 5}\n",
        remarks="- id: first_rain\n  when: {raedy_for: rain}\n",
        rulebase="lessons: [none_such]\n",
    )
    with pytest.raises(RuleBaseError) as caught:
        load_rules(TINY, [over])
    printed = [str(problem) for problem in caught.value.problems]
    for place in ("questions/way.yaml:3:5: unknown_key", "sources.yaml:1:20: wrong_type"):
        assert any(line.startswith(f"{over}/{place}") for line in printed), printed
    for name in ("questions/way", "sources"):
        (over / f"{name}.yaml").unlink()
    with pytest.raises(RuleBaseError) as caught:
        load_rules(TINY, [over])
    printed = [str(problem) for problem in caught.value.problems]
    for place in ("remarks.yaml:2:10: unknown_id", "rulebase.yaml:1:11: unknown_id"):
        assert any(line.startswith(f"{over}/{place}") for line in printed), printed


def test_a_rule_is_located_in_the_layer_that_words_it(tmp_path: Path) -> None:
    over = overlay(tmp_path, criteria__distance="blocking:\n  - id: too_far\n    because: Too far.\n")
    rules = load_rules(TINY, [over])
    entry = index_of(rules)["criteria/distance/too_far"]
    assert entry.sentence == "Too far."
    place = locate(rules, entry, ("because",))
    assert place and (place.path, place.line) == ((over / "criteria/distance.yaml").as_posix(), 3)
    place = locate(rules, entry, ("when",))
    assert place and place.path.endswith("tiny_rules/criteria/distance.yaml")


@pytest.mark.parametrize("file", ["your_way", "7_your_way", "01_your_way"])
def test_the_number_in_front_of_a_file_of_questions_is_optional(tmp_path: Path, file: str) -> None:
    folder = copied(tmp_path / "rules")
    questions, manifest = folder / "questions" / "01_way.yaml", folder / "rulebase.yaml"
    questions.write_text(questions.read_text().replace("id: way", "id: your_way"))
    questions.rename(questions.with_stem(file))
    manifest.write_text(manifest.read_text().replace("[way, ", "[your_way, "))
    rules = load_rules(folder)
    place = locate(rules, index_of(rules)["questions/trip_length"])
    assert place and name_of(rules, place) == f"rules/questions/{file}.yaml"


def test_a_question_is_located_wherever_its_section_stands_and_whatever_lies_over_it(tmp_path: Path) -> None:
    new = (TINY / "questions" / "01_way.yaml").read_text().partition("  - id: trips_per_week")[0]
    new = new.replace("id: way", "id: 2_roads").replace("trip_length", "road")
    remark = "- {id: far, when: {road: long}, topic: riding, text: Far., sources: [own]}\n"
    over = overlay(tmp_path / "over", questions__2_roads=new, rulebase="sections: [2_roads, way]\n", remarks=remark)
    (over / "questions" / "2_roads.yaml").rename(over / "questions" / "09_2_roads.yaml")
    rules = load_rules(TINY, [over])
    assert [section.id for section in rules.sections][:2] == ["2_roads", "way"]
    files = {"road": "over/questions/09_2_roads.yaml", "trip_length": "tiny_rules/questions/01_way.yaml"}
    for id_, file in files.items():
        place = locate(rules, index_of(rules)[f"questions/{id_}"])
        assert place and name_of(rules, place) == file


@pytest.mark.parametrize("made", [False, True])
def test_an_overlay_that_is_missing_or_empty_is_reported(tmp_path: Path, made: bool) -> None:
    over = tmp_path / "over"
    if made:
        over.mkdir()
    with pytest.raises(RuleBaseError, match=r"over:1:1: no_folder"):
        load_rules(TINY, [over])


def test_several_overlays_lie_over_one_another_and_the_environment_sets_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = overlay(tmp_path / "one", rulebase="name: One\nversion: 1.0.0\n")
    two = overlay(tmp_path / "two", rulebase="name: Two\n")
    monkeypatch.setenv(RULES, str(TINY))
    monkeypatch.setenv(OVERLAY, f"{one}:{two}")
    rules = load_rules()
    assert (rules.manifest.name, rules.manifest.version) == ("Two", "1.0.0")
    assert load_rules(TINY).manifest.name != "Two", "a folder that is named stands alone"


def test_the_digest_of_one_folder_does_not_depend_on_translations(tmp_path: Path) -> None:
    before = load_rules(copied(tmp_path / "rules"))
    overlay(tmp_path / "rules" / "languages" / "xx", sources="a: b\n")
    assert load_rules(tmp_path / "rules").digest == before.digest


def test_a_count_in_a_formula_is_asked_for_as_a_whole_number(tmp_path: Path) -> None:
    """Attempts were rounded in silence: 2.5 to 2, and 3.5 to 4."""
    asked = "id: details\nquestions: [{id: retries, whole: false}]\n"
    with pytest.raises(RuleBaseError) as caught:
        load_rules(overlays=[overlay(tmp_path, questions__details=asked)])
    (problem,) = caught.value.problems
    assert problem.code == "amount" and "`retries` as a whole number from 1 on" in problem.message
    assert problem.hint == "write `whole: true`"
