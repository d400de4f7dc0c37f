"""What is added at `admin/`, as it lies in the pull request: each byte, and nothing beside it."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from campaign.admin.config import WIDTH
from campaign.build.content import Content
from campaign.images import screening
from campaign.problems import Problem, errors
from doors import Door
from pictures import drawing, encoded, exif
from projects import write
from repositories import git
from values import TODAY

INTRO = "院子里有两棵老槐树，树下一张长桌，谁家有事都在这里商量。" * 3
COMMUNITY = f"""\
name: 槐树院社区
district: west
type: old
est: 2006-05
intro: {INTRO}
"""
FAIR = "showcases/galleries/fair"
PHOTO = """\
  - file: img_0417.webp
    alt: 居民在院子里包饺子
    licence: own
    people: crowd
"""


def changed(door: Door) -> dict[str, bytes]:
    """Each file that the only pull request changes, with what it becomes."""
    (pull,) = door.host.pulls
    assert door.host.branches() == sorted(["main", pull["head"]])
    assert door.host.git("rev-parse", f"{pull['head']}^") == door.host.head()
    paths = door.host.git("diff", "--name-only", "--no-renames", "main", pull["head"])
    return {path: door.host.raw("show", f"{pull['head']}:{path}") for path in paths.splitlines()}


def errors_with(project: Path, files: Mapping[str, bytes]) -> list[Problem]:
    """The errors of the site with these files in it."""
    write(project, files)
    try:
        return errors(Content.open(project, today=TODAY).problems)
    finally:
        git(project, "checkout", "--quiet", "--", ".")
        git(project, "clean", "--quiet", "-fd")


def begin_community(door: Door) -> None:
    """Type what a community has to say, but for its id."""
    door.sign_in()
    door.open("collections/community/new")
    door.type("名称", "槐树院社区")
    door.choose("西镇")
    door.choose("老旧小区型")
    door.type("成立时间", "2006-05")
    door.type("简介", INTRO)


def test_a_new_record_is_one_file_with_what_was_typed(door: Door, under_git: Path) -> None:
    begin_community(door)
    door.type("别名", "huaishuyuan")
    door.save_draft()
    files = changed(door)
    assert files == {"showcases/communities/huaishuyuan.yml": COMMUNITY.encode()}
    (pull,) = door.host.pulls
    assert pull["title"] == "社区：新增 huaishuyuan"
    assert pull["draft"] is True
    assert errors_with(under_git, files) == []


@pytest.mark.parametrize("id", ["", "槐树院", "../beta", "Huai shu"])
def test_a_new_record_without_a_right_id_is_not_saved(door: Door, id: str) -> None:
    begin_community(door)
    door.type("别名", id)
    door.save()
    expect(door.page.get_by_role("textbox", name="别名")).to_have_attribute("aria-invalid", "true")
    assert door.host.pulls == []
    assert door.host.branches() == ["main"]


def test_a_photo_lies_beside_its_gallery_and_tells_nothing(
    door: Door, under_git: Path, tmp_path: Path
) -> None:
    """The camera's file says where and with what it was taken; what arrives are its pixels."""
    told = exif(orientation=6, maker="SecretMaker", serial="S-0417", taken="2026:01:01", gps=True)
    camera = tmp_path / "IMG_0417.jpg"
    camera.write_bytes(encoded(drawing(size=(3200, 1600)), quality=70, exif=told))
    assert Image.open(camera).getexif().get_ifd(0x8825)
    door.sign_in()
    door.open("collections/gallery/entries/fair/gallery")
    page = door.page
    page.get_by_role("button", name=re.compile("^添加.*照片")).click()
    page.get_by_role("button", name="浏览").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("dialog").get_by_role("button", name="上传").first.click()
    chooser.value.set_files(camera)
    expect(page.get_by_role("option", name="img_0417")).to_have_attribute("aria-selected", "true")
    page.get_by_role("button", name="插入").click()
    expect(page.get_by_role("button", name="更换图片")).to_be_visible()
    door.choose("自有")
    door.choose("人群")
    door.type("替代文字", "居民在院子里包饺子")
    door.save_draft()
    files = changed(door)
    assert files.keys() == {f"{FAIR}/gallery.yml", f"{FAIR}/img_0417.webp"}
    head, tail = door.host.text("main", f"{FAIR}/gallery.yml").split("review:")
    assert files[f"{FAIR}/gallery.yml"].decode() == f"{head}{PHOTO}review:{tail}"
    photo = files[f"{FAIR}/img_0417.webp"]
    picture = Image.open(io.BytesIO(photo))
    assert (picture.format, picture.size) == ("WEBP", (WIDTH // 2, WIDTH))
    assert not picture.getexif()
    assert "xmp" not in picture.info
    assert b"Secret" not in photo
    assert screening.fault("img_0417.webp", photo) is None
    assert errors_with(under_git, files) == []
