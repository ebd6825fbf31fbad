"""A whole bureau: a database of its own, an authority, and the service on loopback, from beginning to end."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters.bureau.enrolment import enrol
from bureau.assembled import assembled
from bureau.authority import Places, load, make, serial
from bureau.offices import Bureau
from bureau.service import serving, tls
from domain.agreements.signing import BankVerification
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.ports import SmsCodes
from domain.runtime import Clock, Runtime
from kit.bureau.cluster import cluster_of_its_own
from storage.bureau.opening import make_bureau, open_bureau
from storage.store import Store

HERE = "127.0.0.1"
HALL = "示范办税服务厅"


@dataclass(frozen=True, slots=True)
class Standing:
    """A bureau that is served at `url`. `offices` is it from within; `clock` is its time, `runtime` the machine."""

    offices: Bureau
    places: Places
    url: str
    folder: Path
    clock: Clock
    runtime: Runtime

    def enrolled(self, number: str, hall: str = HALL) -> Path:
        """The file with the key and the certificate of a terminal, which is enrolled anew."""
        code = self.offices.terminals.code(number, hall, self.clock())
        given = enrol(self.url, self.places.ca, number, code, self.runtime)
        file = self.folder / f"{number}.pem"
        file.write_bytes(given.file)
        return file


@contextmanager
def authority(runtime: Runtime) -> Iterator[Places]:
    """An authority whose service stands on loopback."""
    with TemporaryDirectory(prefix="authority") as folder:
        places = Places(Path(folder))
        make(places, (HERE, "localhost"), runtime.now(), lambda: serial(runtime.token))
        yield places


@contextmanager
def served(
    store: Store,
    places: Places,
    clock: Clock,
    runtime: Runtime,
    networks: Mapping[Network, PaymentNetwork],
    codes: SmsCodes,
    bank: BankVerification,
) -> Iterator[Standing]:
    """A bureau over a store that is open."""
    offices = Bureau.on(store, codes, bank, networks, clock, runtime.token)
    app = assembled(offices, load(places, lambda: serial(runtime.token)), places, runtime.now)
    with serving(app, tls(places), runtime, HERE) as port:
        yield Standing(offices, places, f"https://{HERE}:{port}", places.folder, clock, runtime)


@contextmanager
def database(runtime: Runtime, place: Path | None = None, **settings: str) -> Iterator[Store]:
    """A bureau's store that knows nobody, in a cluster of its own with PostgreSQL's `settings`: in memory, or at a
    place.
    """
    with cluster_of_its_own(place, **settings) as cluster, TemporaryDirectory(prefix="bureau") as folder:
        url, key = cluster.url(cluster.create()), Path(folder) / "bureau.key"
        make_bureau(url, key, token=runtime.token)
        store = open_bureau(url, key, connections=20, token=runtime.token)
        try:
            yield store
        finally:
            store.close()
