from __future__ import annotations

from pathlib import Path

import pytest

from campaign.html import content_security
from campaign.verify.seen import leaks, of_page
from campaign.verify.soundness import faults, on_disk
from projects import write

PAGE = "<!doctype html><html><head>{head}</head><body id=top>{body}</body></html>\n"
TOLD = "https://example.org/repo/a.jpg?x=1&amp;y=2"
CLEAN = {
    "index.html": PAGE.format(
        head='<link rel="canonical" href="https://example.org/repo/">'
        '<link rel=next href="https://example.org/repo/communities/">'
        '<link rel="stylesheet" href="assets/site.css">'
        "<script>var a = '<a href=\"nowhere/\">'</script><!-- <a href='nowhere/'> -->",
        body='<a href=".">一</a><a href="communities/alpha/">二</a>'
        "<a href=communities/alpha/#故事>三</a>"
        "<a href='communities/alpha/#%E6%95%85%E4%BA%8B'>四</a>"
        '<a href="communities/alpha/index.html">五</a><a href="#top">六</a><a href="?q=1">七</a>'
        '<a href="https://elsewhere.example/">八</a><a href="mailto:a@example.org">九</a>'
        '<a href="communities/alpha/?a=1&amp;b=2#story">十</a>',
    ),
    "404.html": PAGE.format(head="", body='<a href="/repo/communities/alpha/#story">一</a>'),
    "communities/alpha/index.html": PAGE.format(
        head="",
        body='<h2 id="故事">故事</h2><a name=story></a><a href="../../">首页</a>'
        '<img src="../../photos/a%20b.jpg" srcset="../../photos/a-480.webp 480w, '
        '../../photos/a-960.webp 960w">',
    ),
    "sitemap.xml": "<urlset></urlset>",
    "assets/site.css": "a{}",
    "photos/a b.jpg": b"",
    "photos/a-480.webp": b"",
    "photos/a-960.webp": b"",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, CLEAN)
    for path in tmp_path.rglob("*.html"):
        path.write_text(content_security.sealed(path.read_text(encoding="utf-8")), encoding="utf-8")
    return tmp_path


def found(root: Path, body: str = "", page: str = "communities/alpha/index.html") -> list[str]:
    """Faults of the tree with more in the body of one page: code and value."""
    text = (root / page).read_text(encoding="utf-8").replace("</body>", f"{body}</body>")
    if body:
        (root / page).write_text(content_security.sealed(text), encoding="utf-8")
    problems = faults(root, "/repo/")
    assert {item.line for item in problems} <= {1}
    return [f"{p.path} {p.code} {p.values.get('value', '')}".rstrip() for p in problems]


def test_a_clean_tree_has_no_faults(root: Path) -> None:
    assert found(root) == []


# Whole pages


@pytest.mark.parametrize("name", ["404.html", "sitemap.xml"])
def test_a_file_that_every_site_has_must_be_there(root: Path, name: str) -> None:
    (root / name).unlink()
    assert found(root) == [f"{name} V37a"]


def test_the_home_page_must_be_there(root: Path) -> None:
    (root / "index.html").unlink()
    assert "index.html V37a" in found(root)


def test_a_page_that_breaks_off_is_reported(root: Path) -> None:
    page = root / "communities/alpha/index.html"
    page.write_text(page.read_text(encoding="utf-8")[:-12], encoding="utf-8")
    assert found(root) == ["communities/alpha/index.html V37a"]


@pytest.mark.parametrize("token", ["zqslottitlezq", "ZQSLOTBODYZQ", "zqblock0zq"])
def test_a_slot_left_over_is_reported(root: Path, token: str) -> None:
    assert found(root, f"<p>{token}</p>") == [f"communities/alpha/index.html V37b {token}"]


# Links


@pytest.mark.parametrize(
    "address",
    [
        "../beta/",
        "nowhere.html",
        "../../../alpha/",
        "../../..",
        "/communities/alpha/",
        "/repository/communities/alpha/",
        "/repo/communities/beta/",
        "../",
    ],
)
def test_a_link_that_leads_nowhere_is_reported(root: Path, address: str) -> None:
    expected = [f"communities/alpha/index.html V30a {address}"]
    assert found(root, f'<a href="{address}">一</a>') == expected


@pytest.mark.parametrize("address", ["/communities/alpha/", "/assets/site.css", "/"])
def test_what_lies_outside_the_place_of_publication_is_not_ours(root: Path, address: str) -> None:
    """Not even where the same name stands inside: the host's own pages are another site's."""
    write(root, {"communities/alpha/assets/site.css": "a{}"})
    assert on_disk(root, "/repo/").target("communities/alpha", address) is None
    assert on_disk(root, "/").target("communities/alpha", address) is not None


def test_problems_come_in_the_order_of_the_pages(root: Path) -> None:
    names = [f"z{number:02}.html" for number in range(20)]
    write(root, dict.fromkeys(names, "<p>"))
    assert [line.split()[0] for line in found(root) if line.endswith("V37a")] == names


@pytest.mark.parametrize(
    "address", ["#nothing", "?q=1#nothing", "../../#nothing", "../../404.html#x"]
)
def test_an_anchor_that_is_not_there_is_reported(root: Path, address: str) -> None:
    expected = [f"communities/alpha/index.html V30b {address}"]
    assert found(root, f'<a href="{address}">一</a>') == expected


