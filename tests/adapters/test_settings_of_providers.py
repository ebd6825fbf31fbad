"""A hall whose money others take for it: a service provider at WeChat Pay and Alipay, an acquirer at UnionPay."""

from pathlib import Path

import pytest

from adapters.payments.contracted import contracted
from adapters.settings import Settings, check
from kit.simulators.runtime import SimulatedRuntime
from tests.adapters.sound_hall import AGAINST, SoundHall

ACQUIRER = """\
[unionpay.acquirer]
acq_ins_code = "48270000"
mer_cat_code = "9311"
mer_name = "贵阳市税务局"
mer_abbr = "社保费"

[links]
"""
BY_OTHERS = (
    ("[wechat]\n", '[wechat]\nsub_mchid = "1900000201"\nsub_appid = "wx0000000000000201"\n'),
    ("[alipay]\n", '[alipay]\napp_auth_token_file = "FOLDER/apiv3.key"\n'),
    ("[links]\n", ACQUIRER),
)
SUB, NAME, TOKEN = (
    '"1900000201"',
    "has to be the merchant's name in ",
    "has to hold an app_auth_token: letters and digits,",
)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> SoundHall:
    return SoundHall(tmp_path_factory.mktemp("hall"))


def checked(hall: SoundHall, *changes: tuple[str, str]) -> tuple[Settings | None, list[tuple[str, str]]]:
    """What a settings file makes after these changes, and each fault by its key."""
    text = hall.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1).replace("FOLDER", str(hall.folder))
    file: Path = hall.folder / "kiosk.toml"
    file.write_text(text, "utf-8")
    settings, faults = check(file, {}, "hall", AGAINST)
    return settings, [(fault.key, fault.wrong) for fault in faults]


def test_it_is_sound_and_each_client_is_made(hall: SoundHall) -> None:
    settings, faults = checked(hall, *BY_OTHERS)
    assert settings and faults == []
    made = contracted(settings, SimulatedRuntime(AGAINST.now))
    assert list(made) == [client.name for client in made.values()] == ["wechat", "alipay", "unionpay"]


@pytest.mark.parametrize(
    ("changes", "combines"),
    [((), (10, 0, 0)), (BY_OTHERS[:1], (50, 0, 0)), ((("[wechat]\n", "[wechat]\ncombines = false\n"),), (0, 0, 0))],
    ids=["a merchant", "a service provider", "it may not"],
)
def test_how_many_orders_each_combines(
    hall: SoundHall, changes: tuple[tuple[str, str], ...], combines: tuple[int, ...]
) -> None:
    settings, faults = checked(hall, *changes)
    assert settings and faults == []
    made = contracted(settings, SimulatedRuntime(AGAINST.now))
    assert tuple(client.combines for client in made.values()) == combines


@pytest.mark.parametrize(
    ("old", "new", "key", "sentence"),
    [
        (SUB, '"19"', "wechat.sub_mchid", "has to be a merchant's number of 8 to 10 digits"),
        (
            SUB,
            '"1900000109"',
            "wechat.sub_mchid",
            "is mchid itself, which then is the service provider's: a merchant that takes its own money has none",
        ),
        (f"sub_mchid = {SUB}\n", "", "wechat.sub_appid", "needs a sub_mchid, whose application it is"),
        ("wx0000000000000201", "gh_1", "wechat.sub_appid", "has to be wx and 16 letters or digits"),
        ('mer_abbr = "社保费"\n', "", "unionpay.acquirer.mer_abbr", "is missing"),
        ('mer_abbr = "社保费"', 'mer_abbr = "九个字的商户简称呀"', "unionpay.acquirer.mer_abbr", f"{NAME}8 characters"),
        ("贵阳市税务局", "a&b", "unionpay.acquirer.mer_name", f"{NAME}40 characters"),
        ("9311", "MCC", "unionpay.acquirer.mer_cat_code", "has to be a kind of merchants (MCC) of 4 digits"),
        ("48270000", "4827", "unionpay.acquirer.acq_ins_code", "has to be an acquirer's number of 8 to 11 digits"),
        ("acq_ins_code", "acq_code", "unionpay.acquirer.acq_ins_code", "is missing"),
    ],
)
def test_each_wrong_setting(hall: SoundHall, old: str, new: str, key: str, sentence: str) -> None:
    settings, faults = checked(hall, *BY_OTHERS, (old, new))
    assert settings is None
    assert faults[0] == (key, sentence)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("gone.key", "names no file that there is"),
        ("words.txt", f"{TOKEN} 128 at most"),
        ("apiv3-open.key", "has to have mode 0600: with 0644 others may use it"),
    ],
)
def test_a_token_that_is_none(hall: SoundHall, file: str, sentence: str) -> None:
    _, faults = checked(hall, ("[alipay]\n", f'[alipay]\napp_auth_token_file = "FOLDER/{file}"\n'))
    assert faults == [("alipay.app_auth_token_file", sentence)]


def test_without_a_public_key_certificates_are_fetched(hall: SoundHall) -> None:
    key = f'PUB_KEY_ID_0112345678 = "{hall.folder}/platform.pub"\n'
    for gone in (key, f"[wechat.platform_keys]\n{key}"):
        settings, faults = checked(hall, (gone, ""))
        assert settings and faults == []
        assert list(contracted(settings, SimulatedRuntime(AGAINST.now))) == ["wechat", "alipay", "unionpay"]


BY_CERTIFICATE = "needs certificate_file, private_key_file and root_files, and no secure_key_file"
BY_KEY = "needs secure_key_file alone for this sign_method, and no certificates"


@pytest.mark.parametrize(
    ("said", "with_certificates", "faults"),
    [
        ('sign_method = "01"', True, []),
        ('sign_method = "11"\nsecure_key_file = "FOLDER/apiv3.key"', False, []),
        ('sign_method = "12"\nsecure_key_file = "FOLDER/apiv3.key"', False, []),
        ("", False, [("unionpay", BY_CERTIFICATE)]),
        ('secure_key_file = "FOLDER/apiv3.key"', True, [("unionpay", BY_CERTIFICATE)]),
        ('sign_method = "12"', False, [("unionpay", BY_KEY)]),
        ('sign_method = "12"\nsecure_key_file = "FOLDER/apiv3.key"', True, [("unionpay", BY_KEY)]),
        ('sign_method = "02"', True, [("unionpay.sign_method", "should be '01', '11' or '12'")]),
        (
            'sign_method = "11"\nsecure_key_file = "FOLDER/words.txt"',
            False,
            [("unionpay.secure_key_file", "has to hold the key that UnionPay shows: 16 characters at least")],
        ),
        (
            'sign_method = "11"\nsecure_key_file = "FOLDER/apiv3-open.key"',
            False,
            [("unionpay.secure_key_file", "has to have mode 0600: with 0644 others may use it")],
        ),
    ],
)
def test_one_way_to_sign(hall: SoundHall, said: str, with_certificates: bool, faults: list[tuple[str, str]]) -> None:
    begin, end = hall.text.index("certificate_file", hall.text.index("[unionpay]")), hall.text.index("back_url")
    certificates = hall.text[begin:end]
    changes = [] if with_certificates else [(certificates, "")]
    settings, found = checked(hall, *changes, ("[unionpay]\n", f"[unionpay]\n{said}\n"))
    assert found == faults
    if settings:
        assert list(contracted(settings, SimulatedRuntime(AGAINST.now))) == ["wechat", "alipay", "unionpay"]
