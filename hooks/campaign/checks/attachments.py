"""Files beside the texts: whether each may be published, whatever its name promises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign import formats, urls
from campaign.derive import attachments
from campaign.derive.attachments import Link
from campaign.model.settings import Profile
from campaign.privacy import personal
from campaign.privacy.finding import Finding
from campaign.problems import Problem, problem
from campaign.reading.listing import Listed
from campaign.reading.personal import SHORTEST_REASON, waiver, words
from campaign.site import ASSETS, Site

LEFT_BEHIND = re.compile(r"~\$.*|~.*\.tmp|(?:eh)?thumbs\.db|desktop\.ini", re.IGNORECASE)
"""What Office, WPS and Windows leave in a folder."""
USABLE = re.compile(r"[^\s()<>\[\]{}\"'`#?%&*:|\\+,;=@~!$^]+")
"""A name that needs no escape in a link, and that every system can store."""
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself, whatever stands behind the dot."""
TAKEN = "、".join(sorted(formats.ATTACHMENTS))


def unfit(site: Site) -> Iterator[Problem]:
    """V49a to V49j: what cannot be published, with the way to do it; one message a file."""
    marks = {p.party_mark.image for p in site.of(Profile).values() if p.party_mark}
    allowed = {f"{ASSETS}/{image}" for image in marks}
    to_look_at: list[Listed] = []
    for item in attachments.files(site):
        is_other = item.suffix in formats.PICTURES - formats.DRAWINGS or item.path in allowed
        if found := None if is_other else _by_name(item):
            yield found
        elif attachments.is_attachment(item.path):
            to_look_at.append(item)
    yield from _by_content(site, to_look_at)


def _by_name(item: Listed) -> Problem | None:
    """What a file's name and place are enough to say."""
    if LEFT_BEHIND.fullmatch(item.name):
        return problem(item.path, 1, "V49i", file=item.name)
    if findings := personal.found(item.name):
        return problem(item.path, 1, "V48d", **words(findings))
    if item.path.startswith(f"docs/{urls.RECORDINGS}"):
        return None
    if item.suffix not in formats.ATTACHMENTS:
        use = formats.SAVE_AS.get(item.suffix, "")
        return problem(item.path, 1, "V49a", file=item.name, use=use, choices=TAKEN)
    if not item.path.startswith(f"{ASSETS}/"):
        return problem(item.path, 1, "V49b", file=item.name, folder=ASSETS)
    if not USABLE.fullmatch(item.name) or DEVICE.fullmatch(item.name):
        return problem(item.path, 1, "V49j", file=item.name)
    return None


def _by_content(site: Site, items: list[Listed]) -> Iterator[Problem]:
    """What is in each file, and whether a page that readers see offers it."""
    if not items:
        return
    from campaign.attachments import screening  # for those who have attachments

    looks = screening.looks(site.root, [item.path for item in items])
    links = list(attachments.links(site))
    for item in items:
        linked, found = [link for link in links if link.target == item.path], looks[item.path]
        if found.code:
            yield problem(item.path, 1, found.code, file=item.name, **found.values)
        elif not any(link.is_out for link in linked):
            yield problem(item.path, 1, "V49e", file=item.name)
        if found.findings:
            yield from _numbers(item, found.findings, linked)


def _numbers(item: Listed, findings: tuple[Finding, ...], linked: list[Link]) -> Iterator[Problem]:
    """V49h, unless a line that links to the file says why its numbers may be public."""
    told = {**words(findings[:3]), "count": str(len(findings))}
    for link in linked:
        lines = link.origin.body.split("\n")
        reason = waiver(lines, link.line - link.origin.body_line + 1)
        if reason is not None and len(reason) >= SHORTEST_REASON:
            told |= {"reason": reason}
            yield problem(link.origin.path, link.line, "V48c", **told)
            return
    yield problem(item.path, 1, "V49h", file=item.name, **told)
