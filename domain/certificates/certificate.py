"""A certificate as a value: everything that its paper says (facts 4.1, 4.3)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.money import Fen, total
from domain.people.insurance import Insurance, Period, Scheme
from domain.words import Text


class CertificateKind(StrEnum):
    PAYMENT = "payment"
    TAX = "tax"

    @property
    def label(self) -> Text:
        return {CertificateKind.PAYMENT: Text("社会保险费缴费证明"), CertificateKind.TAX: Text("税收完税证明")}[self]


class Opening(StrEnum):
    """How it came to be: 首开, once for each payment, or 补开 of one that was issued (facts 4.2)."""

    FIRST = "first"
    REISSUE = "reissue"


@dataclass(frozen=True, slots=True)
class Line:
    """One bill that was paid, as a certificate lists it. `voucher` is its 凭证号码, `paid_on` its 入库日期."""

    scheme: Scheme
    insurance: Insurance
    period: Period
    agency: str
    tier: str
    voucher: str
    paid_on: date
    fen: Fen

    @property
    def fee(self) -> Text:
        """征收项目, which a tax certificate calls 税种."""
        return FEES[self.scheme, self.insurance]

    @property
    def item(self) -> Text:
        """征收品目."""
        return ITEMS[self.scheme, self.insurance]


FEES = {
    (Scheme.FLEXIBLE, Insurance.PENSION): Text("企业职工基本养老保险费"),
    (Scheme.FLEXIBLE, Insurance.MEDICAL): Text("职工基本医疗保险费"),
    (Scheme.RESIDENT, Insurance.PENSION): Text("城乡居民基本养老保险费"),
    (Scheme.RESIDENT, Insurance.MEDICAL): Text("城乡居民基本医疗保险费"),
}
ITEMS = {
    (Scheme.FLEXIBLE, Insurance.PENSION): Text("灵活就业人员基本养老保险（个人缴纳）"),
    (Scheme.FLEXIBLE, Insurance.MEDICAL): Text("灵活就业人员基本医疗保险（个人缴纳）"),
    (Scheme.RESIDENT, Insurance.PENSION): Text("城乡居民基本养老保险（个人缴纳）"),
    (Scheme.RESIDENT, Insurance.MEDICAL): Text("城乡居民基本医疗保险（个人缴纳）"),
}


@dataclass(frozen=True, slots=True)
class Content:
    """What a certificate certifies. `document` and `number` are the payer's, the number masked.

    `asked` says in words for which time it was asked (查询期间, 税款所属期); `agencies` are the 社保经办机构 by name.
    """

    name: str
    document: str
    number: str
    asked: str
    authority: str
    agencies: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def fen(self) -> Fen:
        return total(tuple(line.fen for line in self.lines))


@dataclass(frozen=True, slots=True)
class Certificate:
    """An issued certificate. `code` is its 验证码, `prints` how often printing was begun.

    `issuer` is who fills it in (填票人): the hall's terminal. `original` is the number it is a 补开 of.
    """

    number: str
    kind: CertificateKind
    opening: Opening
    person: int
    issued_at: datetime
    issuer: str
    code: str
    content: Content
    original: str = ""
    prints: int = 0

    @property
    def spaced_code(self) -> str:
        """验证码 in two groups of four, as people read it out."""
        return f"{self.code[:4]} {self.code[4:]}"
