"""A page at each former address, which leads to the present one."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from campaign import urls
from campaign.render.outputs import Output
from campaign.site import Site

REDIRECT = Markup(
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页面已移动</title>'
    '<link rel="canonical" href="{url}"><meta name="robots" content="noindex">'
    '<meta http-equiv="refresh" content="0; url={url}"></head>'
    '<body><p>页面已移动到<a href="{url}">{name}</a>。</p></body></html>\n'
)


def outputs(site: Site) -> Iterator[Output]:
    """The pages at the former addresses of records."""
    for record in site.everything():
        if record.kind not in urls.FOLDERS:
            continue
        for alias in record.aliases:
            address = urls.of(record.kind, alias)
            target = urls.root_from(address) + urls.url(record)
            html = REDIRECT.format(url=target, name=record.heading)
            yield Output(f"{address}index.html", html.encode())
