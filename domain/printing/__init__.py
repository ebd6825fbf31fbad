"""Printers as the terminal sees them, and printing as something that is followed to its end."""
