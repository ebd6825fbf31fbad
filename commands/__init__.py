"""What the command line can do, a file each: `arguments(parser)` says what it takes, `do(args, house)` does it.

Importing one costs nothing: what it works with is loaded when it is done.
"""

COMMANDS = {
    "run": "open the terminal",
    "enrol": "get the terminal a certificate of its bureau",
    "bureau": "serve terminals, and what the bureau does at the console",
    "walkthrough": "play flows",
    "names": "list what testers call things",
    "record": "write what is touched as a test",
    "flows": "list flows",
    "guide": "draw the illustrated guide",
    "teach": "teach flows at the terminal",
    "lives": "draw lives",
    "verify": "check a certificate",
    "init": "make a store",
    "backup": "copy the store",
    "restore": "put a copy of the store in its place",
    "doctor": "say how the devices are",
    "check": "look for damage in the store",
    "check-config": "check settings",
    "settings": "list all that there is to be set",
    "reconcile": "hold a day's bills against the books",
    "day-end": "write the report of a day",
    "ask": "ask a network about one order",
    "stuck": "tell where visitors get stuck",
    "panel": "measure the screens on the hall's panel",
    "pin": "make a PIN's hash",
    "locked": "look for other ways into the machine",
    "queue": "make a printer's queue",
    "update": "go over to another release",
    "simulate": "play days of troubles",
    "bench": "time it",
}
"""What each does. It stands in a file of its own name under `commands/`, which is loaded only when it is asked for."""
