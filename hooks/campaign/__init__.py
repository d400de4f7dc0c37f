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
    from campaign.build.swap import NewTree
    from campaign.workers import Workers


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
    published: Path | None = None
    """The file in which the publication before this one names its commit."""


def make_site(root: Path, options: Options) -> int:
    """Build the site below `root` into `options.site_dir`; the exit status to end with.

    The site in place stays as it was unless everything went well; only photos whose
    consent was withdrawn are taken out of it in any case.
    """
    from campaign import clock, targets
    from campaign.admin.bundle import NotBundled
    from campaign.build import builder, last, origin, swap
    from campaign.verbs import console
    from campaign.workers import workers

    before = origin.commit_in(options.published)
    key = last.key(root, options.profile, clock.moment(options.today), before)
    try:
        with swap.new_tree(root, options.site_dir) as tree:
            if (kept := last.find(root, key)) and not options.strict:
                return _publish_again(kept, tree)
            with workers(options.jobs, console.progress) as hands:
                return _publish_anew(root, options, key, before, tree, hands)
    except targets.Refused as error:
        console.say(str(error), "bold red")
        return 1
    except swap.Busy:
        console.say("另一个构建正在进行，请稍后再试。Another build is under way.", "bold red")
        return 75
    except (builder.BuildFailed, NotBundled) as error:
        console.say(str(error))
        console.say(
            "构建中断，网站没有更新。The build stopped; the site was not changed.", "bold red"
        )
        return 1


def _publish_again(kept: Last, tree: NewTree) -> int:
    """Nothing has changed: the same bytes as the last time."""
    from campaign.verbs import console
    from campaign.verify import sizes

    console.report(kept.problems, None)
    kept.publish(tree.path)
    tree.put_in_place()
    console.sizes(sizes.counted(kept.sizes))
    console.say(f"内容没有变化，网站仍在 {tree.site_dir} 。Nothing has changed.", "green")
    return 0


def _publish_anew(
    root: Path, options: Options, key: str, before: str | None, tree: NewTree, workers: Workers
) -> int:
    """Read, check, lay out, make, verify and put the new tree in place."""
    from campaign.admin import bundle
    from campaign.build import last
    from campaign.build.content import Content
    from campaign.build.publish import publish
    from campaign.build.site_map import site_map
    from campaign.photos import withdrawal
    from campaign.verbs import console
    from campaign.verify import publication, sizes

    console.step("检查内容…… Checking …")
    content = Content.open(root, options.profile, options.today, workers=workers, before=before)
    found = [*content.problems, *bundle.lacking(content.site)]
    console.report(found, content.site)
    last.forget(root, content.withdrawn)
    if erased := withdrawal.erase(tree.site_dir, content.withdrawn):
        console.say(f"已从现有网站抹去撤回的照片：{'、'.join(erased)}。Withdrawn photos erased.")
    if content.site is None or content.is_stopped_by(found, options.strict):
        console.say("网站没有更新：请先改正上面的问题。The site was not changed.", "bold red")
        return 1
    console.step("排版和写出网页…… Laying out and writing …")
    site = site_map(content, workers)
    done = publish(site, tree.path, workers)
    console.step("核对链接…… Verifying …")
    rows = sizes.counted(done.sizes)
    faults = [*publication.faults(done), *sizes.budget(rows, content.site.profile)]
    if faults:
        console.report(faults, content.site)
    if content.is_stopped_by(faults, options.strict):
        return 1
    last.keep(root, key, tree.path, [*content.problems, *faults])
    tree.put_in_place()
    site.keep()
    site.sweep(page.card.key for page in done.finished if page.card)
    console.sizes(rows)
    console.say(f"网站已构建到 {tree.site_dir} 。Built.", "green")
    return 0
