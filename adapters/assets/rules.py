"""Policy figures, offices, banks and refunds' rules, as they stand in the TOML files of `assets/`."""

from dataclasses import dataclass
from pathlib import Path

from adapters.assets.banks import banks_from_toml
from adapters.assets.offices import offices_from_toml
from adapters.assets.policy import policy_from_toml
from adapters.assets.refunds import refunds_from_toml
from domain.accounts.banks import Banks
from domain.people.offices import Offices
from domain.policy import PolicyBook
from domain.refunds.eligibility import RefundPolicy


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
            policy=policy_from_toml(
                {file.name: file.read_text("utf-8") for file in sorted((assets / "policy").glob("*.toml"))}
            ),
            banks=banks_from_toml((assets / "banks" / "banks.toml").read_text("utf-8")),
            refunds=refunds_from_toml((assets / "refunds.toml").read_text("utf-8")),
            offices=_offices(assets),
        )


def cities(assets: Path) -> frozenset[str]:
    """The names of the cities in which a terminal may stand."""
    return frozenset(city.name for city in _offices(assets).cities)


def _offices(assets: Path) -> Offices:
    return offices_from_toml((assets / "regions.toml").read_text("utf-8"))
