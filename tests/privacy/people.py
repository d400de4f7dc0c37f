"""Numbers of invented people in every dress that offices write them in: what must be found.

The numbers are made here: telephones of no operator's list, identity cards of an area that
does not exist, cards with a right check digit behind an invented bank.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from campaign.privacy.finding import Trace
from campaign.privacy.numbers import check_character, luhn

MOBILES = ("13800138000", "15912345678", "17055501234", "18699998888", "19900112233", "14712340987")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
SPELT = str.maketrans("0123456789", "零一二三四五六七八九")
SPELT_OUT = str.maketrans("0123456789", "〇幺二三四五六七八九")
RINGED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")

MOBILE_DRESSES = (
    *("{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}", "{0}.{1}.{2}", "{0}·{1}·{2}", "{0}　{1}　{2}"),
    *("{0}—{1}—{2}", "{0} - {1} - {2}", "+86{0}{1}{2}", "+86 {0} {1} {2}", "86-{0}-{1}-{2}"),
    *("0086{0}{1}{2}", "(+86){0}{1}{2}", "+86-{0}{1}{2}", "0{0}{1}{2}", "{0}{1} {2}", "{0} {1}{2}"),
    *("（{0}）{1}-{2}", "{0}\u200b{1}\u200b{2}", "{0}_{1}_{2}", "**{0}**{1}{2}", "`{0}{1}{2}`"),
    *("{0}–{1}–{2}", "{0}\xa0{1}\xa0{2}", "tel:{0}{1}{2}", "vx{0}{1}{2}", "86{0}{1}{2}"),
)
SENTENCES = """\
联系人手机{}。
请加微信{}，备注社区。
网格员电话：{}
有事打{}找楼栋长
phone: {}
- {{name: 张某, phone: {}}}
志愿者报名{}（李老师）
| 王某 | {} | 三组 |
{}
# 联系 {}
""".splitlines()
CARD_STARTS = [
    "622202",
    "621700",
    "621226",
    "623058",
    "622848",
    "622588",
    "436742",
    "603367",
    "955880",
    "621799",
]
CARD_DRESSES = ["solid", "fours", "dashes", "full", "solid", "fours"]
PASSPORTS = """\
护照E12345678
护照号：EA1234567
护照号码 G12345678
持E87654321护照出境
passport: E55667788
港澳通行证C12345678
台胞证（通行证）T1234567
往来港澳通行证：CA1234567
护照号 E 1234 5678
公务护照SE1234567
证件号G34567890
证件：EB7654321
护照ＥＣ１２３４５６７
护照:D12345678
外交护照DE7654321
因公普通护照PE1234567
护照（号码）E20123456
回乡证H1234567890
""".splitlines()
MAIL_NAMES = [
    "zhang.san",
    "lisi1990",
    "wang_wu",
    "zhao-liu",
    "13800138000",
    "a1",
    "xiao.ming+sq",
    "9527001",
]
MAIL_HOSTS = [
    "qq.com",
    "163.com",
    "126.com",
    "139.com",
    "189.cn",
    "sina.com",
    "sina.cn",
    "sohu.com",
    "foxmail.com",
    "gmail.com",
    "outlook.com",
    "hotmail.com",
    "yeah.net",
    "aliyun.com",
    "icloud.com",
    "vip.163.com",
]
HOMES = """\
张建国家住幸福里3栋2单元501室
李秀英（幸福里小区12栋1单元302室）
王芳，和顺苑5号楼2单元1101
赵大爷家在3幢202室
居民刘洋 3-2-501
陈静：7栋1单元601
住户杨帆，住8号楼3单元402号
周强的家3栋2单元501室漏水
户主吴敏：澜城花园2幢1单元201室
业主徐丽，A座1203室
独居老人孙桂兰家住老街5号楼1单元102室
马超 12-1-302
朱红家住三栋二单元五零一室
家住3栋2单元501室的老人
3栋2单元501室居民胡军
5号楼1单元302的业主反映
郭涛，10栋2单元1502室
何平先生住在西区9栋1单元101室
高兰奶奶，1栋1单元103室
林涛 | 6栋2单元403室 | 三口人
欧阳雪家住4栋2单元502室
罗*，3栋1单元202室
郑某，3栋1单元202室
梁××家住2栋3单元301室
志愿者谢云：11号楼2单元704
宋阳（3-1-602）
唐静同志，住七号楼一单元四零二室
许峰　2-3-401
租户邓刚，B座2104
韩梅住在12幢-2-801室
""".splitlines()
MORE = (
    (Trace.MOBILE, "家长群主电话 一五九 一二三四 五六七八"),
    (Trace.MOBILE, "手机:159\t1234\t5678"),
    (Trace.MOBILE, "联系方式 15912345678，0523-87001234"),
    (Trace.MOBILE, "[王老师](tel:15912345678)"),
    (Trace.MOBILE, "电话：15 91 23 45 67 8"),
    (Trace.MOBILE, "<span>159</span><span>1234</span><span>5678</span>"),
    (Trace.IDENTITY, "身份证：000101 1990 0307 0032"),
    (Trace.IDENTITY, "身份证0001011990030700\u200b32"),
    (Trace.BANK, "农行卡 622848 0000000000004"),
    (Trace.BANK, "卡号：6222 0212 3456 7890 128"),
    (Trace.PASSPORT, "护照号码是E1234 5678"),
    (Trace.MAIL, "zhangsan163@163。com"),
    (Trace.MAIL, "zhangsan @163.com"),
    (Trace.HOME, "张三，男，68岁，家住3号楼4单元201"),
    (Trace.HOME, "赵六家庭住址：和顺里8幢1单元601室"),
    (Trace.HOME, "钱奶奶家在18幢2单元一楼102室"),
    (Trace.PLATE, "浙a12345"),
    (Trace.PLATE, "浙AF12345新能源"),
)
PLATES = """\
浙A12345
浙A·12345
苏E 8K8N8
沪AD12345
粤B·F12345
京N-88K21
皖C1234学
鲁F5678挂
浙Ａ１２３４５
豫A·D98765
川A66K88
闽D0A123
陕AF00001
湘A8X2Y1
车牌赣M23456的轿车
京A1234警
粤Z1234港
停在门口的桂K7788B
辽B.6N012
车主（蒙G2K345）
""".splitlines()


def identities() -> Iterator[str]:
    """Cards of the area 000101, which is no place, and of some that could be one."""
    areas = cycle(("000101", "110101", "330199", "440183", "510132", "659099"))
    for number in range(40):
        day = f"{1935 + number * 2}{number % 12 + 1:02}{number % 28 + 1:02}"
        body = f"{next(areas)}{day}{number * 23 % 1000:03}"
        yield body + check_character(body)


def cards() -> Iterator[str]:
    for number, start in enumerate(CARD_STARTS * 5):
        length = 16 if number % 3 == 0 and start.startswith("62") else 19
        body = (start + f"{number * 7919 + 1234567:013}" * 2)[: length - 1]
        yield next(body + str(last) for last in range(10) if luhn(f"{body}{last}"))


def dressed(number: str, dress: str) -> str:
    """A card's number as it stands on the card, with dashes, or in full width."""
    if dress in ("fours", "dashes"):
        return {"fours": " ", "dashes": "-"}[dress].join(
            number[at : at + 4] for at in range(0, len(number), 4)
        )
    return number.translate(FULL_WIDTH) if dress == "full" else number


