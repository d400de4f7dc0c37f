"""A photo whose consent was withdrawn is taken out of everything, whatever else is wrong."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from campaign import clock, targets
from campaign.build.content import Content
from campaign.checks import check
from campaign.images import lettering, store
from campaign.images.store import MANIFEST
from campaign.kinds.gallery import Gallery
from campaign.photos.withdrawal import erase, withdraw
from campaign.reading import records, yamltext
from conftest import make_project
from pictures import encoded, wide
from projects import project as base_project
from sites import ROOT, CommandResult, build_site, tree_of

CANARY, CAPTION, DRAFT = "金丝雀在广场上跳舞给人看", "金丝雀的图注", "草稿里的金丝雀在唱歌"
FOLDER = "photos/fair/dance/"
LIST = "showcases/galleries/fair/gallery.yml"
REVIEW = (
    "review: [{role: first, by: 示例镇, at: 2026-01-05}, {role: second, by: 示例办, "
    "at: 2026-01-06}, {role: final, by: 示例办, at: 2026-01-07}]\n"
)
DANCE = f"""\
  - file: dance.jpg # 一
    alt: {CANARY}
    caption: {CAPTION}
    licence: own
    people: identifiable
    author: {{name: 示例办}}
"""
CONSENT = "    consent: {state: obtained, ref: 台2025-001, scope: [web, abroad, contest]} # 二\n"
BY_HAND = "    consent: {state: withdrawn, date: 2026-04-01}\n"
REST = f"""\
  - {{file: before.jpg, alt: 整治前的墙角堆着杂物, licence: own, people: none}}
  - {{file: after.jpg, alt: 整治后的墙角种上了花, licence: own, people: none}}
# 三
{REVIEW}"""
HEAD = "title: 邻里节\ndate: 2025-10-18\ncommunities: [alpha]\ncover: dance\nphotos:\n"
SECRET = f"""\
title: 草稿相册
date: 2025-10-18
status: draft
photos:
  - {{file: song.jpg, alt: {DRAFT}, licence: own, people: none, author: {{name: 示例办}}}}
"""
PAGE = "---\ntitle: 关于\n---\n\n# 关于\n\n[[photo id=fair/dance]]\n\n[](contest:lens)\n"


def gallery(consent: str, rest: str = REST) -> str:
    return HEAD + DANCE + consent + rest


@dataclass(frozen=True)
class Office:
    """A project with a site in place."""

    root: Path

    def run(self, *arguments: str) -> CommandResult:
        return build_site(self.root, *arguments)

    def write(self, text: str, path: str = LIST) -> None:
        (self.root / path).write_text(text, encoding="utf-8")

    def text(self, path: str = LIST) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    @property
    def dance(self) -> dict[str, Any]:
        """What the list says of the photo."""
        data = yamltext.read(LIST, self.text()).data
        return next(item for item in data["photos"] if item["file"] == "dance.jpg")

    @property
    def has_file(self) -> bool:
        return (self.root / "showcases/galleries/fair/dance.jpg").exists()

    def site(self) -> dict[str, bytes]:
        return tree_of(self.root / "site")

    def stored(self) -> set[bytes]:
        """Every file of the store but its manifests."""
        found = tree_of(self.root / store.PLACE)
        return {data for path, data in found.items() if not path.endswith((MANIFEST, "lock"))}


@dataclass(frozen=True)
class Story:
    """What was there in turn: with the photo, after it was withdrawn, and after a build.

    In the end it is withdrawn once more.
    """

    before: Mapping[str, bytes]
    stored: set[bytes]
    told: CommandResult
    after: Mapping[str, bytes]
    kept: set[bytes]
    listed: str
    dance: Mapping[str, Any]
    had_file: bool
    built: CommandResult
    anew: Mapping[str, bytes]
    stored_anew: set[bytes]
    again: CommandResult
    is_changed_again: bool


@pytest.fixture(scope="module")
def with_photo(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A project that shows the photo wherever a photo can be shown. Not to be changed."""
    office = Office(make_project(tmp_path_factory.mktemp("with-photo") / "project"))
    if (ROOT / lettering.FONT).is_file():
        (office.root / "node_modules").symlink_to(ROOT / "node_modules")
    office.write(gallery(CONSENT))
    office.write(PAGE, "docs/about/index.md")
    news = office.text("docs/news/2026-04-01-first.md")
    office.write(news.replace("kind:", "cover: fair/dance\nkind:"), "docs/news/2026-04-01-first.md")
    secret = office.root / "showcases/galleries/secret"
    secret.mkdir()
    (secret / "song.jpg").write_bytes(encoded(wide()))
    (secret / "gallery.yml").write_text(SECRET, encoding="utf-8")
    done = office.run("build")
    assert done.returncode == 0, done.stderr
    return office


