"""The traditional reading: every built page once more below `zh-hant/`, in traditional characters.

Made from the finished pages, so that nothing is written twice. Words change, and what says
in which language a page is and where its two readings stand; every other byte stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape
from posixpath import dirname
from urllib.parse import quote, unquote

from opencc import OpenCC

from campaign import urls
from campaign.html import content_security
from campaign.html.rewording import Convert, Rewording
from campaign.kinds import KINDS
from campaign.model.settings import Profile

FOLDER = "zh-hant/"
LANGUAGE, SIMPLIFIED = "zh-Hant", "zh-Hans"
HAN = re.compile(r"[\u3400-\u9fff]")
FIRST_MARK = 0xE000
"""Of the characters that stand for fixed spellings: private ones, which no page may hold."""
DATA = frozenset(path for kind in KINDS for path in kind.fetched)
"""What the scripts of pages fetch and show."""
NO_PAGES = ("404.html", "embed/", urls.ADMIN, FOLDER)
"""A host knows one page for what it does not find, and frames belong to other sites' pages."""
SWITCH = re.compile(r"<a\b[^>]*\sdata-reading-switch\b[^>]*>.*?</a>", re.DOTALL)
SWITCHED = '<a data-reading-switch lang="{0}" hreflang="{0}" href="{1}">{2}</a>'
CANONICAL = '<link rel="canonical" href="{}">'
ALTERNATE = '<link rel="alternate " hreflang="{}" href="{}">'  # the space: see exchange.ALTERNATE
SITEMAP_ENTRY = re.compile(r"\s*<url>\s*<loc>([^<]*)</loc>.*?</url>", re.DOTALL)
SITEMAP_LINK = '<xhtml:link rel="alternate" hreflang="{}" href="{}"/>'
SITEMAP_SPACE = '<urlset xmlns:xhtml="http://www.w3.org/1999/xhtml" '


class Traditional:
    """The traditional reading of one site, of which `texts` are the other files with words."""

    def __init__(self, profile: Profile, pages: Iterable[str], texts: Iterable[str]) -> None:
        self.base_url = profile.base_url
        self.pages = frozenset(name for name in pages if not name.startswith(NO_PAGES))
        self.texts = frozenset(texts)
        self._convert = converter(profile)
        twins = {*self.pages, *self.texts}
        self._rewording = Rewording(self._convert, twins, self.base_url, FOLDER, LANGUAGE)

    def both(self, name: str, html: str) -> Iterator[tuple[str, str]]:
        """A page with a link to its other reading, and that reading, which it may not have."""
        if name not in self.pages:
            yield name, html
            return
        yield name, linked(html, name, base_url=self.base_url, is_traditional=False)
        reworded = self._rewording.page(html, name)
        twin = linked(reworded, name, base_url=self.base_url, is_traditional=True)
        yield FOLDER + name, content_security.resealed(twin)

    def text(self, name: str, text: str) -> Iterator[tuple[str, str]]:
        """A file's words once more, if it has any that readers see."""
        if name in self.texts:
            yield FOLDER + name, self._convert(text)


def is_read(name: str) -> bool:
    """Whether readers may see words of a file that is no page.

    The theme's scripts lie in a folder below; the search's stay as they are: their words are
    those of the one index.
    """
    return name in DATA or (dirname(name) == "assets" and name.endswith(".js"))


def has_words(name: str, text: str) -> bool:
    """Whether such a file has words to convert."""
    return name in DATA or HAN.search(text) is not None


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
