"""Word and Excel files that are brought to the desk."""