def mobiles() -> Iterator[str]:
    numbers, sentences = cycle(MOBILES), cycle(SENTENCES)
    for dress in MOBILE_DRESSES:
        for _ in range(5):
            number = next(numbers)
            yield next(sentences).format(dress.format(number[:3], number[3:7], number[7:]))
    for number in MOBILES:
        for sentence in SENTENCES[:3]:
            yield sentence.format(" ".join(number))
            yield sentence.format("-".join(number))
            yield sentence.format(number.translate(FULL_WIDTH))
            yield sentence.format(number.translate(SPELT))
            yield sentence.format(number.translate(SPELT_OUT))
            yield sentence.format(number.translate(RINGED))
            yield sentence.format(f"{number[:5]} {number[5:]}")
            yield sentence.format(f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:]}")
        yield f"<p>电话{number[:3]}<b>{number[3:7]}</b>{number[7:]}</p>"
        yield f"电话{''.join(f'&#{ord(digit)};' for digit in number)}"
        yield f"电话{number[:6]}\n{number[6:]}"
        yield f"来电{number[:3]}\\-{number[3:7]}\\-{number[7:]}"


def sentences() -> list[tuple[Trace, str]]:
    """Each text that must be found, with what is in it."""
    found = [(Trace.MOBILE, text) for text in mobiles()]
    for number, card in enumerate(identities()):
        found.append((Trace.IDENTITY, f"身份证号{card}，已核对。"))
        spaced = f"{card[:6]} {card[6:14]} {card[14:]}"
        dress = (spaced, card.translate(FULL_WIDTH), card.lower(), spaced.replace(" ", "-"))[
            number % 4
        ]
        found.append((Trace.IDENTITY, f"王某（{dress}）"))
    found += [
        (Trace.IDENTITY, "身份证330106540307001"),
        (Trace.IDENTITY, "110101491001003"),
        (Trace.IDENTITY, "证件 440183 620228 011"),
        (Trace.IDENTITY, "身份证号：000101199003070031"),
        (Trace.IDENTITY, "身份证 " + " ".join("000101199003070032")),
    ]
    worn = zip(cards(), cycle(CARD_DRESSES), strict=False)
    found += [(Trace.BANK, f"汇款到{dressed(card, dress)}。") for card, dress in worn]
    found.append((Trace.BANK, "银行卡号6222021234567890123"))
    found += [(Trace.PASSPORT, text) for text in PASSPORTS]
    found += [
        (Trace.MAIL, f"投稿到{name}@{host}，谢谢")
        for number, host in enumerate(MAIL_HOSTS)
        for name in (MAIL_NAMES[number % 8], MAIL_NAMES[(number + 3) % 8])
    ]
    found += [(Trace.MAIL, "邮箱ｌｉｓｉ＠ｑｑ．ｃｏｍ"), (Trace.MAIL, "邮箱 LiSi @ QQ.com")]
    found += [(Trace.HOME, text) for text in HOMES]
    found += [(Trace.PLATE, text) for text in PLATES]
    return [*found, *MORE]
