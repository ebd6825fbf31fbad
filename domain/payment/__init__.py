"""Orders, the networks that carry them, and the cashier who follows them to the end."""
