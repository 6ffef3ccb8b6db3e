"""ClubHub: plans, asks and tells for an organisation that runs on volunteers."""
