"""The offline edition: the built site as one zip that opens by double click, without a server.

Browsers open no folders and fetch nothing from a disk. So links name `index.html`, what pages
would fetch is a script that they load, and what only makes sense on the web stays out: feeds,
social cards, the sitemap, the frame to embed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote, urlsplit, urlunsplit
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from campaign import trees, urls
from campaign.formats import PACKED
from campaign.kinds import KINDS

LEFT_OUT = re.compile(
    r"(?:^|/)(?:feed\.(?:xml|json)|calendar\.ics|card-[^/]*\.jpg)$"
    r"|^(?:404\.html|robots\.txt|built-files\.txt|sitemap\.xml(?:\.gz)?)$"
    rf"|^(?:cards/|embed/|{urls.ADMIN})"
)
"""Files for the web alone."""
FOR_THE_WEB = re.compile(
    r"<link\b[^>]*\brel=\"?(?:canonical|alternate|next|prev)\b[^>]*>\s*"
    r"|<meta\b[^>]*\bproperty=\"?og:[^>]*>\s*"
    r"|<meta\b[^>]*\bhttp-equiv=\"?content-security-policy\b[^>]*>\s*"
    r"|<script type=\"application/ld\+json\">.*?</script>\s*",
    re.DOTALL | re.IGNORECASE,
)
"""What heads hold for programs on the web. The policy goes, too: files are `'self'` for Chromium
and not for Firefox, which would show the pages without any style."""
ONLINE = re.compile(r"<(p|table|div)\b[^>]*\sdata-online\b[^>]*>.*?</\1>", re.DOTALL)
"""What a template marks with `data-online` because it needs the web."""
OPENING = re.compile(r"<html\b")
FETCHED = tuple(path for kind in KINDS for path in kind.fetched)
"""Data that a page's script fetches on the web, in either reading. Here they are scripts, too."""
FETCHING = re.compile(r'<div\b[^>]*\sdata-(?:roll|comparison|communities)="([^"]+)"')
"""The tool on a page that names such data."""
INSTEAD = '<p class="quiet">离线版不带这一项，请上网查看。</p>'
CODE = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>|<!--.*?-->)", re.DOTALL | re.I)
ADDRESS = re.compile(r"""(\s(?:href|action)=)(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
REFRESH = re.compile(r"""(content=["']?0;\s*url=)([^"'>]+)""")
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can tell: the same files give the same bytes."""


class LeadsNowhere(Exception):
    """A page of the edition links to a file that is not in it. The text names both."""


def name(title: str) -> str:
    """What the edition is called: the site's name, as every system takes it for a file."""
    return re.sub(r'[\\/:*?"<>|\s]+', "-", title).strip("-.") or "site"


def pack(tree: Path, target: Path) -> int:
    """Write the edition of the built site `tree` to `target`; how many files it holds.

    Raises LeadsNowhere, and then leaves no new file.
    """
    files = edition(tree)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    try:
        with ZipFile(unfinished, "w") as archive:
            for name in sorted(files):
                _add(archive, target.stem, *_packed(tree, name, files))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return len(files)


def is_edition(path: Path) -> bool:
    """Whether a file is an earlier offline edition of this name."""
    try:
        with ZipFile(path) as archive:
            return f"{path.stem}/index.html" in archive.namelist()
    except (OSError, BadZipFile):
        return False


def edition(tree: Path) -> frozenset[str]:
    """The files of the built site that the edition holds."""
    return frozenset(name for name in trees.files(tree) if not LEFT_OUT.search(name))


def _add(archive: ZipFile, folder: str, name: str, data: bytes) -> None:
    entry = ZipInfo(f"{folder}/{name}", BEGINNING)
    entry.create_system = 3  # the same on Windows
    entry.external_attr = 0o644 << 16
    entry.compress_type = ZIP_STORED if name.endswith(PACKED) else ZIP_DEFLATED
    archive.writestr(entry, data)


def _packed(tree: Path, name: str, files: frozenset[str]) -> tuple[str, bytes]:
    """A file as the edition holds it: its name and its bytes."""
    data = (tree / name).read_bytes()
    if name.endswith(FETCHED):
        brought = f'(window.campaignData||={{}})["{basename(name)}"]={data.decode()};\n'
        return f"{name}.js", brought.encode()
    return name, page(data.decode(), name, files).encode() if name.endswith(".html") else data


# Pages


def page(html: str, name: str, files: frozenset[str]) -> str:
    """A page as it opens from a disk: every link names a file of the edition.

    Raises LeadsNowhere.
    """

    def explicit(found: re.Match[str]) -> str:
        value = unescape("".join(part or "" for part in found.groups()[1:]))
        return f'{found[1]}"{escape(address(value, name, files))}"'

    def refreshed(found: re.Match[str]) -> str:
        return found[1] + escape(address(unescape(found[2]), name, files))

    text = ONLINE.sub(_instead, FOR_THE_WEB.sub("", html))
    text = OPENING.sub("<html data-offline", text, count=1)
    text = FETCHING.sub(r'<script src="\1.js" defer></script>\g<0>', text)
    return "".join(_outside_code(text, lambda part: _relinked(part, explicit, refreshed)))


def _instead(found: re.Match[str]) -> str:
    return "" if found[1] == "p" else INSTEAD


def _outside_code(html: str, change: Callable[[str], str]) -> Iterator[str]:
    for number, part in enumerate(CODE.split(html)):
        yield part if number % 2 else change(part)


def _relinked(
    text: str,
    explicit: Callable[[re.Match[str]], str],
    refreshed: Callable[[re.Match[str]], str],
) -> str:
    return REFRESH.sub(refreshed, ADDRESS.sub(explicit, text))


def address(value: str, name: str, files: frozenset[str]) -> str:
    """An address on the page `name`, with the file that a web server would choose for it."""
    parts = urlsplit(value)
    if parts.scheme or parts.netloc or not parts.path:
        return value
    place = normpath(join(dirname(name), unquote(parts.path)))
    if place in files:
        return value
    if join(place, "index.html").removeprefix("./") not in files:
        raise LeadsNowhere(f"{name}: {value}")
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/index.html"))
