"""For testers who read no code of ours: what a pytest test asks the terminal, in plain words (docs/testing.md)."""
