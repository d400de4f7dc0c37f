"""Many pages of a served site, one after the other in one open page: laid out, no scripts run.

Opening a page costs a browser a hundred times what laying it out does: its frame, styles and
scripts are read anew each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

LAY_OUT = """
async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const sheets = (page) =>
    [...page.querySelectorAll('link[rel=stylesheet]')].map((link) => link.href.split('/').pop());
  if (`${sheets(next)}` !== `${sheets(document)}`) return false;
  document.querySelectorAll('head style').forEach((style) => style.remove());
  document.head.append(...next.querySelectorAll('head style'));
  const base = document.querySelector('base') ?? document.createElement('base');
  base.href = url;
  document.head.append(base);
  document.body.replaceWith(document.adoptNode(next.body));
  return true;
}
"""


@contextmanager
def bare_page(browser: Browser, start: str, has_scripts: bool = True) -> Iterator[Page]:
    """A page in which others are laid out; its own policy does not hold for their styles."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, bypass_csp=True, java_script_enabled=has_scripts
    )
    page = context.new_page()
    page.goto(start)
    yield page
    context.close()


def lay_out(page: Page, url: str) -> None:
    """Let a page show what stands at another address of its site; with other styles, open it."""
    if not page.evaluate(LAY_OUT, url):
        page.goto(url)
