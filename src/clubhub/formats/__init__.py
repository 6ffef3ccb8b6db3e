"""Files and texts in and out: bytes and text on one side, domain values on the other."""
