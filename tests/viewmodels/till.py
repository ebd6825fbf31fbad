"""Somebody who pays by code, with a network that goes by a script."""

from collections.abc import Callable
from threading import Barrier

from domain.flows.steps import PayByQr
from domain.flows.visit import Paying
from domain.payment.network import Presented
from domain.people.insurance import Scheme
from domain.ports import MayPass
from tests.payment.hall import Hall, bill_of
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.visits import known, pays, step_of
from viewmodels.making import paying
from viewmodels.parts import Parts
from viewmodels.steps.pay_by_qr import PayByQrViewModel
from viewmodels.words.phases import Phase
from viewmodels.worker import Worker

Until = Callable[[Callable[[], bool]], None]
THREADS = 3
"""Of a worker."""
CODE = ("create", Presented("a code"))


class Gone(MayPass):
    """The store does not answer."""


def raises() -> object:
    """In the place of an answer."""
    raise Gone("locked")


def settled(worker: Worker, until: Until) -> None:
    """Returns once every thread has nothing left to do, and all answers have come."""
    met, back = Barrier(THREADS), list[int]()
    for _ in range(THREADS):
        worker.run(worker, met.wait, back.append)
    until(lambda: len(back) == THREADS)


class Desk:
    """Zhang, who is about to pay at a desk of a channel, and a network that goes by a script."""

    def __init__(self, hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until) -> None:
        self.hall, self.network, self.parts, self.ended, self.until = hall, network, parts, ended, until
        self.zhang = known(hall, "张建国")

    def sits_down(self, *script: tuple[str, object], at: str = "wechat.pay") -> PayByQrViewModel:
        """A code is asked for."""
        self.network.will(*script)
        visit = pays("wechat", self.zhang, Paying(Scheme.FLEXIBLE, bills=(bill_of(self.zhang.id),)))
        return paying.pay_by_qr(step_of(at, PayByQr), visit, self.parts, self.ended)

    def comes_to(self, phase: Phase, *script: tuple[str, object], **where: str) -> PayByQrViewModel:
        pay = self.sits_down(*script, **where)
        self.until(lambda: pay.state.phase is phase)
        return pay

    def asks(self, answer: object, phase: Phase) -> PayByQrViewModel:
        """A code is shown, and the network is asked about it once."""
        pay = self.comes_to(Phase.WAITING, CODE)
        self.network.will(("query", answer))
        pay.check()
        self.until(lambda: pay.state.phase is phase)
        return pay

    def settles(self) -> None:
        settled(self.parts.worker, self.until)
