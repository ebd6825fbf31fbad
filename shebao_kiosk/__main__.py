"""`python -m shebao_kiosk run`, `… names` and so on where it is installed; for a hall `./kiosk` does more."""

import os
import sys

from shebao_kiosk import enter


def command() -> int:
    """The command line's exit code."""
    main = enter()
    from commands import environment, pipes

    environment.clean(os.environ)
    return pipes.until_nobody_reads(main.main)


if __name__ == "__main__":
    sys.exit(command())
