"""The world outside of a hall's terminal: its bureau, the networks that are contracted, its printers, its phones."""

from contextlib import ExitStack
from pathlib import Path

from adapters.bureau.joined import joined
from adapters.payments.contracted import contracted
from adapters.phone.handover import handing_over
from adapters.phone.page import Pages
from adapters.printing.installed import installed
from adapters.readers import installed as readers
from adapters.settings import Settings
from adapters.speech import installed as speech
from domain.runtime import Runtime
from domain.speech.voice import Aloud
from domain.terminal.outside import Outside


def outside(settings: Settings, assets: Path, runtime: Runtime, opened: ExitStack) -> Outside:
    """What is started ends with `opened`. Raises SettingsError where there is no bureau, or files cannot be used."""
    bureau = joined(settings, runtime, opened)
    phones = handing_over(settings.phone_address, settings.phone_url, runtime, runtime.uptime, Pages(assets / "phone"))
    voice = speech.voice(assets, runtime)
    opened.callback(voice.close)
    return Outside(
        core=bureau.core,
        networks=bureau.networks or contracted(settings, runtime),
        codes=bureau.codes,
        bank=bureau.bank,
        printers=installed(settings, runtime),
        clock=runtime.now,
        uptime=runtime.uptime,
        handover=opened.enter_context(phones),
        links=settings.links.model_dump(),
        readers=readers.installed(settings, runtime),
        aloud=Aloud(voice, speech.earphone(settings)),
        staff=bureau.staff,
        logins=bureau.logins,
        bell=bureau.bell,
    )
