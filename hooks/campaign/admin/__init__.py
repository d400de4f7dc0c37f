"""The pages at `admin/`: Sveltia CMS for those who have an account at the git host.

Opt-in by profile. Its configuration is made from the models, as the desk's forms are.
"""
