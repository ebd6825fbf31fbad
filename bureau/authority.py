"""The bureau's certificate authority: it says who is a terminal of the bureau, and who is the bureau."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from storage import files
from storage.bureau.terminals import Issued

NAME = "Shebao Kiosk bureau"
CA_YEARS, SERVER_YEARS, TERMINAL_DAYS = 20, 2, 400
BEFORE = timedelta(minutes=10)
"""A certificate is good from a little before it was made: no two clocks are the same."""


class AuthorityError(Exception):
    """The authority's files cannot be used, or a request for a certificate is none. One English sentence."""


@dataclass(frozen=True, slots=True)
class Places:
    """The authority's own files in one folder; keys have mode 0600."""

    folder: Path

    @property
    def ca(self) -> Path:
        """What terminals believe: it is given to them at their enrolment."""
        return self.folder / "ca.pem"

    @property
    def ca_key(self) -> Path:
        return self.folder / "ca.key"

    @property
    def server(self) -> Path:
        """The service's certificate."""
        return self.folder / "server.pem"

    @property
    def server_key(self) -> Path:
        return self.folder / "server.key"


@dataclass(frozen=True, slots=True)
class Authority:
    """`serial` gives random serial numbers of at most 159 bits."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey
    serial: Callable[[], int]

    def terminal(self, number: str, request: bytes, now: datetime) -> Issued:
        """The certificate of a terminal for the key of its request (PEM, PKCS #10). Raises AuthorityError.

        Nothing of the request is taken over but its key: who it is for the bureau says.
        """
        try:
            asked = x509.load_pem_x509_csr(request)
            key = asked.public_key()
            if not asked.is_signature_valid or not isinstance(key, ec.EllipticCurvePublicKey):
                raise ValueError
        except ValueError:
            raise AuthorityError(
                "the request for a certificate is none, or its key is not on an elliptic curve"
            ) from None
        until = now + timedelta(days=TERMINAL_DAYS)
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
        signed = self._leaf(key, number, now, until).add_extension(usage, critical=True).sign(self.key, SHA256())
        return Issued(f"{signed.serial_number:x}", until, signed.public_bytes(Encoding.PEM))

    def server(self, key: ec.EllipticCurvePublicKey, names: tuple[str, ...], now: datetime) -> bytes:
        """The certificate of the service at these names and addresses (PEM)."""
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        known = x509.SubjectAlternativeName([_general(name) for name in names])
        made = self._leaf(key, names[0], now, now + timedelta(days=365 * SERVER_YEARS))
        made = made.add_extension(known, critical=False).add_extension(usage, critical=True)
        return made.sign(self.key, SHA256()).public_bytes(Encoding.PEM)

    def _leaf(
        self, key: ec.EllipticCurvePublicKey, name: str, now: datetime, until: datetime
    ) -> x509.CertificateBuilder:
        ours = self.key.public_key()
        made = _certificate(key, name, self.certificate.subject, self.serial(), now, until)
        made = made.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        return made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ours), critical=False)


def make(places: Places, names: tuple[str, ...], now: datetime, serial: Callable[[], int]) -> None:
    """A new authority, and the service's certificate for its names and addresses. Raises AuthorityError."""
    places.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(file.exists() for file in (places.ca, places.ca_key)):
        raise AuthorityError(f"there is an authority in {places.folder} already")
    key = ec.generate_private_key(ec.SECP256R1())
    until = now + timedelta(days=365 * CA_YEARS)
    made = (
        _certificate(key.public_key(), NAME, _name(NAME), serial(), now, until)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.KeyUsage(False, False, False, False, False, True, True, False, False), critical=True)
        .sign(key, SHA256())
    )
    _write_key(places.ca_key, key)
    files.write(places.ca, made.public_bytes(Encoding.PEM))
    renew_server(places, Authority(made, key, serial), names, now)


def renew_server(places: Places, authority: Authority, names: tuple[str, ...], now: datetime) -> None:
    """The service's certificate, with a new key."""
    key = ec.generate_private_key(ec.SECP256R1())
    _write_key(places.server_key, key)
    files.write(places.server, authority.server(key.public_key(), names, now))


def load(places: Places, serial: Callable[[], int]) -> Authority:
    """The authority that is there. Raises AuthorityError."""
    try:
        key = load_pem_private_key(places.ca_key.read_bytes(), None)
        certificate = x509.load_pem_x509_certificate(places.ca.read_bytes())
    except (OSError, ValueError) as error:
        raise AuthorityError(f"the authority in {places.folder} cannot be read: {type(error).__name__}") from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise AuthorityError(f"{places.ca_key} is not the key of {places.ca}")
    return Authority(certificate, key, serial)


def serial(token: Callable[[int], bytes]) -> int:
    """A number for a certificate: as long as there may be (RFC 5280), of random bytes."""
    return int.from_bytes(token(19), "big")


def _certificate(
    key: ec.EllipticCurvePublicKey,
    name: str,
    issuer: x509.Name,
    serial: int,
    now: datetime,
    until: datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(serial)
        .not_valid_before(now - BEFORE)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _write_key(place: Path, key: ec.EllipticCurvePrivateKey) -> None:
    files.write(place, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
