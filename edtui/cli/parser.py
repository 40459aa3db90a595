"""argparse that speaks the person's language."""

import argparse
import os

from edtui.locale import _

TYPE_CHECKING = False  # as in edtui.cli.options
if TYPE_CHECKING:
    from typing import NoReturn


class Usage(Exception):
    """The command line cannot be understood: what is wrong, and how it is written."""

    def __init__(self, said: str, usage: str) -> None:
        super().__init__(said)
        self.said = said
        self.usage = usage


class Told(Exception):
    """What is wrong was said already: only the exit status is left to give."""

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Knows the width of the terminal without shutil, which would cost 2 ms at every option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    try:
        return max(os.get_terminal_size().columns, 40)
    except OSError:
        return 80


class Parser(argparse.ArgumentParser):
    """A parser without abbreviations, that raises `Usage` where argparse would end the program."""

    def __init__(self, prog: str, description: str = "", epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self.add_argument("-h", "--help", action="help", help=_("show this help and stop"))

    def error(self, message: str) -> "NoReturn":
        """Say what is wrong."""
        raise Usage(message, self.format_usage().rstrip())


def speak_argparse() -> None:
    """Let argparse use our catalogue, once the language is known."""
    for name, function in (("_", _argparse_text), ("ngettext", _argparse_count)):
        setattr(argparse, name, function)


def _argparse_text(msgid: str) -> str:
    return _texts().get(msgid, msgid)


def _argparse_count(one: str, many: str, count: int) -> str:
    return _argparse_text(one if count == 1 else many)


def _texts() -> dict[str, str]:
    """Give what argparse may say here, by its own message id."""
    return {
        "usage: ": _("usage: "),
        "positional arguments": _("what to give"),
        "options": _("options"),
        "the following arguments are required: %s": _("Please also give: %s"),
        "unrecognized arguments: %s": _("This is not understood: %s"),
        "argument %(argument_name)s: %(message)s": _("%(argument_name)s: %(message)s"),
        "invalid choice: %(value)r (choose from %(choices)s)": _("choose from %(choices)s"),
        "invalid %(type)s value: %(value)r": _("this should be a number"),
        "not allowed with argument %s": _("not together with %s"),
        "expected one argument": _("something should follow it"),
        "expected at least one argument": _("something should follow it"),
        "expected %s argument": _("something should follow it"),
        "expected %s arguments": _("something should follow it"),
    }
