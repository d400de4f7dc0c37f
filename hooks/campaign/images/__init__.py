"""Pictures as bytes and pixels. Nothing here knows records, galleries or the site.

`decoding` opens a file safely; `metadata` says what it carries beside its pixels and
`screening` whether it may lie in a public repository. `master` makes the one clean file
of a photo that is kept, `derivatives` the smaller ones that are published, and `store`
keeps whatever was made, by the hash of what it was made from.
"""
