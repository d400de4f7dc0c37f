"""What was copied out of Word, WPS, Excel, WeChat or a web page, as HTML of the clipboard.

`reading` makes the blocks of a document of it (`importing/word/model.py`), by what `elements` says
of its tags and `css` of its styles; `paragraphs` and `spans` put paragraphs and tables together.
`writing` makes the Markdown of a place in a text. Nothing of the HTML itself is ever written.
"""
