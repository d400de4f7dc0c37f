"""From one desk to the next and to the site: handed in, carried, reviewed, published."""
