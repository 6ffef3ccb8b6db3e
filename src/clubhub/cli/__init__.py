"""The command line: one small file per command group; calls services, prints tables or JSON."""
