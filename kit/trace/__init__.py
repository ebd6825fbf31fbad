"""Traces: what was done at a terminal, step by step, in one file that a browser opens anywhere.

`with traced(ground, "test_pay.py::test_pays", file) as trace:` sees what is done meanwhile, and `trace.write(path)`
writes it down.
"""

from enum import StrEnum

from kit.trace.trace import Trace, Untraced, traced

__all__ = ["Keep", "Trace", "Untraced", "traced"]


class Keep(StrEnum):
    """Which traces are kept."""

    OFF = "off"
    ON = "on"
    RETAIN_ON_FAILURE = "retain-on-failure"

    def keeps(self, failed: bool) -> bool:
        """Whether that of a test is, which failed or not."""
        return self is Keep.ON or (failed and self is Keep.RETAIN_ON_FAILURE)
