"""The world outside of a hall's terminal: the networks that the hall has contracted, and its printers."""

from adapters.bank import NoBank
from adapters.payments.contracted import contracted
from adapters.printing.installed import installed
from adapters.readers import installed as readers
from adapters.settings import Settings
from adapters.sms import NoSms
from domain.ports import TaxSystem
from domain.runtime import Runtime
from domain.terminal.outside import Outside


def outside(settings: Settings, tax: TaxSystem, runtime: Runtime) -> Outside:
    """Raises SettingsError where a contract's files cannot be used."""
    return Outside(
        tax=tax,
        networks=contracted(settings, runtime),
        codes=NoSms(),
        bank=NoBank(),
        printers=installed(settings, runtime),
        clock=runtime.now,
        uptime=runtime.uptime,
        links=settings.links.model_dump(),
        readers=readers.installed(settings, runtime),
        staff={one.number: one.pin_hash for one in settings.staff},
    )
