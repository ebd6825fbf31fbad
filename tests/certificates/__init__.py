"""Certificates below the screens: what they list, their numbers, what forms ask, papers that are followed."""
