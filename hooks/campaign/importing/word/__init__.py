"""A document of Word (ISO/IEC 29500) as a draft of an entry.

`package` has its parts, `numerals`, `numbering` and `styles` what stands behind a paragraph,
`reading` the blocks of its final text (`model`), `outline` the headings among them, `recognising`
what the layout says of the document, `markdown` the text, `sections` the parts of an experience.
"""
