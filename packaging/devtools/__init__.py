"""The parts of packaging/dev.py, one subject each."""
