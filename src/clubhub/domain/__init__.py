"""The club's words and rules: frozen dataclasses and pure functions."""
