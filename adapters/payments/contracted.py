"""The real networks, by the merchants in the settings. Their keys were checked with these, but may have gone since."""

from collections.abc import Mapping

from adapters.payments.networks import CONTRACTS
from adapters.settings import Fault, Settings, SettingsError
from adapters.settings.table import Merchant
from domain.payment.network import PaymentNetwork
from domain.payment.order import Network
from domain.runtime import Runtime


def contracted(settings: Settings, runtime: Runtime) -> dict[Network, PaymentNetwork]:
    """A client for each network that the settings have a merchant of. Raises SettingsError where there is none."""
    networks = clients(settings.merchants, runtime)
    if not networks:
        *others, last = CONTRACTS
        known = f"{', '.join(others)} or {last}"
        raise SettingsError([Fault("settings", "", f"the hall profile needs a merchant: {known}")])
    return networks


def clients(merchants: Mapping[str, Merchant], runtime: Runtime) -> dict[Network, PaymentNetwork]:
    """A client for each merchant, by its network's name. Raises SettingsError."""
    return {Network(name): _client(Network(name), given, runtime) for name, given in merchants.items()}


def _client(network: Network, given: Merchant, runtime: Runtime) -> PaymentNetwork:
    try:
        return CONTRACTS[network].client(given, runtime)
    except OSError as missing:
        raise SettingsError([Fault("settings", network, f"a key file cannot be read: {missing.strerror}")]) from None
    except (ValueError, TypeError):  # What cryptography says of a key or a certificate that is none.
        unusable = "a file holds no key or certificate that can be used"
        raise SettingsError([Fault("settings", network, unusable)]) from None
