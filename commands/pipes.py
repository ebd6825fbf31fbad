"""The end of a command whose reader has seen enough: `./kiosk flows | head`."""

import os
import select
import signal
import sys
from collections.abc import Callable

ENOUGH = 128 + signal.SIGPIPE
"""What a shell says of a program that such a reader has ended."""


def until_nobody_reads(command: Callable[[], int]) -> int:
    """The command's exit code, or `ENOUGH` if nobody reads any more what it says."""
    try:
        code = command()
        sys.stdout.flush()
    except BrokenPipeError:
        if not _nobody_reads():
            raise
        # Python writes out what is left when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ENOUGH
    return code


def _nobody_reads() -> bool:
    pipe = select.poll()
    pipe.register(sys.stdout.fileno(), 0)
    return any(event & select.POLLERR for _, event in pipe.poll(0))
