"""The store of a bureau as a terminal has it: over TLS. Who may ask what is another suite's (`tests/bureau`)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from adapters.bank import NoBank
from adapters.bureau.enrolment import trusting
from adapters.bureau.line import BureauLine
from adapters.bureau.remote import Bureau as Remote
from adapters.bureau.wire import Call
from adapters.runtime import Machine
from adapters.sms import NoSms
from bureau.answering import Answering
from bureau.authority import load, serial
from bureau.enrolling import Enrolling
from bureau.guard import Guard
from bureau.offices import Bureau
from bureau.service import service, serving, tls
from domain.people.person import Bill
from domain.ports import TaxSystem
from kit.bureau.standing import HERE, Standing, authority
from storage.bureau.introductions import Introductions
from storage.store import Store
from tests.contract.bench import Somebody
from tests.contract.stored import StoredBench


class Open(Guard):
    """Lets everybody ask everything."""

    def before(self, terminal: str, call: Call, asked: dict[str, Any]) -> None:
        """Nothing is in the way."""


class Patient(Introductions):
    """Counts nobody's wrong look-ups: a suite has more of them than a hall."""

    def tried_too_often(self, terminal: str, now: datetime) -> bool:
        return False


@dataclass
class WiredBench:
    tax: TaxSystem
    behind: StoredBench

    def enrol(self, who: Somebody) -> None:
        self.behind.enrol(who)

    def by_hand(self, number: str, bills: tuple[Bill, ...], paid_at: datetime, channel: str, voucher: str) -> None:
        """It is told of by `posted_by_hand` alone."""


@contextmanager
def wired(store: Store) -> Iterator[WiredBench]:
    machine = Machine()
    bureau = Bureau.on(store, NoSms(), NoBank(), {}, machine.now, os.urandom)
    bureau = replace(bureau, introductions=Patient(store.sessions))
    with authority(machine) as places:
        answering = Answering(bureau, Open(bureau))
        signing = load(places, lambda: serial(os.urandom))
        enrolling = Enrolling(bureau, signing, places.ca.read_bytes(), answering, machine.now)
        with serving(service(answering, enrolling, b"{}"), tls(places), machine, HERE) as port:
            stands = Standing(bureau, places, f"https://{HERE}:{port}", places.folder, machine.now, machine)
            line = BureauLine(stands.url, trusting(places.ca, stands.enrolled("T0001")), machine)
            yield WiredBench(Remote(line).tax, StoredBench(store))
            line.close()
