"""The encrypted file: bytes, keys, TinyDB. Knows nothing of peer support."""
