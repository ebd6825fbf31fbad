"""Invented cards with right check digits, and what is reported and signed about them."""

from datetime import UTC, date, datetime
from pathlib import Path

from adapters.assets.banks import banks_from_toml
from adapters.assets.offices import offices_from_toml
from domain.accounts.account import Details
from domain.accounts.banks import Branch
from domain.agreements.agreement import Terms

ASSETS = Path(__file__).parents[2] / "assets"
BANKS = banks_from_toml((ASSETS / "banks" / "banks.toml").read_text("utf-8"))
OFFICES = offices_from_toml((ASSETS / "regions.toml").read_text("utf-8"))
NANMING = next(c for city in OFFICES.cities for c in city.counties if c.code == "520102")
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
HOLDER, PHONE = "张建国", "19900000001"


def card(code: str, length: int, account: int = 0) -> str:
    """A card of this issuer and length. The last digit is the one of ten that divides, found without our own check."""
    stem = code + str(account).zfill(length - len(code) - 1)
    total = 0
    for place, c in enumerate(reversed(stem)):
        total += sum(divmod(int(c) * 2, 10)) if place % 2 == 0 else int(c)
    return f"{stem}{-total % 10}"


def details(number: str, preferred: bool = False, refund: bool = False) -> Details:
    """A report of an account at whichever bank issued the card."""
    bank = BANKS.bank_of(number)
    return Details(
        county=NANMING.code,
        bank=bank.code if bank else "ICBC",
        branch=BANKS.branch(bank, NANMING) if bank else Branch("999520102001", "中国工商银行南明区支行"),
        holder=HOLDER,
        number=number,
        opened_on=date(2020, 2, 29),
        preferred=preferred,
        refund=refund,
    )


def terms(account: str) -> Terms:
    """An agreement over an account at whichever bank issued the card."""
    said = details(account)
    return Terms(
        authority=NANMING.code, bank=said.bank, branch=said.branch, holder=HOLDER, account=account, phone=PHONE
    )


ICBC, ABC, GZRCU = card("621226", 19), card("622848", 19), "6217790001100004072"
CCB_16, COMM_17, CIB_18 = card("621466", 16), card("622258", 17), card("622908", 18)
CREDIT, NOBODYS = card("622836", 16), card("623990", 19)
