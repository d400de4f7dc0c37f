"""The site's photos: which pictures are published of them, and how they come and go.

`published` makes and finds the derivatives, `cards` the pictures for shared links;
`intake` takes photos into a gallery, and `withdrawal` takes them out of everything.
"""
