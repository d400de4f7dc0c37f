"""The site itself: its names and columns, and how one deployment differs."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from campaign.model.admin import Admin
from campaign.model.base import Part, Record, refers
from campaign.model.campaign import CampaignTerms
from campaign.model.compliance import DUTIES, Compliance, Duties
from campaign.model.fields import Count, Day, PageFile, Ref, Text, YesNo, choice
from campaign.model.marks import Form


class Column(Part):
    """A column (栏目) of the site: one folder of pages with a page of its own."""

    id: Text = Field(title="编号", description="栏目编号，全站唯一")
    title: Text = Field(title="栏目名", description="导航里显示的名字")
    description: Text = Field(title="栏目说明", description="一句话，不要照抄栏目名")
    keywords: list[Text] = Field([], title="关键词", description="三到五个")
    type: Text = Field(title="栏目类别", description="如 工作动态、政策文件、政策解读、概况信息")
    path: PageFile = Field(title="栏目页", description="docs/ 下的文件，如 speeches/index.md")
    min_items: Count = Field(1, title="最少条数", description="少于这个数，栏目不进导航")
    stale_days: Count | None = Field(None, title="更新期限（天）", description="超过就提醒更新")
    owner: Ref | None = refers("org", title="维护单位", description="单位编号", default=None)


class Section(Part):
    """A section of the navigation, with its pages."""

    title: Text = Field(title="名称", description="导航里显示的短名，如 讲话、影像")
    pages: list[PageFile] = Field(title="页面", description="docs/ 下的文件，先写栏目页")


class Featured(Part):
    """What the home page shows first."""

    communities: list[Ref] = refers(
        "community", title="推荐社区", description="社区编号，三到六个", default=[]
    )
    experiences: list[Ref] = refers(
        "experience", title="推荐经验", description="经验编号，一到三个", default=[]
    )
    gallery: Ref | None = refers("gallery", title="推荐相册", description="相册编号", default=None)
    photo: Ref | None = refers("photo", title="首页大图", description="相册/照片名", default=None)


class TermLevel(StrEnum):
    """How strictly a term is ruled."""

    ERROR = "E"
    WARNING = "W"
    NOTE = "I"


class Term(Part):
    """A wording that the office rules on."""

    term: Text = Field(title="用词", description="不宜出现的写法")
    use: Text | None = Field(None, title="改用", description="规范写法；不填表示这个词没有错")
    level: Annotated[TermLevel, BeforeValidator(choice(TermLevel))] = Field(
        TermLevel.WARNING, title="级别", description="E 不得出现、W 提醒、I 说明"
    )


class DataLicence(Part):
    """On what terms others may use the open data."""

    name: Text = Field(title="许可名称", description="如 知识共享 署名 4.0（CC BY 4.0）")
    url: Text | None = Field(None, title="许可全文", description="许可文本的网址")


class CityMap(Part):
    """A map of the city. Maps are reviewed before they are public: 地图管理条例 art. 15."""

    photo: Ref = refers("photo", title="图片", description="相册/照片名，图注里也要写审图号")
    review_no: Text | None = Field(
        None, title="审图号", description="如 GS（2023）1234号；没有审图号的地图不能发布"
    )
    source: Text | None = Field(None, title="来源", description="地图的编制单位或下载网站")


class Settings(Record):
    """The site's own settings: `showcases/site.yml`."""

    kind: ClassVar[str] = "site"
    label: ClassVar[str] = "网站设置"
    is_article: ClassVar[bool] = False

    schema_version: Count = Field(
        1, title="内容版本", description="内容文件的格式版本，由 migrate 改写，不要手改"
    )
    name: Text = Field(title="网站名称", description="规范全称")
    short_name: Text = Field(title="网站简称", description="页眉里显示的短名")
    city: Text = Field(title="城市", description="如 和澜市")
    motto: Text = Field(title="城市口号", description="首页大图上的一句话")
    description: Text = Field(title="网站简介", description="给搜索引擎和分享用的一句话")
    campaign: CampaignTerms = Field(title="创建活动", description="主要的一项：目标、日期、结果")
    featured: Featured = Field(
        default_factory=Featured, title="首页推荐", description="首页上先看到的内容"
    )
    map: CityMap | None = Field(
        None, title="地图", description="镇街示意图上方的地图，必须有审图号；不写就只有示意图"
    )
    columns: list[Column] = Field([], title="栏目", description="栏目登记表")
    navigation: list[Section] = Field(
        [], title="导航", description="页面顶部的各栏和里面的页面；不写则每个栏目一栏"
    )
    terms: list[Term] = Field([], title="用词表", description="本单位的用词规定")
    synonyms: list[list[Text]] = Field(
        [],
        title="搜索同义词",
        description="本市的说法，每行一组，如 [居委, 居委会, 村委会]；搜一个，也找写着另一个的页",
    )
    data_licence: DataLicence | None = Field(
        None, title="数据许可", description="开放数据以什么许可提供；不写则写明须先联系主办单位"
    )
    backdate_days: Count | None = Field(
        None,
        title="倒填日期容限（天）",
        description="发布日期比首次提交早于这个天数就提醒；不写则不查",
    )


