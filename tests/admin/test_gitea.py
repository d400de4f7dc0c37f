"""The page at `admin/` with the repository at the office's own Gitea: a save is a commit."""

from __future__ import annotations

from playwright.sync_api import expect

from bare_repository import MAIL, NAME
from doors import WORK, Door

COMMUNITY = "showcases/communities/beta.yml"
SLOGAN = "slogan: 家家有花，户户有书\n"


def test_a_save_is_one_commit_on_the_branch_of_edits(gitea_door: Door) -> None:
    """Of one line, by whoever signed in; the published branch stays where it was."""
    door, host = gitea_door, gitea_door.host
    published = host.head()
    before = host.text("main", COMMUNITY)
    door.sign_in()
    expect(door.page.get_by_role("radio", name="内容")).to_be_visible()
    assert door.page.get_by_role("radio", name="编辑工作流").count() == 0
    door.open("collections/community/entries/beta")
    door.type("口号", "家家有花，户户有书")
    door.save()
    expect(door.page.get_by_text("条目已保存")).to_be_visible()
    assert host.branches() == sorted([WORK, "main"])
    assert host.head() == published
    assert host.git("rev-parse", f"{WORK}^") == published
    assert host.git("diff", "--name-only", "main", WORK).splitlines() == [COMMUNITY]
    assert host.text(WORK, COMMUNITY) == before + SLOGAN
    who = host.git("log", "-1", "--format=%an <%ae> %s", WORK)
    assert who == f"{NAME} <{MAIL}> 社区：修改 beta"
    assert host.pulls == []
