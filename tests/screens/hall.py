"""A hall whose network is simulated, and whose tax system knows the demonstration's people."""

from pathlib import Path

import main
from adapters.assets.policy import policy_from_toml
from adapters.payments.wechat.contract import WeChatSettings
from adapters.settings import Settings, whole
from kit.people.reading import people_from_toml
from kit.people.store import fill
from kit.simulators.wechat.demo import demo_merchant
from kit.simulators.wechat.simulator import WeChatSimulator
from storage import open_store
from tests.tools.own_core import OWN


def hall(network: WeChatSimulator, folder: Path) -> Settings:
    """Its settings; keys and store are in the folder."""
    merchant, _ = demo_merchant(network, main.MACHINE.now, main.MACHINE)
    files = {"private": merchant.private_key, "apiv3": merchant.api_v3_key}
    files |= {"platform": merchant.platform_keys[network.platform_serial]}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    wechat = WeChatSettings(
        mchid=merchant.mchid,
        appid=merchant.appid,
        serial=merchant.serial,
        private_key_file=folder / "private",
        apiv3_key_file=folder / "apiv3",
        platform_keys={network.platform_serial: folder / "platform"},
        notify_url=merchant.notify_url,
        base_url=network.base_url,
    )
    settings = whole().model_validate(
        {
            "profile": "hall",
            "hall": "南明区办税服务厅",
            "city": "贵阳市",
            "terminal": "T0001",
            "adapter": OWN,
            "store": folder / "hall.sqlite",
            "wechat": wechat,
        }
    )
    fill_store(settings)
    return settings


def fill_store(settings: Settings) -> None:
    """Make a hall's store, and that of the core beside it, which knows the demonstration's people."""
    assert settings.store
    open_store(settings.store, settings.store.with_suffix(".key"), make_key=True).close()
    folder, today = settings.store.parent, main.MACHINE.now().date()
    core = open_store(folder / "core.sqlite", folder / "core.key", make_key=True)
    policy = policy_from_toml({file.name: file.read_text("utf-8") for file in (main.ASSETS / "policy").glob("*.toml")})
    fill(core, people_from_toml((main.ASSETS / "demo" / "people.toml").read_text("utf-8"), today), policy, today)
    core.close()
