from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from campaign.kinds.community import Community
from campaign.kinds.grant import Grant
from campaign.kinds.schema import schemas
from campaign.problems import Problem, errors
from campaign.reading import yamltext
from campaign.reading.records import KINDS
from campaign.site import Site
from campaign.verbs.new import ask as at_the_terminal
from campaign.writing import drafting as scaffold
from campaign.writing.drafting import CHOICES, Refused
from projects import POLICY, load

BETA = "name: 乙社区\ndistrict: east\ntype: old\nest: 2001\nintro: 简介\nstatus: draft\n"
MORE = {
    "docs/policies/rules.md": POLICY,
    "showcases/honour-kinds/example.yml": (
        "name: 荣誉\nlevel: city\nissuer: 示例办\nsubjects: [community]\n"
    ),
    "showcases/vocab/themes.yml": "title: 主题\nitems:\n  - {id: service, label: 服务}\n",
    "showcases/vocab/lesson-books.yml": "title: 读本\nitems:\n  - {id: reader, label: 读本}\n",
    "showcases/vocab/licences.yml": "title: 授权\nitems:\n  - {id: own, label: 自有}\n",
    "showcases/vocab/pairing-fields.yml": (
        "title: 共建方面\nitems:\n  - {id: greening, label: 绿化}\n"
    ),
    "showcases/vocab/project-kinds.yml": "title: 类别\nitems:\n  - {id: lane, label: 小巷}\n",
    "showcases/vocab/exposure-channels.yml": "title: 渠道\nitems:\n  - {id: media, label: 媒体}\n",
    "showcases/tasks.yml": (
        "tasks:\n"
        "  - {id: roads, order: 1, title: 道路, summary: 修, lead: office, due: 2026-06-30}\n"
    ),
    "showcases/communities/beta.yml": BETA,
    "showcases/indicators/roads.yml": 'name: 率\nunit: "%"\nscope: city\nkind: measured\n',
}
IDS = {"honour": "example/beta", "news": "2026-04-09-one", "speech": "2026-04-09-two"}
PLACES = {
    "community": "showcases/communities/new-one.yml",
    "experience": "showcases/experiences/new-one.yml",
    "honour": "showcases/honours/example/beta.yml",
    "assignment": "showcases/assignments/new-one.yml",
    "pairing": "showcases/pairings/new-one.yml",
    "project": "showcases/projects/new-one.yml",
    "exposure": "showcases/exposures/new-one.yml",
    "gallery": "showcases/galleries/new-one/gallery.yml",
    "event": "showcases/events/new-one.yml",
    "lesson": "showcases/lessons/new-one.yml",
    "call": "showcases/calls/new-one.yml",
    "poster": "showcases/posters/new-one.yml",
    "participation": "showcases/participation/new-one.yml",
    "contest": "showcases/contests/new-one.yml",
    "campaign": "showcases/campaigns/new-one.yml",
    "route": "showcases/routes/new-one.yml",
    "speech": "docs/speeches/2026-04-09-two.md",
    "policy": "docs/policies/new-one.md",
    "interpretation": "docs/interpretations/new-one.md",
    "news": "docs/news/2026-04-09-one.md",
}


LISTED = ("grant",)
"""Kinds whose records share a file."""
ALONE = tuple(kind for kind in CHOICES if kind not in LISTED)


def id_for(kind: str) -> str:
    return IDS.get(kind, "new-one")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    found, problems = load(tmp_path, MORE)
    assert errors(problems) == []
    return found


def reloaded(site: Site) -> tuple[Site, list[Problem]]:
    found, problems = load(site.root, MORE)
    return found, errors(problems)


# The draft


def test_every_kind_that_can_be_begun_is_a_kind_of_record() -> None:
    assert set(ALONE) == set(PLACES)
    assert set(LISTED) <= set(CHOICES)
    assert set(CHOICES) <= {place.model.kind for place in KINDS}


