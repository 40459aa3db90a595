"""Eight kiosks and a desk on one vault, killed in between: nothing lost, nothing twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SECONDS = os.environ.get("EDTUI_KIOSK_SECONDS", "2")
"""How long; ``EDTUI_KIOSK_SECONDS=60`` for a long one."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_everything_that_was_sent_arrives_once(tmp_path):
    found = subprocess.run(
        [sys.executable, HERE / "eight.py", tmp_path, SECONDS],
        capture_output=True,
        text=True,
        cwd=HERE.parents[2],
        timeout=120 + float(SECONDS),
        check=False,
    )
    assert found.returncode == 0, found.stderr[-3000:]
    told = json.loads(found.stdout)
    assert told["sent"] > 8
    assert told["kills"] >= 3
    assert told["died"] == 0  # none but those that were killed
    assert told["lost"] == told["twice"] == []
    assert told["verified"]
