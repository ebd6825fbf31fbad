"""What the command line can do, a file each: `arguments(parser)` says what it takes, `do(args, house)` does it.

Importing one costs nothing: what it works with is loaded when it is done.
"""
