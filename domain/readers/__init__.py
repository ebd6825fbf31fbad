"""What is put before the terminal to be read instead of typed: identity cards, and codes on papers."""
