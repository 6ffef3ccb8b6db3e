"""Made-up roster problems in the format clubhub-roster-instance/1, by family, size and seed."""
