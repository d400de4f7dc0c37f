"""From records and entries to a published showcase of a city's campaign.

The story is `make_site` below: load -> check -> lay out -> pour -> verify -> swap.

People write records (YAML in `showcases/`) and entries (Markdown in `docs/`).
`records` reads them into a `Site`; `checks` says what is wrong with it; `derive`
computes every figure and state from it; `pages` turns it into values (`outputs`).
The site builder lays out prose and one shell a kind of record; `building` pours the
records into the shells; `verify` and `swap` put the result in place in one step.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """What one build is asked for."""

    site_dir: Path
    profile: str | None = None
    today: date | None = None
    strict: bool = False
    """Whether warnings stop the build, too."""


def make_site(root: Path, options: Options) -> int:
    """Build the site below `root` into `options.site_dir`; the exit status to end with.

    The site in place stays as it was unless everything went well; only photos whose
    consent was withdrawn are taken out of it in any case.
    """
    from campaign.build import publish, swap
    from campaign.build.building import Build
    from campaign.photos import withdrawal
    from campaign.verbs import console
    from campaign.verify import audit, exchange, sizes, soundness

    console.step("检查内容…… Checking …")
    found = Build.open(root, options.profile, options.today)
    console.report(found.problems, found.site)
    if erased := withdrawal.erase(options.site_dir, found.withdrawn):
        console.say(f"已从现有网站抹去撤回的照片：{'、'.join(erased)}。Withdrawn photos erased.")
    if found.is_stopped_by(found.problems, options.strict):
        console.say("网站没有更新：请先改正上面的问题。The site was not changed.", "bold red")
        return 1
    try:
        with swap.new_tree(options.site_dir) as tree:
            console.step("排版和写出网页…… Laying out and writing …")
            publish.run_builder(root, tree, options.profile, options.today)
            console.step("核对链接…… Verifying …")
            rows = sizes.measured(tree)
            faults = [*soundness.faults(tree, found.site_path), *found.budget(rows)]
            if found.site is not None:
                faults += audit.faults(tree, found.site, found.secrets)
                faults += exchange.faults(tree, found.site.profile.base_url)
            if faults:
                console.report(faults, found.site)
            if found.is_stopped_by(faults, options.strict):
                return 1
            swap.swap(tree, options.site_dir)
    except swap.Busy:
        console.say("另一个构建正在进行，请稍后再试。Another build is under way.", "bold red")
        return 75
    except publish.BuildFailed:
        console.say(
            "构建中断，网站没有更新。The build stopped; the site was not changed.", "bold red"
        )
        return 1
    console.sizes(rows)
    console.say(f"网站已构建到 {options.site_dir} 。Built.", "green")
    return 0
