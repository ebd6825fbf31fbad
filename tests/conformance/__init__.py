"""What standards want of a self-service terminal, each line with the tests that show it."""
