"""Wrong settings are found before the first visitor: each by its key and line, all at once, no value repeated."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from cryptography.x509 import load_pem_x509_certificate

from adapters.settings import Settings, SettingsError, check, read
from tests.adapters.sound_hall import AGAINST, PIN_HASH, SoundHall

SCRYPT = "scrypt$" + "0" * 32 + "$" + "0" * 64
WEAK_HASH = PIN_HASH.replace("m=19456", "m=1024")
RSA = "has to hold an RSA private key, as PEM"
PUBLIC = "has to hold an RSA public key, as PEM"
CERTIFICATE = "has to hold a certificate, as PEM"
GONE = "names no file that there is"
NO_PATH = "names something that is no key file"
OPEN = "has to have mode 0600: with 0644 others may use it"
SHORT = "has to hold a key of 2048 bits or more, and holds one of 1024"
SHUT = "has to be without a passphrase"
NOT_ITS_KEY = "is not the key of certificate_file"
HTTPS = "has to be https: by http only this machine itself is spoken to"
ADDRESS = "has to be an address like https://host/path"
NO_QUERY = "has to have no query and 255 characters at most"
MISSING = "is missing"
UNSAID = "is missing: a hall has to say it"
TERMINAL = "has to end in its four digits, like T0001: up to eight capitals and digits"
TWICE = "has been given to another one above: it has to differ"
EMPTY = "is empty: it has to name one at least"
MCHID = "has to be a merchant's number of 8 to 10 digits"
SERIAL = "has to be a certificate's serial number of up to 40 hexadecimal digits"
SELLER = "has to be a merchant's number of 16 digits that begins with 2088"
BLUETOOTH = "has to be a Bluetooth address like 00:1A:7D:DA:71:13"
UNAPPROVED = "has to be among approved_bluetooth as well"
CA = "has to be the certificate of a CA (basicConstraints CA:TRUE)"
PAST = "is a certificate from 2020-01-01 to 2021-01-01: it is not valid now"
ALIPAYS = "is the application's own public key: Alipay's is wanted, which its platform shows beside it"
SIGNER = "has to be the name in UnionPay's signing certificate"
NO_USER = "has to be an address without a user or a fragment"
ABOVE = "is no setting of links: it has to stand above the first table"
POSITIVE = "should be greater than 0"
PRINTED = "has to be what ./kiosk pin prints"
QUEUE = "has to be an address like ipp://127.0.0.1/printers/a4"
NUMBER = "should be a valid number, unable to parse string as a number"
NEAR = "should be greater than or equal to 200"
LAYOUTS = "should be '1080x1920', '1920x1080' or '1280x1024'"
PLACES = "should be 'below', 'below_right', 'below_left', 'right' or 'left'"

CASES = [
    # What this terminal is.
    ('hall = "南明区办税服务厅"\n', "", "hall", UNSAID),
    ('hall = "南明区办税服务厅"', 'hall = " "', "hall", UNSAID),
    ('city = "贵阳市"\n', "", "city", UNSAID),
    ('city = "贵阳市"', 'city = "贵阳"', "city", "has to be one of 贵阳市、遵义市"),
    ('terminal = "T0107"\n', "", "terminal", UNSAID),
    ('terminal = "T0107"', 'terminal = "T"', "terminal", TERMINAL),
    ('terminal = "T0107"', 'terminal = "T107"', "terminal", TERMINAL),
    ('terminal = "T0107"', 'terminal = "0107T"', "terminal", TERMINAL),
    ('terminal = "T0107"', 'terminal = "贵阳0107"', "terminal", TERMINAL),
    ('terminal = "T0107"', "terminal = 107", "terminal", "should be a valid string"),
    ('store = "FOLDER/hall.sqlite"', 'store = "FOLDER"', "store", "names something that is no file"),
    (
        'store = "FOLDER/hall.sqlite"',
        'store = "FOLDER/words.txt/hall.sqlite"',
        "store",
        "cannot be made there: the terminal may not write into its folder",
    ),
    (
        'key_file = "FOLDER/hall.key"',
        'key_file = "FOLDER/hall.sqlite"',
        "key_file",
        "has to be another file than the store",
    ),
    ('key_file = "FOLDER/hall.key"', 'key_file = "FOLDER/open.key"', "key_file", OPEN),
    ('terminal = "T0107"', 'terminal = "T0107"\ncitty = "贵阳市"', "citty", "is no setting; did you mean city?"),
    ('terminal = "T0107"', 'terminal = "T0107"\ncolour = "red"', "colour", "is no setting"),
    # The panel.
    ("diagonal_in = 21.5", "diagonal_in = 5", "panel.diagonal_in", "should be greater than or equal to 7"),
    ("diagonal_in = 21.5", 'diagonal_in = "wide"', "panel.diagonal_in", NUMBER),
    ("diagonal_in = 21.5\n", "", "panel.diagonal_in", MISSING),
    ("bottom_mm = 700", "bottom_mm = -1", "panel.bottom_mm", "should be greater than or equal to 0"),
    ("bottom_mm = 700\n", "", "panel.bottom_mm", MISSING),
    ("bottom_mm = 700", "bottom_mm = 700\ndistance_mm = 70", "panel.distance_mm", NEAR),
    ("bottom_mm = 700", 'bottom_mm = 700\nlayout = "1920x1200"', "panel.layout", LAYOUTS),
    ("bottom_mm = 700", "bottom_mm = 700\nbottom = 700", "panel.bottom", "is no setting; did you mean bottom_mm?"),
    # WeChat Pay.
    ('mchid = "1900000109"', 'mchid = ""', "wechat.mchid", MCHID),
    ('mchid = "1900000109"', 'mchid = "19000001O9"', "wechat.mchid", MCHID),
    ('mchid = "1900000109"\n', "", "wechat.mchid", MISSING),
    ('appid = "wxd678efh567hg6787"', 'appid = "gh_123"', "wechat.appid", "has to be wx and 16 letters or digits"),
    ('serial = "WECHAT_SERIAL"', 'serial = ""', "wechat.serial", SERIAL),
    ('serial = "WECHAT_SERIAL"', 'serial = "12:34"', "wechat.serial", SERIAL),
    ('serial = "WECHAT_SERIAL"', 'serial = "1F"', "wechat.serial", "is not the serial number of certificate_file"),
    ("FOLDER/wechat.pem", "FOLDER/past.pem", "wechat.certificate_file", PAST),
    ("FOLDER/wechat.key", "FOLDER/gone.key", "wechat.private_key_file", GONE),
    ("FOLDER/wechat.key", "FOLDER", "wechat.private_key_file", NO_PATH),
    ("FOLDER/wechat.key", "FOLDER/large.key", "wechat.private_key_file", NO_PATH),
    ("FOLDER/wechat.key", "FOLDER/words.txt", "wechat.private_key_file", RSA),
    ("FOLDER/wechat.key", "FOLDER/ours.pub", "wechat.private_key_file", RSA),
    ("FOLDER/wechat.key", "FOLDER/curve.key", "wechat.private_key_file", RSA),
    ("FOLDER/wechat.key", "FOLDER/shut.key", "wechat.private_key_file", SHUT),
    ("FOLDER/wechat.key", "FOLDER/short.key", "wechat.private_key_file", f"{SHORT}; {NOT_ITS_KEY}"),
    ("FOLDER/wechat.key", "FOLDER/other.key", "wechat.private_key_file", NOT_ITS_KEY),
    ("FOLDER/wechat.key", "FOLDER/open.key", "wechat.private_key_file", f"{OPEN}; {NOT_ITS_KEY}"),
    (
        "FOLDER/apiv3.key",
        "FOLDER/apiv3-short.key",
        "wechat.apiv3_key_file",
        "has to hold 32 bytes, and holds 31",
    ),
    ("FOLDER/apiv3.key", "FOLDER/apiv3-open.key", "wechat.apiv3_key_file", OPEN),
    ("FOLDER/apiv3.key", "FOLDER/gone.key", "wechat.apiv3_key_file", GONE),
    (
        'PUB_KEY_ID_0112345678 = "FOLDER/platform.pub"',
        'PUB_KEY_ID_0112345678 = "FOLDER/words.txt"',
        "wechat.platform_keys.PUB_KEY_ID_0112345678",
        PUBLIC,
    ),
    (
        "PUB_KEY_ID_0112345678 = ",
        '"the key" = ',
        "wechat.platform_keys.the key",
        "has to be PUB_KEY_ID_ and its number, or a hexadecimal serial number",
    ),
    (
        'PUB_KEY_ID_0112345678 = "FOLDER/platform.pub"',
        '1F = "FOLDER/wechat.pem"',
        "wechat.platform_keys",
        "1F is not the serial number of its certificate",
    ),
    ("https://hall.example/wechat", "", "wechat.notify_url", ADDRESS),
    ("https://hall.example/wechat", "hello", "wechat.notify_url", ADDRESS),
    ("https://hall.example/wechat", "https://", "wechat.notify_url", ADDRESS),
    ("https://hall.example/wechat", "https://hall.example:port/", "wechat.notify_url", ADDRESS),
    ("https://hall.example/wechat", "https://hall.example/?a=1", "wechat.notify_url", NO_QUERY),
    ("https://hall.example/wechat", "http://hall.example/", "wechat.notify_url", HTTPS),
    ("[wechat]\n", '[wechat]\nbase_url = "http://api.mch.weixin.qq.com"\n', "wechat.base_url", HTTPS),
    ("[wechat]\n", '[wechat]\nbase_url = "hello"\n', "wechat.base_url", ADDRESS),
    ("[wechat]\n", '[wechat]\nmchidd = "1"\n', "wechat.mchidd", "is no setting; did you mean mchid?"),
    # Alipay.
    (
        'app_id = "2021000000000109"',
        'app_id = ""',
        "alipay.app_id",
        "has to be an application's number of 16 digits",
    ),
    ('seller_id = "2088100000000109"', 'seller_id = "2021000000000109"', "alipay.seller_id", SELLER),
    ("FOLDER/alipay.key", "FOLDER/bare.txt", "alipay.private_key_file", RSA),
    ("FOLDER/alipay.key", "FOLDER/open.key", "alipay.private_key_file", OPEN),
    (
        'alipay_public_key_file = "FOLDER/platform.pub"',
        'alipay_public_key_file = "FOLDER/ours.pub"',
        "alipay.alipay_public_key_file",
        ALIPAYS,
    ),
    (
        'alipay_public_key_file = "FOLDER/platform.pub"',
        'alipay_public_key_file = "FOLDER/short.pub"',
        "alipay.alipay_public_key_file",
        SHORT,
    ),
    (
        'alipay_public_key_file = "FOLDER/platform.pub"',
        'alipay_public_key_file = "FOLDER/curve.pub"',
        "alipay.alipay_public_key_file",
        PUBLIC,
    ),
    ("[alipay]\n", '[alipay]\nbase_url = "ftp://openapi.alipay.com"\n', "alipay.base_url", ADDRESS),
    # UnionPay.
    ('mer_id = "777290000000001"', 'mer_id = ""', "unionpay.mer_id", "has to be a merchant's number of 15 digits"),
    ("FOLDER/unionpay.pem", "FOLDER/words.txt", "unionpay.certificate_file", CERTIFICATE),
    ("FOLDER/unionpay.pem", "FOLDER/past.pem", "unionpay.certificate_file", PAST),
    (
        "FOLDER/unionpay.pem",
        "FOLDER/future.pem",
        "unionpay.certificate_file",
        "is a certificate from 2027-01-01 to 2029-01-01: it is not valid now",
    ),
    ("FOLDER/unionpay.key", "FOLDER/other.key", "unionpay.private_key_file", NOT_ITS_KEY),
    ("FOLDER/unionpay.key", "FOLDER/shut.key", "unionpay.private_key_file", SHUT),
    (
        'root_files = [\n    "FOLDER/root.pem",\n    "FOLDER/middle.pem",\n]',
        "root_files = []",
        "unionpay.root_files",
        EMPTY,
    ),
    (
        'root_files = [\n    "FOLDER/root.pem",\n    "FOLDER/middle.pem",\n]',
        'root_files = ["FOLDER/middle.pem"]',
        "unionpay.root_files",
        "holds no root: one of them has to be a certificate that signed itself",
    ),
    (
        'root_files = [\n    "FOLDER/root.pem",\n    "FOLDER/middle.pem",\n]',
        'root_files = ["FOLDER/root.pem", "FOLDER/unionpay.pem"]',
        "unionpay.root_files.1",
        CA,
    ),
    (
        'root_files = [\n    "FOLDER/root.pem",\n    "FOLDER/middle.pem",\n]',
        'root_files = ["FOLDER/mute.pem"]',
        "unionpay.root_files.0",
        CA,
    ),
    (
        'root_files = [\n    "FOLDER/root.pem",\n    "FOLDER/middle.pem",\n]',
        'root_files = ["FOLDER/past-root.pem"]',
        "unionpay.root_files.0",
        PAST,
    ),
    ("https://hall.example/unionpay", "http://10.0.0.1/unionpay", "unionpay.back_url", HTTPS),
    ("[unionpay]\n", '[unionpay]\nsigner = ""\n', "unionpay.signer", SIGNER),
    # What codes on entrances lead to.
    ("https://hall.example/app", "http://hall.example/app", "links.tax_app", HTTPS),
    ("https://hall.example/app", "javascript:alert(1)", "links.tax_app", ADDRESS),
    ("https://hall.example/app", "https://user@hall.example", "links.tax_app", NO_USER),
    ("[links]\n", '[links]\nterminal = "T0001"\n', "links.terminal", ABOVE),
    # Printers.
    ('kind = "cups"', 'kind = "laser"', "printers.0.kind", 'has to be "cups" or "escpos"'),
    ('uri = "ipp://127.0.0.1/printers/a4"', 'uri = "a4"', "printers.0.uri", QUEUE),
    ('uri = "ipp://127.0.0.1/printers/a4"\n', "", "printers.0.uri", MISSING),
    ('kind = "escpos"\naddress', 'kind = "escpos"\nwidth = 76\naddress', "printers.1.width", "should be 58 or 80"),
    ('name = "柜台"\n', "", "printers.2.name", TWICE),
    ('name = "柜台"', 'name = ""', "printers.2.name", "has to be a name"),
    ('device = "/dev/rfcomm0"', 'device = "rfcomm0"', "printers.2.device", "has to be a whole path like /dev/rfcomm0"),
    ('device = "/dev/rfcomm0"', 'address = "00:1A:7D:DA:71:13"', "printers.2.address", TWICE),
    ('device = "/dev/rfcomm0"', 'address = "00:1A:7D:DA:71:14"', "printers.2.address", UNAPPROVED),
    ('device = "/dev/rfcomm0"\n', "", "printers.2", "needs either a device or an address"),
    ('device = "/dev/rfcomm0"', 'device = "/dev/rfcomm0"\nbaudrate = 0', "printers.2.baudrate", POSITIVE),
    (
        'approved_bluetooth = ["00:1A:7D:DA:71:13"]',
        'approved_bluetooth = ["00:1A:7D:DA:71:13", "the printer"]',
        "approved_bluetooth.1",
        BLUETOOTH,
    ),
    # Readers.
    ('kind = "card"', 'kind = "nfc"', "readers.0.kind", 'has to be "card", "scanner" or "keyboard"'),
    ('kind = "card"\n', "", "readers.0.kind", MISSING),
    ('device = "/dev/card"\n', "", "readers.0.device", MISSING),
    ('device = "/dev/card"', 'device = "/dev/rfcomm0"', "readers.0.device", TWICE),
    ('device = "/dev/card"', 'device = "/dev/scanner"', "readers.1.device", TWICE),
    ('place = "below_right"', 'place = "somewhere"', "readers.0.place", PLACES),
    ('reads = "both"\n', "", "readers.2.reads", MISSING),
    ('kind = "scanner"', 'kind = "scanner"\nname = "读卡器"', "readers.1.name", TWICE),
    # Staff.
    ('number = "0108"', 'number = "0107"', "staff.1.number", TWICE),
    ('number = "0108"', 'number = "Zhang"', "staff.1.number", "has to be 1 to 8 digits"),
    (f'"0107"\npin_hash = "{PIN_HASH}"', '"0107"\npin_hash = "507291"', "staff.0.pin_hash", PRINTED),
    (
        f'"0107"\npin_hash = "{PIN_HASH}"',
        f'"0107"\npin_hash = "{SCRYPT}"',
        "staff.0.pin_hash",
        "is of an older kind that is no longer taken: make a new one by ./kiosk pin",
    ),
    (
        f'"0107"\npin_hash = "{PIN_HASH}"',
        f'"0107"\npin_hash = "{WEAK_HASH}"',
        "staff.0.pin_hash",
        "was made with too little effort: make a new one by ./kiosk pin",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> SoundHall:
    return SoundHall(tmp_path_factory.mktemp("hall"))


def checked(hall: SoundHall, text: str, environ: Mapping[str, str] | None = None) -> tuple[Settings | None, list[str]]:
    file = hall.folder / "kiosk.toml"
    file.write_text(text, "utf-8")
    settings, faults = check(file, environ or {}, "hall", AGAINST)
    return settings, [str(fault) for fault in faults]


def changed(hall: SoundHall, old: str, new: str, text: str) -> str:
    old, new = (words.replace("FOLDER", str(hall.folder)).replace("WECHAT_SERIAL", hall.serial) for words in (old, new))
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


def line_of(text: str, key: str) -> int:
    """Where a key stands, found in another way than the settings do: by its table's heading, then by its name."""
    lines, (name, *above) = text.splitlines(), reversed(key.split("."))
    at = 0
    for part in reversed(above):
        if part.isdecimal():
            headings = [n for n, line in enumerate(lines) if re.match(rf"\[\[{above[-1]}\]\]", line)]
            at = headings[int(part)]
        else:
            at = next((n for n, line in enumerate(lines) if re.match(rf"\[+([a-z]+\.)?{part}\]", line)), at)
    if name.isdecimal():
        return line_of(text, ".".join(reversed(above)))
    found = (n for n, line in enumerate(lines[at:], at) if re.match(rf'"?{re.escape(name)}"? =', line))
    end = next((n for n, line in enumerate(lines[at + 1 :], at + 1) if line.startswith("[")), len(lines))
    return next((n for n in found if n < end), at) + 1


