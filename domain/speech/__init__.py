"""What is said aloud: how written words are read, by which voice, and what only an earphone may hear."""
