"""What a page may load and run: its content security policy, in a meta element of its head.

Everything comes from the site itself. Of the scripts and styles that stand in a page, those
run whose hash the policy holds (W3C, Content Security Policy Level 3): whatever got into a
page later, or into a page that a browser put together from a reader's address, does not.
A policy holds for what stands behind it, so that it comes first. The live preview has none,
since the server adds a script of its own to each page. The offline edition has none either:
a disk has no origin that every browser would take for `'self'`.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from campaign.html.tags import Tag, tags

HEAD = re.compile(
    r"(<head\b[^>]*>\s*(?:<meta\s+charset=[^>]*>)?)"
    r"(?:\s*<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">)?",
    re.IGNORECASE,
)
"""Where the policy stands: behind the charset, which browsers look for in the first kilobyte."""
DATA = frozenset({"application/json", "application/ld+json"})
"""Types of scripts that hold data and never run, so that no policy is asked."""


class NoHead(Exception):
    """A page has no head that a policy could stand in. The text is how the page begins."""


def sealed(html: str) -> str:
    """The page with its policy, which takes the place of an earlier one.

    Raises NoHead.
    """
    head = HEAD.search(html)
    if head is None:
        raise NoHead(html[:80])
    return f"{html[: head.start()]}{head[1]}{element(of(tags(html)))}{html[head.end() :]}"


def resealed(html: str) -> str:
    """A page whose code has changed, with the policy that it needs now, if it had one."""
    return sealed(html) if stated(html) else html


def element(policy: str) -> str:
    """The element of the head that tells a browser the policy."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def stated(html: str) -> str:
    """The policy that the page carries in its place; nothing when it has none."""
    head = HEAD.search(html)
    return head[2] or "" if head else ""


def of(tags: Iterable[Tag]) -> str:
    """The policy that lets a page with exactly these tags work."""
    found = list(tags)
    code = [(tag.name, digest(tag.code)) for tag in inline(found)]
    scripts = [hash for name, hash in code if name == "script"]
    styles = [hash for name, hash in code if name == "style"]
    return (
        "default-src 'none'; "
        f"script-src {_sources(scripts)}; "
        f"style-src {_sources(styles)}; "
        "img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; "
        "worker-src 'none'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )


def inline(tags: Iterable[Tag]) -> Iterator[Tag]:
    """The scripts and styles that stand in the page itself and that a browser would run."""
    for tag in tags:
        if tag.name == "style":
            yield tag
        elif tag.name == "script":
            attributes = tag.attributes
            if "src" not in attributes and attributes.get("type", "").lower() not in DATA:
                yield tag


def digest(code: str) -> str:
    """The code's hash as a policy writes it; browsers read every line break as LF."""
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _sources(more: list[str]) -> str:
    return " ".join(dict.fromkeys(["'self'", *more]))