def test_a_sound_hall(hall: SoundHall) -> None:
    settings, faults = checked(hall, hall.text)
    assert settings and faults == []
    assert (settings.place, settings.profile, len(settings.staff)) == (107, "hall", 2)


@pytest.mark.parametrize(
    ("old", "new", "key", "sentence"), CASES, ids=[f"{case[2]}-{n}" for n, case in enumerate(CASES)]
)
def test_each_wrong_setting(hall: SoundHall, old: str, new: str, key: str, sentence: str) -> None:
    text = changed(hall, old, new, hall.text)
    settings, faults = checked(hall, text)
    place = {
        "wechat.platform_keys": text.splitlines().index("[wechat.platform_keys]") + 1,
        "printers.2": [n for n, line in enumerate(text.splitlines(), 1) if line == "[[printers]]"][-1],
    }.get(key) or line_of(text, key)
    assert faults == [f"{hall.folder}/kiosk.toml:{place}: {key}: {sentence}"]
    assert settings is None


def test_all_are_named_at_once_in_the_order_of_the_file(hall: SoundHall) -> None:
    text = hall.text
    for old, new in (
        ('terminal = "T0107"\n', ""),
        ('mchid = "1900000109"', 'mchid = ""'),
        ("FOLDER/wechat.key", "FOLDER/open.key"),
        ("FOLDER/unionpay.key", "FOLDER/other.key"),
        ("https://hall.example/unionpay", "hello"),
        ('number = "0108"', 'number = "0107"'),
    ):
        text = changed(hall, old, new, text)
    _, faults = checked(hall, text, {"KIOSK_HAL": "", "KIOSK_WECHAT__SERIAL": "no serial"})
    keys = [fault.removeprefix(f"{hall.folder}/kiosk.toml:").split(": ")[:2] for fault in faults[:-2]]
    assert [key for _, key in keys] == [
        "terminal",
        "wechat.mchid",
        "wechat.private_key_file",
        "unionpay.private_key_file",
        "unionpay.back_url",
        "staff.1.number",
    ]
    lines = [int(line) for line, _ in keys]
    assert lines == sorted(lines)
    assert faults[-2:] == [
        "KIOSK_HAL: is no setting; did you mean KIOSK_HALL?",
        f"KIOSK_WECHAT__SERIAL: {SERIAL}",
    ]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'hall = "x"\nterminal = ', ":2:12: this is no TOML: "),
        (b'hall = "x"\nhall = "y"\n', ":2:11: this is no TOML: "),
        (b"staff = [\n1", ":2:2: this is no TOML: "),
        (b'city = "a"\r\nhall = "\xff"\n', ":2: this line is not UTF-8"),
    ],
    ids=["no value", "twice", "not closed", "no text"],
)
def test_what_is_no_toml(tmp_path: Path, content: bytes, place: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_bytes(content)
    _, (fault,) = check(file, {}, "hall", AGAINST)
    assert str(fault).startswith(f"{file}{place}")


@pytest.mark.parametrize("gone", ["gone.toml", "."])
def test_a_file_that_cannot_be_read(tmp_path: Path, gone: str) -> None:
    _, (fault,) = check(tmp_path / gone, {}, "hall", AGAINST)
    assert str(fault).startswith(str(tmp_path))


def test_a_hall_in_which_nothing_can_be_paid(hall: SoundHall) -> None:
    text = re.sub(r"(?s)\[wechat\].*?(?=\[links\])", "", hall.text)
    assert checked(hall, text)[1] == [
        f"{hall.folder}/kiosk.toml:1: wechat: a hall needs a merchant: a table [wechat], [alipay] or [unionpay]"
    ]
    file = hall.folder / "kiosk.toml"
    assert check(file, {}, "demo", AGAINST)[0]
    assert check(file, {}, "hall")[0], "whoever only opens the store does not need one"


@pytest.mark.parametrize("network", ["wechat", "alipay", "unionpay"])
def test_a_hall_with_one_network(hall: SoundHall, network: str) -> None:
    others = {"wechat", "alipay", "unionpay"} - {network}
    text = re.sub(rf"(?ms)^\[({'|'.join(others)})(\.platform_keys)?\].*?(?=^\[)", "", hall.text)
    settings, faults = checked(hall, text)
    assert settings and faults == [] and all(getattr(settings, other) is None for other in others)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080", "http://[::1]:8080/gateway", "http://localhost/a"])
def test_this_machine_itself_is_spoken_to_by_http(hall: SoundHall, url: str) -> None:
    assert checked(hall, changed(hall, "[wechat]\n", f'[wechat]\nbase_url = "{url}"\n', hall.text))[1] == []


def test_a_platform_certificate_out_of_date_stays_beside_a_key(hall: SoundHall) -> None:
    """Old and new live side by side: the old one's last day must not end the hall's service."""
    old = (hall.folder / "past.pem").read_bytes()
    entry = f'{load_pem_x509_certificate(old).serial_number:X} = "FOLDER/past.pem"\n'
    key = 'PUB_KEY_ID_0112345678 = "FOLDER/platform.pub"\n'
    assert checked(hall, changed(hall, key, key + entry, hall.text))[1] == []
    assert "holds no certificate that is valid now" in checked(hall, changed(hall, key, entry, hall.text))[1][0]


def test_no_value_is_repeated(hall: SoundHall) -> None:
    """A secret may stand anywhere by mistake."""
    secret = "MIIEvgIBADANBgkqhkiG9w0BAQEFAASC"
    text = re.sub(r'(?m)^(?!\[)(\S+) = "[^"]*"$', rf'\1 = "{secret}"', hall.text)
    _, faults = checked(hall, text, {"KIOSK_CITY": secret, "KIOSK_STAFF": f"[{secret}"})
    assert len(faults) > 20 and not any(secret in fault for fault in faults)


def test_it_is_raised_whole(hall: SoundHall) -> None:
    file = hall.folder / "kiosk.toml"
    file.write_text('colour = "red"\n', "utf-8")
    with pytest.raises(SettingsError) as raised:
        read(file, "hall")
    assert {fault.key for fault in raised.value.faults} == {"colour", "hall", "city", "terminal"}
    assert str(raised.value).splitlines() == [str(fault) for fault in raised.value.faults]
