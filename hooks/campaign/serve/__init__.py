"""The site while it is being written: pages made when a browser wants them, edits at once."""
