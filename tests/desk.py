"""The desk of tests: everybody a form may ask, on the store of a hall."""

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
from domain.forms.asking import FrontDesk
from domain.ports import SmsCodes
from domain.refunds.desk import RefundDesk
from domain.refunds.office import RefundOffice
from domain.runtime import HALL_TIME, Clock
from kit.simulators.bank import SimulatedBank
from tests.payment.hall import ASSETS, BOOK, Hall

OFFICES = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))
BANKS = banks_from_toml((ASSETS / "banks" / "banks.toml").read_text("utf-8"))
REFUNDS = refunds_from_toml((ASSETS / "refunds.toml").read_text("utf-8"))
TYPESETTER = TypstTypesetter(ASSETS / "certificates", HALL_TIME, sample=False)
ISSUER = Issuer("自助终端 T0001", "T0001", 1)


def hall_clock(hall: Hall) -> Clock:
    """The hall's own time."""
    return lambda: hall.now.astimezone(HALL_TIME)


def desk_of(hall: Hall, codes: SmsCodes | None = None) -> FrontDesk:
    """The desk at the store as it is open now."""
    ids, store, clock = count(1), hall.store, hall_clock(hall)
    return FrontDesk(
        store.tax,
        store.orders,
        codes or NoSms(),
        DrawnCaptchas(lambda n: 0, lambda: f"{next(ids)}"),
        Counter(store.certificates, TYPESETTER, store.tax, OFFICES, clock, ISSUER),
        store.accounts,
        Signing(store.agreements, SimulatedBank(BANKS), clock),
        RefundDesk(store.refunds, store.tax, REFUNDS, clock),
        RefundOffice(store.refunds, clock),
        StaffRoll({}, hall.folder / tries.NAME, Machine().uptime),
        BANKS,
        BOOK,
        OFFICES,
        clock,
    )
