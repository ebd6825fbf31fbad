"""WeChat Pay API v3, native."""
