"""The service as a process: terminals' calls at one address, the desk at another, and what goes on by itself."""

from contextlib import ExitStack
from pathlib import Path

from adapters.assets.banks import banks_from_toml
from adapters.assets.words import catalogues
from adapters.bank import NoBank
from adapters.listener import parted
from adapters.payments.contracted import clients
from adapters.sms import NoSms
from bureau.assembled import assembled
from bureau.authority import Places, load, serial
from bureau.desk.app import desk
from bureau.desk.parts import Parts
from bureau.fleet import EnrolledFleet
from bureau.minding import Minding
from bureau.offices import Bureau
from bureau.relays import Relay, RelayedBank, RelayedSms
from bureau.service import listening, plain, server, serving, tls
from bureau.settings import BureauConfig, RelayConfig
from domain.agreements.signing import BankVerification
from domain.ports import SmsCodes
from domain.runtime import Runtime
from domain.words import Verbatim
from storage.bureau.sms_codes import StoredCodes
from storage.store import Store


def run(config: BureauConfig, store: Store, runtime: Runtime, assets: Path) -> None:
    """Until SIGTERM or SIGINT; what is being answered is answered to its end."""
    networks = clients(config.merchants, runtime)
    codes: SmsCodes = NoSms()
    if config.sms:
        codes = RelayedSms(_relay(config.sms, runtime), StoredCodes(store.sessions, store.sealer), runtime)
    bank: BankVerification = RelayedBank(_relay(config.bank, runtime)) if config.bank else NoBank()
    bureau = Bureau.on(store, codes, bank, networks, runtime.now, runtime.token)
    places = Places(config.authority)
    signing = load(places, lambda: serial(runtime.token))
    with ExitStack() as opened:
        minding = Minding(bureau, runtime)
        minding.start()
        opened.callback(minding.stop)
        if config.desk_address:
            parts = Parts(
                store,
                networks,
                EnrolledFleet(bureau.terminals),
                banks_from_toml((assets / "banks" / "banks.toml").read_text("utf-8")),
                runtime,
                catalogues(assets / "words"),
                Verbatim(config.name),
                bureau.orders,
            )
            opened.enter_context(serving(desk(parts), plain(places), runtime, *parted(config.desk_address)))
        address, port = parted(config.address)
        with listening(address, port) as place:
            app = assembled(bureau, signing, places, runtime.now)
            server(app, address, port, tls(places)).run(sockets=[place])


def _relay(config: RelayConfig, runtime: Runtime) -> Relay:
    return Relay(config.url, config.key_file.read_bytes().strip(), runtime)
