"""The pages at `admin/` of a deployment: which git host they speak to, and where it is."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from campaign.model.base import Part
from campaign.model.fields import Text, choice
from campaign.model.marks import Form

REPOSITORY = Form(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+", "单位/仓库，如 example/showcase，不带网址")
BRANCH = Form(r"[A-Za-z0-9]+([/_.-][A-Za-z0-9]+)*", "字母、数字和 - _ . / ，如 main、edit/web")
API = Form(
    r"https?://[^\s\"<>/]+(/[^\s\"<>]*)?", "接口的完整网址，如 https://git.example.org/api/v1"
)


class GitHost(StrEnum):
    """What keeps the repository, and is spoken to by the pages at `admin/`."""

    GITHUB = "github"
    GITEA = "gitea"


class Admin(Part):
    """The pages at `admin/`, by which people with an account at the git host edit."""

    backend: Annotated[GitHost, BeforeValidator(choice(GitHost))] = Field(
        GitHost.GITHUB,
        title="代码平台",
        description="github、gitea 单位自己的 Gitea 或 Forgejo",
    )
    repository: Annotated[Text, REPOSITORY] = Field(
        title="仓库", description="单位/仓库，如 example/showcase"
    )
    branch: Annotated[Text, BRANCH] | None = Field(
        None,
        title="分支",
        description="不写就是 main；gitea 保存就是提交，必须写一个专门用来改稿的分支",
    )
    api: Annotated[Text, API] | None = Field(
        None,
        title="接口网址",
        description="gitea 必填，如 https://git.example.org/api/v1；用 github.com 的不写",
    )
