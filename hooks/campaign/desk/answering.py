"""How the desk answers: what is sent is received and judged, and every page has its frame."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from campaign.desk import editing
from campaign.desk.desk import PREFIX, Desk, NotReady
from campaign.desk.guard import guarded
from campaign.desk.page_views import PAGE, PageView, Way
from campaign.desk.rendering import render
from campaign.desk.sheet import Pairs
from campaign.desk.uploads import MOST_BYTES, TooMuch, received

GONE = "没有这一条内容，可能已经删去或改名。"
NOT_READY = "正在读内容，读完会自动打开。一直停在这里，就是设置文件有错误，请技术员看一看。"
UNREADABLE = "这个文件的写法有错误，表单打不开。请技术员先按检查结果改好。"
STALE = "页面开得太久，或者程序重新启动过，所以没有保存。请返回，复制您写的内容，刷新后再写。"
TOO_MUCH = f"一次最多收 {MOST_BYTES // 1_000_000} MB，这一次没有收。请分几次加。"
Answer = Callable[[Request, Pairs], Response]


class Answering:
    """What all addresses of a desk have in common."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def route(self, path: str, answer: Answer) -> Route:
        """An address of the desk, and what answers to whoever asks or sends there."""

        async def handler(request: Request) -> Response:
            pairs: Pairs = []
            if request.method == "POST":
                try:
                    pairs = await received(request)
                except TooMuch:
                    return self.told("没有收", TOO_MUCH, 413)
            return await run_in_threadpool(self.answered, answer, request, pairs)

        return Route(f"{PREFIX}{path}", guarded(handler), methods=["GET", "HEAD", "POST"])

    def answered(self, answer: Answer, request: Request, pairs: Pairs) -> Response:
        """What comes of it, or the page that says why nothing does."""
        if request.method == "POST" and not self._is_ours(pairs):
            return self.told("没有保存", STALE, 403)
        try:
            return answer(request, pairs)
        except NotReady:
            waiting = self.told("请稍等", NOT_READY, 503)
            waiting.headers["Refresh"] = "2"
            return waiting
        except KeyError:
            return self.told("找不到", GONE, 404)
        except editing.Unreadable:
            return self.told("打不开", UNREADABLE, 409)

    def _is_ours(self, pairs: Pairs) -> bool:
        given = next((text for name, text in pairs if name == "token"), "")
        return secrets.compare_digest(given.encode(), self.desk.token.encode())

    def page(self, title: str, body: Markup, *way: Way, status: int = 200) -> Response:
        """A page of the desk around a body; `way` leads to it from the first page."""
        person, site = self.desk.ledger.person(), self.desk.resident.site
        above = [step for step in way if step["name"] != title]
        view: PageView = {
            "title": title,
            "site_name": site.settings.short_name if site else "网站",
            "who": person.words if person else "请先登记姓名",
            "warning": self.desk.ledger.why_not(),
            "way": [{"name": "首页", "url": PREFIX}, *above] if way else [],
            "body": body,
        }
        return HTMLResponse(render(PAGE, view), status)

    def told(self, title: str, words: str, status: int) -> Response:
        """A page that says why there is nothing else to see."""
        body = Markup('<h1>{}</h1><p class="fault">{}</p>').format(title, words)
        return self.page(title, body, {"name": title, "url": PREFIX}, status=status)
