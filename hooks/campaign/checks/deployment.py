"""What a deployment says of itself: record numbers in their forms, its domain, its party mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from campaign.checks.alone import of_each
from campaign.model.admin import GitHost
from campaign.model.fields import is_unfilled
from campaign.model.look import Look
from campaign.model.marks import Form
from campaign.model.settings import Host, Profile
from campaign.model.walk import mark
from campaign.problems import Problem
from campaign.site import ASSETS, Site

MAIN = "main"
PUBLISHED = (MAIN, "master")
"""Branches from which sites are published."""


NAME = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
PLACE = rf"{NAME}(\.{NAME})*(:[0-9]{{1,5}})?"
"""A host as browsers ask for it: small letters, a Chinese one written as xn--."""
SITE = re.compile(rf"https?://{PLACE}/([\w.~-]+/)*", re.ASCII)
"""Addresses of pages are put behind it as they are."""
REPOSITORY = re.compile(rf"https?://{PLACE}(/[\w.~-]+){{2,}}(?<!\.git)/?", re.ASCII)
AT_HOME = (Host.INTRANET, Host.OFFLINE)
"""Where no certificate is to be had."""


def addresses(site: Site) -> Iterator[Problem]:
    """V28l, V28m and V28n: of the site and of its repository, not written as they must be."""
    for profile in site.of(Profile).values():
        url, repository = profile.base_url, profile.repository
        if is_unfilled(url):
            continue
        if not SITE.fullmatch(url):
            yield site.problem(profile, "V28l", "base_url", value=url)
        elif url.startswith("http://") and profile.host not in AT_HOME:
            yield site.problem(profile, "V28m", "base_url", value=url)
        if repository and not REPOSITORY.fullmatch(repository):
            yield site.problem(profile, "V28n", "repository", value=repository)


@of_each
def forms(look: Look) -> Iterator[Problem]:
    """V28a: a number or an address that is not written in the form that it must have."""
    for loc, field, text in look.texts:
        form = mark(field, Form)
        if form and not form.holds(text):
            words = {"title": field.title, "value": text, "form": form.example}
            yield look.problem("V28a", *loc, **words)


def domains(site: Site) -> Iterator[Problem]:
    """V28b: a domain other than that of the site's address."""
    for profile in site.of(Profile).values():
        host = urlsplit(profile.base_url).hostname or ""
        if profile.domain and profile.domain != host:
            words = {"domain": profile.domain, "host": host}
            yield site.problem(profile, "V28b", "domain", **words)


def party_marks(site: Site) -> Iterator[Problem]:
    """V28c: the picture of the party mark is not there."""
    for profile in site.of(Profile).values():
        mark = profile.party_mark
        if mark and not (site.root / ASSETS / mark.image).is_file():
            place = f"{ASSETS}/{mark.image}"
            yield site.problem(profile, "V28c", "party_mark", "image", value=place)


def corrections(site: Site) -> Iterator[Problem]:
    """V28d: readers have no way to report an error."""
    profile = site.profile
    is_owed = profile.duties.takes_corrections and not is_unfilled(profile.contact)
    if is_owed and not profile.takes_corrections:
        field = "jiucuo" if profile.jiucuo else "contact"
        yield site.problem(profile, "V28d", field, compliance=profile.compliance.value)


def standing_pages(site: Site) -> Iterator[Problem]:
    """V28e: a standing page that the deployment owes is not there."""
    for path in site.profile.duties.pages:
        if not site.shows(path):
            words = {"value": f"docs/{path}", "compliance": site.profile.compliance.value}
            yield site.problem(site.profile, "V28e", "compliance", **words)


def fixed_days(site: Site) -> Iterator[Problem]:
    """V28f: a site that is in use stands still on one day."""
    profile = site.profile
    if profile.today and not profile.duties.may_fix_today:
        yield site.problem(profile, "V28f", "today", value=profile.today)


def marks_of_others(site: Site) -> Iterator[Problem]:
    """V28g: a mark of public bodies on a site that is none; the footer does not show it."""
    for name in sorted(site.profile.duties.hidden):
        if getattr(site.profile, name):
            title = Profile.model_fields[name].title
            yield site.problem(site.profile, "V28g", name, title=title)


def not_stated(site: Site) -> Iterator[Problem]:
    """V28h: what inspectors look for in the footer, and the profile does not state."""
    wanted = site.profile.duties.inspected
    lacking = [str(Profile.model_fields[n].title) for n in wanted if not getattr(site.profile, n)]
    if lacking:
        yield site.problem(site.profile, "V28h", "compliance", names="、".join(lacking))


def git_hosts(site: Site) -> Iterator[Problem]:
    """V28i and V28j: a Gitea whose address nobody says, or on which nobody would review."""
    for profile in site.of(Profile).values():
        admin = profile.admin
        if admin is None or admin.backend is not GitHost.GITEA:
            continue
        if not admin.api:
            yield site.problem(profile, "V28i", "admin")
        if (branch := admin.branch or MAIN) in PUBLISHED:
            yield site.problem(profile, "V28j", "admin", "branch", value=branch)
