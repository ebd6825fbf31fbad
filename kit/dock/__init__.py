"""The demonstration's dock: what stands beside the terminal, and how it is put there."""
