"""A bureau that is started for whoever plays: its database, its service, and terminals that are enrolled there."""
