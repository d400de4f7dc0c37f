"""The files that drafts change: spliced where they are there, written anew where not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from campaign.importing.excel.drafts import Draft, Written
from campaign.model.walk import Loc
from campaign.writing import withdrawals
from campaign.writing.changes import Insert, NotThere, under
from campaign.writing.differences import changes_between
from campaign.writing.files import Rewrite
from campaign.writing.records import filled, new_text, ordered
from campaign.writing.splicing import Unreadable, Unsafe, data_of, spliced, spliced_entry

STAYS = "请把这几张照片的状态填成“已撤回”，不要删去这几行"
UNSAFE = "这个文件的写法特别，程序不敢改：{path}"


class Unwritable(Exception):
    """A record cannot be written as the tables have it."""

    def __init__(self, draft: Draft, words: str, remedy: str) -> None:
        super().__init__(words)
        self.draft = draft
        self.remedy = remedy


def rewrites(root: Path, written: Written, drafts: Iterable[Draft]) -> list[Rewrite]:
    """Every file that would change, once. Raises Unwritable."""
    texts: dict[str, str | None] = {}
    for draft in drafts:
        if draft.path not in texts:
            raw = written.raw(draft.path)
            texts[draft.path] = raw.decode() if raw is not None else None
        texts[draft.path] = _text(draft, texts[draft.path])
    return [
        Rewrite(root / path, written.raw(path), text.encode())
        for path, text in texts.items()
        if text is not None
    ]


def _text(draft: Draft, text: str | None) -> str:
    try:
        if draft.old is None and draft.kind.list_key and text is not None:
            return _added(draft, text)
        if draft.old is None:
            if text is not None:
                raise Unwritable(draft, f"{draft.path} 已经有了，读不出来", "先按检查结果改好它")
            return new_text(draft.kind, draft.data, draft.body)
        assert text is not None  # it has just been read
        if gone := withdrawals.overruled(draft.data, draft.old or {}):
            raise Unwritable(draft, withdrawals.STANDS.format("、".join(gone)), STAYS)
        changes = under(draft.prefix, changes_between(draft.old, _in_order(draft)))
        if draft.kind.is_entry:
            body = draft.body if draft.body != draft.old_body else None
            return spliced_entry(text, changes, body)
        return spliced(text, changes)
    except (Unsafe, Unreadable, NotThere) as error:
        words = UNSAFE.format(path=draft.path)
        raise Unwritable(draft, words, "请手工改这个文件") from error


def _in_order(draft: Draft) -> dict[str, object]:
    """The new data, with new fields where the model has them."""
    return ordered(draft.kind.model, filled(draft.data))


def _added(draft: Draft, text: str) -> str:
    """A file of many records with one more at its end."""
    key = draft.kind.list_key
    count = len(data_of(text.removeprefix("\ufeff")).get(key) or [])
    place: Loc = (key, count)
    return spliced(text, [Insert(place, _in_order(draft))])
