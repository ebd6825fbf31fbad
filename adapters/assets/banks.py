"""The file of banks, and of how their cards are told."""

from functools import cached_property

from adapters.assets.reading import Flag, Table, Text, Whole, read
from domain.accounts.banks import Bank, Banks, Bin, CardType


class CardsEntry(Table):
    """Cards of one sort and length, by what they begin with. `uncertain` says so to whoever reads the file."""

    type: CardType
    length: Whole
    bins: tuple[Text, ...]
    uncertain: Flag = False

    @cached_property
    def value(self) -> tuple[Bin, ...]:
        return tuple(Bin(digits, self.type, self.length) for digits in self.bins)


class BankEntry(Table):
    code: Text
    serial: Text
    name: Text
    cards: tuple[CardsEntry, ...] = ()

    @cached_property
    def value(self) -> Bank:
        return Bank(self.code, self.serial, self.name, tuple(b for cards in self.cards for b in cards.value))


class BranchesTable(Table):
    inferred: Flag = False
    source: Text = "-"
    name: Text
    number: Text


class BanksFile(Table):
    source: Text = "-"
    branches: BranchesTable
    bank: tuple[BankEntry, ...] = ()

    @cached_property
    def value(self) -> Banks:
        return Banks(tuple(entry.value for entry in self.bank), self.branches.name, self.branches.number)


def banks_from_toml(text: str) -> Banks:
    """All banks, in the file's order. Raises BrokenData with the entry and what is wrong with it."""
    return read(text, "banks.toml", BanksFile).value
