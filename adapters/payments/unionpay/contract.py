"""A contract with UnionPay: what has to be said of it, what may be wrong with that, and its client."""

import re
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from adapters.payments.contract import Contract
from adapters.payments.unionpay.client import UnionPay
from adapters.payments.unionpay.keyed import RSA_SHA256, Method
from adapters.payments.unionpay.merchant import BASE_URL, FILE_URL, SIGNER, Acquirer, UnionPayMerchant
from adapters.settings import keys
from adapters.settings.held import Against, Unfit, held, wrong
from adapters.settings.keys import Before
from adapters.settings.table import Merchant, Table
from adapters.settings.values import NotifyUrl, WebAddress, shaped
from domain.payment.network import PaymentNetwork
from domain.runtime import Runtime

SECURE_KEY = re.compile(rb"[!-~]{16,256}")
MerId = Annotated[str, shaped("[0-9A-Za-z]{15}", "a merchant's number of 15 digits")]
AcqInsCode = Annotated[str, shaped("[0-9]{8,11}", "an acquirer's number of 8 to 11 digits")]
MerCatCode = Annotated[str, shaped("[0-9]{4}", "a kind of merchants (MCC) of 4 digits")]
MerName = Annotated[str, shaped(r"[^\x00-\x1f&={}\[\]]{1,40}", "the merchant's name in 40 characters")]
MerAbbr = Annotated[str, shaped(r"[^\x00-\x1f&={}\[\]]{1,8}", "the merchant's name in 8 characters")]
Signer = Annotated[str, shaped(r".*\S.*", "the name in UnionPay's signing certificate")]


def authority(path: Path, against: Against, before: Before) -> None:
    """The certificate of a CA, valid now."""
    from adapters.payments.unionpay.trust import is_authority

    found = keys.x509(path)
    if not is_authority(found):
        raise Unfit("has to be the certificate of a CA (basicConstraints CA:TRUE)")
    keys.in_date(found, against)


def chain(paths: list[Path], against: Against, before: Before) -> None:
    """One of them has signed itself: where the chain of UnionPay's own certificate ends."""
    if not any(found.issuer == found.subject for found in map(keys.x509, paths)):
        raise Unfit("holds no root: one of them has to be a certificate that signed itself")


def secure_key(path: Path, against: Against, before: Before) -> None:
    """A key that both sides have, as UnionPay shows it: one line."""
    if not SECURE_KEY.fullmatch(keys.content(path).strip()):
        raise Unfit("has to hold the key that UnionPay shows: 16 characters at least")


class AcquirerSettings(Table):
    """Who takes money for the merchant (收单机构接入), by UnionPay's names of the fields."""

    acq_ins_code: AcqInsCode
    """The acquirer's number."""
    mer_cat_code: MerCatCode
    """The merchant's category (MCC)."""
    mer_name: MerName
    """What the merchant is called."""
    mer_abbr: MerAbbr
    """The same, short."""


class UnionPaySettings(Merchant):
    """A merchant at UnionPay (ACP 5.1.0). `root_files` are the certificates above UnionPay's own.

    With `sign_method` 11 (SHA-256) or 12 (SM3) there is a `secure_key_file` in place of keys and certificates. With an
    `acquirer`, all of these are the acquirer's.
    """

    mer_id: MerId
    """The merchant's number (15 digits)."""
    acquirer: AcquirerSettings | None = None
    """Only where an acquirer (收单机构) takes the money."""
    sign_method: Method = RSA_SHA256
    """How messages are signed: `01` by certificate, `11` SHA-256, `12` SM3 with a key that both have."""
    secure_key_file: Annotated[Path | None, held(keys.secret, secure_key)] = None
    """That key, mode 0600; only for `11` and `12`."""
    certificate_file: Annotated[Path | None, held(keys.certificate)] = None
    """The merchant's certificate."""
    private_key_file: Annotated[Path | None, held(keys.secret, keys.private_key, keys.of_certificate)] = None
    """Its private key, mode 0600."""
    root_files: Annotated[list[Annotated[Path, held(authority)]], Field(min_length=1), held(chain)] | None = None
    """UnionPay's root and intermediate certificates."""
    signer: Signer = SIGNER
    """What the certificate of UnionPay that signs is called."""
    back_url: NotifyUrl
    """Where the network would tell of a payment: it is asked anyway."""
    base_url: WebAddress = BASE_URL
    """Where the network is; another for tries."""
    file_url: WebAddress = FILE_URL
    """Where bills are fetched from; another for tries."""

    @model_validator(mode="after")
    def _one_way_to_sign(self) -> Self:
        by_certificate = (self.certificate_file, self.private_key_file, self.root_files)
        if self.sign_method == RSA_SHA256 and (None in by_certificate or self.secure_key_file):
            raise wrong("needs certificate_file, private_key_file and root_files, and no secure_key_file")
        if self.sign_method != RSA_SHA256 and (any(by_certificate) or not self.secure_key_file):
            raise wrong("needs secure_key_file alone for this sign_method, and no certificates")
        return self


def _acquirer(given: AcquirerSettings | None) -> Acquirer | None:
    if given is None:
        return None
    return Acquirer(given.acq_ins_code, given.mer_cat_code, given.mer_name, given.mer_abbr)


def _content(file: Path | None) -> bytes:
    return file.read_bytes() if file else b""


def _client(given: UnionPaySettings, runtime: Runtime) -> PaymentNetwork:
    merchant = UnionPayMerchant(
        mer_id=given.mer_id,
        certificate=_content(given.certificate_file),
        private_key=_content(given.private_key_file),
        roots=tuple(file.read_bytes() for file in given.root_files or ()),
        signer=given.signer,
        back_url=given.back_url,
        sign_method=given.sign_method,
        secure_key=_content(given.secure_key_file).strip(),
        acquirer=_acquirer(given.acquirer),
    )
    client = UnionPay(merchant, given.base_url, runtime.now, runtime=runtime, file_url=given.file_url)
    client.prepare()
    return client


UNIONPAY = Contract(UnionPay.name, UnionPaySettings, _client)
