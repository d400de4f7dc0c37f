"""What of `admin/` is on a site: nothing, unless its profile asks for it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import campaign
from campaign import targets, urls
from campaign.admin import bundle
from campaign.html.offline import LEFT_OUT
from campaign.verbs import testing
from conftest import needed
from sites import ROOT, make_site, tree_of
from values import TODAY

PROFILE = """\
base_url: https://www.example.org/repo/
compliance: gov
sponsor: 示例办
contact: 0000-6200000，office@example.org
traditional: yes
admin:
  repository: example/showcase
"""


def with_admin(project: Path, text: str = PROFILE) -> None:
    """A deployment with the page, and the packages that it is made from."""
    needed(testing.node_package(ROOT, "@sveltia/cms"), "Sveltia CMS")
    (project / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.copy(ROOT / bundle.LOCK, project)
    for page in ("privacy", "accessibility"):
        written = (ROOT / f"docs/about/{page}.md").read_text(encoding="utf-8")
        (project / f"docs/about/{page}.md").write_text(written, encoding="utf-8")
    (project / "showcases/deploy/public.yml").write_text(text, encoding="utf-8")


def test_a_site_has_it_only_when_it_asks_for_it(built: Path) -> None:
    assert [name for name in tree_of(built / "site") if urls.ADMIN in name] == []


def test_the_page_speaks_to_the_git_host_alone_and_is_in_no_list(project: Path) -> None:
    with_admin(project)
    site = tree_of(make_site(project, profile="public", today=TODAY))
    html = site["admin/index.html"].decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'self' blob: https://api.github.com"
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert "http" not in policy.replace("https://api.github.com", "")
    assert '<meta name="robots" content="noindex">' in html
    assert json.loads(site["admin/config.json"])["backend"]["repo"] == "example/showcase"
    assert {"admin/cms.js", "admin/status.json"} <= site.keys()
    others = {name: data for name, data in site.items() if not name.startswith(urls.ADMIN)}
    assert [name for name in others if f"/{urls.ADMIN}" in name] == []
    lists = {name: data for name, data in others.items() if name != targets.MARK}
    assert [name for name, data in lists.items() if b"/admin/" in data and b"sveltia" in data] == []
    assert b"/admin/" not in site["sitemap.xml"]
    assert any(name.startswith("zh-hant/") for name in site)
    assert all(LEFT_OUT.search(name) for name in site if name.startswith(urls.ADMIN))


def test_without_its_packages_the_build_stops_and_says_what_to_do(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with_admin(project)
    before = tree_of(project / "site") if (project / "site").exists() else {}
    monkeypatch.setattr(bundle, "is_installed", lambda root: False)
    options = campaign.Options(project / "site", "public", TODAY)
    assert campaign.make_site(project, options) == 1
    told = capfd.readouterr()
    text = told.out + told.err
    assert "V28k" in text
    assert "showcases/deploy/public.yml" in text
    assert "npm ci" in text
    assert (tree_of(project / "site") if (project / "site").exists() else {}) == before
