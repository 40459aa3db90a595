"""What the tests of the command line share."""

import json
from typing import NamedTuple

PASSPHRASE = "linde boot kraan zeven"
NOW = "2026-11-21T09:04"


class Answer(NamedTuple):
    """What the command line gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)
