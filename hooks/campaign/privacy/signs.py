"""What else tells who somebody is: passports, personal mail, number plates, and front doors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.privacy.finding import Trace
from campaign.privacy.names import BEFORE_A_NAME, HAN, SURNAME
from campaign.privacy.plain import GAP

ALONE, END = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
PASSPORT = re.compile(
    rf"{ALONE}(?:E[A-HJ-NP-Z](?!(?:19|20)\d\d)\d{{7}}|(?:E|G|[DSP]E?)(?!(?:19|20)\d\d)\d{{8}}){END}"
)
"""Ordinary passports since 1997, service and diplomatic ones; one with a year may be anything."""
NAMED_PASSPORT = re.compile(
    rf"(?:护照|通行证|回乡证|(?i:passport))[^A-Za-z\d。；\n]{{0,10}}"
    rf"(?P<found>[A-Z]{{1,2}}{GAP}\d(?:{GAP}\d){{6,9}}){END}"
)
PROVIDERS = (
    r"qq|vip\.qq|foxmail|163|vip\.163|126|vip\.126|yeah|139|189|wo|sina|vip\.sina|sohu|21cn|tom|"
    r"aliyun|263|88|gmail|outlook|hotmail|live|msn|icloud|me|yahoo|proton|protonmail"
)
MAIL = re.compile(
    rf"(?i:{ALONE}[a-z0-9](?:[\w.+-]{{0,62}}[a-z0-9_])?\s?@\s?(?:{PROVIDERS})"
    r"[.。](?:com\.cn|com|cn|net|me|co\.jp))(?![\w-])"
)
PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"(?:[A-HJ-NP-Z]|[a-hj-np-z](?=\d{5}))[ \t·•・.-]?"
    r"(?=[A-HJ-NP-Z]{0,4}\d)(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳])"
    r"(?![A-Za-z0-9号〕]|-\d)"
)

NUMERAL = "[0-9零〇一二三四五六七八九十]"
ROOM = rf"(?:\d{{3,4}}|{NUMERAL}{{1,4}}(?=[室户房]))\s?[室户房号]?"
DOOR = (
    rf"(?:(?:{NUMERAL}{{1,3}}|[A-Za-z])\s?(?:栋|幢|座|号楼|#楼?)\s?"
    rf"(?:[-—]?\s?{NUMERAL}{{1,2}}\s?(?:单元|门洞?|梯|[-—]))?\s?[-—]?\s?"
    rf"(?:{NUMERAL}{{1,2}}[楼层]\s?)?{ROOM}"
    r"|\d{1,3}[-—]\d{1,2}[-—]\d{3,4}\s?[室户]?)(?![\d\-—])"
)
"""The door of a home: 3栋2单元501室, A座1203, 3-2-501."""
HONOURED = "同志|先生|女士|老人|大爷|大妈|奶奶|爷爷|阿姨|叔叔|师傅|婆婆|书记|主任|一家"
NOT_A_NAME = "里园苑城村路街镇区桥庄湾港楼院花都坊站店场厦室点动"
"""What names of places end with."""
PERSON = rf"{BEFORE_A_NAME}{SURNAME}(?:[{HAN}][{HAN}＊*某×]?|[＊*某×]{{1,2}})"
LIVES = "家住|住在|居住|户主|业主|住户|租户"
HOME = re.compile(
    rf"(?:{PERSON}(?<![{NOT_A_NAME}])(?:{HONOURED})?(?=[，,、:：（(\s|]|家|住|的)|(?:{LIVES}))"
    rf"[^。；！？\n\d]{{0,16}}?(?P<found>{DOOR})"
)
OWNER = re.compile(rf"(?P<found>{DOOR})\s?的?(?:居民|住户|业主|户主|租户|老人|独居|低保)")


def signs(text: str) -> Iterator[tuple[int, int, Trace]]:
    """Every stretch of a plain text that is such a sign; they may overlap."""
    for pattern, trace in PATTERNS:
        part = "found" if "found" in pattern.groupindex else 0
        for found in pattern.finditer(text):
            yield found.start(part), found.end(part), trace


PATTERNS = (
    (PASSPORT, Trace.PASSPORT),
    (NAMED_PASSPORT, Trace.PASSPORT),
    (MAIL, Trace.MAIL),
    (PLATE, Trace.PLATE),
    (HOME, Trace.HOME),
    (OWNER, Trace.HOME),
)
