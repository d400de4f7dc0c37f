"""The page of a community: all that the site knows of it."""

from __future__ import annotations

from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.references import naming
from campaign.every_page import subscribe
from campaign.kinds.community import Community, comparison, views
from campaign.kinds.community.views import CommunityCard
from campaign.kinds.entry_presenter import EntryItem, entry_item
from campaign.kinds.event.views import EventRow, events_near
from campaign.kinds.event.visits import VisitsView, visits
from campaign.kinds.experience import Experience
from campaign.kinds.experience.page import ExperienceCard, experience_card
from campaign.kinds.gallery import Gallery
from campaign.kinds.gallery.page import GalleryCard, gallery_card
from campaign.kinds.grant.views import GrantRow, grants_of
from campaign.kinds.honour.plaques import History
from campaign.kinds.indicator import standards
from campaign.kinds.indicator.standards import Answer, Verdict
from campaign.kinds.indicator.views import AnswerView, answer
from campaign.kinds.news.facts import current_of
from campaign.kinds.pairing.views import PairingSection, section
from campaign.kinds.participation.views import SeriesView, series
from campaign.kinds.project.views import ProjectSection, of_community
from campaign.kinds.route.views import passing
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.folding import Folded, folded
from campaign.render.names import CorrectionView, Link, Origin
from campaign.render.outputs import Page
from campaign.render.template import Template

SHELL = "communities/shell.md"
STANDARDS, SERVICES, FACILITIES, EVENTS, GALLERIES = 3, 5, 4, 2, 3
"""How many of each the page shows before a fold: with all, it was twenty screens of a phone."""


class CommunityPage(TypedDict):
    """All that a community's page tells."""

    community: Community
    card: CommunityCard
    intro: Markup
    merger: views.Merger | None
    contact: views.Contact | None
    facts: list[views.Fact]
    standards: Folded[AnswerView]
    standards_summary: str
    not_listed: views.NotListed
    facilities: Folded[views.FacilityView]
    services: Folded[views.ServiceView]
    honours: list[History]
    experiences: list[ExperienceCard]
    pairings: PairingSection | None
    participation: list[SeriesView]
    projects: ProjectSection | None
    galleries: Folded[GalleryCard]
    news: list[EntryItem]
    events: Folded[EventRow]
    route: list[views.StopView]
    routes: list[Link]
    visits: VisitsView | None
    grants: list[GrantRow]
    origin: Origin
    corrections: list[CorrectionView]
    alike: list[CommunityCard]
    compare: str
    before: Link | None
    after: Link | None


PAGE = Template("community/page.html.jinja", CommunityPage)


def page(
    edition: Edition, community: Community, before: Community | None, after: Community | None
) -> Page:
    root = urls.root_from(urls.url(community))
    card = views.community_card(edition, community)
    held = standards.known_standards(edition.facts, community.id)
    intro = edition.prose(community.intro, root)
    values = CommunityPage(
        community=community,
        card=card,
        intro=intro,
        merger=views.merger(edition, community),
        contact=views.contact(community),
        facts=views.facts(edition, community),
        standards=_standards(held),
        standards_summary=standards.summary([item.verdict for item in held]),
        not_listed=views.not_listed(community),
        facilities=folded(views.facilities(edition, community), FACILITIES),
        services=folded(views.services(edition, community), SERVICES),
        honours=views.honours(edition, community),
        experiences=[
            experience_card(edition, item)
            for item in naming(edition.facts, Experience, community, "communities")
        ],
        pairings=section(edition, community),
        participation=series(edition, community),
        projects=of_community(edition, community),
        galleries=folded(
            [
                gallery_card(edition, item)
                for item in naming(edition.facts, Gallery, community, "communities")
            ],
            GALLERIES,
        ),
        news=[entry_item(edition, n) for n in current_of(edition.facts, community)[:5]],
        events=folded(events_near(edition, community), EVENTS),
        route=views.route(community),
        routes=passing(edition, community),
        visits=visits(edition, community.id),
        grants=grants_of(edition, community),
        origin=names.origin(edition, community),
        corrections=names.corrections(edition, community, community.corrections),
        alike=views.alike(edition, community),
        compare=comparison.link(edition, community),
        before=names.record_link(edition, "community", before.id) if before else None,
        after=names.record_link(edition, "community", after.id) if after else None,
    )
    cover = card["cover"]
    return Page(
        path=urls.url(community),
        shell=SHELL,
        title=community.name,
        description=views.description(intro),
        body=edition.render(PAGE, root, values) + subscribe.line(edition, urls.url(community)),
        source=edition.site.origin(community).path,
        cover=cover["id"] if cover else "",
        modified=str(community.updated or ""),
    )


def _standards(held: list[Answer]) -> Folded[AnswerView]:
    """What is not met stands before the fold, however much it is."""
    lacking = sum(item.verdict is not Verdict.MET for item in held)
    shown = [answer(item) for item in standards.gaps_first(held)]
    return folded(shown, max(STANDARDS, lacking))
