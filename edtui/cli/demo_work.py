"""Making the demo and showing it; without a terminal only making it."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from edtui.cli.options import Options
from edtui.cli.parser import Usage
from edtui.desk.demo import PASSPHRASE, USER, create_demo
from edtui.locale import _


def run(options: Options, given: argparse.Namespace) -> int:
    """Make the demo where it was asked, or in a folder that goes away, and open the screens."""
    stays = bool(given.path) or given.keep
    if not stays and not _at_terminal():
        raise Usage(
            _("The demo needs a terminal for its screens."),
            _("edtui demo PATH makes it for the other verbs."),
        )
    if given.path:
        return _show(options, given, Path(given.path), stays)
    if given.keep:
        return _show(options, given, Path(mkdtemp(prefix="edtui-demo-")) / "demo.edtui", stays)
    with TemporaryDirectory(prefix="edtui-demo-", ignore_cleanup_errors=True) as folder:
        return _show(options, given, Path(folder) / "demo.edtui", stays)


def _show(options: Options, given: argparse.Namespace, path: Path, stays: bool) -> int:
    create_demo(path, scale=given.scale, clock=options.clock()).desk.close()
    options.vault, options.user = str(path), USER
    status = _screens(options) if _at_terminal() else 0
    if stays:
        print(path)
        hint = _("Open it as {user} with the passphrase: {passphrase}")
        print(hint.format(user=USER, passphrase=PASSPHRASE), file=sys.stderr)
    return status


def _screens(options: Options) -> int:
    if options.screens is None:
        return 0
    hint = _("The passphrase of the demo: {passphrase}").format(passphrase=PASSPHRASE)
    return options.screens(options, passphrase=PASSPHRASE, hint=hint)


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
