"""Refund applications as they lie before staff: where each stands, since when, and what its network last said."""

from dataclasses import dataclass
from datetime import datetime

from domain.refunds.application import Application, Route
from domain.refunds.events import Step
from domain.refunds.states import TO_BE_SENT, RefundState
from domain.repayments.repayment import Repayment
from domain.repayments.states import LEFT, RepaymentState


@dataclass(frozen=True, slots=True)
class RefundCase:
    """`since` is when its money began to be owed, or when it came to where it stands; `repayment` the newest try to
    send it back through its network, None where there was none; `stuck` says that this one is on its way for too long.
    `steps` is the application's log.
    """

    application: Application
    since: datetime
    repayment: Repayment | None = None
    stuck: bool = False
    steps: tuple[Step, ...] = ()

    @property
    def owed(self) -> bool:
        """Whether it was decided that the money goes back, and it has not gone."""
        return self.application.state in TO_BE_SENT

    @property
    def by_network(self) -> bool:
        """Whether it is being sent back through its network."""
        return self.owed and self.application.route is Route.NETWORK

    @property
    def came_back(self) -> bool:
        """Whether its network did not send it, so that staff decide again."""
        tried = self.repayment is not None and self.repayment.state in LEFT
        return tried and self.application.state is RefundState.TAKEN

    @property
    def standing(self) -> RefundState | RepaymentState:
        """Where it stands: while it is sent through its network by the network's word."""
        if self.by_network and self.repayment is not None and self.repayment.state not in LEFT:
            return self.repayment.state
        return self.application.state
