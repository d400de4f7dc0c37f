"""Where the standards of all communities stand as files."""

from __future__ import annotations

MATRIX_FOLDER = "tasks"
MATRIX_CSV = "tasks/matrix.csv"
MATRIX_WORKBOOK = "tasks/matrix.xlsx"
