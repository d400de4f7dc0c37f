"""'Report an error on this page' (纠错): a link that works without a script, prefilled.

It leads to the deployment's own page for that, else to a mail to the contact, else to the
repository's issue form.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from campaign.model.settings import Profile

FORM = "correction.yml"
"""The issue form of `.github/ISSUE_TEMPLATE/`; its field `page` takes the address."""
BODY = "页面：{title}\n网址：{url}\n\n哪里错了：\n\n应当是什么：\n\n依据：\n"


def link(profile: Profile, url: str, title: str) -> str:
    """Where a reader of the page at `url` reports an error; nothing when there is no way."""
    if not profile.takes_corrections:
        return ""
    if profile.jiucuo:
        filled = profile.jiucuo.replace("{url}", quote(url, safe=""))
        return filled.replace("{title}", quote(title, safe=""))
    if profile.mailbox:
        words = {"subject": f"纠错：{title}", "body": BODY.format(title=title, url=url)}
        return (
            f"mailto:{profile.mailbox}?{urlencode(words, quote_via=quote).replace('%0A', '%0D%0A')}"
        )
    if profile.repository:
        form = urlencode({"template": FORM, "title": f"纠错：{title}", "page": url})
        return f"{profile.repository.rstrip('/')}/issues/new?{form}"
    return ""
