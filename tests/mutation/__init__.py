"""Mutation testing: small faults are put into a room, one at a time; what no test notices is shown."""
