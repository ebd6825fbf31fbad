"""Policy figures, offices, banks and refunds' rules, as they stand in the TOML files of `assets/`."""

from dataclasses import dataclass
from pathlib import Path

from domain.banks import Banks, banks_from_toml
from domain.offices import Offices, offices_from_toml
from domain.policy import PolicyBook, load
from domain.refunds.eligibility import RefundPolicy
from domain.refunds.eligibility import read as refund_rules


@dataclass(frozen=True, slots=True)
class Rules:
    """What is dated data and no setting of a terminal."""

    policy: PolicyBook
    banks: Banks
    refunds: RefundPolicy
    offices: Offices

    @classmethod
    def of(cls, assets: Path) -> "Rules":
        """Read all of it."""
        return cls(
            policy=load({file.name: file.read_text("utf-8") for file in sorted((assets / "policy").glob("*.toml"))}),
            banks=banks_from_toml((assets / "banks" / "banks.toml").read_text("utf-8")),
            refunds=refund_rules((assets / "refunds.toml").read_text("utf-8")),
            offices=_offices(assets),
        )


def cities(assets: Path) -> frozenset[str]:
    """The names of the cities in which a terminal may stand."""
    return frozenset(city.name for city in _offices(assets).cities)


def _offices(assets: Path) -> Offices:
    return offices_from_toml((assets / "regions.toml").read_text("utf-8"))
