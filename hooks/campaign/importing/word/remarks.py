"""What the report says of a document that is not simply its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

CHANGES = "changes"
MERGED = "merged"
NESTED = "nested"
FORMULA = "formula"
OBJECT = "object"
DRAWING = "drawing"
HIDDEN = "hidden"
CONTENTS = "contents"
ADDRESS = "address"
STRUCK = "struck"
PICTURES = "pictures"
COMMENTS = "comments"
WORDS = {
    CHANGES: "修订痕迹 {count} 处：按定稿收入，添加的留下，删去的不要，请核对。Tracked changes.",
    MERGED: "合并的单元格占 {count} 格：已把内容填进每一格，请核对。Merged cells were filled.",
    NESTED: "表格里套着表格 {count} 处：里面的只收了文字。A table inside a table is text now.",
    FORMULA: "公式 {count} 处：只收了文字，请核对。Formulas are text now.",
    OBJECT: "嵌入的对象 {count} 个：没有收。Embedded objects were left out.",
    DRAWING: "图表或示意图 {count} 个：没有收，请另存为图片加进相册。Charts were left out.",
    HIDDEN: "隐藏文字 {count} 处：没有收。Hidden text was left out.",
    CONTENTS: "目录：没有收，网页自己有目录。The table of contents was left out.",
    ADDRESS: "链接 {count} 处不是网址，只收了文字。Links that lead to no web page are text now.",
    PICTURES: "图片 {count} 张：没有收，请先加进相册，再用“照片”放到这里。Pictures were left out.",
    COMMENTS: "批注 {count} 处：没有收。Comments were left out.",
    STRUCK: "删除线文字 {count} 处：照原样收入，请核对是不是要删。Struck text was kept.",
}
COMMENT = "批注没有收：{text}（A comment was left out.）"
TEXT_BOX = "文本框没有收进正文，要用请自己加：{text}（A text box was left out.）"

DESCRIBED = "图片在 Word 里写着说明，合适的话抄进替代文字：{text}（A picture's own description.）"


class Remarks:
    """Remarks while they are collected, in the order in which things were met."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._texts: list[str] = []

    def count(self, what: str, number: int = 1) -> None:
        self._counts[what] += number

    def say(self, words: str) -> None:
        if words not in self._texts:
            self._texts.append(words)

    def all(self) -> Iterator[str]:
        for what, count in self._counts.items():
            if count:
                yield WORDS[what].format(count=count)
        yield from self._texts
