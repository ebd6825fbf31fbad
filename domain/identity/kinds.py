"""The kinds of identity document, and how each one's number is typed."""

from enum import StrEnum

from domain.words import Text


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
    def label(self) -> Text:
        """The document's name, as screens show it."""
        return _LABELS[self]


_LABELS = {
    DocumentKind.RESIDENT_ID: Text("居民身份证"),
    DocumentKind.FOREIGN_PASSPORT: Text("外国护照"),
    DocumentKind.HK_MACAO_PERMIT: Text("港澳居民来往内地通行证"),
    DocumentKind.TAIWAN_PERMIT: Text("台湾居民来往大陆通行证"),
    DocumentKind.CHINESE_PASSPORT: Text("中国护照"),
    DocumentKind.FOREIGN_PERMANENT_RESIDENT: Text("外国人永久居留身份证"),
    DocumentKind.HK_MACAO_RESIDENCE: Text("港澳居民居住证"),
    DocumentKind.TAIWAN_RESIDENCE: Text("台湾居民居住证"),
}

_LENGTHS = {
    DocumentKind.RESIDENT_ID: 18,
    DocumentKind.HK_MACAO_RESIDENCE: 18,
    DocumentKind.TAIWAN_RESIDENCE: 18,
    DocumentKind.CHINESE_PASSPORT: 9,
}

_NUMERIC = {DocumentKind.RESIDENT_ID, DocumentKind.HK_MACAO_RESIDENCE, DocumentKind.TAIWAN_RESIDENCE}


def digits_expected(kind: DocumentKind) -> int | None:
    """How many characters a number of this kind always has; None where there are several layouts."""
    return _LENGTHS.get(kind)


def numeric(kind: DocumentKind) -> bool:
    """Whether every number of this kind can be typed with ten digits and X."""
    return kind in _NUMERIC
