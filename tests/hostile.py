"""Texts that try to run a script on a reader's machine, and a site with one in every place.

Each calls `ran()`. They break out of elements, attributes, scripts, comments and JSON, hide
behind entities and other alphabets, wait for an event, or hope for a renderer that forgets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from test_prose import MARKDOWN, PAYLOADS

BREAKOUTS = (
    '"><script>ran()</script>',
    "'><img src=x onerror=ran()>",
    '" autofocus onfocus=ran() tabindex=1 x="',
    "' onmouseover=ran() x='",
    "</title><script>ran()</script>",
    "</textarea><svg onload=ran()>",
    "</script><script>ran()</script>",
    "</style><script>ran()</script>",
    "--><script>ran()</script><!--",
    "]]><script>ran()</script>",
    "<!--<script>",
    '{"@type":"x","name":"</script><script>ran()</script>"}',
    "\\u003cscript\\u003eran()\\u003c/script\\u003e",
    "');ran();//",
    '");ran();//',
    "`+ran()+`",
    "${ran()}",
    "{{ ran() }}{% raw %}{{ ran() }}{% endraw %}",
    "&lt;img src=x onerror=ran()&gt;",
    "&amp;lt;img src=x onerror=ran()&amp;gt;",
    "＜script＞ran()＜/script＞",
    "<ſcript>ran()</ſcript>",
    "<img src=x onerror=&#114;an()>",
    "<a href=https://x.example/ onfocus=ran() autofocus>文</a>",
    "javascript:ran()",
    "data:text/html,<script>ran()</script>",
    "//x.example/%0aran()",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran()>",
    "<svg></p><style><a id='</style><img src=1 onerror=ran()>'>",
    "<noscript><style></noscript><img src=x onerror=ran()>",
    "<table><td><style><!--</style><img src=x onerror=ran()>-->",
    "<details open ontoggle=ran()><summary>文</summary></details>",
    "<video src=x onerror=ran()></video><audio src=x onerror=ran()>",
    "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<object data='data:text/html,<script>parent.ran()</script>'></object>",
    "<link rel=stylesheet href=javascript:ran()>",
    "<base href='https://x.example/'><meta http-equiv=refresh content='0;javascript:ran()'>",
    "<button popovertarget=x onclick=ran()>文</button><div popover id=x onbeforetoggle=ran()>",
    "<input type=image src=x onerror=ran()>",
    "<img id=__config name=__config src=x onerror=ran()>",
    "<a id=campaignData href=javascript:ran()>文</a>",
)
WAYS: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: f"\"'>{text}",
    lambda text: f"文</p></div></article>{text}",
    lambda text: text.replace("<", "<\t", 1) if "<" in text else f"<b {text}>",
    lambda text: re.sub(r"<(\w+)", lambda found: f"<{found[1].upper()}", text).replace("=", "\n="),
)
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f]")
ANYWHERE = re.compile(r"\]\([xy](?=[ )])")
"""A link to a file that is not there: refused by a rule of its own."""
IN_ONE_BODY = 6
LONGEST_ALT = 80
REVIEW = (
    "review: [{role: first, by: 示例镇, at: 2026-01-05}, "
    "{role: second, by: 示例办, at: 2026-01-06}, {role: final, by: 示例办, at: 2026-01-07}]\n"
)


def corpus() -> list[str]:
    """Every hostile text, each once."""
    known = [text.replace("alert(1)", "ran()") for text in (*PAYLOADS, *MARKDOWN)]
    known = [ANYWHERE.sub("](https://x.example/", text) for text in (*known, *BREAKOUTS)]
    made = [way(text) for way in WAYS for text in known if not text.startswith("# ")]
    return list(dict.fromkeys(text for text in made if not FORBIDDEN.search(text)))


def site(texts: list[str], picture: bytes) -> dict[str, str | bytes | None]:
    """Files with the texts in every place: titles, names, prose, captions, notes, comments."""
    files: dict[str, str | bytes | None] = {}
    photos = []
    count = -(-len(texts) // IN_ONE_BODY)
    for number in range(count):
        # each place of a page takes another text, so that each text comes to several places
        here = [texts[(number + place * count) % len(texts)] for place in range(8)]
        part = [json.dumps(f"毒文{number} {text}") for text in here]
        described = part[0] if len(part[0]) < LONGEST_ALT else "画面里有一座小花园"
        body = "\n\n".join(here[:IN_ONE_BODY])
        files[f"docs/news/2026-03-01-n{number}.md"] = (
            f"---\ntitle: {part[0]}\nsummary: {part[1]}\nsource: {part[2]}\n"
            f"published: 2026-03-01 09:00\nkind: dynamic\n{REVIEW}---\n{body}\n\n末段。\n"
        )
        files[f"showcases/communities/c{number}.yml"] = (
            f"name: {part[0]}\ndistrict: east\ntype: old\nest: 2001\nintro: {part[1]}\n"
            f"committee: {{address: {part[2]}, phone: 0000-6200000, hours: {part[3]}}}\n"
            f"facilities: [{{kind: service_station, name: {part[4]}, area_m2: 36}}]\n"
            f"services: [{{name: {part[5]}, kind: welfare, for: [all]}}]\n"
            f"reception: {{open: yes, booking: {part[6]}, duration_min: 40}}\n{REVIEW}"
        )
        files[f"showcases/honours/city-honour/c{number}.yml"] = (
            f"subject: {{type: community, ref: c{number}}}\nbatch: {part[7]}\nevents:\n"
            "  - {on: 2024-11-01, type: recommended, by: office}\n"
            "  - {on: 2024-12-02, type: publicised, by: office}\n"
            f"  - {{on: 2024-12-12, type: named, by: office, doc: {part[3]}, note: {part[4]}}}\n"
        )
        photos.append(
            f"  - {{file: p{number}.jpg, alt: {described}, caption: {part[1]}, licence: own,"
            f" people: none, series: {part[2]}, author: {{name: {part[3]}}}}}\n"
        )
        files[f"showcases/galleries/hostile/p{number}.jpg"] = picture
    head = f"title: {json.dumps(texts[0])}\ndate: 2025-10-18\nplace: {json.dumps(texts[1])}\n"
    gallery = f"{head}{REVIEW}photos:\n{''.join(photos)}"
    return {**files, "showcases/galleries/hostile/gallery.yml": gallery}


def control(texts: list[str], tree: Path) -> Iterator[str]:
    """Pages that hold the texts as they are; what a site without any defence would publish."""
    for number, text in enumerate(texts):
        (tree / f"control-{number}.html").write_text(
            f"<!doctype html><meta charset=utf-8><p>{text}</p>", encoding="utf-8"
        )
        yield f"control-{number}.html"
