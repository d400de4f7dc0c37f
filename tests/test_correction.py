"""'Report an error on this page': where it leads, and what is filled in."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from campaign.every_page.correction import link
from campaign.model.settings import Profile
from sites import ROOT
from values import PROFILE

URL = "https://example.org/repo/communities/alpha/"
TITLE = "甲社区 & “乙”？"
REPOSITORY = "https://github.com/example/showcase/"


def profile(**fields: Any) -> Profile:
    return PROFILE.model_copy(update=fields)


def test_an_e_mail_in_the_contact_gets_a_filled_letter() -> None:
    found = link(profile(contact="0000-6200000，office@example.org"), URL, TITLE)
    address, _, query = found.partition("?")
    assert address == "mailto:office@example.org"
    fields = parse_qs(query)
    assert fields["subject"] == [f"纠错：{TITLE}"]
    assert f"页面：{TITLE}\r\n网址：{URL}\r\n" in fields["body"][0]
    assert "+" not in query  # mail programs show it as it is


def test_without_e_mail_the_issue_form_is_filled() -> None:
    found = urlsplit(link(profile(repository=REPOSITORY), URL, TITLE))
    assert found.path == "/example/showcase/issues/new"
    assert parse_qs(found.query) == {
        "template": ["correction.yml"],
        "title": [f"纠错：{TITLE}"],
        "page": [URL],
    }


def test_the_issue_form_has_the_field_that_is_filled() -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/correction.yml").read_text("utf-8"))
    assert "page" in [part.get("id") for part in form["body"]]


def test_the_deployments_own_page_comes_first() -> None:
    own = "https://jiucuo.example.org/?site=1&url={url}&title={title}"
    found = link(profile(jiucuo=own, repository=REPOSITORY), URL, TITLE)
    assert found.startswith("https://jiucuo.example.org/?site=1&url=https%3A%2F%2F")
    assert parse_qs(urlsplit(found).query)["title"] == [TITLE]
    assert unquote(found).endswith(TITLE)


@pytest.mark.parametrize(
    "fields", [{"jiucuo": "none", "repository": REPOSITORY}, {"contact": "0000-6200000"}]
)
def test_a_deployment_without_a_way_has_no_link(fields: dict[str, Any]) -> None:
    assert link(profile(**fields), URL, TITLE) == ""
