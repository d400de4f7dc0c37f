"""The page at `admin/` and what it loads, as files of the site."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from markupsafe import Markup

from campaign import urls
from campaign.admin import bundle, config
from campaign.html import content_security
from campaign.model.admin import Admin
from campaign.render.outputs import Output
from campaign.site import Site

PAGE = Markup(
    "<!doctype html>\n"
    '<html lang="zh-CN">\n'
    "<head>\n"
    '<meta charset="utf-8">\n'
    "{policy}\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="robots" content="noindex">\n'
    '<meta name="referrer" content="no-referrer">\n'
    '<link rel="icon" href="../assets/favicon.svg">\n'
    "<title>{title}</title>\n"
    '<script type="module" src="cms.js"></script>\n'
    "</head>\n"
    "<body>\n"
    "<noscript>\n"
    "<h1>{title}</h1>\n"
    "<p>这一页要用到 JavaScript，请在浏览器里打开它，"
    '或<a href="../">回到网站首页</a>。也可以在自己的电脑上用编辑台修改。</p>\n'
    "</noscript>\n"
    "</body>\n"
    "</html>\n"
)


def outputs(site: Site) -> Iterator[Output]:
    """The page, its configuration and the program; nothing where the profile has none.

    Raises `bundle.NotBundled`.
    """
    admin = site.profile.admin
    if admin is None:
        return
    yield Output(f"{urls.ADMIN}index.html", page(site, admin).encode())
    yield Output(f"{urls.ADMIN}config.json", config.written(site, admin))
    for name, path in bundle.files(site.root):
        yield Output(f"{urls.ADMIN}{name}", path)


def page(site: Site, admin: Admin) -> str:
    """The page itself: all else is the program's."""
    element = Markup(content_security.element(policy(admin)))  # of our own words and an origin
    return PAGE.format(policy=element, title=f"{site.settings.short_name}在线编辑")


def policy(admin: Admin) -> str:
    """What the program may load, and whom it may ask: the site and the git host, nobody else.

    It styles itself as it goes, shows photos that are not sent yet, and unpacks those of
    telephones with WebAssembly.
    """
    host = urlsplit(config.api(admin))
    return (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src blob:; "
        f"font-src 'self'; connect-src 'self' blob: {host.scheme}://{host.netloc}; "
        "worker-src 'self' blob:; base-uri 'none'; form-action 'none'"
    )
