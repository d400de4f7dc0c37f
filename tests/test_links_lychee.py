"""Links, anchors, pictures' sources and feeds of whole sites, checked offline by lychee.

The builder's own check before a swap reads the pages alone; this one is not ours, and it
also follows absolute addresses: canonical links, shared pictures, feeds and the site map.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from campaign.verbs import testing
from conftest import needed
from projects import write
from sites import PATIENCE

BASE = "https://example.org/repo/"
"""Where both sites say that they are published."""
JSON_LINKS = "json-links.html"


def links(value: Any) -> Iterator[str]:
    """Every address in a JSON file but ids, which only look like one."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from links(part) if name != "id" else ()
    elif isinstance(value, list):
        for part in value:
            yield from links(part)
    elif isinstance(value, str) and value.startswith(BASE):
        yield value


def faults(tree: Path, scratch: Path) -> list[str]:
    """Every broken address below a built site, with the file that holds it."""
    lychee = needed(testing.lychee(), "lychee")
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    (scratch / "repo").symlink_to(tree, target_is_directory=True)
    feeds = (json.loads(path.read_bytes()) for path in tree.rglob("feed.json"))
    anchors = sorted(f'<a href="{address}">…</a>' for feed in feeds for address in links(feed))
    (scratch / JSON_LINKS).write_text("\n".join(anchors), encoding="utf-8")
    command = [lychee, "--offline", "--no-progress", "--include-fragments=full"]
    command += ["--root-dir", str(scratch), "--index-files", "index.html", "--format", "json"]
    command += ["--remap", f"^{re.escape(BASE)}(.*)$ file://{scratch}/repo/$1"]
    command += ["--extensions", "html,xml,ics", str(scratch / "repo"), str(scratch / JSON_LINKS)]
    done = subprocess.run(
        command, cwd=scratch, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    report = json.loads(done.stdout)
    assert report["successful"] > 0, done.stderr
    return sorted(
        f"{Path(name).relative_to(scratch)}: {fault['url']}"
        for name, found in report["error_map"].items()
        for fault in found
    )


def test_nothing_on_the_tiny_site_leads_nowhere(built: Path, tmp_path: Path) -> None:
    assert faults(built / "site", tmp_path / "links") == []


def test_nothing_in_the_content_leads_nowhere(showcase: Path, tmp_path: Path) -> None:
    assert faults(showcase / "site", tmp_path / "links") == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("index.html", 'href="search/"', 'href="serch/"'),
        ("index.html", 'href="#main"', 'href="#mian"'),
        ("index.html", "320.webp 320w", "321.webp 320w"),
        ("communities/alpha/index.html", f'href="{BASE}communities/', f'href="{BASE}c/'),
        ("404.html", 'href="/repo/about/"', 'href="/about/"'),
        ("news/feed.xml", f'href="{BASE}news/2026', f'href="{BASE}news/2062'),
        ("news/feed.json", f'"url": "{BASE}news/2026', f'"url": "{BASE}news/2062'),
        ("sitemap.xml", f"<loc>{BASE}tasks/", f"<loc>{BASE}task/"),
    ],
    ids=["link", "anchor", "srcset", "canonical", "sub-path", "Atom", "JSON Feed", "site map"],
)
def test_a_fault_of_each_kind_is_found(
    built: Path, tmp_path: Path, file: str, old: str, new: str
) -> None:
    tree = tmp_path / "site"
    shutil.copytree(built / "site", tree)
    text = (tree / file).read_text(encoding="utf-8")
    assert old in text
    write(tree, {file: text.replace(old, new, 1)})
    found = faults(tree, tmp_path / "links")
    source = JSON_LINKS if file.endswith(".json") else f"repo/{file}"
    assert {fault.split(": ")[0] for fault in found} == {source}
