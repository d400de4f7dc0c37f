"""From files of offices to drafts: functions of bytes that write nothing.

`word` reads a document and says what its entry would be; the verb shows it, asks, and writes.
"""
