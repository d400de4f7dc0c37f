"""Work on a memory stick: out of one machine, into another, and what is not taken in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.desk.handing_in import bundles
from campaign.verbs import bundle
from desk.exchanges import GAMMA, UNITS, machine, press, sits
from desks import BETA, Answer, Office, office, words
from repositories import QUIET, git
from sites import build_site


@pytest.fixture
def technician(here: Office, tmp_path: Path) -> Office:
    """A machine without a remote."""
    made = office(machine(here.root, tmp_path / "two", None))
    sits(made, "周涛", UNITS["two"], "editor")
    return made


@pytest.fixture
def clerk(here: Office, technician: Office) -> Office:
    """Another one, on which somebody has written since."""
    assert technician.desk.ledger.person()
    assert here.save("edit/community/beta", {"slogan": "送来的口号"}).status == 303
    return here


def carried(desk: Office, stick: Path) -> Path:
    """What the button gives a browser, as a file on a stick."""
    file = stick / "out.bundle"
    bundles.send_out(desk.desk.ledger, file)
    return file


def heading(answer: Answer) -> str:
    """What a page says that it is about."""
    return " ".join(item.text() for item in LexborHTMLParser(answer.text).css("h1"))


def bring(desk: Office, file: Path) -> Answer:
    """Choose a file on the page and send it, as a browser does."""
    edge = "edge"
    head = f'--{edge}\r\nContent-Disposition: form-data; name="token"\r\n\r\n{desk.desk.token}\r\n'
    head += f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="送稿.bundle"\r\n'
    data = head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + file.read_bytes()
    data += f"\r\n--{edge}--\r\n".encode()
    kind = f"multipart/form-data; boundary={edge}"
    return desk.upload("stick/in", data, kind)


def test_work_goes_out_and_comes_in(clerk: Office, technician: Office, tmp_path: Path) -> None:
    page = clerk.post("stick/out", [("token", clerk.desk.token)])
    assert page.status == 200
    assert "attachment" in page.headers["content-disposition"]
    assert page.headers["content-disposition"].endswith(".bundle")
    file = carried(clerk, tmp_path)
    assert bundles.is_bundle(file)
    said = words(bring(technician, file).text)
    assert "王芳交的稿已经收进来，有 1 个文件更新了" in said
    assert "送来的口号" in technician.text(BETA)
    assert dict(technician.form("edit/community/beta"))["slogan"] == "送来的口号"
    assert git(technician.root, "log", "-1", "--format=%an", "--", BETA) == "王芳"
    assert git(technician.root, "status", "--porcelain") == ""


def test_only_what_is_new_goes_back(clerk: Office, technician: Office, tmp_path: Path) -> None:
    bring(technician, carried(clerk, tmp_path))
    assert "没有要送的" in press(technician, "stick/out")
    technician.save("edit/community/gamma", {"slogan": "技术员写的"}, "draft")
    file = carried(technician, tmp_path)
    assert file.stat().st_size < 4000
    assert "周涛交的稿已经收进来" in words(bring(clerk, file).text)
    assert "技术员写的" in clerk.text(GAMMA)


def test_one_field_changed_on_both_machines_is_asked_about(
    clerk: Office, technician: Office, tmp_path: Path
) -> None:
    technician.save("edit/community/beta", {"slogan": "这里的口号"})
    page = bring(technician, carried(clerk, tmp_path))
    assert "这里的口号" in words(page.text)
    assert "送来的口号" in words(page.text)
    assert "送来的口号" not in technician.text(BETA)
    name = f"pick!{BETA}|beta|slogan"
    undecided = technician.post("stick/answers", page.form())
    for answer in (page, undecided):
        assert heading(answer) == "收进"
        assert 'action="/-/desk/stick/answers"' in answer.text
        assert "取回" not in answer.text
    assert "请选一边" in words(undecided.text)
    answer = technician.post("stick/answers", page.form({name: "theirs"}))
    assert "已经收进来" in words(answer.text)
    assert heading(answer) == "收进"
    assert "送来的口号" in technician.text(BETA)


def test_what_a_stick_asks_is_only_sent(technician: Office) -> None:
    assert technician.get("stick/answers").headers["location"] == "/-/desk/stick"


def test_a_stick_that_meets_a_change_by_hand_is_not_said_to_be_fetched(
    clerk: Office, technician: Office, tmp_path: Path
) -> None:
    file = carried(clerk, tmp_path)
    place = technician.root / BETA
    place.write_bytes(place.read_bytes() + "# 手写的\n".encode())
    said = words(bring(technician, file).text)
    assert "所以没有收进来" in said
    assert "取回" not in said
    assert "手写的" in technician.text(BETA)


def test_the_verbs_do_the_same(clerk: Office, technician: Office, tmp_path: Path) -> None:
    file = tmp_path / "送 稿.bundle"
    (technician.root / "hooks").unlink()
    shutil.copytree(clerk.root / "hooks", technician.root / "hooks")
    assert bundle.run_out(clerk.root, file) == 0
    assert bundle.run_out(clerk.root, file) == 0
    assert bundle.run_out(clerk.root, clerk.root / BETA) == 1
    done = build_site(technician.root, "bundle", "in", str(file), **QUIET)
    assert done.returncode == 0, done.stderr
    assert "送来的口号" in technician.text(BETA)
    technician.save("edit/community/beta", {"slogan": "这里的口号"})
    clerk.save("edit/community/beta", {"slogan": "又一个口号"})
    assert bundle.run_out(clerk.root, file) == 0
    assert bundle.run_in(technician.root, file) == 1
    assert "这里的口号" in technician.text(BETA)


# What is not taken in


def test_a_file_that_is_refused_is_told_on_the_page(
    clerk: Office, technician: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = carried(clerk, tmp_path)
    monkeypatch.setattr(bundles, "MOST", file.stat().st_size - 1)
    assert "超过" in words(bring(technician, file).text)
    monkeypatch.setattr(bundles, "MOST", -(2**20))
    assert bring(technician, file).status == 413
    assert "送来的口号" not in technician.text(BETA)


def test_a_stick_needs_the_token_and_a_file(technician: Office, tmp_path: Path) -> None:
    edge = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\na\r\n--x--\r\n'
    kind = "multipart/form-data; boundary=x"
    assert technician.upload("stick/in", edge, kind).status == 403
    told = b'--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n'
    told += technician.desk.token.encode() + b"\r\n--x--\r\n"
    assert "请先选" in words(technician.upload("stick/in", told, kind).text)
