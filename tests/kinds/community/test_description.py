"""What a link to a community's page is previewed with."""

from __future__ import annotations

from pathlib import Path

from campaign.kinds.community import Community
from campaign.kinds.community.profile import page
from editions import edition
from projects import BASE, INTRO

ALPHA = "showcases/communities/alpha.yml"


def test_a_description_has_the_words_of_links_and_figures_and_no_marks(tmp_path: Path) -> None:
    intro = f"社区[](community:alpha)建于[2001年](community:alpha#est)，**东**。{INTRO}"
    changed = edition(tmp_path, {ALPHA: BASE[ALPHA].replace(INTRO, intro)})
    found = page(changed, changed.site.of(Community)["alpha"], None, None)
    assert found.description.startswith("社区甲社区建于2001年，东。")
