"""The terminal itself: who stands behind its ports, its staff, when it was out of service."""
