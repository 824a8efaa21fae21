"""Memory: the tables, and one verb for each change of state.

Every verb takes an open Connection first and all else by keyword, the clock as ``now``. The caller
opens the transaction, so that a change and its row in the log are one.
"""