def copied(office: Office, folder: Path) -> Office:
    shutil.copytree(office.root, folder, symlinks=True)
    return Office(folder)


@pytest.fixture(scope="module")
def story(with_photo: Office, tmp_path_factory: pytest.TempPathFactory) -> Story:
    office = copied(with_photo, tmp_path_factory.mktemp("story") / "project")
    before, stored = office.site(), office.stored()
    told = office.run("photos", "withdraw", "fair/dance")
    after, kept, listed = office.site(), office.stored(), office.text()
    dance, had_file = office.dance, office.has_file
    (office.root / "node_modules").unlink(missing_ok=True)  # to draw the cards takes a while
    built = office.run("build")
    anew, stored_anew = office.site(), office.stored()
    again = office.run("photos", "withdraw", "fair/dance")
    is_changed = (office.site(), office.text()) != (anew, listed)
    return Story(
        *(before, stored, told, after, kept, listed, dance, had_file),
        *(built, anew, stored_anew, again, is_changed),
    )


@pytest.fixture
def office(with_photo: Office, tmp_path: Path) -> Office:
    """The same project for a test that changes it."""
    return copied(with_photo, tmp_path / "project")


def pictures_of(tree: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in tree.items() if path.startswith(FOLDER)}


def is_grey(data: bytes) -> bool:
    with Image.open(io.BytesIO(data)) as image:
        colours = image.convert("RGB").getcolors() or []
        return image.size == (1, 1) and len(colours) == 1


def traces(tree: Mapping[str, bytes], words: Iterable[str]) -> set[str]:
    """The files of a site that tell of something, by their names or by what they hold."""
    return {
        path
        for path, data in tree.items()
        for word in words
        if word.encode() in data or word in path
    }


# By the command


def test_the_site_shows_the_photo_as_long_as_people_agree(story: Story) -> None:
    pages = {path for path in traces(story.before, [CANARY]) if path.endswith(".html")}
    assert pages >= {
        "index.html",
        "about/index.html",
        "communities/alpha/index.html",
        "galleries/fair/index.html",
        "galleries/index.html",
    }
    assert "galleries/fair/index.html" in traces(story.before, [CAPTION])
    assert len(pictures_of(story.before)) >= 5
    assert not any(map(is_grey, pictures_of(story.before).values()))


def test_withdrawing_removes_the_file_and_keeps_the_entry(story: Story) -> None:
    assert story.told.returncode == 0, story.told.stderr
    assert "已撤回 fair/dance" in story.told.stderr
    assert "已从现有网站抹去" in story.told.stderr
    assert not story.had_file
    consent = story.dance["consent"]
    assert consent.keys() == {"state", "date", "ref"}
    assert (consent["state"], consent["ref"]) == ("withdrawn", "台2025-001")
    assert 0 <= (clock.today() - date.fromisoformat(consent["date"])).days <= 1


def test_withdrawing_leaves_the_rest_of_the_list_as_it_was_written(story: Story) -> None:
    head, _, rest = story.listed.partition("    consent: ")
    assert head == HEAD + DANCE
    assert rest.partition("\n")[2] == REST
    assert rest.partition("\n")[0].endswith("} # 二")


