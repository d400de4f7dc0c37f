"""What the catalogue says to those who fill in forms and tables, and know no names of fields."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from campaign import problems
from campaign.kinds import BY_NAME, KINDS
from campaign.kinds.kind import Kind
from campaign.model.controls import controls
from campaign.model.form_words import in_form_words, told
from campaign.model.walk import Loc

COMMUNITY = controls(BY_NAME["community"].model)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("在 cover 里填写 相册/照片名；先不填也行", "在“封面照片”里填写 相册/照片名；先不填也行"),
        ("在 review 里补上初审（first）", "在“三审记录”里补上初审"),
        ("没有写简介（intro），也没有（别的）", "没有写简介，也没有（别的）"),
        ("写上正文，或先把 status 改成 draft", "写上正文，或先把“状态”改成“草稿”"),
        ("运行 build_site.py tidy 这个文件", "运行 build_site.py tidy 这个文件"),
        ("正文里写 [[photo id=相册/照片名]]", "正文里写 [[photo id=相册/照片名]]"),
        ("以 https:// 开头，如 https://cover.example.org/name", None),
        ("“cover”这个编号没有", None),
        ("例如 name: 幸福里社区", None),
        ("写 kind: name 或 {{state: name}}", None),
        ("用 cover add 放进去，运行 build_site.py cover", None),
        ("没有这种字段：covered、names", None),
    ],
)
def test_fields_have_the_titles_of_the_form(written: str, said: str | None) -> None:
    assert in_form_words(written, COMMUNITY) == (said or written)


def test_what_people_wrote_stays_as_they_wrote_it() -> None:
    found = problems.problem("a.yml", 1, "V23b", value="see name here，cover 也在")
    message, _ = told(found, COMMUNITY)
    assert "see name here，cover 也在" in message


@pytest.mark.parametrize(
    ("loc", "title"),
    [
        ((), "名称"),
        (("services",), "服务项目"),
        (("services", 0), "服务项目"),
        (("services", 0, "when"), "服务项目"),
        (("teams", 3, "name"), "队伍名称"),
        (("nothing", 0), "名称"),
    ],
)
def test_the_field_that_is_nearest_gives_a_name_its_title(loc: Loc, title: str) -> None:
    assert in_form_words("核对 name", COMMUNITY, loc) == f"核对“{title}”"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_no_rule_of_a_kind_tells_a_form_the_names_of_its_fields(kind: Kind[Any]) -> None:
    rules = Path(problems.__file__).parent / f"kinds/{kind.name}/rules.yml"
    fields = controls(kind.model)
    keys = {control.key for control in fields}
    for code in yaml.safe_load(rules.read_text("utf-8")) if rules.exists() else ():
        wording = problems.catalogue()[code].wording("zh")
        for text in filter(None, (wording.message, wording.remedy, wording.otherwise)):
            if "{{" in text:
                continue  # an example of how a file is written
            commands = r"\{\w+\}|\[\[.*?\]\]|[\w./]+(?: [a-z]+)+"
            said = in_form_words(re.sub(commands, "……", text, flags=re.ASCII), fields)
            left = re.findall(r"(?<![\w/.-])[a-z_]+(?![\w/.])", said)
            assert keys.isdisjoint(left), f"{code}: {text}"
