"""The site builder's events as a table of contents: each is one call into the library.

The only file that imports mkdocs. ProperDocs aliases the import, so it serves both.
"""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from campaign.build import publish, stylesheet
from campaign.build.building import Build
from campaign.html import outline
from campaign.verbs import reports

ROOT = Path(__file__).parent.parent
STATE: dict[str, Any] = {"serving": False}


def on_startup(command: str, dirty: bool) -> None:
    STATE["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    build = STATE["build"] = Build.asked_for(ROOT, STATE["serving"])
    if build.errors and not STATE["serving"]:
        raise PluginError(reports.summary(build.problems, build.site))
    config.nav = build.documents.prune(STATE.setdefault("nav", config.nav) or [])
    if build.site and not STATE["serving"]:
        config.site_url = build.site.profile.base_url
    if build.site:
        config.site_name = build.site.settings.short_name
        config.site_description = build.site.settings.description
    config.extra["campaign"] = build.announcement()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    build: Build = STATE["build"]
    for file in list(files):
        if build.documents.hides(file.src_uri):
            files.remove(file)
    files.append(File.generated(config, stylesheet.ADDRESS, content=build.stylesheet()))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    for file in files.documentation_pages():
        column = files.get_file_from_path(f"{file.src_uri.split('/')[0]}/index.md")
        if file.page and not file.page.parent and column and column.page is not file.page:
            file.page.parent = column.page and column.page.parent
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    env.autoescape = True  # MkDocs renders its theme without: a title could run a script
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    build: Build = STATE["build"]
    address = page.file.url.removesuffix("./")
    page.meta = build.matter(page.file.src_uri, dict(page.meta), address)
    page.update_date = build.modified(page.file.src_uri)
    return build.markdown(page.file.src_uri, markdown, address)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    build: Build = STATE["build"]
    headings = outline.nested(page.toc)
    address = page.file.url.removesuffix("./")
    content = build.content(page.file.src_uri, html, headings, address)
    page.meta["style"] = build.style(content, Markup(page.title or "").unescape())
    return content


@event_priority(-100)  # after every plugin that still writes into the content
def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    page.content = Markup(page.content or "")  # sanitised in on_page_content
    outline.mark_titles_safe(page.toc)
    if "title" not in page.meta and page.title:
        page.title = html.unescape(str(page.title))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    if page.meta.get("shell"):
        STATE["build"].shells[page.file.src_uri] = output
        return ""
    return output


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name == "sitemap.xml":
        return STATE["build"].sitemap(output_content, config.site_url or "")
    return output_content


def on_post_build(config: MkDocsConfig) -> None:
    build, tree = STATE["build"], Path(config.site_dir)
    publish.pour(tree, build.outputs(config.site_url or ""))
    for finish in (build.index, build.traditional, build.sealed):  # each reads what is there
        publish.pour(tree, finish(tree))
