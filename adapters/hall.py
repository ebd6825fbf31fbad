"""The world outside of a hall's terminal: the networks that the hall has contracted, its printers, its phones."""

from contextlib import ExitStack
from pathlib import Path

from adapters.bank import NoBank
from adapters.payments.contracted import contracted
from adapters.phone.handover import handing_over
from adapters.phone.page import Pages
from adapters.printing.installed import installed
from adapters.readers import installed as readers
from adapters.settings import Settings
from adapters.sms import NoSms
from adapters.speech import installed as speech
from domain.ports import TaxSystem
from domain.runtime import Runtime
from domain.speech.voice import Aloud
from domain.terminal.outside import Outside


def outside(settings: Settings, tax: TaxSystem, assets: Path, runtime: Runtime, opened: ExitStack) -> Outside:
    """What is started ends with `opened`. Raises SettingsError where a contract's files cannot be used."""
    networks = contracted(settings, runtime)
    phones = handing_over(settings.phone_address, settings.phone_url, runtime, runtime.uptime, Pages(assets / "phone"))
    voice = speech.voice(assets, runtime)
    opened.callback(voice.close)
    return Outside(
        tax=tax,
        networks=networks,
        codes=NoSms(),
        bank=NoBank(),
        printers=installed(settings, runtime),
        clock=runtime.now,
        uptime=runtime.uptime,
        handover=opened.enter_context(phones),
        links=settings.links.model_dump(),
        readers=readers.installed(settings, runtime),
        aloud=Aloud(voice, speech.earphone(settings)),
        staff={one.number: one.pin_hash for one in settings.staff},
    )
