"""What every page is made with: the site, its facts, the templates and the pictures."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypedDict, TypeVar, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from campaign import icons
from campaign.derive.facts import Facts
from campaign.keeping import Kept, made
from campaign.photos.published import Picture
from campaign.render import prose
from campaign.render.template import Context, Template
from campaign.site import Site
from campaign.text import cut

T = TypeVar("T")
PACKAGE = Path(__file__).parent.parent
TEMPLATES = (PACKAGE / "templates", PACKAGE / "kinds")
"""Where templates are; one of a kind is named with its folder: `contest/page.html.jinja`."""


def thousands(value: object) -> str:
    """A number with thin groups: `12,480`; whole decimals lose their point."""
    text = f"{value:f}" if hasattr(value, "as_tuple") else str(value)
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    return f"{int(whole):,}" + (f".{decimals}" if decimals else "")


@cache
def environment() -> Environment:
    """Templates with everything escaped and nothing undefined; one that changes is read anew.

    Kept to what nunjucks renders too: own filters in place of Python methods.
    """
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(cut=cut, thousands=thousands)
    env.globals.update(icon=icons.inline)
    return env


class SiteView(TypedDict):
    """The site, as every template may name it."""

    city: str
    name: str
    publisher: str


class Edition:
    """Renders templates for one build; facts that an edit left as they were come from `before`."""

    def __init__(
        self,
        site: Site,
        pictures: Mapping[str, Picture],
        before: Edition | None = None,
        kept: Kept | None = None,
    ) -> None:
        self.facts: Facts = Facts(site, before.facts if before else None)
        self.site = self.facts.site
        self.pictures = pictures
        self.kept = kept
        """Where templates that were rendered before have left their HTML, if anywhere."""
        self.env = environment()
        self._made: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What several pages show, made for the first; the key stands for all of it."""
        if key not in self._made:
            self._made[key] = make()
        return cast(T, self._made[key])

    @cached_property
    def _converter(self) -> Any:
        return prose.converter()

    def render(self, template: Template[Context], root: str, values: Context) -> Markup:
        """A template's HTML, for a page from which the site's root is `root`."""
        site = self._site_view

        def make() -> str:
            return self.env.get_template(template.name).render(values, root=root, site=site)

        html = made(self.kept, make, template.name, root, site, values)
        return Markup(html)  # the environment escapes

    @cached_property
    def _site_view(self) -> SiteView:
        settings = self.site.settings
        return SiteView(city=settings.city, name=settings.name, publisher=self.site.profile.sponsor)

    @cached_property
    def _marked(self) -> Mapping[str, Picture]:
        return {picture.mark: picture for picture in self.pictures.values()}

    def looks(self, mark: str, placeholder: bool) -> str:
        """CSS declarations for a photo; nothing when no photo has this mark."""
        picture = self._marked.get(mark)
        if picture is None:
            return ""
        if placeholder:
            return f"--ph:url({picture.placeholder})"
        focus = self.site.photos[picture.id].focus
        kept = f";--focus:{focus.x * 100:.0f}% {focus.y * 100:.0f}%" if focus else ""
        return f"--ar:{picture.width / picture.height:.4g};--dom:{picture.colour}{kept}"

    def prose(self, text: str | None, root: str) -> Markup:
        """A record's prose field as safe HTML."""
        return prose.render(self.site, text, root, self._converter, self.kept) if text else Markup()
