"""A crowd of visitors: each has come for something, and none goes there straight."""
