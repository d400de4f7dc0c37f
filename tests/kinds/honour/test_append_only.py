"""Published honours against an earlier revision of themselves, in real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import BASE, codes, project, write
from repositories import altered, branch, commit, git, repository

KIND = "name: 示例荣誉\nlevel: city\nissuer: 示例办\nsubjects: [community]\npublicity_days: 0\n"
KIND_PLACE = "showcases/honour-kinds/example.yml"
PLACE = "showcases/honours/example/alpha.yml"
HONOUR = """\
subject: {type: community, ref: alpha}
events:
  - {on: 2024-06-01, type: named, doc: 示文〔2024〕1号}
  - {on: 2025-03-10, type: rectify, due: 2025-06-10, reason: environment}
"""
NAMED, RECTIFY = HONOUR.splitlines(keepends=True)[2:]
CORRECTION = (
    "  - {on: 2025-05-01, type: corrected, by: office, note: 录错,"
    " corrects: {on: 2025-03-10, type: rectify}}\n"
)
RECTIFIED = "  - {on: 2025-06-01, type: rectified}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose one honour is published on `main`."""
    return repository(project(tmp_path, {KIND_PLACE: KIND, PLACE: HONOUR}))


def found(root: Path, text: str | None = None, base: str = "main") -> list[str]:
    """Codes after the honour's file says `text` (None: as it is)."""
    return codes(altered(root, {} if text is None else {PLACE: text}, base))


# What may change


def test_nothing_changed(root: Path) -> None:
    assert found(root) == []


def test_an_appended_event_is_fine(root: Path) -> None:
    assert found(root, HONOUR + RECTIFIED) == []


def test_a_new_honour_is_fine(root: Path) -> None:
    write(root, {"showcases/honours/example/beta.yml": HONOUR})
    assert found(root) == []


def test_notes_and_plates_may_change(root: Path) -> None:
    assert found(root, f"batch: 第一批\nplate_no: A1\nnote: 备注\n{HONOUR}") == []


REFORMATTED = """\
# 说明
events:
  - type: "named"
    doc: "示文〔2024〕1号"
    on: '2024-06-01'   # 日期
    note:
  - reason: environment
    due: "2025-06-10"
    type: rectify
    on: 2025-03-10
subject:
  ref: alpha
  type: "community"
kind: example
"""


def test_reformatting_is_no_alteration(root: Path) -> None:
    assert found(root, REFORMATTED) == []


def test_what_was_published_may_have_been_written_on_windows(root: Path) -> None:
    (root / PLACE).write_bytes(b"\xef\xbb\xbf" + HONOUR.replace("\n", "\r\n").encode())
    commit(root)
    assert found(root, HONOUR) == []


def test_saying_the_default_is_no_alteration(root: Path) -> None:
    assert found(root, HONOUR.replace("ref: alpha", "ref: alpha, display: full")) == []


@pytest.mark.parametrize("text", ["events: [", "一段文字\n", ""])
def test_what_could_not_be_read_at_the_base_may_be_mended(root: Path, text: str) -> None:
    (root / PLACE).write_text(text, encoding="utf-8")
    commit(root)
    assert found(root, HONOUR) == []


def test_what_nobody_saw_may_change(root: Path) -> None:
    write(root, {PLACE: f"status: draft\n{HONOUR}"})
    commit(root)
    assert found(root, f"status: draft\n{HONOUR.replace(RECTIFY, '')}") == []


# Events


def test_an_alteration_is_told_at_its_line(root: Path) -> None:
    """Of an event that is gone nothing is left but the list."""
    (told,) = altered(root, {PLACE: HONOUR.replace("2025-06-10", "2025-07-10")})
    assert (told.code, told.line) == ("H08", 4)
    block = RECTIFY.replace("{", "").replace("}", "").replace(", ", "\n    ")
    (told,) = altered(root, {PLACE: f"{HONOUR.replace(RECTIFY, block.replace('06-10', '07-10'))}"})
    assert (told.code, told.line) == ("H08", 6)
    (told,) = altered(root, {PLACE: HONOUR.replace(RECTIFY, "")})
    assert (told.code, told.line) == ("H08", 2)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("ref: alpha", "ref: alhpa"), ("type: named,", "type: named, by: ofice,")],
)
def test_a_reference_to_nothing_is_no_alteration(root: Path, right: str, wrong: str) -> None:
    """V03a tells of it; with another slip beside it both are told."""
    assert found(root, HONOUR.replace(right, wrong)) == []
    text = HONOUR.replace(right, wrong).replace("2025-06-10", "2025-07-10")
    assert found(root, text) == ["H08"]


