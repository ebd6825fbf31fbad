"""Readers of identity cards and of codes, each on a serial line."""
