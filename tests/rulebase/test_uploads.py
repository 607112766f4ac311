"""What strangers may send: every hostile upload is refused, or its texts stay texts, quickly and in little memory."""

from __future__ import annotations

import stat
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from framework.errors import RuleBaseError
from framework.model.rulebase import RuleBase
from framework.model.texts import texts_of
from framework.rulebase import load_rules
from framework.rulebase.layers import Folder
from framework.rulebase.loading import read_rules
from framework.rulebase.translating import digest_of_text, in_language
from framework.rulebase.uploads import MAX_UPLOAD, limits, unpacked
from framework.settings import TEMPLATE_RULES
from tests.rulebase.folders import files_of, zipped
from tests.tiny import TINY

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 2.0, 60
DEFLATED = zipfile.ZIP_DEFLATED


def loaded(uploads: Mapping[str, bytes]) -> RuleBase:
    return read_rules([unpacked(uploads)], limits())


def tiny(**changed: bytes) -> dict[str, bytes]:
    names = {name.replace("__", "/") + ".yaml": raw for name, raw in changed.items()}
    return {**files_of(TINY), **names}


def test_a_zip_with_or_without_its_folder_gives_the_rules_of_the_folder():
    wanted = load_rules(TEMPLATE_RULES)
    files = files_of(TEMPLATE_RULES)
    for inside in ("", "my rules/", "a/b/"):
        found = loaded(zipped({inside + name: raw for name, raw in files.items()}))
        assert found.digest == wanted.digest and found.sections == wanted.sections and not found.folders


def test_single_files_find_their_folder_by_what_they_hold():
    files = {name.rpartition("/")[2]: raw for name, raw in files_of(TEMPLATE_RULES).items() if name.endswith(".yaml")}
    assert loaded(files).digest == load_rules(TEMPLATE_RULES).digest


def test_the_shipped_rules_are_within_the_limits():
    assert loaded(zipped(files_of(ROOT / "rules"))).digest == load_rules(ROOT / "rules").digest


def test_a_mistake_has_its_place_in_the_upload():
    with pytest.raises(RuleBaseError) as caught:
        loaded(zipped(tiny(criteria__weather=b"id: weather\ntitle: 5\n")))
    assert "criteria/weather.yaml:2:8: wrong_type" in str(caught.value)


FRENCH = "languages/fr/texts.yaml"
PLACE, TEXT = "questions/hills/text", "Y a-t-il une côte ?"
OF = digest_of_text(texts_of(load_rules(TINY))[PLACE])


def translated(where: str = PLACE, text: str = TEXT) -> bytes:
    return f'{where}: {{of: "{OF}", text: "{text}"}}\n'.encode()


def test_a_zip_brings_its_own_translations_and_stays_the_same_rules():
    rules = loaded(zipped({f"mine/{name}": raw for name, raw in {**tiny(), FRENCH: translated()}.items()}))
    assert in_language(rules, "fr").questions["hills"].text == TEXT
    assert rules.digest == load_rules(TINY).digest
    assert in_language(loaded(zipped(tiny())), "fr").questions["hills"].text != TEXT


@pytest.mark.parametrize("inside", ["", "mine/"])
def test_a_zip_with_nothing_but_translations_can_be_laid_over_a_folder(inside: str):
    over = unpacked(zipped({inside + FRENCH: translated()}))
    rules = read_rules([Folder(TINY), over], limits())
    assert in_language(rules, "fr").questions["hills"].text == TEXT


def test_mistakes_in_a_translation_have_their_places_beside_those_in_rules():
    files = tiny(criteria__weather=b"id: weather\ntitle: 5\n") | {FRENCH: translated() + b"a: {txt: b}\n"}
    with pytest.raises(RuleBaseError) as caught:
        loaded(zipped(files))
    assert "criteria/weather.yaml:2:8: wrong_type" in str(caught.value)
    assert f"{FRENCH}:2:5: unknown_key: `txt`" in str(caught.value)


def test_translations_of_thousands_of_places_that_nobody_has_take_no_page_long():
    """As many as may be sent; for a page they are only left out."""
    lines = (translated(f"questions/hills/text{n}") for n in range(3_000))
    rules = loaded(zipped({**tiny(), FRENCH: b"".join(lines)}))
    before = time.thread_time()
    assert in_language(rules, "fr").untranslated[PLACE]
    assert time.thread_time() - before < 1


