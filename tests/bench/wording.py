"""Chinese text of any length that reads like a report, the same for the same seed."""

from __future__ import annotations

from random import Random

WHO = (
    *(
        "居委会",
        "楼栋长",
        "志愿者",
        "老住户",
        "网格员",
        "物业公司",
        "市民学校",
        "社区民警",
        "退休教师",
    ),
    *("青年服务队", "议事会", "街道干部", "结对单位", "热心邻居", "业主代表", "保洁班", "文艺队"),
)
WHEN = (
    *("每逢周末", "入夏以后", "开春之前", "晚饭过后", "清早六点", "放学时分", "雨季来临时", "月底"),
    *("整治期间", "农闲时节", "节日前夕", "接到来电后", "逐户走访后", "反复商量后", "验收之前"),
)
WHAT = (
    *(
        "修好",
        "清理",
        "登记",
        "粉刷",
        "照看",
        "公开",
        "讨论",
        "巡查",
        "添置",
        "量过",
        "补种",
        "改造",
    ),
    *(
        "打扫",
        "记下",
        "送到",
        "调解",
        "张贴",
        "核对",
        "搬走",
        "点亮",
        "疏通",
        "认领",
        "更换",
        "整理",
    ),
)
WHERE = (
    *(
        "楼道里的",
        "巷子口的",
        "河边的",
        "车棚旁的",
        "菜场后面的",
        "小学门前的",
        "花园中间的",
        "墙根的",
    ),
    *("服务站的", "公示栏上的", "老井边的", "广场东侧的", "三栋背后的", "桥头的", "屋顶上的"),
)
THING = (
    *(
        "路灯",
        "台阶",
        "扶手",
        "下水口",
        "旧家具",
        "花坛",
        "长椅",
        "井盖",
        "信箱",
        "晾衣绳",
        "小广告",
    ),
    *(
        "充电桩",
        "石板路",
        "雨棚",
        "香樟树",
        "值班表",
        "意见箱",
        "书架",
        "健身器材",
        "排水沟",
        "账本",
    ),
    *(
        "需求清单",
        "电动车",
        "废木料",
        "果皮箱",
        "标识牌",
        "自行车",
        "围墙",
        "门禁",
        "宣传栏",
        "苗木",
    ),
)
FAMILY = "安宝春德东丰福古桂和红华吉嘉建金锦景静康乐丽凌龙绿梅民明南平千青清庆荣瑞山盛舒泰桃文"
GIVEN = "岸滨池川村道地东港谷关光湖华家江巾津景居兰里林流门苗宁坪浦桥泉沙石松塘田亭望溪霞香阳园苑"


def text(seed: str, length: int) -> str:
    """Sentences of exactly `length` characters, the last of which is a full stop."""
    dice, size = Random(seed), 0
    parts: list[str] = []
    while size < length:
        clause = "".join(dice.choice(words) for words in (WHO, WHEN, WHAT, WHERE, THING))
        parts.append(clause + ("。" if len(parts) % 3 == 2 else "，"))
        size += len(parts[-1])
    return "".join(parts)[: length - 1].rstrip("，。") + "。"


def phrase(seed: str) -> str:
    """A few characters that name a thing: `河边的长椅`."""
    dice = Random(seed)
    return dice.choice(WHERE) + dice.choice(THING)


def community_name(number: int) -> str:
    """A name that no other number has."""
    first, rest = number % len(FAMILY), number // len(FAMILY)
    second, third = (rest + 7 * first) % len(GIVEN), rest // len(GIVEN)
    return FAMILY[first] + GIVEN[second] + (FAMILY[third - 1] if third else "") + "社区"
