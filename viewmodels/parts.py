"""What every view model is given: the domain's ports and values, put together by main."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.offices import Offices
from domain.payment.cashier import Cashier
from domain.policy import Policy
from domain.ports import Clock, TaxSystem
from domain.visit import Visit
from viewmodels.worker import Worker

Finish = Callable[[str, Visit], None]
"""How a step ends: its outcome, and what the visitor has given by then."""


@dataclass(frozen=True, slots=True)
class Parts:
    """`clock` is local time of the hall, `city` where it stands; an open order is asked about every `poll_ms`."""

    tax: TaxSystem
    cashier: Cashier
    policy: Policy
    offices: Offices
    clock: Clock
    worker: Worker
    city: str
    demo: bool = False
    poll_ms: int = 2000