def test_what_is_no_rule_file_is_left_alone_and_a_misplaced_one_is_reported():
    files = {**files_of(TEMPLATE_RULES), "run.py": b"raise SystemExit", "__MACOSX/x.yaml": b"\0", ".git/x.yaml": b"\0"}
    assert loaded(zipped(files)).digest == load_rules(TEMPLATE_RULES).digest
    with pytest.raises(RuleBaseError, match=r"tasck/x.yaml:1:1: unknown_file.*did you mean `tasks/x.yaml`"):
        loaded(zipped({**files, "tasck/x.yaml": b"id: x\n"}))


def test_a_broken_file_of_unknown_kind_is_reported_where_it_is_broken():
    """What it holds is not known, so nothing is guessed about its name."""
    files = files_of(TEMPLATE_RULES)
    with pytest.raises(RuleBaseError) as found:
        loaded({**files, "bad.yaml": b"a: [1,\n"})
    (told,) = found.value.problems
    assert told.place.path == "bad.yaml" and told.code != "unknown_file", told
    with pytest.raises(RuleBaseError, match=r"bad.yaml.*put it into the folder of its kind") as found:
        loaded(zipped({**files, "bad.yaml": b"a: 1\n"}))
    assert "did you mean" not in str(found.value)


def test_two_files_that_belong_at_one_place_are_refused():
    """The kind of the first is found by its keys, and none is dropped without a word."""
    raw = tiny()["criteria/weather.yaml"]
    with pytest.raises(RuleBaseError, match=r"weather.yaml.*belongs at `criteria/weather.yaml` too"):
        unpacked({"weather.yaml": raw, "criteria/weather.yaml": b"id: other\n"})


def _link() -> dict[str, bytes]:
    info = zipfile.ZipInfo("criteria/passwd.yaml")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return zipped({**tiny(), info: b"/etc/passwd"})


def _lying_about_its_size() -> dict[str, bytes]:
    ((name, raw),) = zipped({"sources.yaml": b"a" * 60_000_000}, DEFLATED).items()
    small, true = (1000).to_bytes(4, "little"), (60_000_000).to_bytes(4, "little")
    assert raw.count(true) == 2  # before the file and in the list of contents
    return {name: raw.replace(true, small)}


def _many(count: int, line: str) -> bytes:
    return ("- " + line + "\n").encode() * count


def _questions(count: int) -> bytes:
    options = "[{{id: a, text: a}}, {{id: b, text: b}}]"
    one = f"  - {{{{id: q{{0}}, kind: one, text: t, short: s, why: w, sources: [own], options: {options}}}}}\n"
    return b"id: way\ntitle: t\nintro: i\nquestions:\n" + "".join(map(one.format, range(count))).encode()


