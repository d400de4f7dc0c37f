"""The footer's identity of a deployment: only what it holds, in the words of public sites."""

from __future__ import annotations

import re
from typing import Any, TypedDict

from campaign import urls
from campaign.html import dialling
from campaign.model.settings import Profile
from campaign.site import Site

CONTACT = "联系方式："
MIIT = "https://beian.miit.gov.cn/"
POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code={code}"
STANDING = (
    ("网站地图", "about/sitemap.md"),
    ("网站声明", "about/statement.md"),
    ("隐私说明", "about/privacy.md"),
    ("无障碍说明", "about/accessibility.md"),
    ("关于本站", "about/index.md"),
    ("投稿指南", "guide/index.md"),
)
"""Pages that every footer leads to, where a site has them."""


class Line(TypedDict):
    """What the footer says of who runs the site."""

    label: str
    parts: list[dict[str, str]]
    """The words, apart from the telephone numbers that a touch dials."""
    url: str
    """Where a number can be verified."""


def identity(profile: Profile) -> list[Line]:
    """Who runs the site, a line each."""
    code = "".join(re.findall(r"\d", profile.police or ""))
    site_code = "" if "site_id_code" in profile.duties.hidden else profile.site_id_code
    lines = (
        ("主办：", profile.sponsor, ""),
        ("承办：", profile.organiser, ""),
        ("地址：", _address(profile), ""),
        (CONTACT, profile.contact, ""),
        ("网站标识码：", site_code, ""),
        ("", profile.icp, MIIT),
        ("", profile.police, POLICE.format(code=code)),
        ("", "本站支持 IPv6 访问" if profile.supports_ipv6 else "", ""),
    )
    return [_line(label, text, url) for label, text, url in lines if text]


def _line(label: str, text: str, url: str) -> Line:
    parts = dialling.parts(text) if label == CONTACT else [dialling.Part(text)]
    return {"label": label, "parts": [part._asdict() for part in parts if part.text], "url": url}


def _address(profile: Profile) -> str:
    postcode = f"邮编 {profile.postcode}" if profile.postcode else ""
    return "，".join(part for part in (profile.address, postcode) if part)


def standing_pages(site: Site) -> list[dict[str, str]]:
    """The standing pages that are there."""
    return [
        {"title": title, "path": path.removesuffix("index.md").replace(".md", "/")}
        for title, path in STANDING
        if site.shows(path)
    ]


def elder_home(site: Site) -> str:
    """The address of the simple home page; empty where a site has none."""
    return urls.ELDER if site.shows(f"{urls.ELDER}index.md") else ""


def party_mark(profile: Profile) -> dict[str, Any] | None:
    """The party mark as a plain picture with a link: its script would ask another host."""
    mark = None if "party_mark" in profile.duties.hidden else profile.party_mark
    return {"image": f"assets/{mark.image}", "url": mark.url} if mark else None