@pytest.mark.parametrize(
    "event",
    [
        "  - {on: 2025-03-11, type: rectify, due: 2025-06-10, reason: environment}\n",
        "  - {on: 2025-03-10, type: rectify, due: 2025-07-10, reason: environment}\n",
        "  - {on: 2025-03-10, type: rectify, due: 2025-06-10}\n",
        "  - {on: 2025-03-10, type: rectify, due: 2025-06-10, reason: environment, note: 加}\n",
        "  - {on: 2025-03-10, type: retained}\n",
    ],
)
def test_an_altered_event_is_reported(root: Path, event: str) -> None:
    assert found(root, HONOUR.replace(RECTIFY, event)) == ["H08"]


def test_a_struck_out_event_is_reported_with_its_date_and_name(root: Path) -> None:
    (problem,) = altered(root, {PLACE: HONOUR.replace(RECTIFY, "")})
    assert (problem.path, problem.line, problem.code) == (PLACE, 2, "H08")
    assert "2025-03-10 限期整改" in problem.message()


def test_each_struck_out_event_is_reported(root: Path) -> None:
    text = HONOUR.replace(RECTIFY, "").replace(NAMED, "  - {on: 2024-07-01, type: named}\n")
    assert found(root, text) == ["H08", "H08"]


def test_an_event_is_struck_out_together_with_a_correction_of_it(root: Path) -> None:
    assert found(root, HONOUR.replace(RECTIFY, CORRECTION)) == []


def test_an_event_is_mended_together_with_a_correction_of_it(root: Path) -> None:
    mended = RECTIFY.replace("2025-03-10", "2025-03-11")
    assert found(root, HONOUR.replace(RECTIFY, mended + CORRECTION)) == []


def test_a_correction_of_another_event_licenses_nothing(root: Path) -> None:
    other = CORRECTION.replace("corrects: {on: 2025-03-10", "corrects: {on: 2025-03-09")
    assert found(root, HONOUR.replace(RECTIFY, other)) == ["H08"]


def test_one_correction_is_for_one_event(root: Path) -> None:
    twice = HONOUR + RECTIFIED + RECTIFY.replace("2025-06-10", "2025-08-10")
    write(root, {PLACE: twice})
    commit(root)
    assert found(root, f"{HONOUR.replace(RECTIFY, RECTIFIED)}{CORRECTION}") == ["H08"]


def test_an_earlier_correction_licenses_no_later_change(root: Path) -> None:
    mended = RECTIFY.replace("due: 2025-06-10", "due: 2025-07-10")
    write(root, {PLACE: HONOUR.replace(RECTIFY, mended + CORRECTION)})
    commit(root)
    assert found(root, HONOUR.replace(RECTIFY, CORRECTION)) == ["H08"]


def test_a_correction_itself_stays(root: Path) -> None:
    write(root, {PLACE: HONOUR + CORRECTION})
    commit(root)
    assert found(root, HONOUR) == ["H08"]


def test_who_corrected_may_be_added_where_nobody_said_it(root: Path) -> None:
    write(root, {PLACE: HONOUR + CORRECTION.replace("by: office, ", "")})
    commit(root)
    assert found(root, HONOUR + CORRECTION) == []


# The holder


@pytest.mark.parametrize("subject", ["{type: community, ref: beta}", "{type: org, ref: alpha}"])
@pytest.mark.parametrize("cover", ["", CORRECTION])
def test_another_holder_is_reported_whatever_is_corrected(
    root: Path, subject: str, cover: str
) -> None:
    units = "showcases/orgs.yml"
    unit = "  - {id: alpha, name: 甲单位, level: city}\n"
    others = {"showcases/communities/beta.yml": BASE["showcases/communities/alpha.yml"]}
    write(root, {**others, units: BASE[units] + unit})
    text = HONOUR.replace("{type: community, ref: alpha}", subject) + cover
    assert found(root, text) == ["H18a"]


def test_a_holder_with_a_new_id_is_the_same(root: Path) -> None:
    old = "showcases/communities/alpha.yml"
    renamed = {old: None, "showcases/communities/beta.yml": f"{BASE[old]}aliases: [alpha]\n"}
    told = altered(root, {**renamed, PLACE: HONOUR.replace("ref: alpha", "ref: beta")})
    assert codes(told) == []


UNIT = "{type: org, name: 示例办公室}"
PERSON = "{type: person, name: 张三丰}"


def held_by(root: Path, subject: str) -> str:
    """Publish the honour as that of another holder; what its file says."""
    text = HONOUR.replace("{type: community, ref: alpha}", subject)
    write(root, {PLACE: text})
    commit(root)
    return text


def test_a_unit_that_has_a_record_now_is_the_same(root: Path) -> None:
    text = held_by(root, UNIT)
    assert found(root, text.replace("name: 示例办公室", "ref: office")) == []


def test_a_misspelt_name_needs_a_correction_that_tells_both(root: Path) -> None:
    text = held_by(root, UNIT.replace("办公室", "办公所"))
    mended = text.replace("办公所", "协会") + CORRECTION
    assert found(root, mended) == ["H18a"]
    assert found(root, mended.replace("录错", "示例办公所应为示例协会")) == []