@pytest.mark.parametrize("kind", ALONE)
def test_a_draft_of_each_kind_is_in_its_place_and_without_errors(kind: str, site: Site) -> None:
    path = scaffold.new(site.root, site, kind, id_for(kind))
    assert path.as_posix() == PLACES[kind]
    found, problems = reloaded(site)
    assert [f"{p.path}:{p.line} {p.message()}" for p in problems] == []
    record = found.kind(kind).get(id_for(kind))
    assert record is None or not found.is_out(record)
    assert "\nstatus: draft\n" in (site.root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ALONE)
def test_a_draft_holds_nothing_that_is_made_up(kind: str, site: Site) -> None:
    """No founding day, no result, no district: what only a person can know is asked for."""
    path = scaffold.new(site.root, site, kind, id_for(kind))
    said = [line for line in values_of(site.root / path) if "（待填写" not in line]
    known = ["type: community", "ref: beta"] if kind == "honour" else []
    assert said == [*known, "status: draft"]


@pytest.mark.parametrize("kind", ALONE)
def test_a_draft_cannot_be_published_as_it_is(kind: str, site: Site) -> None:
    path = site.root / scaffold.new(site.root, site, kind, id_for(kind))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: draft", "status: published"), encoding="utf-8")
    problems = [p for p in reloaded(site)[1] if p.path == path.relative_to(site.root).as_posix()]
    assert {p.code for p in problems} & {"V23", "V23c"}
    assert all(p.remedy() for p in problems)


def values_of(path: Path) -> list[str]:
    """The values of a draft with their keys: no comment and no heading of a part."""
    lines = path.read_text(encoding="utf-8").splitlines()
    written = (
        line.strip().removeprefix("- ") for line in lines if not line.startswith(("#", "---"))
    )
    return [line for line in written if line and not line.endswith(":")]


@pytest.mark.parametrize("kind", ALONE)
def test_a_draft_says_of_each_field_what_it_is(kind: str, site: Site) -> None:
    path = scaffold.new(site.root, site, kind, id_for(kind))
    text = (site.root / path).read_text(encoding="utf-8")
    model = next(place.model for place in KINDS if place.model.kind == kind)
    for name, field in model.model_fields.items():
        if field.is_required():
            assert f"# {field.title}（必填）：{field.description}\n{field.alias or name}:" in text
    assert text.endswith("\n")


@pytest.mark.parametrize(
    "kind", [kind for kind, path in PLACES.items() if path.endswith(".yml")], ids=str
)
def test_a_record_begins_with_the_way_to_its_schema(kind: str, site: Site) -> None:
    path = scaffold.new(site.root, site, kind, id_for(kind))
    first = (site.root / path).read_text(encoding="utf-8").split("\n")[0]
    way = first.removeprefix("# yaml-language-server: $schema=")
    target = normpath(join(dirname(path.as_posix()), way))
    assert target in {output.path for output in schemas()}


def test_an_optional_field_stands_as_a_comment(site: Site) -> None:
    path = scaffold.new(site.root, site, "community", "new-one")
    assert "\n# slogan:\n" in (site.root / path).read_text(encoding="utf-8")


def test_without_a_site_a_draft_is_written_all_the_same(tmp_path: Path) -> None:
    path = scaffold.new(tmp_path, None, "experience", "new-one")
    assert yamltext.read("a", (tmp_path / path).read_text(encoding="utf-8")).problems == []


# Records that share a file

GRANTS = (
    "# 说明留着\ngrants:\n  - id: one\n    title: 修门\n    community: alpha\n"
    "    year: 2026\n    purpose: brand\n    amount: 5000\n    status: draft\n"
)


