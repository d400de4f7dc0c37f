"""Facts computed from a `Site`: pure functions, nothing typed twice."""
