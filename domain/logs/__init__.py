"""What may stand in a log: events with their fields, a class for each, and nothing else; never who somebody is."""
