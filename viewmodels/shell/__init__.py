"""Around every screen: where the terminal is, Home, and out of service."""
