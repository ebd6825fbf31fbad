"""What comes into a bureau from its core system as CSV, and goes back to it: see docs/import.md."""
