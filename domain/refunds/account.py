"""The bank account that money is paid to."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Account:
    """`bank` is a code of `domain.accounts.banks`. `number` and `holder` are personal."""

    bank: str
    number: str = field(repr=False)
    holder: str = field(repr=False)
