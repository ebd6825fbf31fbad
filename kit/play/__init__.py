"""Hands and eyes at a real window: a terminal to play with, the probe that touches it, the walkthrough."""
