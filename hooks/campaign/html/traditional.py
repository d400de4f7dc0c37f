"""The traditional reading: every built page once more below `zh-hant/`, in traditional characters.

Made from the finished pages, so that nothing is written twice. Words change, and what says
in which language a page is and where its two readings stand; every other byte stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape, unescape
from pathlib import Path
from posixpath import dirname
from urllib.parse import quote, unquote

from opencc import OpenCC

from campaign import urls
from campaign.html.rewording import Convert, Rewording
from campaign.model.settings import Profile
from campaign.render.outputs import Output

FOLDER = "zh-hant/"
LANGUAGE, SIMPLIFIED = "zh-Hant", "zh-Hans"
HAN = re.compile(r"[\u3400-\u9fff]")
FIRST_MARK = 0xE000
"""Of the characters that stand for fixed spellings: private ones, which no page may hold."""
DATA = frozenset({urls.ROLL_DATA, urls.COMPARISON_DATA})
"""What the scripts of pages fetch and show."""
NO_PAGES = ("404.html", "embed/", FOLDER)
"""A host knows one page for what it does not find, and frames belong to other sites' pages."""
SWITCH = re.compile(r"<a\b[^>]*\sdata-reading-switch\b[^>]*>.*?</a>", re.DOTALL)
SWITCHED = '<a data-reading-switch lang="{0}" hreflang="{0}" href="{1}">{2}</a>'
CANONICAL = '<link rel="canonical" href="{}">'
ALTERNATE = '<link rel="alternate " hreflang="{}" href="{}">'  # the space: see exchange.ALTERNATE
SITEMAP_ENTRY = re.compile(r"\s*<url>\s*<loc>([^<]*)</loc>.*?</url>", re.DOTALL)
SITEMAP_LINK = '<xhtml:link rel="alternate" hreflang="{}" href="{}"/>'
SITEMAP_SPACE = '<urlset xmlns:xhtml="http://www.w3.org/1999/xhtml" '


def outputs(tree: Path, profile: Profile) -> Iterator[Output]:
    """The pages of the built tree with links to their other reading, and that reading."""
    files = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
    pages = {name for name in files if name.endswith(".html") and not name.startswith(NO_PAGES)}
    others = {name for name in files if name in DATA or _is_script(tree, name)}
    convert = converter(profile)
    rewording = Rewording(convert, pages | others, profile.base_url, FOLDER, LANGUAGE)
    link = partial(linked, base_url=profile.base_url)
    for name in sorted(pages):
        html = _read(tree, name)
        yield Output(name, link(html, name, is_traditional=False).encode())
        reworded = link(rewording.page(html, name), name, is_traditional=True)
        yield Output(FOLDER + name, reworded.encode())
    for name in sorted(others):
        yield Output(FOLDER + name, convert(_read(tree, name)).encode())


def _read(tree: Path, name: str) -> str:
    return (tree / name).read_bytes().decode()


def _is_script(tree: Path, name: str) -> bool:
    """Whether it is a script of ours with words in it; the theme's lie in a folder below.

    The search's, below too, stays as it is: its words are those of the one index.
    """
    is_ours = dirname(name) == "assets" and name.endswith(".js")
    return is_ours and HAN.search(_read(tree, name)) is not None


# Words


def converter(profile: Profile) -> Convert:
    """From simplified to the profile's characters, with names spelled as it says."""
    convert = OpenCC(profile.traditional_form).convert
    spellings = {item.term: item.use for item in profile.traditional_words}
    return keeping(convert, spellings) if spellings else convert


def keeping(convert: Convert, spellings: Mapping[str, str]) -> Convert:
    """The conversion, but for what has a spelling of its own."""
    marks = {term: chr(FIRST_MARK + number) for number, term in enumerate(spellings)}
    uses = {ord(marks[term]): use for term, use in spellings.items()}
    known = re.compile("|".join(map(re.escape, sorted(spellings, key=len, reverse=True))))

    def converted(text: str) -> str:
        return convert(known.sub(lambda found: marks[found[0]], text)).translate(uses)

    return converted


# Links between the readings


def linked(html: str, name: str, *, base_url: str, is_traditional: bool) -> str:
    """The page with its two readings named in its head, and the link that changes to the other.

    A page without an address of its own (a redirect) is not named.
    """
    address = name.removesuffix("index.html")
    own = f"{base_url}{FOLDER if is_traditional else ''}{quote(address)}"
    links = "".join(ALTERNATE.format(*pair) for pair in readings(base_url, address))
    named = html.replace(
        CANONICAL.format(escape(base_url + quote(address))), CANONICAL.format(escape(own)) + links
    )
    return SWITCH.sub(lambda _: switch(address, is_traditional), named)


def readings(base_url: str, address: str) -> Iterable[tuple[str, str]]:
    """The languages of a page, as `hreflang` names them, and its address in each."""
    simplified, traditional = (escape(f"{base_url}{f}{quote(address)}") for f in ("", FOLDER))
    return (SIMPLIFIED, simplified), (LANGUAGE, traditional), ("x-default", simplified)


def switch(address: str, is_traditional: bool) -> str:
    """The link from a page to its other reading."""
    root = urls.root_from(address)
    if is_traditional:
        return SWITCHED.format(SIMPLIFIED, escape(f"../{root}{address}"), "简体")
    return SWITCHED.format(LANGUAGE, escape(f"{root}{FOLDER}{address}"), "繁體")


def sitemap(xml: str, base_url: str) -> str:
    """The sitemap with both readings of each page, each of which names the other.

    https://developers.google.com/search/docs/specialty/international/localized-versions
    """

    def both(found: re.Match[str]) -> str:
        address = unquote(unescape(found[1]).removeprefix(base_url))
        pairs = readings(base_url, address)
        links = "".join(SITEMAP_LINK.format(*pair) for pair in pairs)
        entry = found[0].replace("</url>", f"{links}</url>")
        traditional = dict(pairs)[LANGUAGE]
        return entry + entry.replace(f"<loc>{found[1]}</loc>", f"<loc>{traditional}</loc>")

    return SITEMAP_ENTRY.sub(both, xml).replace("<urlset ", SITEMAP_SPACE, 1)
