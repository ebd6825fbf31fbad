"""Printers: how documents get on paper, and how it is known that they did."""
