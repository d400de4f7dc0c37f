"""Gives every page of a built site a QR code of its address and a policy of what it may load.

`python tests/bench/seal.py TREE BASE`: what the second yardstick adds to Hugo's pages, in the
plainest way: segno for the code, a hash for each script that runs, one `meta` for the policy.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import segno

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
HEAD = '<meta charset="utf-8">'
FOOT = "</footer>"


def policy(html: str) -> str:
    """A content security policy that lets a page run the inline scripts that it has."""
    hashes = "".join(
        f" 'sha256-{b64encode(sha256(found['code'].encode()).digest()).decode()}'"
        for found in SCRIPT.finditer(html)
        if "src=" not in found["attributes"] and "ld+json" not in found["attributes"]
    )
    rules = f"default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:"
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}; base-uri \'none\'">'


def sealed(html: str, address: str) -> str:
    """The page with its policy, and with its code in the footer."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(scale=2, omitsize=True, title="本页网址")
    return html.replace(HEAD, HEAD + policy(html), 1).replace(FOOT, drawn + FOOT, 1)


def seal(tree: Path, base: str) -> int:
    """Seal all pages; how many there are, redirects left out."""
    count = 0
    for path in sorted(tree.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if HEAD in html and FOOT in html:
            address = base + path.relative_to(tree).as_posix().removesuffix("index.html")
            path.write_text(sealed(html, address), encoding="utf-8")
            count += 1
    return count


if __name__ == "__main__":
    print(f"{seal(Path(sys.argv[1]), sys.argv[2])} pages sealed")
