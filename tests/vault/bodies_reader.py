"""Reads bodies as FORMAT.md, "Bodies", has them, and imports nothing of edtui."""

import json
import struct


def tables_of(bodies: list[bytes]) -> tuple[dict, dict, dict]:
    """Give table -> number -> document, table -> high-water mark, table -> schema version."""
    tables: dict[str, dict[int, dict]] = {}
    high: dict[str, int] = {}
    schema: dict[str, int] = {}
    for body in bodies:
        at = 0
        while at < len(body):
            code, size = struct.unpack_from("<BH", body, at)
            table = body[at + 3 : at + 3 + size].decode("utf-8")
            at += 3 + size
            if code in (1, 2):
                (count,) = struct.unpack_from("<I", body, at)
                numbers = struct.unpack_from(f"<{count}Q", body, at + 4)
                at += 4 + 8 * count
            if code == 1:
                lengths = struct.unpack_from(f"<{count}I", body, at)
                at += 4 * count
                for number, length in zip(numbers, lengths, strict=True):
                    tables.setdefault(table, {})[number] = json.loads(body[at : at + length])
                    high[table] = max(high.get(table, 0), number)
                    at += length
            elif code == 2:
                for number in numbers:
                    tables.get(table, {}).pop(number, None)
            elif code == 3:
                tables[table] = {}
            elif code == 4:
                tables.pop(table, None)
            elif code == 5:
                (high[table],) = struct.unpack_from("<Q", body, at)
                at += 8
            elif code == 6:
                (schema[table],) = struct.unpack_from("<I", body, at)
                at += 4
            else:
                raise ValueError(f"unknown code {code}")
    return tables, high, schema
