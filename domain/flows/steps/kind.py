"""What every kind of step has in common."""

from typing import ClassVar

ALONE_S = 120
"""How long a screen may be left alone before the visit ends at Home."""
RESULT_ALONE_S = 60


class Kind:
    """`back` says whether there is a way back, `alone_s` how many seconds it may be left alone.

    `loses`: whether something is lost if the visit ends here, so that the visitor is asked before.
    """

    __slots__ = ()
    back: ClassVar[bool] = True
    loses: ClassVar[bool] = True
    alone_s: ClassVar[int] = ALONE_S
