"""What stands on lists of what one has paid, reported, signed and asked back, and on papers: `sheets/lists.toml`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from domain.certificates.certificate import Certificate, CertificateKind
from domain.flows.visit import Agreeing, Certifying, Identity, OnDuty, Refunding, Reporting, Visit
from domain.forms import accounts, certificates
from domain.forms.asking import Onward
from domain.forms.authority import AUTHORITY
from domain.forms.fields import TICKED
from domain.payment import events
from domain.payment.network import Presented
from domain.people.person import Person, TierRecord
from domain.refunds.application import Application
from kit.simulators.bank import STRANGE_PHONE
from tests.desk import office_at, on_duty
from tests.payment.hall import NOON, Hall, bill_of
from tests.payment.script import ScriptedNetwork
from tests.refunds.bench import draft_of
from tests.viewmodels.reading import read, sheets
from tests.viewmodels.test_money_forms import ACCOUNT, terms_of
from tests.viewmodels.visits import known
from viewmodels.parts import Parts

SHEETS = sheets("lists")


@dataclass
class Files:
    """What has been done so far in the matters of Zhang."""

    hall: Hall
    parts: Parts
    network: ScriptedNetwork

    @property
    def zhang(self) -> Person:
        return known(self.hall, "张建国")

    @property
    def visit(self) -> Visit:
        return Visit("tax_app", who=Identity(self.zhang, logged_in=True))

    def asks_for(self, **asked: str) -> Visit:
        """For certificates of some time."""
        return replace(self.visit, business=Certifying(self.zhang, asked={**asked, AUTHORITY.key: "520102"}))

    def reports(self, **details: str) -> Visit:
        told = accounts.submit(self.parts.desk.accounts, Reporting(self.zhang), {**ACCOUNT, **details})
        assert isinstance(told, Onward)
        return replace(self.visit, business=told.given)

    def signs(self, phone: str = "19900000009") -> Visit:
        self.reports()
        (account,) = accounts.listed(self.parts.desk.accounts, Reporting(self.zhang))
        self.parts.desk.agreements.signing.sign(self.zhang.id, replace(terms_of(account), phone=phone))
        return replace(self.visit, business=Agreeing(self.zhang, "520103"))

    def opens(self, kind: CertificateKind = CertificateKind.TAX) -> Certificate:
        counter = self.parts.desk.certificates.counter
        lines = counter.lines(self.zhang)[:2]
        return counter.book.issue(counter.draft(kind, self.zhang, lines, "2026年"))

    def applies(self) -> Application:
        refunds = self.parts.desk.claims.refunds
        made = refunds.apply(draft_of(refunds.refundable(self.zhang.id)[0], 100))
        assert isinstance(made, Application)
        return made

    def pays_here(self, *life: events.OrderEvent) -> Visit:
        self.network.will(("create", Presented("a code")))
        order = self.hall.start()
        for event in life:
            order = self.hall.store.orders.move(order, event, self.hall.now)
        return self.visit


def opened(files: Files) -> Visit:
    """One that was printed, and that one again, which was not."""
    number = files.opens().number
    files.hall.store.certificates.begin_print(number, files.hall.now)
    certificates.reissue(files.parts.desk.certificates, Certifying(files.zhang), number)
    return files.visit


def declared(files: Files) -> Visit:
    bill = bill_of(files.zhang.id)
    files.hall.store.tax.declare(TierRecord.of(bill, "wechat", NOON))
    return files.visit


def refused(files: Files) -> Visit:
    number, office = files.applies().number, office_at(files.parts.desk)
    for answer in (office.take(number), office.refuse(number, "资料不全")):
        assert isinstance(answer, Application)
    return files.visit


def before_staff(files: Files) -> Visit:
    """An application of what was paid at the terminal, and one of what was not."""
    files.pays_here(events.Paid("4200000001", NOON))
    (order,) = files.hall.store.orders.all()
    files.hall.cashier.check(order.number)
    refunds = files.parts.desk.claims.refunds
    here = next(item for item in refunds.refundable(files.zhang.id) if item.order)
    other = next(item for item in refunds.refundable(files.zhang.id) if not item.order)
    for item in (here, other):
        assert isinstance(refunds.apply(draft_of(item, 100)), Application)
    return Visit("staff", business=OnDuty(on_duty(files.hall)))


MOMENTS: dict[str, tuple[str, Callable[[Files], Visit]]] = {
    "years": ("tax_app.proof_year", lambda files: files.visit),
    "payments of two months": (
        "tax_app.first_payments",
        lambda files: files.asks_for(**{"from": "2026-09", "to": "2026-10"}),
    ),
    "no payment": ("tax_app.first_payments", lambda files: files.asks_for(**{"from": "2019-09", "to": "2019-10"})),
    "certificates to be opened again": ("wechat.tax_reissue", opened),
    "certificates": ("tax_app.reissue_records", opened),
    "no account": ("tax_app.accounts", lambda files: files.visit),
    "an account": ("tax_app.accounts", lambda files: files.reports(preferred=TICKED, refund=TICKED)),
    "an account to sign over": (
        "tax_app.agreement_account",
        lambda files: replace(files.reports(), business=Agreeing(files.zhang, "520103")),
    ),
    "an agreement": ("tax_app.agreements", lambda files: files.signs()),
    "an agreement that the bank refused": ("tax_app.agreements", lambda files: files.signs(f"1990000{STRANGE_PHONE}")),
    "what can be asked back": (
        "tax_app.refund_normal_found",
        lambda files: replace(
            files.visit,
            business=Refunding(files.zhang, {"first": "2026-10-01", "last": "2026-10-31", AUTHORITY.key: "520102"}),
        ),
    ),
    "an application that was refused": ("tax_app.refund_normal_records", refused),
    "applications before staff": ("staff.refunds", before_staff),
    "tiers": ("wechat.tier_records", declared),
    "payments, one of them on its way": (
        "tax_app.payment_records",
        lambda files: files.pays_here(events.Paid("4200000001", NOON)),
    ),
    "an application that was saved": (
        "tax_app.refund_normal_saved",
        lambda files: replace(files.visit, business=Refunding(files.zhang, application=files.applies())),
    ),
}


@pytest.fixture
def files(hall: Hall, parts: Parts, network: ScriptedNetwork) -> Files:
    return Files(hall, parts, network)


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_stands_on_a_list(moment: str, files: Files, show: Callable[[str, Visit], Any]) -> None:
    at, made = MOMENTS[moment]
    assert read(show(at, made(files))) == SHEETS[moment]
