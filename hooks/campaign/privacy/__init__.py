"""What tells who somebody is: numbers of people, and how Chinese offices hide a name.

Pure functions over texts. Nothing here knows records, files or the site.
"""
