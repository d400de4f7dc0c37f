"""Characters that look like the right ones and are others: no search finds them, no voice reads
them, and many fonts do not have them."""

from __future__ import annotations

import re
import unicodedata

RADICALS = "\u2e80-\u2fdf"
COMPATIBLE = "\uf900-\ufaff\U0002f800-\U0002fa1f"
NUMERAL = "[〇零一二三四五六七八九十]"
HAN = "[\u3400-\u9fff]"
CIRCLES, DOTS = "○◯OoОоΟο0０", "•∙⋅‧・･●"
LOOKALIKE = re.compile(
    rf"(?=[{RADICALS}{COMPATIBLE}{CIRCLES}{DOTS}])"  # few places are worth a trial
    rf"(?:[{RADICALS}{COMPATIBLE}]"
    rf"|(?<={NUMERAL})[{CIRCLES}](?={NUMERAL}|[{CIRCLES}年月日])"
    rf"|(?<={HAN})[{DOTS}](?={HAN}))"
)
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
"""Full-width digits and letters."""
SUPPLEMENT = dict(
    zip(
        "⺠⻅⻋⻓⻔⻘⻚⻛⻜⻢⻥⻦⻨⻩⻬⻮⻰⻁⻄⻆⻉⻝",
        "民见车长门青页风飞马鱼鸟麦黄齐齿龙虎西角贝食",
        strict=True,
    )
)
"""Radicals that Unicode gives no equal, and the characters that they look like."""


def meant(character: str) -> str:
    """The character that was meant; the same one where nobody can say."""
    if character in SUPPLEMENT:
        return SUPPLEMENT[character]
    if re.match(f"[{RADICALS}{COMPATIBLE}]", character):
        return unicodedata.normalize("NFKC", character)
    return "·" if character in DOTS else "〇"