class Host(StrEnum):
    """Where a deployment is hosted."""

    GITHUB_PAGES = "github-pages"
    DOMESTIC = "domestic"
    INTRANET = "intranet"
    OFFLINE = "offline"


PROVINCES = "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新"
ICP = Form(rf"[{PROVINCES}]ICP备\d{{8}}号(-\d+)?", "京ICP备00000000号-1")
POLICE = Form(rf"[{PROVINCES}]公网安备\s?\d{{14}}号", "京公网安备 00000000000000号")
SITE_CODE = Form(r"\d{10}|bm\d{8}", "10 位数字，部委为 bm 加 8 位数字")
DOMAIN = Form(r"[a-z0-9-]+(\.[a-z0-9-]+)+", "www.example.gov.cn，不带 https://")
POSTCODE = Form(r"\d{6}", "6 位数字")
ADDRESS = Form(r"https://[^\s\"<>]+", "https:// 开头的网址")
ADDRESS_OR_NONE = Form(rf"none|{ADDRESS.pattern}", "https:// 开头的网址，或 none")
"""Forms of record numbers as the inspectors of public sites read them."""


EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


class PartyMark(Part):
    """The mark of a party or government body (党政机关标识), issued to those who hold it."""

    image: Text = Field(title="图片", description="docs/assets/ 里的文件名，如 party-mark.png")
    url: Annotated[Text, ADDRESS] = Field(title="链接", description="核发时给的网址")


class TraditionalForm(StrEnum):
    """Which traditional characters, as OpenCC's configurations name them."""

    GENERAL = "s2t"
    HONG_KONG = "s2hk"
    TAIWAN = "s2tw"
    TAIWAN_WORDS = "s2twp"


class Spelling(Part):
    """How a name is written in traditional characters where the table would err."""

    term: Text = Field(title="简体", description="网站上的写法，如 幸福里")
    use: Text = Field(title="繁体", description="繁体版里的写法；不变就照抄，如 幸福里")


