"""`start` takes away the untouched sample and nothing else, and bears to be killed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.reading import frontmatter, sample, yamltext
from campaign.verbs import answers
from campaign.verbs import start as starter
from campaign.verbs.answers import QUESTIONS, Question, Unusable
from campaign.verbs.sample import written
from killing import killed_at_each_step
from projects import write
from sites import tree_of
from test_starter import ANSWERS, SAMPLE, root, start

__all__ = ["root"]
OWN = {
    "showcases/communities/mine.yml": "name: 我们社区\n",
    "showcases/galleries/mine/a.jpg": b"pixels",
    "docs/news/2026-05-01-mine.md": "---\ntitle: 我们的消息\n---\n",
}
CHANGED = ("showcases/honours/city/alpha.yml", "docs/news/2026-03-05-one.md", "showcases/site.yml")


def test_what_a_fork_has_written_stays(root: Path) -> None:
    known = sample.listed(written(root))
    write(root, OWN)
    done = starter.start(root, ANSWERS, known)
    assert done.kept == []
    for path, text in OWN.items():
        assert (root / path).read_bytes() == (text if isinstance(text, bytes) else text.encode())


def test_what_a_fork_has_changed_stays_and_is_named(root: Path) -> None:
    known = sample.listed(written(root))
    for path in CHANGED:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write("# ours\n")
    before = tree_of(root)
    done = starter.start(root, ANSWERS, known)
    assert done.kept == sorted(CHANGED)
    for path in CHANGED:
        assert (root / path).read_bytes() == before[path]


def test_line_breaks_of_another_system_are_no_change(root: Path) -> None:
    known = sample.listed(written(root))
    path = root / "docs/news/2026-03-05-one.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert starter.start(root, ANSWERS, known).kept == []
    assert not path.exists()


def test_nothing_is_taken_from_where_a_link_leads(root: Path, tmp_path: Path) -> None:
    known = sample.listed(written(root))
    elsewhere = tmp_path / "elsewhere"
    (root / "docs/news").rename(elsewhere)
    (root / "docs/news").symlink_to(elsewhere)
    starter.start(root, ANSWERS, known)
    assert (elsewhere / "2026-03-05-one.md").exists()


def test_a_folder_that_is_empty_goes_and_one_with_more_stays(root: Path) -> None:
    known = sample.listed(written(root))
    write(root, {"showcases/galleries/day/letter.txt": "mine"})
    starter.start(root, ANSWERS, known)
    assert (root / "showcases/galleries/day/letter.txt").exists()
    assert not (root / "showcases/honours").exists()


# Killed


def test_killed_at_any_step_it_has_lost_nothing_and_goes_on(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    known = dict(sample.listed(written(root)))
    write(root, OWN)
    for path in CHANGED[:2]:
        (root / path).write_text("ours", encoding="utf-8")
    whole = tmp_path_factory.mktemp("whole")
    shutil.copytree(root, whole, dirs_exist_ok=True)
    starter.start(whole, ANSWERS, known)
    expected = _without_cache(whole)
    own = [*OWN, *CHANGED[:2]]
    before = tree_of(root)
    steps = 0
    for copy in killed_at_each_step(root, lambda at: starter.start(at, ANSWERS, known)):
        steps += 1
        found = tree_of(copy)
        assert all(found[path] == before[path] for path in own)
        assert starter.obstacle(copy) == "" or _without_cache(copy) == expected
        starter.start(copy, ANSWERS, known)
        assert _without_cache(copy) == expected
    assert steps > len(SAMPLE)


def _without_cache(folder: Path) -> dict[str, bytes]:
    files = tree_of(folder)
    return {path: data for path, data in files.items() if not path.startswith(".cache/")}


def test_after_a_kill_other_answers_may_be_given(root: Path) -> None:
    known = dict(sample.listed(written(root)))
    other = {**ANSWERS, "city": "别的市"}
    for copy in killed_at_each_step(root, lambda at: starter.start(at, ANSWERS, known), stride=5):
        if starter.obstacle(copy) == "":
            assert starter.start(copy, other, known).kept == []
            assert ANSWERS["city"] not in (copy / "showcases/site.yml").read_text("utf-8")


# Answers


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("city", ""),
        ("city", "演示\n市"),
        ("city", "演示<b>市"),
        ("city", "市" * 41),
        ("url", "city.example.org"),
        ("url", "ftp://example.org/"),
        ("url", "https://"),
        ("url", "https://example.org/#a"),
        ("url", "https://example.org/a b"),
        ("url", "https://example.org/\nx: y"),
        ("url", "https://me@example.org/"),
        ("url", "https://example.org:99999/"),
        ("contact", "找我们"),
        ("contact", "0000-6200000\nx: y"),
        ("since", "去年"),
        ("since", "2026-02-30"),
        ("since", "20260305"),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused_with_its_option(key: str, answer: str) -> None:
    with pytest.raises(Unusable, match=f"--{key} "):
        answers.answered({**ANSWERS, key: answer}, answers.proposed)


def test_what_was_not_given_is_asked_with_a_proposal() -> None:
    asked: dict[str, str] = {}

    def ask(question: Question, proposal: str) -> str:
        asked[question.words.split("，")[0].split("。")[0]] = proposal
        return "x"

    answers.answered({"city": "演示市"}, ask)
    assert asked["主办单位"] == "演示市精神文明建设委员会办公室"
    assert len(asked) == len(QUESTIONS) - 1


def test_without_anybody_to_ask_what_is_not_known_is_left_open() -> None:
    found = answers.answered({"city": "演示市"}, answers.proposed)
    assert [key for key, text in found.items() if "待填写" in text] == ["url", "contact", "since"]


@pytest.mark.parametrize(
    ("text", "address"), [("http://a.b", "http://a.b/"), ("https://a.b/c/",) * 2]
)
def test_an_address_has_its_closing_slash(text: str, address: str) -> None:
    assert answers.address(text) == address


NAMES = st.text(alphabet=" -:#'\"·—（）：“”&、，.一市0a", min_size=1, max_size=40).filter(str.strip)


@given(NAMES)
def test_whatever_a_city_is_called_its_files_say_so(city: str) -> None:
    taken = answers.name(city)
    files = dict(starter.beginnings({**ANSWERS, "city": taken, "sponsor": taken}))
    for path, text in files.items():
        if path.endswith(".yml"):
            assert yamltext.read(path, text).problems == [], path
        else:
            assert frontmatter.split(path, text).problems == [], path
    settings = yamltext.read("site.yml", files["showcases/site.yml"]).data
    assert settings["city"] == taken


def test_a_name_is_no_markup_in_a_page(root: Path) -> None:
    start(root, city="演示#1（a.b）-市")
    text = (root / "docs/about/index.md").read_text(encoding="utf-8")
    assert "本站展示演示\\#1（a\\.b）\\-市文明社区" in text
