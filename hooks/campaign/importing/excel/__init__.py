"""Records of any kind as tables that an office fills in, made from the model, and back.

`columns` says which sheets and columns a kind has; `shown` and `said` turn a value into a cell
and a cell into a value; `book` writes a workbook, `grid` and `tables` read one that somebody
sent; `gathering` makes records of its rows, `plan` says what would change and what is wrong,
cell by cell, and `marked` writes that into a copy.
"""
