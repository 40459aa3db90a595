"""What a running program closes before anything private is in it."""

import os
import platform
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from edtui.hardening import AT_START, scrub, start_anew_if_watched

ROOT = Path(__file__).parent.parent
linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux tells this in /proc")


def ran(script, **environ):
    """Run a script in a process of its own and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **environ},
    )
    return done.stdout.split()


@linux
def test_no_core_dump_not_dumpable_and_files_for_the_owner_only():
    script = """
        import ctypes, os, resource
        from edtui.hardening import harden
        harden()
        print(*resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3), os.umask(0))
    """
    assert ran(script) == ["0", "0", "0", str(0o077)]


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have no such way")
def test_what_is_freed_is_written_over():
    script = """
        import ctypes
        from edtui.hardening import harden
        harden()
        library = ctypes.CDLL(None)
        library.malloc.restype, library.free.argtypes = ctypes.c_void_p, (ctypes.c_void_p,)
        first, behind = library.malloc(8000), library.malloc(8000)
        ctypes.memset(first, 65, 8000)
        library.free(first)
        # The first sixteen bytes are the library's own now.
        print(ctypes.string_at(first + 16, 4000).count(b"A"))
    """
    assert ran(script) == ["0"]


def test_the_environment_says_nothing_that_would_leak():
    environ = {
        "TEXTUAL_LOG": "log",
        "TEXTUAL": "debug",
        "PYTHONDEVMODE": "1",
        "PYTHONFAULTHANDLER": "1",
        "PYTHONINSPECT": "1",
        "PYTHONSTARTUP": "x",
        "PYTHONBREAKPOINT": "x.y",
        "PYTHONPROFILEIMPORTTIME": "1",
        "PYTHONWARNINGS": "always",
        "PYTHONPATH": "kept",
        "PYTHONUTF8": "1",
        "HOME": "/home/x",
        "TERM": "xterm",
    }
    scrub(environ)
    assert environ.keys() == {"PYTHONPATH", "PYTHONUTF8", "HOME", "TERM"}


def test_a_faulthandler_is_switched_off():
    script = """
        import faulthandler
        from edtui.hardening import harden
        harden()
        print(faulthandler.is_enabled())
    """
    assert ran(script, PYTHONFAULTHANDLER="1") == ["False"]


def test_there_is_no_prompt_after_the_end(monkeypatch):
    """PYTHONINSPECT would leave one, with everything that was opened still in memory."""
    done = subprocess.run(
        [sys.executable, "-m", "edtui", "--version"],
        input="print('still here', 6 * 7)\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONINSPECT": "1", "PYTHONDEVMODE": "1"},
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert done.stdout.startswith("edtui ")
    assert "42" not in done.stdout


def test_it_starts_anew_once_and_only_where_it_must(monkeypatch):
    started = []
    for name in AT_START:
        monkeypatch.delenv(name, raising=False)
    start_anew_if_watched(lambda *given: started.append(given))
    assert started == []
    monkeypatch.setenv("PYTHONFAULTHANDLER", "1")
    start_anew_if_watched(lambda *given: started.append(given))
    assert len(started) == 1
    assert started[0][1][0] == sys.executable
    start_anew_if_watched(lambda *given: started.append(given))
    assert len(started) == 1


@linux
def test_another_process_of_the_same_user_cannot_read_its_memory():
    """As root the two become somebody else first: root may read everything."""
    other = """
        import ctypes, os, sys, time
        import edtui.hardening
        if os.getuid() == 0:
            os.setgroups([]); os.setgid(65534); os.setuid(65534)
            ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # becoming another had this effect already
    """
    child_of = """
        if sys.argv[1] == "hardened":
            edtui.hardening.harden()
        print("ready", flush=True)
        time.sleep(60)
    """
    reader = """
        print(len(open(f"/proc/{sys.argv[1]}/environ", "rb").read()))
    """

    def command(script, argument):
        return [sys.executable, "-c", textwrap.dedent(other) + textwrap.dedent(script), argument]

    seen = {}
    for kind in ("open", "hardened"):
        child = subprocess.Popen(
            command(child_of, kind), stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        try:
            assert child.stdout.readline() == "ready\n"
            found = subprocess.run(
                command(reader, str(child.pid)), capture_output=True, check=False, cwd=ROOT
            )
            seen[kind] = found.returncode
        finally:
            child.kill()
            child.communicate()
    assert seen == {"open": 0, "hardened": 1}
