"""Only the newest question counts: an answer that comes late is about what was before, and changes nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from threading import Event
from typing import TypeVar

import pytest

from domain.certificates.certificate import Certificate, CertificateKind
from domain.certificates.paper import Media, Typesetter, TypesettingFailed
from domain.flows.catalogue import SCREENS
from domain.flows.steps import Document, PayByQr
from domain.flows.visit import Paying
from domain.payment.network import Closed, Presented, Waiting
from domain.people.insurance import Scheme
from domain.ports import MayPass
from tests.payment.hall import ZHANG, Hall, bill_of
from tests.payment.script import ScriptedNetwork
from tests.viewmodels.conftest import Ended
from tests.viewmodels.till import settled
from tests.viewmodels.visits import looks_at, pays
from viewmodels.making import lists, paying
from viewmodels.parts import Parts
from viewmodels.worker import Worker

Until = Callable[[Callable[[], bool]], None]
T = TypeVar("T")


@dataclass
class Held:
    """An answer that comes when it is let go. It may be an error."""

    going: Event = field(default_factory=Event)

    def answer(self, with_: T | Exception) -> T:
        self.going.wait()
        if isinstance(with_, Exception):
            raise with_
        return with_

    def let_go(self, worker: Worker, until: Until) -> None:
        """Returns once it has come."""
        self.going.set()
        settled(worker, until)


@pytest.fixture
def held() -> Iterator[Held]:
    held = Held()
    yield held
    held.going.set()  # A test that has failed leaves nobody waiting for ever.


class Broken(MayPass):
    """The store does not answer."""


@pytest.mark.parametrize("late", [Waiting(), Broken("store")], ids=["an answer", "an error"])
def test_what_is_said_of_a_code_that_was_replaced_is_not_said_of_the_new_one(
    hall: Hall, network: ScriptedNetwork, parts: Parts, ended: Ended, until: Until, held: Held, late: object
) -> None:
    zhang = hall.store.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert zhang is not None
    step = SCREENS["wechat.pay"].step
    assert isinstance(step, PayByQr)
    visit = pays("wechat", zhang, Paying(Scheme.FLEXIBLE, bills=(bill_of(zhang.id),)))
    asking = Event()

    def is_asked() -> object:
        asking.set()
        return held.answer(late)

    network.will(("create", Presented("the first")), ("query", is_asked))
    code = paying.pay_by_qr(step, visit, parts, ended)
    until(lambda: code.property("code") == "the first")
    code.check()
    until(asking.is_set)
    network.will(("query", Waiting()), ("close", Closed()), ("create", Presented("the second")))
    hall.later(minutes=5)
    code.watch.tick()
    until(lambda: code.property("phase") == "expired")
    code.primary()
    until(lambda: code.property("code") == "the second")
    before = [code.property(name) for name in ("code", "phase", "says", "clock")]
    held.let_go(parts.worker, until)
    assert [code.property(name) for name in ("code", "phase", "says", "clock")] == before
    assert ended.outcome is None
    network.will(("query", Waiting()))
    code.check()
    held.let_go(parts.worker, until)
    assert not network.script, "the newest question has been answered, so another may be asked"


@dataclass
class Slow:
    """A typesetter who is slow with paper for A4, and may fail with it."""

    behind: Typesetter
    held: Held
    fails: bool

    def writes(self, name: str) -> bool:
        return self.behind.writes(name)

    def set(self, certificate: Certificate, attempt: int, media: Media) -> bytes:
        pdf = self.behind.set(certificate, attempt, media)
        if media is not Media.A4:
            return pdf
        return self.held.answer(TypesettingFailed("spoilt") if self.fails else pdf)


@pytest.mark.parametrize("fails", [False, True])
def test_who_changes_their_mind_sees_the_paper_of_the_printer_they_chose_last(
    parts: Parts, ended: Ended, until: Until, held: Held, fails: bool
) -> None:
    counter = parts.desk.certificates.counter
    zhang = parts.desk.payments.tax.find_person(ZHANG.kind, ZHANG.number, ZHANG.name)
    assert zhang is not None
    issued = counter.book.issue(counter.draft(CertificateKind.PAYMENT, zhang, counter.lines(zhang), "2026年"))
    step = SCREENS["wechat.payment_document"].step
    assert isinstance(step, Document)
    slow = replace(
        parts,
        print_shop=replace(
            parts.print_shop,
            press=replace(parts.print_shop.press, typesetter=Slow(parts.print_shop.press.typesetter, held, fails)),
        ),
    )
    document = lists.document(step, looks_at("wechat", issued.number), slow, ended)
    document.choice.choose("roll")
    until(lambda: document.property("serial") == 1)
    before = [document.property(name) for name in ("serial", "tallness", "headline", "primaryText")]
    held.let_go(parts.worker, until)
    assert [document.property(name) for name in ("serial", "tallness", "headline", "primaryText")] == before
    assert [row["id"] for row in document.choice.property("printers") if row["chosen"]] == ["roll"]
    document.deleteLater()
