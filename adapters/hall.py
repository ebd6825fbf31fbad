"""The world outside of a hall's terminal: the networks that the hall has contracted, and its printers."""

from adapters.bank import NoBank
from adapters.payments.contracted import contracted
from adapters.printing.installed import installed
from adapters.settings import Settings
from adapters.sms import NoSms
from domain.ports import Clock, TaxSystem
from domain.terminal.outside import Outside


def outside(settings: Settings, tax: TaxSystem, clock: Clock) -> Outside:
    """Raises SettingsError where a contract's files cannot be used."""
    return Outside(
        tax=tax,
        networks=contracted(settings, clock),
        codes=NoSms(),
        bank=NoBank(),
        printers=installed(settings),
        clock=clock,
        links=settings.links.model_dump(),
        staff={one.number: one.pin_hash for one in settings.staff},
    )
