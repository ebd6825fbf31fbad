"""A day on a store, to be cut off: does one thing after the other, and says so after each.

`python -m tests.cuts.day FOLDER WAY SEED STEPS [BACKUP=CONTENT…]`, with the backups that are there already.

What it says is a system call, so that whoever traces it knows what was acknowledged before what was written.
"""

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlalchemy import select

from domain.agreements.events import Confirmed
from domain.certificates.book import Draft, PrintEnd
from domain.certificates.certificate import CertificateKind, Content, Opening
from domain.payment import events
from domain.payment import life as orders
from domain.payment.states import OrderState
from domain.people.insurance import Period
from domain.people.person import Bill, TierRecord
from domain.refunds import life as refunds
from kit.people.store import fill
from storage import StoreError, hold_store, open_store
from storage.backup import back_up
from storage.checking import check
from storage.holding import new_store
from storage.restoring import restore
from storage.rows import CounterRow, PersonRow
from storage.store import Store
from tests.accounts.samples import card, details, terms
from tests.cuts.facts import Fact, backups, content, places
from tests.desk import ISSUER
from tests.happening import some
from tests.payment.hall import BOOK, NOON, PEOPLE, bill_of, new_order
from tests.storage.selling import counters
from tests.storage.test_refunds import DRAFT

SAYS = 1
"""The file descriptor of what is said."""
TO_BE_POSTED = {OrderState.PAID, OrderState.LATE_SUCCESS}


class Way(StrEnum):
    """How a day begins."""

    MAKE = "make"
    GO_ON = "go-on"
    RESTORE = "restore"
    """A backup, or the store as it is where there is none."""


