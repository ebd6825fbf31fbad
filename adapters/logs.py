"""Logs for the staff: what happened and where, never with what. Messages of exceptions may hold personal data."""

import logging
import threading
import traceback


class Discreet(logging.Formatter):
    """Of an exception only the type and the places are written, not its message."""

    def formatException(self, ei) -> str:  # type: ignore[no-untyped-def]
        kind, _, trace = ei
        places = "".join(traceback.format_tb(trace)).rstrip()
        return "\n".join(filter(None, (f"{kind.__name__ if kind else 'nothing'} at", places)))


def start() -> None:
    """Log warnings and worse to the console, and who came in by the staff's door."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger("kiosk.staff").setLevel(logging.INFO)
    logging.getLogger("httpcore2").setLevel(logging.WARNING)
    threading.excepthook = lambda args: logging.getLogger("kiosk").error("a thread ended", exc_info=args.exc_value)
