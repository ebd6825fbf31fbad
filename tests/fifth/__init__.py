"""A fifth channel and a fourth network, by files of their own: what has to be written for one of each."""
