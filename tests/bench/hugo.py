"""A Hugo site from the content of a city: `python tests/bench/hugo.py FOLDER OUT [--hugo HUGO]`.

FOLDER is a city of `city.py`; OUT becomes a Hugo site with the theme `hugo-theme/`. With
`--hugo` it is built, too, into OUT/public, and the pages and bytes are printed.

What Hugo would otherwise derive anew is written ready-made, to its advantage: the state of
an honour, the names of kinds and levels, the year, the texts of links to records.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.measuring import weigh

THEME = Path(__file__).parent / "hugo-theme"
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar is text: `on` is a key and no truth."""
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
SECTIONS = {
    "communities": "社区",
    "experiences": "典型经验",
    "honours": "荣誉榜",
    "tasks": "重点任务",
    "speeches": "讲话",
    "policies": "政策",
    "interpretations": "政策解读",
    "news": "动态",
}
ENTRIES = ("speeches", "policies", "interpretations", "news")
FOLDERS = {"community": "communities", "policy": "policies", "speech": "speeches"}
LEVELS = {
    "national": "国家级",
    "province": "省级",
    "city": "市级",
    "district": "区级",
    "street": "街道级",
}
EVENTS = {
    "recommended": ("推荐", "推荐中"),
    "publicised": ("公示", "公示中"),
    "named": ("命名", "有效"),
    "retained": ("复查保留", "有效"),
    "rectify": ("限期整改", "限期整改"),
    "revoked": ("摘牌", "已摘牌"),
}
"""What happened, and the state that it leads to."""
LINK = re.compile(r"\[([^\]]*)\]\((community|policy|speech|indicator):([^)]*)\)")
FRONT = re.compile(r"\A---\n(.*?\n)---\n(.*)", re.DOTALL)
BLOCK = re.compile(r"^\[\[.*\]\]$", re.MULTILINE)
FILE_LINK = re.compile(r"\[([^\]]+)\]\([^):]*\.md[^)]*\)")

Matter = dict[str, Any]
Names = dict[str, str]


def read(path: Path) -> Matter:
    found: Matter = yaml.load(path.read_text(encoding="utf-8"), LOADER)
    return found


def records(folder: Path) -> Iterator[tuple[str, Matter]]:
    """The id and the content of every record of a folder."""
    for path in sorted(folder.glob("*.yml")):
        yield path.stem, read(path)