def test_withdrawing_makes_the_site_in_place_grey_and_changes_nothing_else(story: Story) -> None:
    assert all(map(is_grey, pictures_of(story.after).values()))
    assert story.after.keys() == story.before.keys()
    changed = {path for path, data in story.after.items() if data != story.before[path]}
    assert changed == set(pictures_of(story.before))


def test_a_picture_that_was_made_grey_is_of_its_own_format(story: Story) -> None:
    formats = {".jpg": "JPEG", ".webp": "WEBP"}
    found = {Path(path).suffix for path in pictures_of(story.after)}
    assert found == set(formats)
    for path, data in pictures_of(story.after).items():
        with Image.open(io.BytesIO(data)) as image:
            assert image.format == formats[Path(path).suffix]


@pytest.mark.usefixtures("font")
def test_the_cards_with_the_photo_become_grey_too(story: Story) -> None:
    page = story.before["communities/alpha/index.html"].decode()
    card = re.search(rf"og:image[^>]*({FOLDER}card-[^\"]+)", page)
    assert card
    assert not is_grey(story.before[card[1]])
    assert is_grey(story.after[card[1]])


def test_the_store_forgets_what_was_made_from_the_photo(story: Story) -> None:
    made = set(pictures_of(story.before).values())
    assert made <= story.stored
    assert made.isdisjoint(story.kept)
    others = {
        data
        for path, data in story.before.items()
        if path.startswith("photos/fair/after/") and "/card-" not in path
    }
    assert others <= story.kept


def test_the_next_build_has_no_trace_of_the_photo(story: Story) -> None:
    assert story.built.returncode == 0, story.built.stderr
    assert "V11a" not in story.built.stderr
    words = (CANARY, CAPTION, "fair/dance", "dance.jpg", "dance", "台2025-001")
    assert traces(story.anew, words) == set()
    made = set(pictures_of(story.before).values())
    assert made.isdisjoint(story.anew.values())
    assert made.isdisjoint(story.stored_anew)


def test_the_next_build_says_where_the_photo_is_missed(story: Story) -> None:
    told = [line for line in story.built.stderr.splitlines() if "[V11b]" in line]
    where = {line.split(":")[0] for line in told}
    assert where >= {
        "showcases/communities/alpha.yml",
        "showcases/site.yml",
        "docs/about/index.md",
        "docs/news/2026-04-01-first.md",
    }
    assert all("fair/dance" in line for line in told)
    assert "communities/alpha/index.html" in story.anew
    assert "galleries/fair/index.html" in story.anew


def test_a_photo_of_a_draft_gallery_is_in_no_site(story: Story) -> None:
    for tree in (story.before, story.after, story.anew):
        assert traces(tree, [DRAFT, "secret/song", "photos/secret"]) == set()


def test_withdrawing_again_is_no_error_and_changes_nothing(story: Story) -> None:
    assert story.again.returncode == 0
    assert "抹去" not in story.again.stderr
    assert not story.is_changed_again


def test_an_unknown_photo_is_told_and_nothing_changes(with_photo: Office) -> None:
    before = tree_of(with_photo.root)
    done = with_photo.run("photos", "withdraw", "fair/dnace")
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["没有照片“fair/dnace”。There is no such photo."]
    assert tree_of(with_photo.root) == before


@pytest.mark.parametrize("id", ["fiar/dance", "fair", "", "fair/", "fair/dance.jpg", "../x", "/"])
def test_only_a_listed_photo_can_be_withdrawn(id: str, with_photo: Office) -> None:
    with pytest.raises(KeyError):
        withdraw(with_photo.root, id, date(2026, 4, 1))
    assert with_photo.has_file


def test_what_pages_are_made_from_holds_no_withdrawn_photo(tmp_path: Path) -> None:
    licences = "title: 授权\nitems: [{id: own, label: 自有}]\n"
    root = base_project(
        tmp_path, {"showcases/vocab/licences.yml": licences, LIST: gallery(BY_HAND)}
    )
    site, _ = records.load(root)
    assert site is not None
    seen = site.published()
    assert [photo.stem for photo in seen.of(Gallery)["fair"].photos] == ["before", "after"]
    assert set(seen.photos) == {"fair/before", "fair/after"}


