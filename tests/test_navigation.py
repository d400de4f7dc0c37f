"""The navigation of a site that does not write its own."""

from __future__ import annotations

from pathlib import Path

from campaign.build.navigation import sections
from projects import load

PAGE = "---\ntitle: {title}\n{more}---\n\n# {title}\n"
HIDDEN = "search: {exclude: true}\n"
PAGES = {
    "docs/about/services-by-audience.md": PAGE.format(title="服务（按对象）", more=""),
    "docs/about/services.md": PAGE.format(title="服务", more=""),
    "docs/about/index.md": PAGE.format(title="关于", more=""),
    "docs/about/parts.md": PAGE.format(title="样张", more=HIDDEN),
}


def test_a_list_stands_before_its_further_orders_and_tools_are_left_out(tmp_path: Path) -> None:
    site, _ = load(tmp_path, PAGES)
    (about,) = (part["关于"] for part in sections(site)[1:] if "关于" in part)
    assert about[:3] == ["about/index.md", "about/services.md", "about/services-by-audience.md"]
    assert "about/parts.md" not in about
