"""People in photos: who can be recognised has agreed, to this use, and may change their mind.

Personal Information Protection Law, articles 13 and 25 (consent to publication), 31 (a
guardian's for a child under fourteen), 39 (consent to a transfer abroad), 15 and 47
(withdrawal); Civil Code, articles 1019 and 1020 (portraits).
"""

from __future__ import annotations

from collections.abc import Iterator

from campaign.derive.references import of_each_record
from campaign.kinds.gallery import PHOTO, Gallery
from campaign.kinds.gallery.record import Consent, ConsentState, People, Photo, Scope
from campaign.problems import Problem
from campaign.site import Site

GIVEN = (ConsentState.OBTAINED, ConsentState.GUARDIAN)
WITHDRAW = "python3 build_site.py photos withdraw {id}"


def _shown(site: Site) -> Iterator[tuple[Gallery, int, Photo]]:
    """Every photo that is not withdrawn, and where it is written."""
    for gallery in site.of(Gallery).values():
        for index, photo in enumerate(gallery.photos):
            if not photo.is_withdrawn:
                yield gallery, index, photo


def missing(site: Site) -> Iterator[Problem]:
    """V09a–c: no consent, not the guardian's for a minor, or none that the ledger holds."""
    for gallery, index, photo in _shown(site):
        consent = photo.consent
        at = ("photos", index, "consent")
        if photo.shows_a_person and (consent is None or consent.state not in GIVEN):
            yield site.problem(gallery, "V09a", *at, file=photo.file)
        elif photo.people is People.MINOR and not _by_guardian(consent):
            yield site.problem(gallery, "V09b", *at, file=photo.file)
        if consent and consent.state in GIVEN and not consent.ref:
            yield site.problem(gallery, "V09c", *at, file=photo.file)


def _by_guardian(consent: Consent | None) -> bool:
    return consent is not None and consent.state is ConsentState.GUARDIAN


def out_of_scope(site: Site) -> Iterator[Problem]:
    """V10a and V10b: the consent does not cover a web site, or one that is hosted abroad."""
    for gallery, index, photo in _shown(site):
        consent = photo.consent
        if not photo.shows_a_person or consent is None or consent.state not in GIVEN:
            continue
        at = ("photos", index, "consent", "scope")
        if Scope.WEB not in consent.scope:
            yield site.problem(gallery, "V10a", *at, file=photo.file)
        if site.profile.is_on_github and Scope.ABROAD not in consent.scope:
            yield site.problem(gallery, "V10b", *at, file=photo.file, profile=site.profile.id)


def withdrawn(site: Site) -> Iterator[Problem]:
    """V11a: a withdrawn photo's file is still in the repository."""
    for gallery in site.of(Gallery).values():
        for index, photo in enumerate(gallery.photos):
            id = f"{gallery.id}/{photo.stem}"
            if photo.is_withdrawn and site.picture_path(id) in site.picture_files:
                at = ("photos", index, "file")
                command = WITHDRAW.format(id=id)
                yield site.problem(gallery, "V11a", *at, file=photo.file, command=command)


def still_used(site: Site) -> Iterator[Problem]:
    """V11b: something names a withdrawn photo; it is left out there."""
    for record, named in of_each_record(site):
        for loc, kind, target in named:
            if kind == PHOTO and target in site.withdrawn:
                yield site.problem(record, "V11b", *loc, value=target)
