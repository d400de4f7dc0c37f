"""Publishing: run the builder into a new tree and pour the records into it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from markupsafe import Markup

from campaign import urls
from campaign.derive.columns import hidden
from campaign.frame import correction, footer
from campaign.frame.labels import Labels, named
from campaign.html import content_security
from campaign.problems import Problem
from campaign.render.outputs import Output, Page
from campaign.site import Site

UNDATED = "1970-01-01"
"""The day of a page that nothing dates: the builder needs one to stamp its sitemap with."""
URL_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
REDIRECT = Markup(
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页面已移动</title>'
    '<link rel="canonical" href="{url}"><meta name="robots" content="noindex">'
    '<meta http-equiv="refresh" content="0; url={url}"></head>'
    '<body><p>页面已移动到<a href="{url}">{name}</a>。</p></body></html>\n'
)


class BuildFailed(Exception):
    """The builder stopped; its own words are on the terminal."""


# Values


def redirects(site: Site) -> Iterator[Output]:
    """A page at each former address that leads to the present one."""
    for record in site.everything():
        if record.kind not in urls.FOLDERS:
            continue
        for alias in record.aliases:
            address = urls.of(record.kind, alias)
            target = urls.root_from(address) + urls.url(record)
            html = REDIRECT.format(url=target, name=record.heading)
            yield Output(f"{address}index.html", html.encode())


def sitemap(xml: str, site_url: str, pages: Iterable[Page]) -> str:
    """The builder's sitemap without shells and made-up days, and with every record."""
    kept = URL_ENTRY.sub(lambda found: "" if "/shell/" in found[0] else found[0], xml)
    kept = kept.replace(f"<lastmod>{UNDATED}</lastmod>", "")
    rows = "".join(
        f"    <url>\n         <loc>{escape(site_url + page.path)}</loc>\n"
        + (f"         <lastmod>{page.modified}</lastmod>\n" if page.modified else "")
        + "    </url>\n"
        for page in pages
    )
    return kept.replace("</urlset>", f"{rows}</urlset>")


def frame(site: Site | None, problems: Sequence[Problem]) -> Mapping[str, Any]:
    """What stands above and below every page: identity of the deployment, preview problems."""
    shown = [
        {
            "place": f"{p.path}:{p.line}",
            "code": p.code,
            "message": p.message(),
            "remedy": p.remedy(),
        }
        for p in problems
        if p.severity() != "note"
    ]
    if site is None:
        return {"problems": shown, "profile": None, "name": "", "columns": [], "demo": False}
    profile = site.profile
    return {
        "problems": shown,
        "demo": profile.is_demo,
        "name": site.settings.name,
        "city": site.settings.city,
        "columns": [
            {"title": c.title, "path": c.path.removesuffix("index.md")}
            for c in site.settings.columns
            if c.path not in hidden(site)
        ],
        "labels": named(Labels(site).of_site),
        "standing": footer.standing_pages(site),
        "elder": footer.elder_home(site),
        "traditional": profile.traditional,
        "profile": {
            "identity": footer.identity(profile),
            "party_mark": footer.party_mark(profile),
            "report": correction.link(profile, profile.base_url, site.settings.name),
            "edit": f"{profile.repository.rstrip('/')}/edit/main/" if profile.repository else "",
            "statement": profile.statement or "",
        },
    }


def sealed(tree: Path) -> Iterator[Output]:
    """Every page of a tree with the policy of what it may load and run."""
    for page in sorted(tree.rglob("*.html")):
        html = content_security.sealed(page.read_bytes().decode())
        yield Output(page.relative_to(tree).as_posix(), html.encode())


# Writing


def pour(tree: Path, outputs: Iterable[Output]) -> None:
    """Write what the builder did not lay out itself into its tree."""
    for output in outputs:
        write(tree, output)


def write(tree: Path, output: Output) -> None:
    """Write one file."""
    path = tree / output.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(output.data, Path):
        shutil.copyfile(output.data, path)
    else:
        path.write_bytes(output.data)


def environment(profile: str | None, today: date | None, **more: str) -> dict[str, str]:
    """The builder's environment: which profile and day, and no advertisements."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    chosen = {"CAMPAIGN_PROFILE": profile or "", "CAMPAIGN_TODAY": str(today or "")}
    return {**os.environ, **quiet, **{k: v for k, v in chosen.items() if v}, **more}


@dataclass(frozen=True)
class Asked:
    """What the environment tells a builder that runs by itself or for us."""

    profile: str | None
    today: date | None
    checked: bool
    """Whether the content has been checked and its problems told already."""


def asked() -> Asked:
    """Read what `environment` wrote."""
    today = os.environ.get("CAMPAIGN_TODAY")
    return Asked(
        os.environ.get("CAMPAIGN_PROFILE"),
        date.fromisoformat(today) if today else None,
        "CAMPAIGN_CHECKED" in os.environ,
    )


def run_builder(root: Path, tree: Path, profile: str | None, today: date | None) -> None:
    """Lay the site out into `tree`; the content has been checked and reported already.

    Raises BuildFailed when the builder stops.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tree)]
    surroundings = environment(profile, today, CAMPAIGN_CHECKED="1")
    if subprocess.run(command, cwd=root, env=surroundings).returncode:
        raise BuildFailed
