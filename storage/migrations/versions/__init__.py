"""One file for each version of the tables. A version is never taken back: put back a copy of the store instead."""
