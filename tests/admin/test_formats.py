"""Files that are saved at `admin/`: what nobody changed stays, and our reader takes the rest."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from campaign.admin import bundle
from campaign.reading import frontmatter, yamltext
from campaign.verbs import testing
from conftest import needed
from sites import ROOT

RUN = """
import { article, record } from '%s';
let text = '';
for await (const part of process.stdin) text += part;
const made = JSON.parse(text).map(({ path, source, changes, gone }) => {
  const format = path.endsWith('.md') ? article : record;
  const values = { ...(source ? format.fromFile(source) : {}), ...changes };
  for (const key of gone ?? []) delete values[key];
  return format.toFile(values);
});
console.log(JSON.stringify(made));
"""
HOSTILE = (
    *("8:30", "18:30", "12:30:45", "yes", "no", "on", "off", "true", "null", "~", "1_000", "0523"),
    *("2024-05-01", "=", "<<", "a: b", "a # b", "- a", "* a", "&a", "*a", "!a", "%a", "@a", "`a`"),
    *(
        "[甲，乙]",
        "{甲}",
        "“引”",
        "'",
        '"',
        "\\",
        "a\\nb",
        "一\n二",
        "一\n\n二\n",
        "？",
        "000000",
        "1e3",
    ),
    *("|", ">", ">-", "?", "? a", ":", "a:", "#", "--- a", "...", "0x1F", ".5", "+8", "-"),
)
RECORD = """\
# yaml-language-server: $schema=../schema/community.schema.json
name: 甲社区   # 规范全称
# 下面是设施
facilities: []
committee: {address: "某路 1 号", hours: 9:00—18:00}

teams:
  # 先写老的
  - {name: 一队, size: 07} # 待核
  - {name: 二队, size: 2}
updated: 2026-04-07
none:
"""


@pytest.fixture(scope="module", autouse=True)
def package() -> Path:
    return needed(testing.node_package(ROOT, "yaml"), "yaml")


def saved(*files: dict[str, Any]) -> list[str]:
    """What the program writes for files with changes."""
    script = RUN % (bundle.HERE / "formats.js").as_uri()
    command = ["node", "--input-type=module", "-e", script]
    done = subprocess.run(
        command, input=json.dumps(files), capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    made: list[str] = json.loads(done.stdout)
    return made


def changed(source: str, changes: dict[str, Any], gone: tuple[str, ...] = ()) -> str:
    (text,) = saved({"path": "a.yml", "source": source, "changes": changes, "gone": gone})
    return text


def written() -> list[Path]:
    found = [*(ROOT / "showcases").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]
    return [path for path in found if path.suffix == ".yml" or _has_front_matter(path)]


def _has_front_matter(path: Path) -> bool:
    return path.read_text(encoding="utf-8").startswith("---\n")


def test_whatever_is_opened_and_saved_stays_the_same() -> None:
    """Sveltia hands texts over without what is blank at their ends, and ends them itself."""
    paths = written()
    texts = [path.read_text(encoding="utf-8").strip() for path in paths]
    files = [{"path": path.name, "source": text} for path, text in zip(paths, texts, strict=True)]
    for path, before, after in zip(paths, texts, saved(*files), strict=True):
        assert after.strip() == before, path
    assert len(paths) > 5


def test_a_change_of_one_value_is_a_change_of_its_line() -> None:
    named = [(path, path.read_text(encoding="utf-8").strip()) for path in written()]
    told = [(path, text) for path, text in named if re.search(r"^title: \S", text, re.MULTILINE)]
    files = [
        {"path": path.name, "source": text, "changes": {"title": "换了"}} for path, text in told
    ]
    for (path, before), after in zip(told, saved(*files), strict=True):
        old, new = before.split("\n"), after.strip().split("\n")
        assert len(old) == len(new), path
        assert sum(a != b for a, b in zip(old, new, strict=True)) == 1, path
    assert len(told) > 5


def test_comments_and_what_says_that_there_are_none_stay() -> None:
    text = changed(RECORD, {"name": "乙社区"}, ("facilities", "none"))
    assert text == RECORD.replace("甲社区   #", "乙社区 #")


def test_only_the_item_that_changed_is_written_anew() -> None:
    teams = [{"name": "三队", "size": 9}, {"name": "一队", "size": 7}, {"name": "二队", "size": 3}]
    text = changed(RECORD, {"teams": teams})
    assert "  - {name: 一队, size: 07} # 待核\n" in text
    assert 'committee: {address: "某路 1 号", hours: 9:00—18:00}\n\nteams:\n' in text
    read = yamltext.read("a.yml", text)
    assert not read.problems
    assert [team["size"] for team in read.data["teams"]] == ["9", "07", "3"]


def test_what_is_emptied_goes_and_what_is_new_comes_last() -> None:
    text = changed(RECORD, {"slogan": "好"}, ("teams",))
    assert "一队" not in text
    assert text.endswith("updated: 2026-04-07\nnone:\nslogan: 好\n")


def test_every_text_comes_back_as_it_was_typed() -> None:
    fields = {f"f{number}": text for number, text in enumerate(HOSTILE)}
    inside = {"list": [*HOSTILE], "group": fields, "rows": [{"a": text} for text in HOSTILE]}
    for source in ("", RECORD):
        text = changed(source, {**fields, **inside})
        read = yamltext.read("a.yml", text)
        assert not [item.message() for item in read.problems]
        assert {key: read.data[key] for key in fields} == fields
        assert read.data["list"] == [*HOSTILE]
        assert read.data["group"] == fields
        assert read.data["rows"] == inside["rows"]


def test_the_text_of_an_article_is_left_alone() -> None:
    body = "\n# 一\n\n| 甲 | 乙 |\n|:--|--:|\n| *一* | **二。**三 |\n\n正文[^1]。\n\n[^1]: 注\n"
    source = f"---\ntitle: 甲\nreview:\n  - {{role: first, by: 某办}}\n---\n{body}"
    (text,) = saved({"path": "a.md", "source": source.strip(), "changes": {"title": "乙"}})
    assert text == source.replace("title: 甲", "title: 乙")
    (text,) = saved({"path": "a.md", "source": source.strip(), "changes": {"body": "新的"}})
    assert text == source.replace(body, "\n新的\n")
    (text,) = saved({"path": "a.md", "changes": {"title": "乙", "body": "正文"}})
    matter = frontmatter.split("a.md", text)
    assert not matter.problems
    assert (matter.data, matter.body) == ({"title": "乙"}, "\n正文\n")
