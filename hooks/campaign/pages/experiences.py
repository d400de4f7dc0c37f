"""Experience pages."""

from __future__ import annotations

from collections.abc import Iterator

from campaign import urls
from campaign.model import Experience
from campaign.outputs import Page
from campaign.pages import names, pictures, views
from campaign.pages.desk import Desk

SHELL = "experiences/shell.md"


def pages(desk: Desk) -> Iterator[Page]:
    ordered = desk.facts.experiences
    for index, experience in enumerate(ordered):
        before = ordered[index - 1] if index else None
        after = ordered[index + 1] if index + 1 < len(ordered) else None
        yield page(desk, experience, before, after)


def page(
    desk: Desk, experience: Experience, before: Experience | None, after: Experience | None
) -> Page:
    root = urls.root_from(urls.url(experience))
    card = views.experience_card(desk, experience)
    period = experience.period
    body = desk.render(
        "experience.html.jinja",
        root,
        card=card,
        period=f"{period.start} 至 {period.end}" if period.end else f"{period.start} 起",
        author_unit=experience.author_unit,
        challenge=desk.prose(experience.challenge, root),
        practice=[
            {"heading": step.heading, "body": desk.prose(step.text, root)}
            for step in experience.practice
        ],
        results=[views.result(desk, item, experience.communities) for item in experience.results],
        transfer=experience.transfer,
        recognition=[
            {"level": r.level.label, "by": r.by, "date": str(r.date), "doc": r.doc or ""}
            for r in experience.recognition
        ],
        quotes=[{"text": q.text, "role": q.role} for q in experience.quotes],
        photos=pictures.photos(desk, experience.photos),
        origin=names.origin(desk, experience),
        before=names.record_link(desk, "experience", before.id) if before else None,
        after=names.record_link(desk, "experience", after.id) if after else None,
    )
    cover = card["cover"]
    return Page(
        path=urls.url(experience),
        shell=SHELL,
        title=experience.title,
        description=experience.summary,
        body=body,
        source=desk.site.origin(experience).path,
        cover=cover["id"] if cover else "",
        modified=str(experience.updated or ""),
    )
