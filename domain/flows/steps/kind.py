"""What every kind of step has in common."""

from typing import ClassVar

from domain.terminal.patience import Stay


class Kind:
    """`back` says whether there is a way back, `stay` why one may stay here without a touch, which says how long.

    `loses`: whether something is lost if the visit ends here, so that the visitor is asked before.
    """

    __slots__ = ()
    back: ClassVar[bool] = True
    loses: ClassVar[bool] = True
    stay: ClassVar[Stay] = Stay.THINKING
