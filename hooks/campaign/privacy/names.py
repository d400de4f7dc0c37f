"""Where a person's name can stand in a Chinese text: surnames, and what comes before one."""

from __future__ import annotations

HAN = "\u3400-\u9fff"
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余"
    "于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷"
    "龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊殷施洪兰庄颜倪章鲁岳葛邢俞"
    "翟申耿关焦左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷曲盛冉翁骆蓝路游辛欧靳管"
    "柴蒙鲍华喻祁蒲房滕屈饶牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷"
    "晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑"
)
COMPOUND = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "司徒",
    "东方",
    "夏侯",
    "尉迟",
    "皇甫",
    "慕容",
    "端木",
    "令狐",
)
SURNAME = f"(?:{'|'.join(COMPOUND)}|[{SURNAMES}])"
ROLE_ENDS = "民户员长者生师士人友工任记事模属叫是和与及由给被为名主干警孩童妈爸婆爷"
"""Last characters of what a person is called, and words, that stand right before a name."""
BEFORE_A_NAME = rf"(?:(?<![{HAN}])|(?<=[{ROLE_ENDS}]))"
"""Where a surname can begin a name: behind no Chinese character, or behind a role."""
