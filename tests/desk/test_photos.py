"""Photos at the desk: what is taken in and what is not, and what git sees of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from campaign.desk import uploads
from campaign.desk.desk import PREFIX
from campaign.desk.photos import taking_in
from campaign.images import metadata
from desk.galleries import FAIR, FOLDER, FORM, filled, listed, photo
from desks import HOST, Office, changed, office, told_at, words
from picture_files import BY_NAME
from repositories import git
from sites import ROOT

TAGS = {"gps": True, "maker": "SecretMaker", "serial": "Secret", "taken": "2025:10:18 09:30:00"}


def test_what_a_telephone_wrote_is_gone_before_git_sees_the_photo(here: Office) -> None:
    before = here.text(FAIR)
    answer = here.bring(FORM, here.form(FORM), [("邻里节.JPG", photo(**TAGS))])
    assert answer.status == 200
    told = words(answer.text)
    assert "收下了“邻里节.JPG”。去掉了：拍摄位置、设备序列号、相机型号、拍摄时间。" in told
    data = (here.root / FOLDER / "linlijie.jpg").read_bytes()
    assert metadata.carried(data, "JPEG") == []
    assert b"Secret" not in data
    lines = changed(before, here.text(FAIR))
    assert [line[0] for line in lines] == ["+"] * len(lines)
    assert "+    taken: 2025-10-18" in lines
    assert "31" not in "".join(line for line in lines if "hash" not in line and "2025" not in line)
    assert git(here.root, "diff", "--cached", "--name-only") == ""
    assert not (here.root / "originals").exists()


def test_a_save_writes_the_photo_and_its_gallery_down_in_one_commit(here: Office) -> None:
    head = git(here.root, "rev-parse", "HEAD")
    page = here.bring(FORM, here.form(FORM, {"title": "还没存的标题"}), [("桥.jpg", photo())])
    assert 'value="还没存的标题"' in page.text
    assert "1 个照片文件还没有保存" in words(page.text)
    assert git(here.root, "rev-parse", "HEAD") == head
    saved = here.post(FORM, page.form(filled(3)), "save")
    assert saved.status == 303, words(saved.text)
    files = git(here.root, "show", "--name-only", "--format=%an", "HEAD").split()
    assert files == ["王芳", f"{FOLDER}/gallery.yml", f"{FOLDER}/qiao.jpg"]
    assert git(here.root, "status", "--porcelain") == ""
    assert listed(here)[3]["alt"] == "石桥边三名志愿者捡拾塑料瓶"
    assert here.desk.site.kind("gallery")["fair"].heading == "还没存的标题"
    assert "还没有保存" not in words(here.get(FORM).text)


def test_a_photo_that_says_nothing_yet_keeps_the_form_from_being_saved(here: Office) -> None:
    page = here.bring(FORM, here.form(FORM), [("桥.jpg", photo())])
    answer = here.post(FORM, page.form(), "save")
    assert answer.status == 200
    assert told_at(answer.text, "photos.3.alt")
    assert told_at(answer.text, "photos.3.people")


def test_what_is_said_of_all_is_written_of_each(here: Office) -> None:
    typed = {"take!licence": "own", "take!author": "示例镇"}
    here.bring(FORM, here.form(FORM, typed), [("a.jpg", photo(1)), ("b.jpg", photo(2))])
    new = listed(here)[3:]
    assert [(item["licence"], item["author"]["name"]) for item in new] == [("own", "示例镇")] * 2


REFUSED = {
    "text.jpg": (b"words", "不是照片"),
    "empty.jpg": (b"", "不是照片"),
    "picture.svg": (BY_NAME["svg.jpg"].data, "不收这种格式"),
    "half.jpg": (photo(5)[:2000], "已损坏"),
    "small.jpg": (BY_NAME["tall.jpg"].data, "太细长"),
    "one.png": (BY_NAME["one-pixel.png"].data, "太小"),
}


def test_each_file_is_told_why_it_is_refused_and_the_others_come_in(here: Office) -> None:
    given = [(name, data) for name, (data, _) in REFUSED.items()]
    answer = here.bring(FORM, here.form(FORM), [*given, ("好.jpg", photo(6))])
    told = words(answer.text)
    for name, (_, why) in REFUSED.items():
        assert f"没有收“{name}”：{why}" in told, name
    assert "收下了“好.jpg”" in told
    assert len(listed(here)) == 4


def test_the_same_photo_comes_in_once(here: Office) -> None:
    page = here.bring(FORM, here.form(FORM), [("桥.jpg", photo()), ("again.jpg", photo())])
    assert "没有收“again.jpg”：已经在相册里了。" in words(page.text)
    assert len(listed(here)) == 4


HOSTILE = (
    *("../../../evil.jpg", "..\\..\\evil.jpg", "/etc/evil.jpg", "C:\\evil.jpg", "con.jpg"),
    *("evil\u0000.jpg", "gallery.yml.jpg", f"{'长' * 300}.jpg", "evil.php", "<script>.jpg"),
)


def test_a_files_name_leads_nowhere(here: Office) -> None:
    given = [(name, photo(seed)) for seed, name in enumerate(HOSTILE, 10)]
    assert here.bring(FORM, here.form(FORM), given).status == 200
    new = [item["file"] for item in listed(here)[3:]]
    assert len(new) == len(HOSTILE)
    assert all(name.isascii() and name.endswith(".jpg") and "/" not in name for name in new)
    found = git(here.root, "ls-files", "--others", "--exclude-standard").splitlines()
    assert sorted(found) == sorted(f"{FOLDER}/{name}" for name in new)


def test_hidden_files_of_a_folder_are_passed_over(here: Office) -> None:
    answer = here.bring(FORM, here.form(FORM), [("._a.jpg", photo()), ("Thumbs.db", b"x")])
    assert "没有选照片" in words(answer.text)
    assert len(listed(here)) == 3


@pytest.mark.parametrize(
    "headers", [{"origin": "https://example.org"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_foreign_page_brings_no_photo(here: Office, headers: dict[str, str]) -> None:
    before = here.text(FAIR)
    assert here.bring(FORM, here.form(FORM), [("a.jpg", photo())], headers).status == 403
    pairs = [("token", "foreign"), *here.form(FORM)[1:]]
    assert here.bring(FORM, pairs, [("a.jpg", photo())], {"origin": f"http://{HOST}"}).status == 403
    assert here.text(FAIR) == before
    assert git(here.root, "status", "--porcelain") == ""


def test_more_than_the_bounds_is_refused_in_words(
    here: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "MOST_FILES", 1)
    monkeypatch.setattr(taking_in, "MOST_BYTES", len(photo(2)) - 1)
    given = [("large.jpg", photo(2)), ("more.jpg", photo(3))]
    told = words(here.bring(FORM, here.form(FORM), given).text)
    assert "没有收“large.jpg”：超过 40 MB。" in told
    assert "没有收“more.jpg”：一次最多收 60 张" in told
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    answer = here.bring(FORM, here.form(FORM), [("a.jpg", photo())])
    assert answer.status == 413
    assert "这一次没有收" in words(answer.text)
    assert len(listed(here)) == 3


def test_nothing_is_left_where_photos_came_through(
    here: Office, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cleared")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    here.bring(FORM, here.form(FORM), [("a.jpg", photo()), ("no.jpg", b"no")])
    assert list(folder.iterdir()) == []


def test_somebody_elses_change_and_the_new_photos_are_both_kept(here: Office) -> None:
    form = here.form(FORM, {"place": "老广场"})
    text = here.text(FAIR).replace("title: 邻里节", "title: 邻里节活动")
    (here.root / FAIR).write_text(text, encoding="utf-8")
    page = here.bring(FORM, form, [("桥.jpg", photo())])
    assert here.post(FORM, page.form(filled(3)), "save").status == 303
    assert "title: 邻里节活动" in here.text(FAIR)
    assert "place: 老广场" in here.text(FAIR)
    assert len(listed(here)) == 4


def test_photos_that_were_chosen_and_not_sent_are_told(here: Office) -> None:
    form = [*here.form(FORM, {"title": "新标题"}), ("files", "桥.jpg")]
    answer = here.post(FORM, form, "save")
    assert "选好的照片还没有加进来" in words(answer.text)
    assert 'value="新标题"' in answer.text
    assert git(here.root, "status", "--porcelain") == ""


def test_a_new_gallery_is_saved_before_photos_come(here: Office) -> None:
    page = here.get("new/gallery")
    assert "先存草稿，再加照片" in words(page.text)
    answer = here.bring("new/gallery", page.form(), [("a.jpg", photo())])
    assert "请先存草稿" in words(answer.text)


def test_thumbnails_come_from_the_desk(here: Office) -> None:
    answer = here.get("photo/240/fair/dance")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["cache-control"] == "no-store"
    assert "/-/desk/photo/240/fair/dance?v=" in here.get(FORM).text
    strange = ("9999/fair/dance", "240/fair/none", "240/../dance", "240/fair/gallery")
    for path in (*strange, "240/fair/..%2F..%2Fsite", "240/none/dance"):
        assert here.get(f"photo/{path}").status == 404, path


def test_git_ignores_the_originals_of_a_project() -> None:
    assert "/originals/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_without_git_photos_come_in_all_the_same(project: Path) -> None:
    desk = office(project)
    page = desk.bring(FORM, desk.form(FORM), [("桥.jpg", photo())])
    assert desk.post(FORM, page.form(filled(3)), "save").status == 303
    with Image.open(desk.root / FOLDER / "qiao.jpg") as image:
        assert image.size == (640, 480)
    assert f"{PREFIX}photo/240/fair/qiao" in desk.get(FORM).text
