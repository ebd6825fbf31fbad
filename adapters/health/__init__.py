"""How a terminal's devices are watched, and where that is told."""
