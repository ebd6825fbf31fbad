"""A payment network on loopback, with the files that its merchant is given; it is told by lines what a phone has seen.

`python -m tests.hall.network FOLDER PORT`: writes keys and `wechat.toml`, then pays each code that comes on a line.
"""

import os
import sys
from pathlib import Path

from adapters.runtime import Machine
from kit.simulators.faults import NetworkFaults, OfOneNetwork
from kit.simulators.payer import Source
from kit.simulators.wallet import Wallet
from kit.simulators.wechat.demo import demo_merchant
from kit.simulators.wechat.simulator import WeChatSimulator

TABLE = """
[wechat]
mchid = "{mchid}"
appid = "{appid}"
serial = "{serial}"
private_key_file = "{folder}/wechat.key"
apiv3_key_file = "{folder}/apiv3.key"
notify_url = "https://hall.example/wechat"
base_url = "http://127.0.0.1:{port}"

[wechat.platform_keys]
{platform} = "{folder}/platform.pub"
"""


def main(folder: Path, port: int) -> None:
    machine, wallet = Machine(), Wallet()
    network = WeChatSimulator(machine.now, machine, OfOneNetwork(NetworkFaults()), port, wallet=wallet)
    network.start()
    merchant, _ = demo_merchant(network, machine.now, machine)
    secret = {"wechat.key": merchant.private_key, "apiv3.key": merchant.api_v3_key}
    for name, content in secret.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    ((serial, key),) = merchant.platform_keys.items()
    (folder / "platform.pub").write_bytes(key)
    said = {"mchid": merchant.mchid, "appid": merchant.appid, "serial": merchant.serial}
    (folder / "wechat.toml").write_text(TABLE.format(folder=folder, port=port, platform=serial, **said), "utf-8")
    print("there", flush=True)
    for line in sys.stdin:
        print(network.pay(line.strip(), Source.CARD), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
