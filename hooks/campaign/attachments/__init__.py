"""Files of offices as bytes: what they tell beside their content, and their text.

Nothing here knows entries or the site. `office` reads what Word, Excel, PowerPoint, WPS and
OFD write, `pdf` the other; `screening` says whether a file may be published, `untrusted` whether
one that somebody sent may be opened at all.
"""
