"""The desk of tests: everybody a form may ask, on the store of a hall."""

from collections.abc import Mapping
from functools import partial
from itertools import count

from adapters import tries
from adapters.assets.banks import banks_from_toml
from adapters.assets.offices import offices_from_toml
from adapters.assets.refunds import refunds_from_toml
from adapters.captchas import DrawnCaptchas
from adapters.documents.typesetter import TypstTypesetter
from adapters.runtime import Machine
from adapters.sms import NoSms
from adapters.staff import StaffRoll
from domain.agreements.signing import Signing
from domain.certificates.book import Issuer
from domain.certificates.issuing import Counter
from domain.desk.closing import Closing
from domain.forms.desks import (
    AccountDesk,
    AgreementDesk,
    Almanac,
    CertificateDesk,
    ClaimDesk,
    FrontDesk,
    IdentityDesk,
    PaymentDesk,
)
from domain.payment.office import waiting
from domain.ports import SmsCodes
from domain.refunds.desk import RefundDesk
from domain.refunds.office import RefundOffice
from domain.refunds.ways import Ways
from domain.runtime import HALL_TIME, Clock
from domain.terminal.duty import Duty, StaffDoor, TwoOnDuty
from domain.terminal.outages import Outages
from domain.terminal.suspensions import Nowhere, Suspensions
from kit.people.staff import DEMO_HASH, DEMO_PIN, SECOND_HASH, SECOND_PIN
from kit.simulators.bank import SimulatedBank
from storage.day import StoredDay
from tests.payment.hall import ASSETS, BOOK, Hall
from tests.refunds.bench import STAFF

SECOND = "GY0108"
BOTH = {STAFF: DEMO_HASH, SECOND: SECOND_HASH}
OFFICES = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))
BANKS = banks_from_toml((ASSETS / "banks" / "banks.toml").read_text("utf-8"))
REFUNDS = refunds_from_toml((ASSETS / "refunds.toml").read_text("utf-8"))
TYPESETTER = TypstTypesetter(ASSETS / "certificates", HALL_TIME, sample=False)
ISSUER = Issuer("自助终端 T0001", "T0001", 1)


def hall_clock(hall: Hall) -> Clock:
    """The hall's own time."""
    return lambda: hall.now.astimezone(HALL_TIME)


def desk_of(hall: Hall, codes: SmsCodes | None = None) -> FrontDesk:
    """The desks at the store as it is open now."""
    ids, store, clock, sms = count(1), hall.store, hall_clock(hall), codes or NoSms()
    almanac = Almanac(OFFICES, BANKS, clock)
    refunds = RefundDesk(store.refunds, store.tax, REFUNDS, Ways((store.orders,), hall.networks), clock)
    counter = Counter(store.certificates, TYPESETTER, store.tax, store.refunds, OFFICES, clock, ISSUER)
    return FrontDesk(
        identity=IdentityDesk(store.tax, sms, TYPESETTER.writes),
        payments=PaymentDesk(store.tax, store.orders, store.refunds, BOOK, almanac),
        certificates=CertificateDesk(counter, DrawnCaptchas(lambda n: 0, lambda: f"{next(ids)}"), almanac),
        accounts=AccountDesk(store.accounts, almanac),
        agreements=AgreementDesk(
            Signing(store.agreements, SimulatedBank(BANKS), clock),
            store.accounts,
            sms,
            store.tax,
            counter.lines,
            almanac,
        ),
        claims=ClaimDesk(refunds, store.accounts, counter.lines, almanac),
        door=door_of(hall, {}),
        outages=Outages(),
    )


def office_at(desk: FrontDesk) -> RefundOffice:
    """The office of refunds beside a desk, as a staff member has it."""
    return RefundOffice(desk.claims.refunds.book, desk.door.repayer.book, desk.claims.almanac.clock, STAFF)


def door_of(hall: Hall, staff: Mapping[str, str] = BOTH) -> StaffDoor:
    """Where the staff come in."""
    roll = StaffRoll(staff, hall.folder / tries.NAME, Machine().uptime)
    store = hall.store
    clock, days = hall_clock(hall), days_of(hall)
    at_work = (store.core, hall.repayer, clock, hall.cashier, store.orders, store.ledger, days)
    return StaffDoor(roll, *at_work, days.suspensions)


def days_of(hall: Hall, outages: Outages | None = None, suspensions: Suspensions | None = None) -> Closing:
    """Where the hall's days are put together."""
    store = hall.store
    orders = partial(waiting, store.orders, store.orders, store.tax)
    books = (StoredDay(store.sessions), orders, store.cases, store.reports, store.refunds)
    clock, networks = hall_clock(hall), tuple(hall.cashier.networks)
    closed = suspensions or Suspensions(Nowhere(), clock)
    return Closing(*books, clock, "示范办税服务厅", "T0001", networks, closed, outages)


def on_duty(hall: Hall) -> Duty:
    """What a staff member holds who came in by the door."""
    admitted = door_of(hall).admits(STAFF, DEMO_PIN)
    assert isinstance(admitted, Duty)
    return admitted


def two_on_duty(hall: Hall) -> TwoOnDuty:
    """What two staff members hold who came in by the door."""
    both = door_of(hall).joins(on_duty(hall), SECOND, SECOND_PIN)
    assert isinstance(both, TwoOnDuty)
    return both
