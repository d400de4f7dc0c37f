"""The templates of the desk."""

from __future__ import annotations

from markupsafe import Markup

from campaign.render.edition import environment
from campaign.render.template import Context, Template


def render(template: Template[Context], values: Context) -> Markup:
    """A template's HTML: the environment escapes."""
    return Markup(environment().get_template(template.name).render(values))
