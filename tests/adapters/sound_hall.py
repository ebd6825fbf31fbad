"""A hall whose settings are sound, every key file of it real; and files beside them that are not what is wanted."""

import shutil
from pathlib import Path

from adapters.settings import Against
from tests.adapters.stand import NOON, KeyPair, openssl
from tests.adapters.unionpay.openssl_ca import MERCHANT, UNTIL, Registry

AGAINST = Against(frozenset({"贵阳市", "遵义市"}), NOON)
PIN_HASH = "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcyBpdA$kJ8sW2zP0mVd5QyN7rT4uXbE1fHgLcAo9iKpZqRtYsU"
ROOT, MIDDLE = "/C=CN/CN=Root CA", "/C=CN/CN=Middle CA"
LONG_AGO = ("20200101000000Z", "20210101000000Z")

SOUND = f"""\
hall = "南明区办税服务厅"
city = "贵阳市"
terminal = "T0107"
store = "FOLDER/hall.sqlite"
key_file = "FOLDER/hall.key"
approved_bluetooth = ["00:1A:7D:DA:71:13"]

[bureau]
url = "https://bureau.example:8443"
ca_file = "FOLDER/ca.pem"

[wechat]
mchid = "1900000109"
appid = "wxd678efh567hg6787"
certificate_file = "FOLDER/wechat.pem"
serial = "WECHAT_SERIAL"
private_key_file = "FOLDER/wechat.key"
apiv3_key_file = "FOLDER/apiv3.key"
notify_url = "https://hall.example/wechat"

[wechat.platform_keys]
PUB_KEY_ID_0112345678 = "FOLDER/platform.pub"

[alipay]
app_id = "2021000000000109"
seller_id = "2088100000000109"
private_key_file = "FOLDER/alipay.key"
alipay_public_key_file = "FOLDER/platform.pub"
notify_url = "https://hall.example/alipay"

[unionpay]
mer_id = "777290000000001"
certificate_file = "FOLDER/unionpay.pem"
private_key_file = "FOLDER/unionpay.key"
root_files = [
    "FOLDER/root.pem",
    "FOLDER/middle.pem",
]
back_url = "https://hall.example/unionpay"

[links]
tax_app = "https://hall.example/app"

[panel]
diagonal_in = 21.5
bottom_mm = 700

[[printers]]
kind = "cups"
uri = "ipp://127.0.0.1/printers/a4"

[[printers]]
kind = "escpos"
address = "00:1A:7D:DA:71:13"

[[printers]]
kind = "escpos"
name = "柜台"
device = "/dev/rfcomm0"

[[readers]]
kind = "card"
device = "/dev/card"
place = "below_right"

[[readers]]
kind = "scanner"
device = "/dev/scanner"

[[readers]]
kind = "keyboard"
reads = "both"

[[staff]]
number = "0107"
pin_hash = "{PIN_HASH}"

[[staff]]
number = "0108"
pin_hash = "{PIN_HASH}"
"""


class SoundHall:
    """`folder` has every file; `text` is the settings file's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        merchant, other = KeyPair.make(folder, "unionpay"), KeyPair.make(folder, "other")
        self._copy(merchant.private, "wechat.key", "alipay.key")
        self._copy(other.public, "platform.pub")
        self._copy(merchant.public, "ours.pub")
        registry = Registry.make(folder)
        root = registry.certify(other, ROOT, kind="root")
        middle = registry.certify(merchant, MIDDLE, by=root, kind="root")
        leaf = registry.certify(merchant, MERCHANT, by=root)
        for name, made in {
            "root.pem": root,
            "middle.pem": middle,
            "unionpay.pem": leaf,
            "wechat.pem": leaf,
            "mute.pem": registry.certify(other, ROOT, kind="mute_root"),
            "ca.pem": root,
            "past.pem": registry.certify(merchant, MERCHANT, root, "signer", *LONG_AGO),
            "past-root.pem": registry.certify(other, ROOT, None, "root", *LONG_AGO),
            "future.pem": registry.certify(merchant, MERCHANT, root, "signer", UNTIL, "20290101000000Z"),
        }.items():
            (folder / name).write_bytes(made.pem)
        self.serial = f"{int(leaf.cert_id):X}"
        self._openssl("short.key", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024")
        self._openssl("short.pub", "pkey", "-in", str(folder / "short.key"), "-pubout")
        self._openssl("curve.key", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
        self._openssl("curve.pub", "pkey", "-in", str(folder / "curve.key"), "-pubout")
        self._openssl("shut.key", "rsa", "-in", str(other.private), "-aes256", "-passout", "pass:secret")
        self._copy(other.private, "open.key")
        for name, content in {
            "apiv3.key": b"0123456789abcdef0123456789abcdef\n",
            "apiv3-short.key": b"0123456789abcdef0123456789abcde",
            "apiv3-open.key": b"0123456789abcdef0123456789abcdef",
            "words.txt": b"no key at all",
            "bare.txt": b"MIIEvgIBADANBgkqhkiG9w0BAQEFAASC",
            "large.key": bytes(100_000),
            "hall.key": b"00" * 32,
        }.items():
            (folder / name).write_bytes(content)
        for file in folder.iterdir():
            file.chmod(0o600)
        for name in ("open.key", "apiv3-open.key"):
            (folder / name).chmod(0o644)
        self.text = SOUND.replace("FOLDER", str(folder)).replace("WECHAT_SERIAL", self.serial)

    def _copy(self, file: Path, *names: str) -> None:
        for name in names:
            shutil.copy(file, self.folder / name)

    def _openssl(self, name: str, *arguments: str) -> None:
        openssl(*arguments, "-out", str(self.folder / name))
