"""Every text in one script: for previews, for builds without Pagefind, and from a disk.

A classic script and not JSON, because nothing can be fetched from a disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from campaign.render.outputs import Output
from campaign.search.documents import Document

PATH = "search/pages.js"


def output(documents: Iterable[Document]) -> Output:
    rows = [[d.path, d.title, d.text, d.spelling, d.date, d.filters, d.sorts] for d in documents]
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return Output(PATH, f"campaignSearch.pages={data};\n".encode())
