"""What WeChat Pay API v3 seals for us: notifications and platform certificates (AEAD_AES_256_GCM)."""

import base64
import binascii

ALGORITHM = "AEAD_AES_256_GCM"


def unseal(api_v3_key: bytes, nonce: str, associated_data: str, ciphertext: str) -> bytes:
    """Open a `resource` of a notification or an `encrypt_certificate`.

    `ciphertext` is base64 with the 16-byte tag at its end, `associated_data` may be empty.
    Raises ValueError if it was not sealed with our 32-byte key for this nonce and associated data.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        sealed = base64.b64decode(ciphertext, validate=True)
        return AESGCM(api_v3_key).decrypt(nonce.encode(), sealed, associated_data.encode())
    except (InvalidTag, binascii.Error) as error:
        raise ValueError("not sealed for us, or changed on the way") from error