MILLION = b"questions:\n" + b"  - {id: q, kind: one}\n" * 1_000_000
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
)
HOSTILE: dict[str, tuple[Callable[[], dict[str, bytes]], str]] = {
    "50 MB": (lambda: {"rules.zip": b"PK" + b"\0" * 50_000_000}, "too_large"),
    "50 MB of YAML": (lambda: {"sources.yaml": b"- x\n" * 12_500_000}, "too_large"),
    "50 MB in a small zip": (lambda: zipped({"sources.yaml": b"- x\n" * 12_500_000}, DEFLATED), "too_large"),
    "many files of a megabyte": (
        lambda: zipped({f"cases/c{n}.yaml": b"\n" * 999_999 for n in range(9)}, DEFLATED),
        "too_large",
    ),
    "a zip that states a wrong size": (_lying_about_its_size, "not_a_zip"),
    "a zip in which everything is one megabyte of noise": (
        lambda: zipped({f"cases/c{n}.yaml": bytes(range(256)) * 3900 for n in range(5)}),
        "too_large",
    ),
    "a path that leads up": (lambda: zipped({**tiny(), "../../etc/cron.d/x.yaml": b"a: 1"}), "unsafe"),
    "an absolute path": (lambda: zipped({**tiny(), "/etc/x.yaml": b"a: 1"}), "unsafe"),
    "a path of Windows": (lambda: zipped({**tiny(), "C:\\x.yaml": b"a: 1"}), "unsafe"),
    "a name with control characters": (lambda: zipped({**tiny(), "criteria/\x1b[2J.yaml": b"a: 1"}), "unsafe"),
    "a path that leads up, not in a zip": (lambda: {"../x.yaml": b"a: 1"}, "unsafe"),
    "a link to another file": (_link, "unsafe"),
    "thirty folders": (lambda: zipped({**tiny(), "a/" * 30 + "x.yaml": b"a: 1"}), "too_deep"),
    "ten thousand files": (lambda: zipped({f"cases/c{n}.yaml": b"" for n in range(10_000)}), "too_many"),
    "no zip": (lambda: {"rules.zip": b"hello"}, "not_a_zip"),
    "a cut zip": (lambda: {"rules.zip": next(iter(zipped(tiny()).values()))[:-500]}, "not_a_zip"),
    "two zips": (lambda: {**zipped(tiny()), "more.zip": zipped(tiny()).popitem()[1]}, "zip_among_others"),
    "a zip among YAML files": (lambda: {**zipped(tiny()), "remarks.yaml": b"[]"}, "zip_among_others"),
    "nothing that is YAML": (lambda: zipped({"readme.md": b"hello"}), "no_manifest"),
    "an alias bomb": (lambda: zipped(tiny(sources=BOMB.encode())), "alias"),
    "a deep one": (lambda: zipped(tiny(sources=b"[" * 100_000)), "too_deep"),
    "a tag that would run code": (lambda: zipped(tiny(sources=b"!!python/object/apply:os.system [id]")), "tag"),
    "an alias bomb in a translation": (lambda: zipped({**tiny(), FRENCH: BOMB.encode()}), "alias"),
    "a million translations": (
        lambda: zipped({**tiny(), FRENCH: b"".join(b"p%d: {of: a, text: b}\n" % n for n in range(40_000))}),
        "too_many",
    ),
    "as many translations with mistakes as fit": (
        lambda: zipped({**tiny(), **{f"languages/l{n}/t.yaml": b"".join(b"p%d: {a: a}\n" % m for m in range(4_900))
                                     for n in range(7)}}),
        "too_many",
    ),
    "a million values": (lambda: zipped(tiny(sources=b"[" + b"a," * 400_000 + b"a]")), "too_many"),
    "a million keys": (lambda: zipped(tiny(sources=b"".join(b"k%d: a\n" % n for n in range(9_000)))), "too_many"),
    "a million questions": (lambda: zipped({"questions/1_way.yaml": MILLION}, DEFLATED), "too_large"),
    "as many questions as fit": (lambda: zipped(tiny(questions__01_way=_questions(6_000))), "too_many"),
    "many mistakes": (lambda: zipped(tiny(sources=_many(20_000, "{idd: a, titel: b}"))), "too_many"),
    "many unknown names": (
        lambda: zipped(tiny(remarks="".join(f"- {{id: r{n}, topic: t, when: {{q{n}: a}}, text: t, sources: [s{n}]}}\n"
                                            for n in range(1_000)).encode())),
        "too_many",
    ),
    "many answers to nothing": (
        lambda: zipped(tiny(lessons__riding=b"answers: {" + b"".join(b"q%d: a, " % n for n in range(9_000)) + b"}\n")),
        "too_many",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_upload_is_refused_quickly_and_in_little_memory(kind: str) -> None:
    make, code = HOSTILE[kind]
    sent = make()
    before = time.thread_time()
    with pytest.raises(RuleBaseError) as caught:
        loaded(sent)
    spent = time.thread_time() - before
    assert any(problem.code == code for problem in caught.value.problems), str(caught.value)[:500]
    assert all(line.isprintable() for line in str(caught.value).split("\n"))
    assert spent < SECONDS


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if " MB" in kind or "zip" in kind or "bomb" in kind])
def test_what_is_refused_unread_takes_little_memory(kind: str) -> None:
    sent = HOSTILE[kind][0]()
    tracemalloc.start()
    try:
        with pytest.raises(RuleBaseError):
            loaded(sent)
        assert tracemalloc.get_traced_memory()[1] < MEGABYTES * 1_000_000
    finally:
        tracemalloc.stop()


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RuleBaseError):
        loaded(zipped({**tiny(), "../escaped.yaml": b"a: 1", "here.yaml": b"a: 1"}))
    assert not [*tmp_path.iterdir()] and not (tmp_path.parent / "escaped.yaml").exists()


def test_an_upload_at_the_limit_is_still_looked_at():
    with pytest.raises(RuleBaseError, match="not_a_zip"):
        loaded({"rules.zip": b"PK" + b"\0" * (MAX_UPLOAD - 2)})