@pytest.mark.parametrize("wrong", ["list", "settings"])
def test_other_mistakes_do_not_delay_a_withdrawal(wrong: str, office: Office) -> None:
    if wrong == "list":
        office.write(gallery(CONSENT, "  - {file: before.jpg, alt: , people: none}\n" + REVIEW))
    else:
        office.write("name: [\n", "showcases/site.yml")
    done = office.run("photos", "withdraw", "fair/dance")
    assert done.returncode == 0, done.stderr
    assert not office.has_file
    assert office.dance["consent"]["state"] == "withdrawn"
    assert all(map(is_grey, pictures_of(office.site()).values()))


def test_a_list_that_needs_a_person_stays_and_the_site_in_place_is_erased(office: Office) -> None:
    text = gallery(CONSENT) + "place: [\n"
    office.write(text)
    done = office.run("photos", "withdraw", "fair/dance")
    assert done.returncode == 1
    assert LIST in done.stderr
    assert (office.text(), office.has_file) == (text, True)
    assert all(map(is_grey, pictures_of(office.site()).values()))


def test_a_file_outside_the_gallery_is_not_removed(office: Office) -> None:
    path = "showcases/galleries/secret/song.jpg"
    office.write(gallery(BY_HAND).replace("file: dance.jpg", "file: ../secret/song.jpg"))
    assert office.run("photos", "withdraw", "fair/song").returncode == 0
    assert (office.root / path).exists()


# By hand, and a build


def test_a_withdrawal_by_hand_stops_the_build_and_erases_the_photo(office: Office) -> None:
    office.write(gallery(BY_HAND))
    before = office.site()
    done = office.run("build")
    assert done.returncode == 1
    assert "[V11a]" in done.stderr
    assert "photos withdraw fair/dance" in done.stderr
    assert "已从现有网站抹去撤回的照片：fair/dance。" in done.stderr
    after = office.site()
    assert all(map(is_grey, pictures_of(after).values()))
    assert after.keys() == before.keys()
    others = set(before) - set(pictures_of(before))
    assert all(after[path] == before[path] for path in others)
    again = office.run("build")
    assert again.returncode == 1
    assert "抹去" not in again.stderr
    assert office.site() == after
    assert office.has_file


def test_the_command_finishes_a_withdrawal_by_hand_and_keeps_its_day(office: Office) -> None:
    text = gallery(BY_HAND)
    office.write(text)
    assert office.run("photos", "withdraw", "fair/dance").returncode == 0
    assert (office.text(), office.has_file) == (text, False)
    assert "V11a" not in office.run("check").stdout


@pytest.mark.parametrize(("place", "code"), [("elsewhere", "[V03a]"), ("in its list", "[V06c]")])
def test_a_build_that_stops_for_another_reason_erases_the_photo(
    place: str, code: str, office: Office
) -> None:
    (office.root / "showcases/galleries/fair/dance.jpg").unlink()
    if place == "elsewhere":
        record = "showcases/communities/beta.yml"
        office.write(gallery(BY_HAND))
        office.write(office.text(record).replace("district: west", "district: wset"), record)
    else:
        office.write(gallery(BY_HAND, "  - {file: before.jpg, alt: , people: none}\n" + REVIEW))
    before = office.site()
    done = office.run("build")
    assert done.returncode == 1
    assert (code in done.stderr, "[V11a]" in done.stderr) == (True, False)
    assert "已从现有网站抹去撤回的照片：fair/dance。" in done.stderr
    after = office.site()
    assert {path for path in before if before[path] != after[path]} == set(pictures_of(before))


def test_a_build_without_a_site_in_place_erases_nothing_and_says_nothing(office: Office) -> None:
    office.write(gallery(BY_HAND))
    shutil.rmtree(office.root / "site")
    done = office.run("build")
    assert done.returncode == 1
    assert "抹去" not in done.stderr
    assert not (office.root / "site").exists()


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