def page(matter: Matter, body: str = "") -> str:
    front = yaml.dump(matter, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n{body}"


def labels(path: Path) -> Names:
    return {item["id"]: item["label"] for item in read(path)["items"]}


def linked(body: str, names: Names) -> str:
    """Links to records as links to addresses, with the name where no text is given."""

    def one(found: re.Match[str]) -> str:
        words, kind, name = found.groups()
        if kind == "indicator":
            return words or "75.6%"
        return f"[{words or names.get(name, name)}](/{FOLDERS[kind]}/{name}/)"

    return BLOCK.sub("", LINK.sub(one, body))


class Writer:
    """Writes pages of a city, whose names of things it knows."""

    def __init__(self, city: Path) -> None:
        self.records = city / "showcases"
        self.docs = city / "docs"
        vocabulary = self.records / "vocab"
        self.types = labels(vocabulary / "community-types.yml")
        self.themes = labels(vocabulary / "themes.yml")
        towns = read(self.records / "districts.yml")["districts"]
        self.towns: Names = {town["id"]: town["name"] for town in towns}
        self.communities = dict(records(self.records / "communities"))
        self.names: Names = {name: found["name"] for name, found in self.communities.items()}
        self.kinds = dict(records(self.records / "honour-kinds"))

    def pages(self) -> Iterator[tuple[str, str]]:
        """Path below `content/` and text of every page."""
        yield "_index.md", page({"title": "首页"})
        for name, title in SECTIONS.items():
            feeds: Matter = (
                {"cascade": {"outputs": ["html", "rss"]}} if name == "communities" else {}
            )
            yield f"{name}/_index.md", page({"title": title, **feeds})
        parts: Iterable[Callable[[], Iterator[tuple[str, str]]]] = (
            *(self.community_pages, self.experience_pages, self.honour_pages),
            *(self.task_pages, self.entry_pages, self.standing_pages),
        )
        for part in parts:
            yield from part()

    def community_pages(self) -> Iterator[tuple[str, str]]:
        for name, found in self.communities.items():
            own = {**found, "title": found["name"], "date": found["updated"]}
            own |= {"summary": found["intro"][:80], "type": "communities"}
            own |= {
                "districts": [self.towns[found["district"]]],
                "types": [self.types[found["type"]]],
            }
            del own["intro"], own["status"], own["updated"]
            yield f"communities/{name}.md", page(own, linked(found["intro"], self.names))

    def experience_pages(self) -> Iterator[tuple[str, str]]:
        for name, found in records(self.records / "experiences"):
            steps = "".join(
                f"\n## {step['heading']}\n\n{step['text']}\n" for step in found["practice"]
            )
            body = f"## 难题\n\n{found['challenge']}\n{steps}"
            own = {**found, "date": found["updated"], "themes": [self.themes[found["theme"]]]}
            for key in ("challenge", "practice", "status", "updated"):
                del own[key]
            yield f"experiences/{name}.md", page(own, linked(body, self.names))

    def honour_pages(self) -> Iterator[tuple[str, str]]:
        yield "honours/changes/_index.md", page({"title": "荣誉变动", "changes": True})
        for name, kind in self.kinds.items():
            cascade = {"build": {"render": "never", "list": "always"}}
            own = {key: kind.get(key) for key in ("issuer", "summary", "criteria")}
            scoped = {"cascade": {**cascade, "target": {"kind": "page"}}}
            yield f"honours/{name}/_index.md", page({"title": kind["name"], **own, **scoped})
            for holder, found in records(self.records / "honours" / name):
                if found["subject"].get("ref") in self.communities:
                    yield f"honours/{name}/{holder}.md", page(self.honour(kind, found))

    def honour(self, kind: Matter, found: Matter) -> Matter:
        holder, last = found["subject"]["ref"], found["events"][-1]
        town, level = self.towns[self.communities[holder]["district"]], LEVELS[kind["level"]]
        events = [
            {"on": event["on"], "label": EVENTS[event["type"]][0], "doc": event.get("doc")}
            for event in found["events"]
        ]
        about = {"community": holder, "holder": self.names[holder], "kindname": kind["name"]}
        about |= {"title": f"{self.names[holder]}：{kind['name']}", "levelname": level}
        course = {"batch": found["batch"], "state": EVENTS[last["type"]][1], "events": events}
        terms = {"levels": [level], "districts": [town], "years": [found["batch"][:4]]}
        course |= {"date": last["on"], "changed": last["type"] in ("rectify", "revoked")}
        return {**about, **course, **terms}

    def task_pages(self) -> Iterator[tuple[str, str]]:
        for task in read(self.records / "tasks.yml")["tasks"]:
            own = {key: task.get(key) for key in ("title", "summary", "due", "milestones")}
            yield f"tasks/{task['id']}.md", page({**own, "date": task["updated"]})

    def entry_pages(self) -> Iterator[tuple[str, str]]:
        for column in ENTRIES:
            for path in sorted((self.docs / column).glob("2*.md")):
                own, body = self.article(path)
                own["date"] = f"{own.pop('published')}:00+08:00".replace(" ", "T")
                own.pop("kind", None)
                own["years"] = [path.name[:4]]
                yield f"{column}/{path.name}", page(own, linked(body, self.names))

    def standing_pages(self) -> Iterator[tuple[str, str]]:
        for folder in ("about", "guide"):
            for path in sorted((self.docs / folder).glob("*.md")):
                own, body = self.article(path)
                name = "_index.md" if path.name == "index.md" else path.name
                title = own.get("title") or path.stem
                text = FILE_LINK.sub(r"\1", linked(body, self.names))
                yield f"{folder}/{name}", page({"title": title}, text)

    def article(self, path: Path) -> tuple[Matter, str]:
        found = FRONT.match(text := path.read_text(encoding="utf-8"))
        if found is None:
            return {}, text
        own: Matter = yaml.load(found[1], LOADER)
        own.pop("status", None)
        return own, found[2]


def write_theme(out: Path) -> None:
    """Lay the theme, with a stylesheet to link to."""
    shutil.copytree(THEME, out, dirs_exist_ok=True)
    (out / "static").mkdir(exist_ok=True)
    (out / "static/site.css").write_text("body{max-width:60rem;margin:auto}\n", encoding="utf-8")


def write_content(city: Path, out: Path) -> None:
    """Write all pages; a file that says the same already is left alone."""
    for name, text in Writer(city).pages():
        path = out / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def command(hugo: str, site: Path, public: Path) -> list[str]:
    """The call that builds a Hugo site into an emptied folder."""
    return [hugo, "--quiet", "--source", str(site), "--destination", str(public)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("city", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--hugo", help="the program; without it nothing is built")
    given = parser.parse_args()
    write_theme(given.out)
    write_content(given.city, given.out)
    if given.hugo:
        public = given.out.resolve() / "public"
        subprocess.run(command(given.hugo, given.out, public), check=True)
        print(weigh(public))


if __name__ == "__main__":
    main()