class Profile(Record):
    """One deployment: `showcases/deploy/<id>.yml`."""

    kind: ClassVar[str] = "profile"
    label: ClassVar[str] = "部署配置"
    is_article: ClassVar[bool] = False

    base_url: Text = Field(
        title="网址", description="网站发布后的完整网址，以 https:// 开头、以 / 结尾"
    )
    compliance: Annotated[Compliance, BeforeValidator(choice(Compliance))] = Field(
        title="适用规范", description="gov 政府、party 党委、community 社会、demo 演示"
    )
    host: Annotated[Host, BeforeValidator(choice(Host))] = Field(
        Host.GITHUB_PAGES,
        title="托管方式",
        description="github-pages、domestic 境内、intranet 内网、offline 离线",
    )
    today: Day | None = Field(
        None, title="固定日期", description="只有演示配置使用：把“今天”固定下来，示例不会过期"
    )
    sponsor: Text = Field(title="主办单位", description="页脚显示")
    organiser: Text | None = Field(None, title="承办单位", description="页脚显示")
    contact: Text = Field(title="联系方式", description="单位座机或邮箱")
    repository: Text | None = Field(
        None, title="仓库地址", description="仓库首页的网址；填写后页面底部有“修改此页”的链接"
    )
    domain: Annotated[Text, DOMAIN] | None = Field(
        None, title="域名", description="不带 https://，与网址一致；不写则取网址里的"
    )
    address: Text | None = Field(None, title="单位地址", description="页脚显示")
    postcode: Annotated[Text, POSTCODE] | None = Field(
        None, title="邮政编码", description="页脚显示，6 位数字"
    )
    icp: Annotated[Text, ICP] | None = Field(None, title="ICP 备案号", description="没有就不写")
    police: Annotated[Text, POLICE] | None = Field(
        None, title="公安备案号", description="没有就不写"
    )
    site_id_code: Annotated[Text, SITE_CODE] | None = Field(
        None, title="网站标识码", description="没有就不写"
    )
    party_mark: PartyMark | None = Field(
        None, title="党政机关标识", description="没有核发就不写；只用图片和链接，不用脚本"
    )
    supports_ipv6: YesNo = Field(
        False, title="支持 IPv6", description="yes 则页脚写明；先确认服务器真的支持"
    )
    jiucuo: Annotated[Text, ADDRESS_OR_NONE] | None = Field(
        None,
        title="纠错网址",
        description="“找错”页面的网址，{url}、{title} 会换成本页的网址和标题；"
        "不写则用联系方式里的邮箱或仓库的纠错表；none 不放链接",
    )
    statement: Text | None = Field(None, title="声明", description="页眉提示，如示例数据声明")
    avif: YesNo = Field(
        False, title="AVIF 图片", description="yes 多做一套更小的 AVIF，构建时间约加一倍"
    )
    traditional: YesNo = Field(
        False, title="繁体版", description="yes 则另有一套繁体网页，在 /zh-hant/，网页约多一倍"
    )
    traditional_form: Annotated[TraditionalForm, BeforeValidator(choice(TraditionalForm))] = Field(
        TraditionalForm.GENERAL,
        title="繁体字形",
        description="s2t 通用、s2hk 香港、s2tw 台湾、s2twp 台湾字形和用词",
    )
    traditional_words: list[Spelling] = Field(
        [], title="繁体写法", description="人名、地名转错了的，在这里逐个规定"
    )
    names_units: YesNo = Field(
        False,
        title="写明责任单位",
        description="yes 则责任清单写出承担单位的名称；不写只有件数，单位名不会出现在网站上",
    )
    shows_exposures: YesNo = Field(
        False,
        title="公开舆论监督",
        description="yes 则有“舆论监督”栏目；不写则监督记录不会出现在网站上",
    )
    admin: Admin | None = Field(
        None,
        title="在线编辑页",
        description="写了则网站上有 /admin/ ，有代码平台账号的人可以在浏览器里改；不写就没有",
    )
    raised: list[Text] = Field(
        [],
        title="从严规则",
        description="适用规范之外，再把这些提醒升级为错误的规则编号，如 V17d",
    )

    @property
    def duties(self) -> Duties:
        """What the conventions that it follows ask of it."""
        return DUTIES[self.compliance]

    @property
    def stopping(self) -> frozenset[str]:
        """The warnings that stop its build: by its conventions, and by its own choice."""
        return self.duties.raised.union(self.raised)

    @property
    def mailbox(self) -> str:
        """The mail address of the contact, if it names one."""
        found = EMAIL.search(self.contact)
        return found[0] if found else ""

    @property
    def takes_corrections(self) -> bool:
        """Whether a reader has a way to report an error."""
        return self.jiucuo != "none" and bool(self.jiucuo or self.mailbox or self.repository)

    @property
    def is_on_github(self) -> bool:
        """Whether GitHub Pages holds the site: abroad, and within its limits of size."""
        return self.host is Host.GITHUB_PAGES

    @property
    def is_demo(self) -> bool:
        return self.compliance is Compliance.DEMO