@pytest.mark.parametrize("text", ["", GRANTS, GRANTS.rstrip("\n"), GRANTS.replace("\n  ", "\n")])
def test_a_draft_stands_behind_the_other_items_of_its_file(text: str, site: Site) -> None:
    place = site.root / "showcases/grants.yml"
    if text:
        place.write_text(text, encoding="utf-8")
    path = scaffold.new(site.root, site, "grant", "two")
    assert path.as_posix() == "showcases/grants.yml"
    made = place.read_text(encoding="utf-8")
    assert made.startswith(text)
    found, problems = load(site.root, MORE)
    assert errors(problems) == []
    assert [problem.code for problem in problems if "grants" in problem.path] != []
    assert not found.of(Grant).get("two")
    ids = [item["id"] for item in yamltext.read("a", made).data["grants"]]
    assert ids == (["one", "two"] if text else ["two"])


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (GRANTS, "one"),
        (GRANTS, "Two"),
        ("grants: [{id: one}]\n", "two"),
        ("grants:\n  - id: one\n   title: 歪\n", "two"),
        (f"{GRANTS}more: 1\n", "two"),
    ],
)
def test_a_file_that_cannot_take_an_item_is_left_as_it_is(text: str, id: str, site: Site) -> None:
    place = site.root / "showcases/grants.yml"
    place.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=r"\S"):
        scaffold.new(site.root, site, "grant", id)
    assert place.read_text(encoding="utf-8") == text


# What is refused


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        ("community", "Beta"),
        ("community", "新社区"),
        ("community", "b"),
        ("community", "2026-beta"),
        ("community", "beta.yml"),
        ("community", "../beta"),
        ("community", ""),
        ("community", "east/beta"),
        ("honour", "beta"),
        ("honour", "example/"),
        ("honour", "example/../beta"),
        ("honour", "example/beta/gamma"),
        ("news", "-news"),
        ("news", "index"),
        ("news", "shell"),
        ("news", "by-the-river"),
    ],
)
def test_an_id_that_cannot_be_used_is_refused_and_nothing_is_written(
    kind: str, id: str, site: Site
) -> None:
    before = tree(site.root)
    with pytest.raises(Refused, match=r"\S"):
        scaffold.new(site.root, site, kind, id)
    assert tree(site.root) == before


def test_the_form_of_an_honours_id_is_told_where_it_is_needed(site: Site) -> None:
    with pytest.raises(Refused, match="“beta”不能用作编号 → 荣誉写成 种类/编号"):
        scaffold.new(site.root, site, "honour", "beta")
    with pytest.raises(Refused, match="xingfuli；荣誉写成 种类/编号"):
        scaffold.new(site.root, site, "honour", "example/Beta")
    with pytest.raises(Refused) as refused:
        scaffold.new(site.root, site, "community", "Beta")
    assert "种类/编号" not in str(refused.value)


def test_an_id_of_one_character_is_told_how_many_it_needs(site: Site) -> None:
    for kind in ("exposure", "grant"):
        with pytest.raises(Refused, match=r"“z”不能用作编号 → .*至少两个字符"):
            scaffold.new(site.root, site, kind, "z")


def test_a_file_that_is_there_is_left_as_it_is(site: Site) -> None:
    before = tree(site.root)
    with pytest.raises(Refused, match=r"showcases/communities/alpha\.yml"):
        scaffold.new(site.root, site, "community", "alpha")
    assert tree(site.root) == before


def tree(root: Path) -> dict[Path, bytes | None]:
    """Every folder and file with what it holds."""
    return {path: path.read_bytes() if path.is_file() else None for path in root.rglob("*")}


# Asking


def answering(**answers: str) -> Callable[[str, FieldInfo], str]:
    return lambda key, field: answers.get(key, "")


def test_an_answer_stands_in_the_draft(site: Site) -> None:
    ask = answering(name='乙"社区"', est="2001", district="east", type="old", intro="")
    scaffold.new(site.root, site, "community", "gamma", ask)
    found, problems = reloaded(site)
    assert problems == []
    assert found.of(Community)["gamma"].name == '乙"社区"'
    assert str(found.of(Community)["gamma"].est) == "2001"
    assert found.of(Community)["gamma"].intro.startswith("（待填写")


