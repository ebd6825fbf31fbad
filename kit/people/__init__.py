"""Invented people: who they are, their papers, and how a store is filled with them."""
