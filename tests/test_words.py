"""Words of titles: where a line may end, and what stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.words import Words

WORDS = Words({"幸福里社区", "和澜市", "一个比六个字还长的名称"})


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        ("老旧小区加装电梯", "老旧/小区/加装/电梯"),
        ("从不同意到都签字", "从不同意/到/都/签字"),
        ("在幸福里社区座谈会上的讲话", "在幸福里社区/座谈会上的/讲话"),
        ("和澜市文明社区管理办法（试行）", "和澜市/文明社区/管理/办法/（试行）"),
        ("距检查验收 92 天，定在16日", "距/检查/验收 /92 /天，/定/在16日"),
        ("一块牌子——怎样挂上去", "一块/牌子——/怎样/挂上去"),
        ("A&B 社区的“一老一小”", "A&B /社区的/“一老一小”"),
        ("", ""),
    ],
)
def test_a_title_breaks_between_its_words(title: str, pieces: str) -> None:
    assert "/".join(WORDS.pieces(title)) == pieces


@given(st.text(st.sampled_from("和澜市幸福里社区的在“”《》（），。—a1 一二办法"), max_size=40))
def test_the_pieces_are_the_title(title: str) -> None:
    assert "".join(WORDS.pieces(title)) == " ".join(title.split())


@given(st.text(st.sampled_from("办法在的了从"), max_size=9))
def test_a_name_of_the_site_stays_whole(around: str) -> None:
    pieces = WORDS.pieces(f"{around}幸福里社区{around}")
    assert [piece for piece in pieces if "幸福里社区" in piece]