@pytest.mark.parametrize("wish", ["display: mask", "display: none"])
def test_a_person_may_wish_not_to_be_named(root: Path, wish: str) -> None:
    text = held_by(root, PERSON)
    assert found(root, text.replace("name: 张三丰", f"name: 张三丰, {wish}")) == []


def test_the_name_of_a_person_may_go(root: Path) -> None:
    text = held_by(root, PERSON)
    assert found(root, text.replace("name: 张三丰", "display: none")) == []


def test_a_person_is_not_exchanged(root: Path) -> None:
    text = held_by(root, PERSON)
    assert found(root, text.replace("张三丰", "李四光")) == ["H18a"]


# The file


def test_an_honour_that_vanished_is_reported(root: Path) -> None:
    (problem,) = altered(root, {PLACE: None})
    assert (problem.path, problem.line, problem.code) == (PLACE, 1, "H09")
    assert "example/alpha" in problem.message()


@pytest.mark.parametrize("hidden", ["status: draft\n", "visibility: internal\n"])
def test_an_honour_cannot_be_hidden_instead_of_deleted(root: Path, hidden: str) -> None:
    assert found(root, HONOUR + hidden) == ["H09"]


def test_an_honour_that_no_longer_reads_has_not_vanished(root: Path) -> None:
    assert found(root, "events: [") == []


MOVED = "showcases/honours/example/beta.yml"


@pytest.mark.parametrize("alias", ["alpha", "example/alpha"])
def test_a_renamed_file_names_its_former_id(root: Path, alias: str) -> None:
    assert codes(altered(root, {PLACE: None, MOVED: HONOUR})) == ["H09"]
    assert codes(altered(root, {MOVED: f"{HONOUR}aliases: [{alias}]\n"})) == []


def test_a_renamed_file_is_compared_all_the_same(root: Path) -> None:
    text = f"{HONOUR.replace(RECTIFY, '')}aliases: [alpha]\n"
    assert codes(altered(root, {PLACE: None, MOVED: text})) == ["H08"]


def test_an_honour_is_not_taken_over_by_another(root: Path) -> None:
    write(root, {MOVED: HONOUR})
    commit(root)
    assert codes(altered(root, {PLACE: None, MOVED: f"{HONOUR}aliases: [alpha]\n"})) == ["H09"]


def test_a_kind_with_a_new_id_takes_its_honours_along(root: Path) -> None:
    kind = {KIND_PLACE: None, "showcases/honour-kinds/new.yml": f"{KIND}aliases: [example]\n"}
    moved = {PLACE: None, "showcases/honours/new/alpha.yml": HONOUR}
    assert codes(altered(root, {**kind, **moved})) == []
    assert codes(altered(root, {"showcases/honours/new/alpha.yml": None})) == ["H09"]


def test_an_honour_does_not_change_its_kind(root: Path) -> None:
    other = {"showcases/honour-kinds/other.yml": KIND.replace("city", "province")}
    moved = "showcases/honours/other/alpha.yml"
    told = altered(root, {**other, PLACE: None, moved: f"{HONOUR}aliases: [example/alpha]\n"})
    assert [(item.code, item.path) for item in told] == [("H18b", moved)]


# The base


def test_the_base_may_be_any_revision(root: Path) -> None:
    write(root, {PLACE: HONOUR + CORRECTION})
    commit(root)
    assert found(root, HONOUR, base="HEAD~1") == []
    assert found(root, HONOUR, base="HEAD") == ["H08"]


def test_a_stale_branch_is_not_blamed_for_what_others_did(root: Path) -> None:
    branch(root)
    git(root, "checkout", "--quiet", "main")
    write(root, {PLACE: HONOUR + RECTIFIED, MOVED: HONOUR})
    commit(root)
    git(root, "checkout", "--quiet", "work")
    assert found(root) == []


def test_what_was_merged_as_one_commit_is_compared(root: Path) -> None:
    branch(root)
    write(root, {PLACE: HONOUR + RECTIFIED})
    commit(root)
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--squash", "work")
    commit(root)
    assert found(root, HONOUR) == ["H08"]
    git(root, "checkout", "--quiet", "--force", "work")
    assert found(root, HONOUR + RECTIFIED + CORRECTION) == []


def test_a_history_that_was_written_anew_is_compared(root: Path) -> None:
    git(root, "checkout", "--quiet", "--orphan", "anew")
    write(root, {PLACE: HONOUR.replace(RECTIFY, "")})
    commit(root)
    assert found(root) == ["H08"]


def test_what_an_archive_leaves_out_is_compared(root: Path) -> None:
    write(root, {".gitattributes": "showcases/honours/** export-ignore\n"})
    commit(root)
    assert found(root, HONOUR.replace(RECTIFY, "")) == ["H08"]
