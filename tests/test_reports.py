"""Problems as they are printed."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from campaign.problems import Lang, Problem, Severity, problem
from campaign.site import Site
from campaign.verbs import console, reports
from campaign.verbs.reports import Format
from values import PROFILE, site

ERROR = problem("showcases/a.yml", 3, "V03a", kind="镇街", value="wset", nearest="west")
WARNING = problem("showcases/a.yml", 1, "V08c")
NOTE = problem("docs/b.md", 7, "V24c", value="打造", use="建设")
ALL = [ERROR, WARNING, NOTE]
HOSTILE = Problem(
    "docs/<b>,a:b%.md",
    1,
    "V03a",
    {"kind": "x", "value": '<script>alert(1)</script>%0A\r\n::error::"&', "nearest": "<i>"},
)
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def raising(*codes: str) -> Site:
    strict = site()
    object.__setattr__(strict, "profile", PROFILE.model_copy(update={"raised": list(codes)}))
    return strict


def printed(form: Format, problems: list[Problem], lang: Lang = "zh") -> str:
    return reports.PRINTERS[form](problems, None, lang)


class Page(HTMLParser):
    """The tags and the visible text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_text_names_place_code_fault_and_remedy() -> None:
    assert printed(Format.TEXT, ALL) == (
        "showcases/a.yml:3: [V03a] 错误：找不到镇街“wset” → 是否想写“west”？\n"
        "showcases/a.yml:1: [V08c] 提醒：社区没有封面照片"
        " → 在 cover 里填写 相册/照片名；暂时没有可以先不填\n"
        "docs/b.md:7: [V24c] 说明：用词提示：打造 → 可以写作“建设”\n"
        "内容检查：错误 1，提醒 1，说明 1\n"
    )


def test_text_speaks_english() -> None:
    text = printed(Format.TEXT, ALL, "en")
    assert "Did you mean 'west'?" in text
    assert text.endswith("Content: error 1, warning 1, note 1\n")


@pytest.mark.parametrize("form", Format)
def test_english_reports_hold_no_chinese_marks(form: Format) -> None:
    plain = [WARNING, problem("docs/b.md", 2, "Y03")]
    visible = printed(form, plain, "en")
    visible = Page(visible).text if form is Format.HTML else visible
    assert CHINESE.findall(visible) == []


def test_a_clean_site_is_told_so_in_both_languages() -> None:
    assert printed(Format.TEXT, []) == "内容检查通过，没有问题。\n"
    assert printed(Format.TEXT, [], "en") == "The content is fine.\n"
    assert printed(Format.GITHUB, []) == "内容检查通过，没有问题。\n"
    assert json.loads(printed(Format.JSON, [])) == []
    assert "没有问题" in printed(Format.HTML, [])


def test_github_gets_one_command_a_message_and_ends_with_the_summary() -> None:
    *commands, summary = printed(Format.GITHUB, ALL, "en").splitlines()
    assert summary == "Content: error 1, warning 1, note 1"
    assert commands[0] == (
        "::error file=showcases/a.yml,line=3,title=V03a::There is no 镇街 'wset'."
        " → Did you mean 'west'?"
    )
    assert [line.split(" ")[0] for line in commands] == ["::error", "::warning", "::notice"]


def test_github_gets_errors_before_warnings_and_notes() -> None:
    commands = printed(Format.GITHUB, [NOTE, WARNING, ERROR]).splitlines()
    assert [line.split(" ")[0] for line in commands[:3]] == ["::error", "::warning", "::notice"]


def test_a_file_gets_one_message_a_rule_with_the_count_and_the_first_places() -> None:
    many = [problem("a.md", line, "Y03") for line in range(1, 20)]
    first, summary = printed(Format.TEXT, many).splitlines()
    assert first.startswith("a.md:1: [Y03] 错误：这一行用了制表符（Tab）")
    assert "（同类另有 18 处：第 2、3、4、5、6、7 行等）" in first
    assert summary == "内容检查：错误 19"


def test_a_message_tells_what_differs_at_its_other_places() -> None:
    near = [problem("a.yml", n, "V04", key=f"k{n}", nearest=f"n{n}") for n in (1, 2)]
    (command, _) = printed(Format.GITHUB, near).splitlines()
    assert "不认识的字段“k1”（同类另有 1 处：第 2 行，不认识的字段“k2” → 是否想写“n2”" in command
    assert len(json.loads(printed(Format.JSON, near))) == 2


