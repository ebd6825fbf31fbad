"""An Alipay gateway on this machine."""
