"""Reads the modules whose dialogs and screens bring commands of their own."""

from edtui.tui.dialogs import base, chooser, confirm, help, recover
from edtui.tui.screens import unlock, wizard

__all__ = ["base", "chooser", "confirm", "help", "recover", "unlock", "wizard"]
