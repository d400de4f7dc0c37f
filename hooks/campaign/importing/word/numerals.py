"""Numbers as Word writes them in front of a paragraph (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

DIGITS = "〇一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def written(number: int, form: str) -> str:
    """A number from 0 on in one of Word's forms; as digits in a form that is not known."""
    return FORMS.get(form, str)(number)


def _counted(
    number: int, digits: str = DIGITS, units: str = "十百千", bare_ten: bool = True
) -> str:
    """一, 十, 十二, 二十, 一百零五, below ten thousand."""
    if not 0 < number < 10_000:
        return str(number)
    text, is_gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit == 0:
            is_gap = bool(text)
            continue
        text += ("零" if is_gap else "") + digits[digit] + (units[place - 1] if place else "")
        is_gap = False
    return text[1:] if bare_ten and text.startswith(f"{digits[1]}{units[0]}") else text


def _japanese(number: int) -> str:
    """百, 千 without 一, and no 零."""
    text = _counted(number).replace("零", "")
    return text.replace("一百", "百").replace("一千", "千")


def _chinese(number: int) -> str:
    """`chineseCounting`: 一 to 九十九, then digit by digit."""
    return _counted(number) if number < 100 else _digital(number)


def _digital(number: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(number))


def _of(signs: str) -> Callable[[int], str]:
    """One sign a number; digits when there are no more."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _run(first: str, count: int) -> Callable[[int], str]:
    """Signs that follow each other in Unicode."""
    return _of("".join(chr(ord(first) + step) for step in range(count)))


def _sexagenary(number: int) -> str:
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12]


def _roman(number: int) -> str:
    text = ""
    for value, sign in ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """A to Z, AA to ZZ."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def _wide(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


FORMS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(("bullet", "none"), lambda number: ""),
    **dict.fromkeys(("chineseCountingThousand", "taiwaneseCountingThousand"), _counted),
    **dict.fromkeys(("chineseCounting", "taiwaneseCounting"), _chinese),
    **dict.fromkeys(("japaneseCounting", "koreanCounting"), _japanese),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _digital
    ),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"),
        lambda number: _counted(number, LEGAL, "拾佰仟", bare_ten=False),
    ),
    "ideographTraditional": _of(STEMS),
    "ideographZodiac": _of(BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _run("㊀", 10),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _run("①", 20)),
    "decimalEnclosedParen": _run("⑴", 20),
    "decimalEnclosedFullstop": _run("⒈", 20),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _wide),
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
}
