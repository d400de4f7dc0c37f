"""From records and entries to a published showcase of a city's campaign.

The story is `make_site` below: load -> check -> lay out -> make -> verify -> swap.

People write records (YAML in `showcases/`) and entries (Markdown in `docs/`). `reading`
turns them into a `Site`; `checks` says what is wrong with it; `derive` computes every figure
and state from it. The site builder lays out frames without any content; `build` offers a
map from each address to the function that makes its page, and publishes it; `verify` looks
a last time, and the new tree takes the place of the old one in one step.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from campaign.build.last import Last
    from campaign.images.pool import Workers


@dataclass(frozen=True)
class Options:
    """What one build is asked for."""

    site_dir: Path
    profile: str | None = None
    today: date | None = None
    strict: bool = False
    """Whether warnings stop the build, too."""
    jobs: int | None = None
    """Processes for heavy work; one for each processor when nobody says."""


def make_site(root: Path, options: Options) -> int:
    """Build the site below `root` into `options.site_dir`; the exit status to end with.

    The site in place stays as it was unless everything went well; only photos whose
    consent was withdrawn are taken out of it in any case.
    """
    from campaign import clock
    from campaign.build import builder, last, swap
    from campaign.images.pool import workers
    from campaign.verbs import console

    key = last.key(root, options.profile, clock.moment(options.today))
    try:
        with swap.new_tree(options.site_dir) as tree:
            if (kept := last.find(root, key)) and not options.strict:
                return _publish_again(kept, tree, options.site_dir)
            with workers(options.jobs, console.progress) as hands:
                return _publish_anew(root, options, key, tree, hands)
    except swap.Busy:
        console.say("另一个构建正在进行，请稍后再试。Another build is under way.", "bold red")
        return 75
    except builder.BuildFailed:
        console.say(
            "构建中断，网站没有更新。The build stopped; the site was not changed.", "bold red"
        )
        return 1


def _publish_again(kept: Last, tree: Path, site_dir: Path) -> int:
    """Nothing has changed: the same bytes as the last time."""
    from campaign.build import swap
    from campaign.verbs import console
    from campaign.verify import sizes

    console.report(kept.problems, None)
    kept.publish(tree)
    swap.swap(tree, site_dir)
    console.sizes(sizes.counted(kept.sizes))
    console.say(f"内容没有变化，网站仍在 {site_dir} 。Nothing has changed.", "green")
    return 0


def _publish_anew(root: Path, options: Options, key: str, tree: Path, workers: Workers) -> int:
    """Read, check, lay out, make, verify and put the new tree in place."""
    from campaign.build import last, swap
    from campaign.build.content import Content
    from campaign.build.publish import publish
    from campaign.build.site_map import site_map
    from campaign.keeping import LAST
    from campaign.photos import withdrawal
    from campaign.verbs import console
    from campaign.verify import publication, sizes

    console.step("检查内容…… Checking …")
    content = Content.open(root, options.profile, options.today, workers=workers)
    console.report(content.problems, content.site)
    withdrawal.erase(root / LAST / last.TREE, content.withdrawn)
    if erased := withdrawal.erase(options.site_dir, content.withdrawn):
        console.say(f"已从现有网站抹去撤回的照片：{'、'.join(erased)}。Withdrawn photos erased.")
    if content.site is None or content.is_stopped_by(content.problems, options.strict):
        console.say("网站没有更新：请先改正上面的问题。The site was not changed.", "bold red")
        return 1
    console.step("排版和写出网页…… Laying out and writing …")
    site = site_map(content, workers)
    done = publish(site, tree, console.say, workers)
    console.step("核对链接…… Verifying …")
    rows = sizes.counted(done.sizes)
    faults = [*publication.faults(done), *sizes.budget(rows, content.site.profile)]
    if faults:
        console.report(faults, content.site)
    if content.is_stopped_by(faults, options.strict):
        return 1
    last.keep(root, key, tree, [*content.problems, *faults])
    swap.swap(tree, options.site_dir)
    site.keep()
    site.sweep(page.card.key for page in done.finished if page.card)
    console.sizes(rows)
    console.say(f"网站已构建到 {options.site_dir} 。Built.", "green")
    return 0
