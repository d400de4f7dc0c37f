"""Files that are brought to the desk in a real browser: dropped, or chosen without scripts."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import documents
from conftest import needed
from desk.test_browser import AXE, RUN, SIZES
from desk.test_excel_import import altered, exported, put
from desks import Office
from repositories import git

DROP = """
([name, data]) => {
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name));
  const said = { dataTransfer: transfer, bubbles: true, cancelable: true };
  document.querySelector('[data-takes-files]').dispatchEvent(new DragEvent('drop', said));
}
"""


def dropped(page: Page, name: str, data: bytes) -> None:
    page.evaluate(DROP, [name, base64.b64encode(data).decode()])


def test_a_document_is_dropped_and_becomes_a_draft(page: Page, address: str, here: Office) -> None:
    page.goto(address)
    dropped(page, "讲话稿.docx", documents.speech("styles"))
    expect(page.get_by_role("heading", name="导入“讲话稿.docx”")).to_be_visible()
    expect(page.get_by_label("标题")).to_have_value(documents.TITLE)
    page.get_by_label("编号").fill("2026-04-15-cleaning")
    if page.get_by_label("照此整理").count():
        page.get_by_label("照此整理").check()
    page.get_by_role("button", name="写成草稿，打开表单").click()
    expect(page.get_by_text("已从“讲话稿.docx”写成草稿")).to_be_visible()
    expect(page.locator("#f-title")).to_have_value(documents.TITLE)
    assert "## 一、看清差距" in here.text("docs/speeches/2026-04-15-cleaning.md")


def test_a_table_is_chosen_without_scripts(
    browser: Browser, address: str, here: Office, tmp_path: Path
) -> None:
    file = tmp_path / "社区.xlsx"
    file.write_bytes(altered(exported(here), put("beta", "名称", "贝塔新社区")))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_label("选一个文件").set_input_files(file)
    page.get_by_role("button", name="打开看看").click()
    expect(page.get_by_text("名称：贝塔社区 → 贝塔新社区")).to_be_visible()
    page.get_by_role("button", name="照此写入").click()
    expect(page.get_by_text("已写入：新增 0 条，改动 1 条。")).to_be_visible()
    context.close()
    assert git(here.root, "status", "--porcelain") == ""


@pytest.mark.parametrize("size", SIZES)
def test_every_step_is_accessible_and_fits(
    page: Page, address: str, here: Office, size: str
) -> None:
    axe = needed(AXE if AXE.is_file() else None, "axe-core").read_text(encoding="utf-8")
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})

    def look() -> None:
        folds = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
        page.evaluate(folds)
        page.evaluate(axe)
        assert page.evaluate(RUN) == [], page.url
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), page.url

    page.goto(f"{address}import")
    look()
    dropped(page, "讲话.doc", b"x")
    expect(page.get_by_role("alert")).to_contain_text("另存为 .docx")
    look()
    dropped(page, "讲话稿.docx", documents.speech("fonts"))
    expect(page.get_by_label("标题")).to_be_visible()
    look()
    for title, value in (("名称", "贝塔新社区"), ("户数", "约40")):
        page.goto(f"{address}import")
        dropped(page, "社区.xlsx", altered(exported(here), put("beta", title, value)))
        expect(page.locator(".import__sums")).to_be_visible()
        look()
