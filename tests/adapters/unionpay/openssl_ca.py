"""Certificates made by the openssl command alone, with dates of our choice."""

from dataclasses import dataclass
from pathlib import Path

from tests.adapters.stand import KeyPair, openssl

SINCE, UNTIL = "20260101000000Z", "20270101000000Z"
UNIONPAY = "/C=CN/CN=041@8310000000083040@中国银联股份有限公司@00016495"
MERCHANT = "/C=CN/CN=041@Z2026-11-23@777290000000001:SIGN@00000001"

CONFIGURATION = """
[ca]
default_ca = here
[here]
database = {folder}/index
new_certs_dir = {folder}
rand_serial = yes
default_md = sha256
unique_subject = no
policy = any
[any]
countryName = optional
commonName = supplied
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
[silent_root]
basicConstraints = critical,CA:true
[mute_root]
basicConstraints = critical,CA:true
keyUsage = critical,cRLSign
[signer]
basicConstraints = CA:false
keyUsage = digitalSignature,nonRepudiation
[bare]
subjectKeyIdentifier = hash
"""


@dataclass(frozen=True)
class Certified:
    """A key and its certificate."""

    keys: KeyPair
    pem: bytes

    @property
    def cert_id(self) -> str:
        """The serial number, decimal."""
        serial = openssl("x509", "-noout", "-serial", given=self.pem).decode().strip().removeprefix("serial=")
        return str(int(serial, 16))


@dataclass(frozen=True)
class Registry:
    """A CA with its database in a folder of its own."""

    folder: Path

    @classmethod
    def make(cls, folder: Path) -> "Registry":
        (folder / "index").touch()
        (folder / "ca.conf").write_text(CONFIGURATION.format(folder=folder))
        return cls(folder)

    def certify(
        self,
        keys: KeyPair,
        subject: str,
        by: Certified | None = None,
        kind: str = "signer",
        since: str = SINCE,
        until: str = UNTIL,
        digest: str = "sha256",
    ) -> Certified:
        """A certificate for a key, signed `by` somebody or, without, by itself. `kind` is a part of CONFIGURATION."""
        request, made, issuer = (self.folder / name for name in ("request", "made", "issuer"))
        openssl("req", "-new", "-utf8", "-key", str(keys.private), "-subj", subject, "-out", str(request))
        if by is None:
            signing = ["-selfsign", "-keyfile", str(keys.private)]
        else:
            issuer.write_bytes(by.pem)
            signing = ["-cert", str(issuer), "-keyfile", str(by.keys.private)]
        dates = ["-startdate", since, "-enddate", until]
        files = ["-config", str(self.folder / "ca.conf"), "-in", str(request), "-out", str(made)]
        openssl("ca", "-batch", "-notext", "-preserveDN", "-md", digest, "-extensions", kind, *dates, *signing, *files)
        return Certified(keys, made.read_bytes())
