"""The club's own rules for rosters: numbers that hold for everybody, and ways between venues."""
