"""What a deployment says of itself: record numbers in their forms, its domain, its party mark."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from campaign.model.fields import Form
from campaign.model.settings import Profile
from campaign.model.walk import mark
from campaign.problems import Problem
from campaign.site import ASSETS, Site


def forms(site: Site) -> Iterator[Problem]:
    """V28a: a number or an address that is not written in the form that it must have."""
    for profile in site.of(Profile).values():
        for loc, field, text in site.texts(profile):
            form = mark(field, Form)
            if form and not form.holds(text):
                words = {"title": field.title, "value": text, "form": form.example}
                yield site.problem(profile, "V28a", *loc, **words)


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
