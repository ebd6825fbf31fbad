"""The terminal as those test it who read none of its code: in a folder of their own, by a pytest of their own."""
