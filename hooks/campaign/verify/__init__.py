"""The last look at a built tree, before it takes the place of the site."""