class Day:
    """The store of the folder, from one opening to the next."""

    store: Store

    def __init__(self, root: Path, random: Random) -> None:
        self.root, self.random, self.files = root, random, places(root)
        self.holding, self.reading = ExitStack(), ExitStack()
        self.now = NOON + timedelta(seconds=random.getrandbits(24))
        self.kept: dict[str, str] = {}
        self.writes = 0

    def begins(self, way: Way) -> None:
        """With the store closed."""
        if way is Way.MAKE:
            with suppress(StoreError):  # Cut off late enough, it is there already, and nobody is told that it was made.
                new_store(self.files, os.urandom)
                self.says("making")
        if way is Way.RESTORE:
            source = backups(self.root) / self.random.choice(sorted(self.kept)) if self.kept else self.files.store
            found = self.finds()
            restore(self.files, source, self.now, os.urandom)
            self.says("restoring", str(source.relative_to(self.root)), found)
        self.opens()
        if not self.people:
            fill(self.store, PEOPLE[:6], BOOK, NOON.date())
            self.did("filling")

    def opens(self) -> None:
        self.store = self.holding.enter_context(hold_store(self.files, terminal="T0107"))
        self.writes = counters(self.store).get("writes", 0)
        self.did("opening")

    @property
    def people(self) -> Sequence[int]:
        """Whose payments are taken."""
        with self.store.sessions.reading() as session:
            return session.scalars(select(PersonRow.id).where(PersonRow.posting_refused.is_(False))).all()

    def closes(self) -> None:
        last = Fact("closing", content(self.store), self.store.told(), self.store.damage() or "", backups=self.kept)
        self.reading.close()
        self.holding.close()
        os.write(SAYS, last.line())

    def did(self, what: str) -> None:
        """What was one transaction, or none."""
        before, self.writes = self.writes, counters(self.store).get("writes", 0)
        assert self.writes - before <= 1, f"{what} is more than one fact"
        damage = self.store.damage() or ""
        os.write(SAYS, Fact(what, content(self.store), self.store.told(), damage, backups=self.kept).line())

    def says(self, what: str, source: str = "", found: str = "") -> None:
        os.write(SAYS, Fact(what, source=source, found=found, backups=self.kept).line())

    def finds(self) -> str:
        """The content of the store as it lies there: a program that was killed may not have told its last fact."""
        with TemporaryDirectory() as elsewhere:
            copy = places(Path(shutil.copytree(self.root, Path(elsewhere) / "copy")))
            with closing(open_store(copy.store, copy.key)) as store:
                return content(store)

    def step(self) -> None:
        self.now += timedelta(minutes=1)
        steps = [self.order] * 5 + [self.life_of_an_order] * 14 + [self.refund] * 4 + [self.certificate] * 4
        steps += [self.slip] * 3
        steps += [self.account] * 2 + [self.agreement] * 2 + [self.declaration] * 2
        steps += [self.backup, self.backup, self.doubt, self.damage, self.reader, self.reader, self.restart, self.probe]
        self.random.choice(steps)()

    def bill(self) -> Bill:
        """A month that nobody has paid: as many are there as there are orders."""
        n = len(self.store.orders.all())
        return replace(bill_of(self.random.choice(self.people)), period=Period(1000 + n // 12, n % 12 + 1))

    def order(self) -> None:
        self.store.orders.add(new_order(f"GZT{len(self.store.orders.all()):018d}", self.bill(), at=self.now))
        self.did("adding an order")

    def life_of_an_order(self) -> None:
        going = [order for order in self.store.orders.all() if orders.TRANSITIONS[order.state]]
        if not going:
            return self.order()
        order = self.random.choice(going[-4:])
        if order.state in TO_BE_POSTED and self.random.random() < 0.8:
            voucher = self.store.tax.post(order.number, order.bills, self.now, order.channel)
            self.did("posting")
            self.store.orders.move(order, events.Posted(voucher), self.now)
        else:
            event = self.random.choice(list(orders.TRANSITIONS[order.state]))
            self.store.orders.move(order, some(event), self.now)
        return self.did("moving an order")

    def refund(self) -> None:
        going = [refund for refund in self.store.refunds.open() if refunds.TRANSITIONS[refund.state]]
        if going and self.random.random() < 0.7:
            refund = self.random.choice(going)
            event = some(self.random.choice(list(refunds.TRANSITIONS[refund.state])), route=refund.route)
            self.store.refunds.move(refund, event, self.now, "GY0107")
            return self.did("moving a refund")
        item = replace(DRAFT.item, period=Period(self.random.randrange(1000, 9000), 1))
        self.store.refunds.submit(replace(DRAFT, item=item), self.now, "visitor")
        return self.did("applying for a refund")

    def certificate(self) -> None:
        book, person = self.store.certificates, self.random.choice(self.people)
        issued = book.issued(person, CertificateKind.TAX)
        if not issued or self.random.random() < 0.5:
            said = Content("张建国", "居民身份证", "5201**********0011", "2026年", "国家税务总局贵阳市税务局", (), ())
            opens = (f"bill {self.random.getrandbits(60)}",)
            book.issue(Draft(CertificateKind.TAX, Opening.FIRST, person, ISSUER, self.now, said, opens))
            return self.did("issuing a certificate")
        attempt = book.begin_print(issued[0].number, self.now)
        self.did("printing")
        book.end_print(issued[0].number, attempt, self.random.choice(list(PrintEnd)), self.now)
        return self.did("printing")

    def slip(self) -> None:
        book = self.store.slips
        number = book.begin(self.random.random() < 0.5, self.now)
        self.did("a slip")
        if self.random.random() < 0.2:
            book.forget(number)
        else:
            book.end(number, self.random.choice(list(PrintEnd)), self.now)
        self.did("a slip")

    def account(self) -> None:
        person = self.random.choice(self.people)
        known = self.store.accounts.accounts(person)
        if known and self.random.random() < 0.4:
            self.store.accounts.delete(person, self.random.choice(known).id)
        else:
            number = card("621226", 19, self.random.randrange(10**9))
            self.store.accounts.report(person, details(number), self.now)
        self.did("an account")

    def agreement(self) -> None:
        person = self.random.choice(self.people)
        self.store.agreements.sign(person, terms(card("621226", 19, 1)), self.now)
        self.did("an agreement")
        number = self.store.agreements.of(person)[0].number
        if self.random.random() < 0.5:
            self.store.agreements.verify(number, Confirmed(self.now))
        else:
            self.store.agreements.revoke(person, number, self.now)
        self.did("an agreement")

    def declaration(self) -> None:
        bill = self.bill()
        self.store.tax.declare(TierRecord.of(bill, "wechat", self.now))
        self.did("a declaration")

    def backup(self) -> None:
        name = f"backup-{self.random.getrandbits(32):08x}"
        back_up(self.files, backups(self.root) / name, os.urandom)
        self.kept[name] = content(self.store)
        self.did("a backup")

    def doubt(self) -> None:
        check(self.files, self.now, os.urandom)
        self.did("a check")

    def damage(self) -> None:
        self.store.mark_damage("a page is not what it was", self.now)
        self.did("damage found")

    def reader(self) -> None:
        """Somebody reads for a while, and the log cannot be begun anew meanwhile."""
        self.reading.close()
        if self.random.random() < 0.5:
            self.reading.enter_context(self.store.sessions.reading()).scalar(select(CounterRow.value).limit(1))

    def probe(self) -> None:
        self.store.probe()
        self.did("a probe")

    def restart(self) -> None:
        self.closes()
        self.opens()


def main(root: str, way: str, seed: str, steps: str, *kept: str) -> None:
    day = Day(Path(root), Random(seed))
    day.kept = dict(pair.split("=") for pair in kept)
    day.begins(Way(way))
    for _ in range(int(steps)):
        day.step()
    day.closes()


if __name__ == "__main__":
    main(*sys.argv[1:])
