"""The Hours page: what each household owes in a season, has done, and is going to do."""
