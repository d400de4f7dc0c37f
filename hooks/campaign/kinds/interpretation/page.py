"""Interpretations: articles that explain a policy."""

from __future__ import annotations

from markupsafe import Markup

from campaign.exchange import nodes
from campaign.exchange.nodes import Node
from campaign.kinds.entry_presenter import Article, EntryPresenter
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.policy import Policy
from campaign.kinds.policy.page import PolicyItem, policy_item
from campaign.render.edition import Edition
from campaign.render.template import Template


class InterpretationPage(Article):
    """An interpretation with the policy that it explains."""

    policy: PolicyItem | None


PAGE = Template("interpretation/page.html.jinja", InterpretationPage)


class InterpretationPresenter(EntryPresenter[Interpretation]):
    """How interpretations appear."""

    def article(
        self, edition: Edition, entry: Interpretation, root: str, article: Article
    ) -> Markup:
        policy = edition.site.of(Policy).get(entry.interprets)
        explained = policy_item(edition, policy) if policy else None
        return edition.render(PAGE, root, InterpretationPage(**article, policy=explained))

    def about(self, edition: Edition, entry: Interpretation) -> list[Node]:
        return [nodes.about(edition, "policy", entry.interprets)]


PRESENTER = InterpretationPresenter
