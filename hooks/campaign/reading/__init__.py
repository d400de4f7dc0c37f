"""From files to records: strict YAML, front matter, Markdown's own marks, git's history."""
