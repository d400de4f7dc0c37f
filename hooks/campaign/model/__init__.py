"""What all records have in common, and what is no kind: frozen, typed, without input or output."""
