"""Sveltia's configuration for a site: where the repository is, and every form."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from campaign.admin.collections import VOCABULARY, collections
from campaign.admin.fields import Field
from campaign.model.admin import Admin, GitHost
from campaign.site import Site

GITHUB = "https://api.github.com"
BRANCH = "main"
QUALITY, WIDTH = 82, 2560
"""Of photos: what the intake of photos keeps, too. Whatever else was in the file is gone."""
LARGEST = 40_000_000
"""Bytes of a photo that is taken, before it is made smaller."""
MEDIA = "docs/assets"
MESSAGES = {
    "create": "{{collection}}：新增 {{slug}}",
    "update": "{{collection}}：修改 {{slug}}",
    "delete": "{{collection}}：删除 {{slug}}",
    "uploadMedia": "上传 {{path}}",
    "deleteMedia": "删除 {{path}}",
}


def config(site: Site, admin: Admin) -> Field:
    """The configuration; lists keep the order of the models."""
    profile, settings = site.profile, site.settings
    path = urlsplit(profile.base_url).path
    words = sorted((record.id, record.heading) for record in site.kind(VOCABULARY).values())
    return {
        "load_config_file": False,
        "app_title": f"{settings.short_name}在线编辑",
        "site_url": profile.base_url,
        "display_url": profile.base_url,
        "logo": {"src": f"{path}assets/favicon.svg"},
        "show_preview_links": False,
        "backend": backend(admin),
        "publish_mode": "editorial_workflow" if has_reviews(admin) else "simple",
        "media_folder": MEDIA,
        "public_folder": f"{path}assets",
        "media_libraries": {
            "default": {
                "config": {
                    "max_file_size": LARGEST,
                    "slugify_filename": True,
                    "transformations": {
                        "raster_image": {
                            "format": "webp",
                            "quality": QUALITY,
                            "width": WIDTH,
                            "height": WIDTH,
                        }
                    },
                }
            },
            "stock_assets": {"providers": []},
        },
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": True},
        "output": {"omit_empty_optional_fields": True},
        **issue_reports(profile.repository),
        "collections": collections(words),
    }


def issue_reports(repository: str | None) -> Field:
    """Where people tell of what does not work: not at Sveltia's own address."""
    return {"issue_reports": {"url": f"{repository}/issues"}} if repository else {}


def has_reviews(admin: Admin) -> bool:
    """Whether a change waits as a pull request: Sveltia has that for GitHub alone."""
    return admin.backend is GitHost.GITHUB


def api(admin: Admin) -> str:
    """Where the git host answers programs."""
    return (admin.api or GITHUB).rstrip("/")


def backend(admin: Admin) -> Field:
    """Where the repository is. People sign in with a token: no other server takes part."""
    found: Field = {
        "name": admin.backend.value,
        "repo": admin.repository,
        "branch": admin.branch or BRANCH,
        "auth_methods": ["token"],
        "commit_messages": MESSAGES,
    }
    if admin.api:
        found["api_root"] = api(admin)
    return found


def written(site: Site, admin: Admin) -> bytes:
    """The configuration as it is published."""
    return (json.dumps(config(site, admin), ensure_ascii=False, indent=1) + "\n").encode()
