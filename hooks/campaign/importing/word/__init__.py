"""A document of Word (ISO/IEC 29500) as a draft of an entry.

`package` has its parts, `numerals`, `numbering` and `styles` what stands behind a paragraph,
`reading` the blocks of its final text (`model`), `pasted` those of a plain text; `outline` finds
the headings among them, `recognising` what the layout says of the document, `naming` an id for it.
`markdown` writes the text, `sections` the parts of an experience.
"""
