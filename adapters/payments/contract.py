"""A payment network that a hall can have a contract with, as the program knows it before there is one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from adapters.settings.table import Merchant
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.runtime import Runtime

S = TypeVar("S", bound=Merchant)


@dataclass(frozen=True, slots=True)
class Contract(Generic[S]):
    """`settings` is the table, called as the network is, that a contract is written in; `client` makes its client.

    What the network can do the client says (`PaymentNetwork`). Making it reads key files: raises OSError where one is
    gone, ValueError or TypeError where one cannot be used.
    """

    network: Network
    settings: type[S]
    client: Callable[[S, Runtime], PaymentNetwork]
