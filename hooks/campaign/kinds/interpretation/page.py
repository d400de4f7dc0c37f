"""Interpretations: articles that explain a policy."""

from __future__ import annotations

from campaign.exchange import nodes
from campaign.exchange.nodes import Node
from campaign.kinds.entry_presenter import EntryPresenter
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.policy import Policy
from campaign.kinds.policy.page import policy_item
from campaign.render.edition import Edition
from campaign.render.names import View


class InterpretationPresenter(EntryPresenter[Interpretation]):
    """How interpretations appear."""

    template = "interpretation/page.html.jinja"

    def surroundings(self, edition: Edition, entry: Interpretation) -> View:
        policy = edition.site.of(Policy).get(entry.interprets)
        return {"policy": policy_item(edition, policy) if policy else None}

    def about(self, edition: Edition, entry: Interpretation) -> list[Node]:
        return [nodes.about(edition, "policy", entry.interprets)]


PRESENTER = InterpretationPresenter