def test_only_required_fields_with_one_value_are_asked_for(site: Site) -> None:
    asked: list[str] = []

    def ask(key: str, field: FieldInfo) -> str:
        asked.append(key)
        return ""

    scaffold.new(site.root, site, "experience", "new-one", ask)
    assert asked == ["title", "summary", "theme", "challenge", "author_unit"]


@pytest.mark.parametrize("error", [EOFError, KeyboardInterrupt, typer.Abort])
def test_nothing_is_written_when_asking_breaks_off(error: type[BaseException], site: Site) -> None:
    answers = iter(["一句话"])

    def ask(key: str, field: FieldInfo) -> str:
        for answer in answers:
            return answer
        raise error

    before = tree(site.root)
    with pytest.raises(error):
        scaffold.new(site.root, site, "experience", "new-one", ask)
    assert tree(site.root) == before


@pytest.mark.parametrize("answer", ["- 一", "null", "~", "a: b", "# 一", "'一'", "一 #二", "\\n"])
def test_an_answer_is_taken_as_it_was_typed(answer: str, tmp_path: Path) -> None:
    assert written(tmp_path, answer) == answer


TYPED = (
    st.lists(st.sampled_from([*" -:#'\"~\\!&*%@`{}[],|>?.0一", "null", "no"]), min_size=1)
    .map("".join)
    .map(str.strip)
    .filter(bool)
)


@given(TYPED)
def test_whatever_can_be_typed_is_taken_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, answer: str
) -> None:
    assert written(tmp_path_factory.mktemp("draft"), answer) == answer


def written(root: Path, answer: str) -> object:
    """What a draft gives back for a title that was asked for."""
    path = scaffold.new(root, None, "gallery", "new-one", answering(title=answer))
    document = yamltext.read(str(path), (root / path).read_text(encoding="utf-8"))
    assert document.problems == []
    return document.data["title"]


def test_a_question_is_asked_until_the_field_takes_the_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["很久以前", " 2001-05 "])
    monkeypatch.setattr(typer, "prompt", lambda text, default: next(answers))
    assert at_the_terminal("est", Community.model_fields["est"]) == "2001-05"
    told = capsys.readouterr().out
    assert "很久以前" in told
    assert "2026-04-09" in told


def test_no_answer_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typer, "prompt", lambda text, default: default)
    assert at_the_terminal("est", Community.model_fields["est"]) == ""


def test_drafts_can_stand_side_by_side(site: Site) -> None:
    for id in ("gamma", "delta"):
        scaffold.new(site.root, site, "community", id, answering(name=f"{id}社区"))
    assert reloaded(site)[1] == []


def test_an_honour_is_that_of_the_community_of_its_id(site: Site) -> None:
    path = scaffold.new(site.root, site, "honour", "example/beta")
    data = yamltext.read("a", (site.root / path).read_text(encoding="utf-8")).data
    assert data["subject"] == {"type": "community", "ref": "beta"}


def test_an_honour_of_another_id_asks_whose_it_is(site: Site) -> None:
    path = scaffold.new(site.root, site, "honour", "example/first-group")
    data = yamltext.read("a", (site.root / path).read_text(encoding="utf-8")).data
    assert all("待填写" in text for text in data["subject"].values())


def test_what_is_asked_for_says_how_it_is_written(site: Site) -> None:
    path = scaffold.new(site.root, site, "community", "gamma")
    data = yamltext.read("a", (site.root / path).read_text(encoding="utf-8")).data
    assert data["district"] == "（待填写：所属镇街，编号，如 east、west）"
    assert data["est"] == "（待填写：成立时间，如 2006 或 2006-05）"


def test_a_draft_has_as_many_items_as_are_asked_for_at_least(site: Site) -> None:
    path = scaffold.new(site.root, site, "experience", "new-one")
    data = yamltext.read("a", (site.root / path).read_text(encoding="utf-8")).data
    counts = {key: len(value) for key, value in data.items() if isinstance(value, list)}
    assert counts == {"communities": 1, "tasks": 1, "practice": 3, "results": 1, "transfer": 2}
