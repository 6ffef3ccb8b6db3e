"""Roles: the list of them, and one to change."""
