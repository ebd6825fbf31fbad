"""Enrolment at the bureau: the terminal makes its key, and is given a certificate for a code, once."""

import ssl
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pydantic import BaseModel, ConfigDict, ValidationError

from adapters.payments.line import WAIT_S, Line, NoReply
from adapters.payments.net import Net
from domain.ports import ForStaff
from domain.runtime import Runtime


class EnrolmentFailed(ForStaff):
    """The terminal has no certificate of the bureau's, or one that cannot be used."""


class Enrolled(BaseModel):
    """What the bureau answers; `certificate` and `ca` are PEM."""

    model_config = ConfigDict(extra="ignore", strict=True)
    terminal: str
    certificate: str
    ca: str


@dataclass(frozen=True, slots=True)
class Pass:
    """What a terminal shows: its key, and its certificate, in PEM."""

    key: bytes
    certificate: bytes

    @property
    def file(self) -> bytes:
        """Both, as they are kept in one file."""
        return self.key + self.certificate


def trusting(ca_file: Path, pass_file: Path | None) -> ssl.SSLContext:
    """Believes what the bureau's authority has signed, and nobody else; shows the terminal's certificate.

    Raises EnrolmentFailed.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    try:
        context.load_verify_locations(ca_file)
    except (OSError, ssl.SSLError):
        raise EnrolmentFailed(f"the bureau's certificate {ca_file} cannot be used") from None
    if pass_file is not None:
        try:
            context.load_cert_chain(pass_file)
        except FileNotFoundError:
            raise EnrolmentFailed(
                f"this terminal is not enrolled: there is no {pass_file} (./kiosk enrol --code CODE makes it)"
            ) from None
        except (OSError, ssl.SSLError):
            raise EnrolmentFailed(f"the terminal's certificate {pass_file} cannot be used: enrol it anew") from None
    return context


def enrol(url: str, ca_file: Path, terminal: str, code: str, runtime: Runtime) -> Pass:
    """Ask for a certificate by a code that the bureau's staff have read out. Raises EnrolmentFailed."""
    return _asked(url, trusting(ca_file, None), "/v1/enrol", {"code": code}, terminal, runtime)


def _asked(url: str, tls: ssl.SSLContext, path: str, said: dict[str, str], terminal: str, runtime: Runtime) -> Pass:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, terminal)])
    asked = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, SHA256())
    body = said | {"request": asked.public_bytes(Encoding.PEM).decode()}
    line = Line("bureau", url, WAIT_S, Net(runtime, tls), runtime)
    heard = line.call(
        lambda client: client.build_request("POST", line.base_url + path, json=body),
        lambda response: (response.status_code, response.content),
    )
    line.disconnect()
    if isinstance(heard, NoReply):
        raise EnrolmentFailed(f"the bureau at {url} does not answer: {heard.why}")
    status, content = heard
    if status != 200:
        raise EnrolmentFailed(f"the bureau refused ({status}): {_fault(content)}")
    try:
        given = Enrolled.model_validate_json(content)
    except ValidationError:
        raise EnrolmentFailed(f"what answers at {url} is no bureau") from None
    if given.terminal != terminal:
        raise EnrolmentFailed(f"the code is for terminal {given.terminal}, and this one is {terminal}")
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return Pass(private, given.certificate.encode())


class _Fault(BaseModel):
    fault: str


def _fault(content: bytes) -> str:
    try:
        return _Fault.model_validate_json(content).fault
    except ValidationError:
        return "without saying why"
