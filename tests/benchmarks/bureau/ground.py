"""A bureau as it should stand: PostgreSQL with a standby that is waited for, the service as processes of its own."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from adapters.bank import NoBank
from adapters.runtime import Machine
from adapters.sms import NoSms
from bureau.authority import Places, load, serial
from bureau.offices import Bureau
from kit.people.store import fill
from storage.bureau.opening import open_bureau
from tests.payment.hall import BOOK, PEOPLE
from tests.race.service import Service, two_nodes
from tests.storage.bureau.standby import waits_for

HALL = "南明区办税服务厅"
WHO = PEOPLE[0]
POSTGRES = {"max_connections": "200", "shared_buffers": "512MB", "max_wal_size": "4GB"}
LOGGING = {"logging_collector": "on", "log_destination": "jsonlog", "log_directory": "log"}


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A terminal, the serial and the file of its certificate, and who stands there."""

    number: str
    serial: str
    file: Path
    person: int
    identity: str


class Ground:
    """`bureau` is it from within; nothing is served yet. All ends with `opened`."""

    def __init__(self, folder: Path, opened: ExitStack) -> None:
        self.folder, self.machine = folder, Machine()
        self.first, second = two_nodes(folder, opened, **POSTGRES, **LOGGING)
        self.service = Service(folder, [self.first])
        self.service.make()
        second.follows(self.first)
        second.start()
        waits_for(self.first, second)
        self.store = open_bureau(self.service.database, folder / "bureau" / "bureau.key", token=os.urandom)
        opened.callback(self.store.close)
        self.bureau = Bureau.on(self.store, NoSms(), NoBank(), {}, self.machine.now, self.machine.token)
        self.authority = load(Places(folder / "bureau" / "authority"), lambda: serial(os.urandom))
        self._enrolled: list[Enrolled] = []

    @property
    def ca(self) -> Path:
        return self.folder / "bureau" / "authority" / "ca.pem"

    @contextmanager
    def served(self, processes: int) -> Iterator[None]:
        """By so many processes that share the address."""
        services = [replace(self.service, process=None) for _ in range(processes)]
        try:
            for one in services:
                one.start()
            yield
        finally:
            for one in services:
                one.kill()

    def enrolled(self, many: int) -> list[Enrolled]:
        """So many terminals, with somebody at each."""
        if missing := range(len(self._enrolled), many):
            known = [(n, f"5201021990{n:08d}") for n in missing]
            fill(self.store, (replace(WHO, number=number) for _, number in known), BOOK, self.machine.now().date())
            self._enrolled += [self._enrol(f"B{n:04}", number) for n, number in known]
        return self._enrolled[:many]

    def _enrol(self, number: str, identity: str) -> Enrolled:
        now, terminals = self.machine.now(), self.bureau.terminals
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, number)])
        asked = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, SHA256())
        pem = asked.public_bytes(Encoding.PEM)
        code = terminals.code(number, HALL, now)
        issued = terminals.redeem(code, now, lambda whose: self.authority.terminal(whose, pem, now))
        file = self.folder / f"{number}.pem"
        file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + issued.pem)
        person = self.store.tax.find_person(WHO.kind, identity, WHO.name)
        assert person
        return Enrolled(number, issued.serial, file, person.id, identity)
