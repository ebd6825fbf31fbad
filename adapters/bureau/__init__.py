"""The line to the bureau: what is said on it, and who says it at the terminal's end."""
