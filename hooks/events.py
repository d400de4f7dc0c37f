"""The site builder's events as a table of contents: each is one call into the library.

The only file that imports mkdocs. ProperDocs aliases the import, so it serves both.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from campaign.build import scripts, stylesheet
from campaign.build.hosted import Run

ROOT = Path(__file__).parent.parent
SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The search that the theme brings along: the site has its own."""
STATE: dict[str, Any] = {"serving": False}


def on_startup(command: str, dirty: bool) -> None:
    STATE["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    run = STATE["run"] = Run.begin(ROOT, STATE["serving"])
    if run.content and run.content.problems:
        from campaign.verbs import console, reports  # not for a layout

        console.report(run.content.problems, run.content.site)
        if run.content.errors and not STATE["serving"]:
            raise PluginError(reports.summary(run.content.problems, run.content.site))
    config.nav = run.frame.nav
    config.site_name = run.frame.name or config.site_name
    config.site_description = run.frame.description
    config.extra["campaign"] = run.frame.extra
    if run.frame.url and not STATE["serving"]:
        config.site_url = run.frame.url
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for file in list(files):
        is_part = file.src_uri.startswith((stylesheet.PARTS, scripts.PARTS, *SEARCH))
        if file.src_dir == config.docs_dir or is_part:
            files.remove(file)
    for uri, text in STATE["run"].generated():
        files.append(File.generated(config, uri, content=text))
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


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    page.content = Markup(page.content or "")  # a slot, and nothing that people wrote
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    STATE["run"].shells[page.file.src_uri] = output
    return ""


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return "" if template_name == "sitemap.xml" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    STATE["run"].finish(Path(config.site_dir))
