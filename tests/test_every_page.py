"""What every page of a public site carries, seen on the tiny site as it is published."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import parse_qs, unquote

import pytest

from campaign.every_page import footer
from campaign.model.settings import Profile
from campaign.render.prose import sanitised
from sites import ROOT, make_site
from values import PROFILE, TODAY

FULL = """\
base_url: https://www.example.org/repo/
compliance: gov
host: domestic
sponsor: 示例主办单位
organiser: 示例承办单位
contact: 0000-6200000
address: 示例路 1 号
postcode: "000000"
domain: www.example.org
icp: 京ICP备00000000号-1
police: 京公网安备 00000000000012号
site_id_code: "0000000001"
supports_ipv6: yes
repository: https://github.com/example/showcase
party_mark: {image: mark.png, url: "https://bszs.example.org/sitename?id=1"}
"""
RECORDS = (
    "communities/alpha/",
    "experiences/lane/",
    "honours/city-honour/",
    "tasks/roads/",
    "galleries/fair/",
    "contests/lens/",
    "contests/lens_winners/",
    "speeches/2026-04-09-meeting/",
    "policies/2026-01-10-rules/",
    "interpretations/2026-01-12-rules/",
    "news/2026-04-01-first/",
)


def footer_of(html: str) -> str:
    return html.split('<footer class="site-footer">')[1].split("</footer>")[0]


# The footer


def test_the_footer_says_only_what_a_deployment_holds(pages: dict[str, str]) -> None:
    text = footer_of(pages["index.html"])
    assert "主办：示例办" in text
    for absent in ("承办", "地址", "网站标识码", "ICP", "公网安备", "IPv6", "党政机关"):
        assert absent not in text


def test_a_police_record_leads_to_its_own_entry() -> None:
    profile = PROFILE.model_copy(update={"police": "京公网安备 00000000000012号"})
    (line,) = (item for item in footer.identity(profile) if "公网安备" in str(item["parts"]))
    assert line["url"].startswith("https://beian.mps.gov.cn/")
    assert line["url"].endswith("code=00000000000012")


def test_a_deployment_that_holds_everything_shows_it_on_every_page(project: Path) -> None:
    (project / "showcases/deploy/public.yml").write_text(FULL, encoding="utf-8")
    mark = project / "docs/assets/mark.png"
    mark.parent.mkdir(exist_ok=True)
    mark.write_bytes((project / "showcases/galleries/fair/dance.jpg").read_bytes())
    for page in ("privacy", "accessibility"):
        written = (ROOT / f"docs/about/{page}.md").read_text(encoding="utf-8")
        (project / f"docs/about/{page}.md").write_text(written, encoding="utf-8")
    make_site(project, profile="public", today=TODAY)
    for path in ("index.html", "communities/alpha/index.html", "404.html"):
        html = (project / "site" / path).read_text(encoding="utf-8")
        text = footer_of(html)
        for words in (
            "主办：示例主办单位",
            "承办：示例承办单位",
            "地址：示例路 1 号，邮编 000000",
            '联系方式：<a class="phone" href="tel:00006200000">0000-6200000</a>',
            "网站标识码：0000000001",
            'href="https://beian.miit.gov.cn/">京ICP备00000000号-1</a>',
            "本站支持 IPv6 访问",
            'alt="党政机关网站标识"',
        ):
            assert words in text, (path, words)
        assert '<meta name="SiteIDCode" content="0000000001">' in html
    assert (project / "site/assets/mark.png").is_file()
    issue = (project / "site/communities/alpha/index.html").read_text(encoding="utf-8")
    assert "issues/new?template=correction.yml&amp;title=" in issue


def test_a_hidden_column_leaves_the_footer_and_the_map_too(project: Path) -> None:
    site = project / "showcases/site.yml"
    site.write_text(site.read_text("utf-8").replace("min_items: 2", "min_items: 9"), "utf-8")
    make_site(project)
    assert ">动态</a>" not in footer_of((project / "site/index.html").read_text("utf-8"))
    assert ">讲话</a>" in footer_of((project / "site/index.html").read_text("utf-8"))
    assert "最新动态" not in (project / "site/about/sitemap/index.html").read_text("utf-8")


# Standing pages


def test_the_footer_leads_to_the_standing_pages_that_are_there(pages: dict[str, str]) -> None:
    text = footer_of(pages["communities/alpha/index.html"])
    assert 'href="../../about/sitemap/">网站地图</a>' in text
    assert 'href="../../about/statement/">网站声明</a>' in text
    assert "隐私说明" not in text  # the tiny site has no such page


def test_the_map_leads_to_every_record_and_page_once(built: Path, pages: dict[str, str]) -> None:
    body = pages["about/sitemap/index.html"].split('<div class="sitemap">')[1].split("</div>")[0]
    links = [normpath(join("about/sitemap", href)) for href in re.findall(r'href="([^"]+)"', body)]
    assert len(links) == len(set(links))
    docs = {
        normpath(str(path.relative_to(built / "docs")).removesuffix("index.md").removesuffix(".md"))
        for path in built.glob("docs/**/*.md")
        if path.name != "shell.md" and not re.search(r"2026-04-03|2027-", path.name)
    }
    records = {address.rstrip("/") for address in RECORDS} - {"contests/lens_winners"}
    assert docs | records <= set(links)
    assert not {"communities/gamma", "communities/delta"} & set(links)


# Source and time under the title


@pytest.mark.parametrize("address", RECORDS)
def test_time_and_source_stand_under_the_title(pages: dict[str, str], address: str) -> None:
    head = re.split("</h1>|<h2", pages[f"{address}index.html"])[1]
    line = re.search(r'<p class="source-line">(.*?)</p>', head, re.DOTALL)
    assert line, address
    assert "来源：" in line[1], address


# Reporting errors


@pytest.mark.parametrize("address", ["", "about/", "communities/alpha/", "news/2026-04-01-first/"])
def test_an_error_is_reported_with_the_pages_own_address(
    pages: dict[str, str], address: str
) -> None:
    html = pages[f"{address}index.html"]
    found = re.findall(r'href="(mailto:office@example\.org\?[^"]+)"', html)
    assert len(found) == 2
    assert found[0] == found[1]
    fields = parse_qs(unescape(found[0]).partition("?")[2])
    assert f"网址：https://example.org/repo/{address}\r\n" in fields["body"][0]
    title = unescape(re.search(r"<title>(.*?)(?: - [^<]*)?</title>", html, re.DOTALL)[1])  # type: ignore[index]
    assert title in unquote(found[0]) or address == ""


# Links that leave the site


def test_a_link_to_another_site_is_marked_and_others_are_not(pages: dict[str, str]) -> None:
    html = pages["about/statement/index.html"]
    assert '<a rel="external" href="https://elsewhere.example/' in html
    assert '<a href="mailto:a@example.org">' in html


@pytest.mark.parametrize(
    "written", ['<a href="https://a.example/">', '<a title="x" href="http://a.example/">']
)
def test_nobody_marks_a_link_by_hand(written: str) -> None:
    marked = str(sanitised(written.replace("<a ", '<a rel="me opener" ') + "一</a>"))
    assert marked.count("rel=") == 1
    assert 'rel="external"' in marked
    assert "rel=" not in sanitised('<a href="../b/">一</a>')


def test_a_profile_without_extras_is_a_profile() -> None:
    assert Profile.model_validate(PROFILE.model_dump(exclude_none=True)) == PROFILE
    assert footer.party_mark(PROFILE) is None
