"""How a terminal is: its devices, by the same words wherever that is told, and what can be done with them."""
