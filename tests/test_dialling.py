"""Telephone numbers as links: what is one, and that nothing else of a text changes."""

from __future__ import annotations

import pytest

from campaign.html.dialling import dialled


@pytest.mark.parametrize(
    ("text", "dials"),
    [
        ("0000-6200000", ["00006200000"]),
        ("（0571）8620 0000 不是号码", []),
        ("(0000)62000001", ["000062000001"]),
        ("0000-6201082，夜间 12345", ["00006201082", "12345"]),
        ("400-620-0000", ["4006200000"]),
        ("2026-04-20", []),
        ("没有电话", []),
    ],
)
def test_every_number_is_a_link_that_dials_it(text: str, dials: list[str]) -> None:
    html = dialled(text)
    assert html.count("<a ") == len(dials)
    assert all(f'href="tel:{digits}"' in html for digits in dials)
    assert html.striptags() == text


def test_the_rest_of_the_text_stays_text() -> None:
    assert "&lt;b&gt;" in dialled("<b>0000-6200000</b>")
