"""What templates are filled with: the edition, names, pictures, prose, charts, sheets, codes."""
