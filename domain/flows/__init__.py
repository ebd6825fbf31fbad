"""The guide's flows as tables, and the one function that moves through them."""
