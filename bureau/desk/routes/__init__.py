"""The pages, a file for each entry at the left."""
