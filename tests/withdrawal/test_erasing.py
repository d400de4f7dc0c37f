"""Published pictures are made grey in a site; where a site is hosted abroad, more is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign import targets
from campaign.build.content import Content
from campaign.checks import check
from campaign.photos.withdrawal import erase
from campaign.reading import records
from pictures import encoded, wide
from projects import project as base_project
from sites import tree_of
from withdrawal.office import CONSENT, FOLDER, LIST, REVIEW, gallery, is_grey

# Erasing


def site_of(folder: Path) -> Path:
    """A site with two photos, one of them in the formats that are published."""
    picture = wide()
    files = {
        "photos/fair/dance/320.webp": encoded(picture, "WEBP"),
        "photos/fair/dance/320.avif": encoded(picture, "AVIF", speed=10),
        "photos/fair/dance/320.jpg": encoded(picture),
        "photos/fair/dance/notes.txt": b"text",
        "photos/fair/dance-2/320.jpg": encoded(picture),
        "index.html": b"<img src=photos/fair/dance/320.jpg>",
    }
    files[targets.MARK] = targets.mark(list(files))
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def test_erasing_says_what_was_there_and_is_done_once(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    before = tree_of(site)
    assert erase(site, ["fair/song", "fair/dance"]) == ["fair/dance"]
    after = tree_of(site)
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {f"{FOLDER}320.{ending}" for ending in ("webp", "avif", "jpg")}
    assert after.keys() == before.keys()
    assert all(is_grey(after[path]) for path in changed)
    assert erase(site, ["fair/song", "fair/dance"]) == []
    assert tree_of(site) == after


def test_what_is_erased_is_told_in_the_order_of_the_ids(tmp_path: Path) -> None:
    assert erase(site_of(tmp_path), ["fair/dance-2", "fair/dance"]) == [
        "fair/dance",
        "fair/dance-2",
    ]


def test_what_is_left_of_a_broken_erasure_is_erased(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    erase(site, ["fair/dance"])
    (site / FOLDER / "320.webp").write_bytes(encoded(wide(), "WEBP"))
    assert erase(site, ["fair/dance"]) == ["fair/dance"]
    assert is_grey((site / FOLDER / "320.webp").read_bytes())


def test_nothing_is_erased_where_there_is_no_site(tmp_path: Path) -> None:
    assert erase(tmp_path / "site", ["fair/dance"]) == []
    assert not (tmp_path / "site").exists()


# Where the site is hosted


@pytest.mark.parametrize(
    ("profile", "codes"), [("demo", {"V10b"}), ("home", set()), ("unsaid", {"V10b"})]
)
def test_a_site_that_is_hosted_abroad_asks_for_more(
    profile: str, codes: set[str], tmp_path: Path
) -> None:
    said = "base_url: https://example.org/\ncompliance: demo\nsponsor: 办\ncontact: 0000-6200000\n"
    root = base_project(
        tmp_path,
        {
            "showcases/vocab/licences.yml": "title: 授权\nitems: [{id: own, label: 自有}]\n",
            "showcases/deploy/demo.yml": f"{said}today: 2026-04-20\nhost: github-pages\n",
            "showcases/deploy/home.yml": f"{said}host: domestic\n",
            "showcases/deploy/unsaid.yml": said,
            "showcases/galleries/fair/dance.jpg": encoded(wide()),
            LIST: gallery(CONSENT.replace(", abroad", ""), REVIEW).replace("[alpha]", "[]"),
        },
    )
    site, problems = records.load(root, profile)
    assert site is not None
    found = {p.code: p for p in [*problems, *check(site)] if p.path == LIST}
    assert found.keys() == codes
    assert all(f"部署配置“{profile}”" in p.message() for p in found.values())


def test_a_mistake_elsewhere_in_the_gallery_does_not_bring_a_photo_back(tmp_path: Path) -> None:
    listed = (
        "title: 节日\ndate: 2025-10-18\nphotos:\n"
        "  - {file: a.jpg, alt: 居民们围坐在长桌旁吃饭, licence: own, people: crowd,"
        " consent: {state: withdrawn}}\n"
        "  - {file: b.jpg, alt: 居民们在广场上跳舞, licence: own, people: nobody}\n"
    )
    root = base_project(tmp_path, {"showcases/galleries/day/gallery.yml": listed})
    content = Content.open(root)
    assert content.errors
    assert content.withdrawn == {"day/a"}