def test_an_anchor_in_a_script_or_a_comment_is_none(root: Path) -> None:
    body = '<script>x(\'<p id="one">\')</script><!-- <p id="one"> --><a href="#one">一</a>'
    assert found(root, body) == ["communities/alpha/index.html V30b #one"]


def test_a_fragment_of_a_file_that_is_no_page_is_left_alone(root: Path) -> None:
    assert found(root, '<a href="../../photos/a-480.webp#x">一</a>') == []


def test_every_picture_of_a_set_must_be_there(root: Path) -> None:
    body = '<img srcset="../../photos/a-480.webp 480w, ../../photos/a-1600.webp 1600w">'
    assert found(root, body) == ["communities/alpha/index.html V30a ../../photos/a-1600.webp"]


def test_a_site_at_the_root_of_its_host_is_linked_from_there(root: Path) -> None:
    (root / "404.html").write_text(
        content_security.sealed(PAGE.format(head="", body='<a href="/communities/alpha/">一</a>')),
        encoding="utf-8",
    )
    assert faults(root, "/") == []


def test_a_link_on_every_page_is_reported_once(root: Path) -> None:
    found(root, '<a href="beta/">一</a>', "index.html")
    assert found(root, '<a href="../../beta/">一</a>') == [
        "communities/alpha/index.html V30a ../../beta/"
    ]


def test_an_address_that_is_none_is_reported(root: Path) -> None:
    expected = ["communities/alpha/index.html V30a //[x/"]
    assert found(root, '<a href="//[x/">一</a>') == expected


# What pages load


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="{}"></script>',
        "<script async src={}></script>",
        "<script src='{}'></script>",
        '<link rel="stylesheet" href="{}">',
        "<link rel=icon href={}>",
        '<img alt="" src="{}">',
        '<img\nsrc="{}">',
        '<iframe src="{}"></iframe>',
        '<source src="{}">',
        '<source srcset="{}">',
        '<img alt="" srcset="{} 480w">',
        '<img alt="" srcset="../../photos/a-480.webp 480w, {} 960w">',
        '<video src="{}"></video>',
    ],
)
def test_what_comes_from_another_host_is_reported(root: Path, tag: str) -> None:
    address = "https://cdn.example/a"
    expected = [f"communities/alpha/index.html V25a {address}"]
    assert found(root, tag.format(address)) == expected


@pytest.mark.parametrize("address", ["http://cdn.example/a", "//cdn.example/a"])
def test_another_host_is_one_in_whatever_way_it_is_asked(root: Path, address: str) -> None:
    expected = [f"communities/alpha/index.html V25a {address}"]
    assert found(root, f'<img src="{address}">') == expected


def test_a_link_to_another_host_loads_nothing(root: Path) -> None:
    assert found(root, '<a href="https://elsewhere.example/a.js">一</a>') == []


def test_addresses_are_unescaped_and_told_once() -> None:
    html = '<a href="a?b=1&amp;c=2"><a href="a?b=1&amp;c=2"><img src=b.jpg><a href=\'c\'>'
    assert of_page(html).addresses == {"a?b=1&c=2", "b.jpg", "c"}


def test_text_that_looks_like_an_address_is_none() -> None:
    html = '<p title=\'a href="x"\'>&lt;img src=y.jpg&gt; src=z href="z"</p><a data-href=w>1</a>'
    assert of_page(html).addresses == set()


# What pages hold


def test_a_page_without_its_policy_is_reported(root: Path) -> None:
    (root / "404.html").write_text(CLEAN["404.html"], encoding="utf-8")
    assert found(root) == ["404.html V25c —"]


def test_code_that_came_after_the_policy_is_reported_with_its_page(root: Path) -> None:
    page = root / "communities/alpha/index.html"
    html = page.read_text(encoding="utf-8").replace("</body>", "<script>x()</script></body>")
    page.write_text(html, encoding="utf-8")
    assert found(root) == ["communities/alpha/index.html V25d <script>x()"]


def test_an_element_with_a_style_of_its_own_is_reported(root: Path) -> None:
    expected = ["communities/alpha/index.html V25e <p style>"]
    assert found(root, '<p style="color:red">一</p>') == expected


def test_what_a_head_tells_programs_in_full_is_known_and_what_a_body_names_is_not_told() -> None:
    head = f'<meta property="og:image" content="{TOLD}"><link rel=icon href="a.svg">'
    seen = of_page(PAGE.format(head=head, body=f'<a href="{TOLD}">一</a>'))
    assert seen.told == ("https://example.org/repo/a.jpg?x=1&y=2",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name: 甲\n  visibility: internal\n", [("V27", "visibility: internal")]),
        ('{"visibility" : "internal"}', [("V27", '"visibility" : "internal"')]),
        ("visibility: internal 的内容不上网", []),
        ("名单里有内部那一段话", [("V27", "内部那一段话")]),
        ("visibility: public\n", []),
    ],
)
def test_a_record_that_is_written_out_and_a_stretch_of_an_internal_one_are_leaks(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert list(leaks(text, ["内部那一段话", "没有的话"])) == found
