"""The built-in list of slips, and what is taken for garbled text."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.checks.wording import common
from campaign.reading.garbled import garbled

COMMON_HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
)


def test_no_right_form_holds_a_wrong_one() -> None:
    for wrong, right in common().items():
        assert wrong != right
        assert not [other for other in common() if other in right], right


@pytest.mark.parametrize(
    "text",
    [
        "公布署名名单",
        "办公升级改造",
        "一家俱乐部",
        "以经济建设为中心",
        "争辩别人的对错",
        "由中介决定",
        "公园满意度",
        "全部份额",
        "按装修方案",
        "创健康社区",
    ],
)
def test_ordinary_words_hold_no_slip(text: str) -> None:
    assert not [wrong for wrong in common() if wrong in text]


def as_windows_1252(byte: int) -> str:
    """As browsers and editors read it: bytes that it lacks become control characters."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


@given(st.text(alphabet=COMMON_HAN, min_size=4, max_size=30))
def test_text_in_the_wrong_encoding_is_told_from_the_right(text: str) -> None:
    assert garbled(text) == ""
    assert garbled("".join(map(as_windows_1252, text.encode())))
    with suppress(UnicodeDecodeError):  # most texts fit GBK only in part
        assert garbled(text.encode().decode("gbk"))


def test_each_kind_of_mess_is_shown() -> None:
    assert garbled("标题：锟斤拷") == "锟斤拷"
    assert garbled("一\ue000二") == "U+E000"
    assert garbled("文明社区".encode().decode("gbk", "ignore")).startswith("鏂囨")
    assert garbled("café”…“ok” 10℃ naïve") == ""
