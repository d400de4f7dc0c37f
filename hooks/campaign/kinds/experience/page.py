"""Experience pages."""

from __future__ import annotations

from collections.abc import Iterator

from campaign import urls
from campaign.kinds.experience import Experience
from campaign.render import names, pictures, views
from campaign.render.edition import Edition
from campaign.render.outputs import Page

SHELL = "experiences/shell.md"


def pages(edition: Edition) -> Iterator[Page]:
    ordered = edition.facts.experiences
    for index, experience in enumerate(ordered):
        before = ordered[index - 1] if index else None
        after = ordered[index + 1] if index + 1 < len(ordered) else None
        yield page(edition, experience, before, after)


def page(
    edition: Edition, experience: Experience, before: Experience | None, after: Experience | None
) -> Page:
    root = urls.root_from(urls.url(experience))
    card = views.experience_card(edition, experience)
    period = experience.period
    body = edition.render(
        "experience.html.jinja",
        root,
        card=card,
        period=f"{period.start} 至 {period.end}" if period.end else f"{period.start} 起",
        author_unit=experience.author_unit,
        challenge=edition.prose(experience.challenge, root),
        practice=[
            {"heading": step.heading, "body": edition.prose(step.text, root)}
            for step in experience.practice
        ],
        results=[
            views.result(edition, item, experience.communities) for item in experience.results
        ],
        transfer=experience.transfer,
        recognition=[
            {"level": r.level.label, "by": r.by, "date": str(r.date), "doc": r.doc or ""}
            for r in experience.recognition
        ],
        quotes=[{"text": q.text, "role": q.role} for q in experience.quotes],
        photos=pictures.photos(edition, experience.photos),
        origin=names.origin(edition, experience),
        before=names.record_link(edition, "experience", before.id) if before else None,
        after=names.record_link(edition, "experience", after.id) if after else None,
    )
    cover = card["cover"]
    return Page(
        path=urls.url(experience),
        shell=SHELL,
        title=experience.title,
        description=experience.summary,
        body=body,
        source=edition.site.origin(experience).path,
        cover=cover["id"] if cover else "",
        modified=str(experience.updated or ""),
    )
