"""From files of offices to what people write: functions of bytes that write nothing.

`word` reads a document and says what its entry would be; `excel` makes tables of records, and
says what a filled-in one would change. The verbs show it, ask, and write.
"""
