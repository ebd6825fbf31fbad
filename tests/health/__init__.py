"""How a terminal is: devices, what can be done with them, and where that is told."""