def test_a_terminal_shows_the_first_few_of_many_alike_and_how_many_more() -> None:
    alike = [problem(f"showcases/{n}.yml", 1, "V08c") for n in range(reports.FEW + 4)]
    wrong = [
        problem(f"showcases/{n}.yml", 1, "V03a", **ERROR.values) for n in range(reports.FEW + 4)
    ]
    shown, left_out = reports.first_few(reports.told([*alike, NOTE, *wrong]), ())
    assert Counter(item.first.code for item in shown) == {
        "V08c": reports.FEW,
        "V24c": 1,
        "V03a": reports.FEW + 4,
    }
    assert left_out == {"V08c": 4}
    _, of_what_stops = reports.first_few(reports.told(alike), ["V08c"])
    assert not of_what_stops


def test_the_build_says_how_many_it_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    console.report([problem(f"showcases/{n}.yml", 1, "V08c") for n in range(reports.FEW + 4)], None)
    told = capsys.readouterr().err
    assert told.count("社区没有封面照片") == reports.FEW
    assert "[V08c] 同类另有 4 个文件，全部见 python3 build_site.py check" in told
    assert f"提醒 {reports.FEW + 4}" in told


def test_github_commands_are_escaped() -> None:
    command, _ = printed(Format.GITHUB, [HOSTILE], "en").splitlines()
    head, words = command.removeprefix("::").split("::", 1)
    assert head == "error file=docs/<b>%2Ca%3Ab%25.md,line=1,title=V03a"
    assert words.startswith("There is no x '<script>alert(1)</script>%250A%0D%0A::error::\"&'.")


def test_a_file_name_with_a_line_break_is_no_second_command() -> None:
    strange = Problem("docs/a\n::error::b\r.md", 1, "Y03")
    assert printed(Format.GITHUB, [strange]).count("\n") == 2  # its own and the summary
    assert "\r" not in printed(Format.GITHUB, [strange])


def test_json_holds_every_part() -> None:
    found = json.loads(printed(Format.JSON, ALL))
    assert found[0] == {
        "path": "showcases/a.yml",
        "line": 3,
        "code": "V03a",
        "severity": "error",
        "message": "找不到镇街“wset”",
        "remedy": "是否想写“west”？",
    }
    assert [item["severity"] for item in found] == ["error", "warning", "note"]
    assert json.loads(printed(Format.JSON, [HOSTILE], "en"))[0]["message"].endswith("\"&'.")


def test_html_groups_problems_by_file() -> None:
    page = Page(printed(Format.HTML, ALL))
    assert page.tags.count("h2") == 2
    assert page.tags.count("li") == 3
    assert "第 3 行" in page.text
    assert "找不到镇街“wset”" in page.text
    assert "是否想写“west”？" in page.text
    assert "错误 1，提醒 1，说明 1" in page.text


def test_html_speaks_english() -> None:
    html = printed(Format.HTML, ALL, "en")
    assert '<html lang="en">' in html
    assert "line 3" in html
    assert '<html lang="zh-CN">' in printed(Format.HTML, ALL)


def test_html_escapes_what_people_wrote() -> None:
    html = printed(Format.HTML, [HOSTILE])
    page = Page(html)
    assert {"script", "i"}.isdisjoint(page.tags)
    assert "docs/<b>,a:b%.md" in page.text
    assert "<script>alert(1)</script>" in page.text


def test_html_asks_no_other_host() -> None:
    assert not re.search(r"(?:src|href)=|url\(|@import", printed(Format.HTML, ALL))


def test_a_raised_rule_is_an_error_everywhere() -> None:
    strict = raising("V08c")
    assert "[V08c] 错误" in reports.text([WARNING], strict, "zh")
    assert reports.github([WARNING], strict, "zh").startswith("::error ")
    assert json.loads(reports.as_json([WARNING], strict, "zh"))[0]["severity"] == Severity.ERROR
    assert '<b class="error">错误</b>' in reports.as_html([WARNING], strict, "zh")
    assert reports.summary([WARNING], strict) == "内容检查：错误 1"
    assert reports.stopping([WARNING, NOTE], strict) == [WARNING]
    assert reports.stopping([WARNING, NOTE], None) == []
