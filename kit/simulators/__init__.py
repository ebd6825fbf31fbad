"""Stand-ins for the world outside. Their wires are written apart from the clients that they are there to test."""
