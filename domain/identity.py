"""Identity documents: kinds, formats and checks (facts 3.1). The area code is a hint, never a reason to refuse."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """证件类型 with the tax system's codes (facts 1.8)."""

    RESIDENT_ID = "201"
    FOREIGN_PASSPORT = "208"
    HK_MACAO_PERMIT = "210"
    TAIWAN_PERMIT = "213"
    CHINESE_PASSPORT = "227"
    FOREIGN_PERMANENT_RESIDENT = "233"
    HK_MACAO_RESIDENCE = "237"
    TAIWAN_RESIDENCE = "238"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    DocumentKind.RESIDENT_ID: "居民身份证",
    DocumentKind.FOREIGN_PASSPORT: "外国护照",
    DocumentKind.HK_MACAO_PERMIT: "港澳居民来往内地通行证",
    DocumentKind.TAIWAN_PERMIT: "台湾居民来往大陆通行证",
    DocumentKind.CHINESE_PASSPORT: "中国护照",
    DocumentKind.FOREIGN_PERMANENT_RESIDENT: "外国人永久居留身份证",
    DocumentKind.HK_MACAO_RESIDENCE: "港澳居民居住证",
    DocumentKind.TAIWAN_RESIDENCE: "台湾居民居住证",
}


def number_problem(kind: DocumentKind, number: str) -> str | None:
    """What is wrong with a document number, as a sentence for the field; None if nothing is."""
    raise NotImplementedError


def name_problem(name: str) -> str | None:
    """What is wrong with a name, as a sentence for the field; None if nothing is."""
    raise NotImplementedError


def masked(number: str) -> str:
    """A number as screens show it: the first 3 and the last 4, stars between (facts 5.3)."""
    raise NotImplementedError
