"""Each version of a bureau's tables is made from the one before it."""
