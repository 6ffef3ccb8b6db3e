"""Use cases: one method, one transaction. Takes and returns domain values."""
