"""Paths, clock, resources, texts, logging: what every room may use."""
