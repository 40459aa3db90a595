"""The front door of the command line: language, verb, and every way in which it can end.

Exit status: 0 done, 1 failed, 2 usage, 3 wrong passphrase, 4 damaged, tampered or older file,
5 someone else was first, 6 not allowed; 130 where the person stopped it with ctrl+c.
"""

import contextlib
import io
import os
import sys
from collections.abc import Sequence

from edtui import locale
from edtui.cli.options import Options, add_options, split, take_options
from edtui.cli.parser import Parser, Told, Usage, speak_argparse
from edtui.config import load_settings
from edtui.locale import _

TYPE_CHECKING = False  # as in edtui.cli.options
if TYPE_CHECKING:
    from collections.abc import Callable

    from edtui.cli.verbs import Action

USAGE, STOPPED, PIPE_CLOSED = 2, 130, 141


def run(arguments: Sequence[str], screens: "Callable[..., int] | None" = None) -> int:
    """Do what the command line asks and give the exit status; never a traceback.

    Args:
        arguments: without the program's name.
        screens: opens the screens, called with the `Options`.
    """
    options = Options()
    options.screens = screens
    for stream in (sys.stdout, sys.stderr):
        # A name with a letter that the terminal's encoding lacks must not end the program.
        if stream.encoding.lower() != "utf-8" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = _run(options, arguments)
        sys.stdout.flush()
    except Usage as wrong:
        _complain(f"{wrong.said}\n{wrong.usage}" if wrong.usage else wrong.said)
        return USAGE
    except Told as told:
        return told.status
    except (KeyboardInterrupt, EOFError):  # ctrl+c, or ctrl+d where something was asked
        _complain("")
        return STOPPED
    except BrokenPipeError:
        # The reader went away (``edtui people list | head``). Python would say so at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        return _explain(error)
    return status


def _explain(error: Exception) -> int:
    """Say what went wrong; of what nobody foresaw only its kind, for its words can be private."""
    from edtui.errors import EdtuiError

    with contextlib.suppress(Exception):  # a sentence that cannot be said counts as unforeseen
        if isinstance(error, EdtuiError):
            _complain(locale.explain(error))
            return error.exit_status
    sentence = _("Something went wrong inside the program ({kind}). Nothing was half done.")
    _complain(sentence.format(kind=type(error).__name__))
    return 1


def _complain(text: str) -> None:
    with contextlib.suppress(OSError):  # where nobody listens, the exit status still says it
        print(text, file=sys.stderr)


def _run(options: Options, arguments: Sequence[str]) -> int:
    before, rest = split(arguments)
    _speak(arguments)
    if not before and rest[:1] != ["help"]:
        return _do(options, rest)
    parser = Parser("edtui", _description())
    add_options(parser)
    parser.add_argument("--version", action="store_true", help=_("which version this is"))
    if {"-h", "--help"} & set(before) or rest[:1] == ["help"]:
        from edtui.cli.help import front_help

        print(front_help(parser))
        return 0
    given = parser.parse_args(before)
    take_options(given, options)
    return _do(options, ["version"] if given.version else rest)


def _do(options: Options, rest: Sequence[str]) -> int:
    if not rest:
        _check(options)
        return _screens(options)
    if rest[0] == "version":
        from edtui import __version__

        print(f"edtui {__version__}")
        return 0
    return _verb(options, rest[0], rest[1:])


def _verb(options: Options, verb: str, rest: Sequence[str]) -> int:
    from edtui.cli.verbs import MODULES, actions

    if verb not in MODULES:
        raise Usage(_("There is no verb {verb}.").format(verb=verb), _("See edtui --help."))
    known = actions(verb)
    word = ""
    if rest and rest[0] in known:  # also where the verb itself does something
        word, rest = rest[0], rest[1:]
    elif (len(known) > 1 or "" not in known) and rest[:1] in (["-h"], ["--help"]):
        from edtui.cli.help import verb_help

        print(verb_help(verb, known))
        return 0
    elif "" not in known:
        word = rest[0] if rest else ""
        if word not in known:
            raise Usage(
                _("edtui {verb} needs one of: {words}.").format(verb=verb, words=", ".join(known)),
                _("See edtui {verb} --help.").format(verb=verb),
            )
    return _act(options, known[word], f"edtui {verb} {word}".rstrip(), rest)


def _act(options: Options, action: "Action", name: str, rest: Sequence[str]) -> int:
    parser = Parser(name, action.summary)
    if action.arguments is not None:
        action.arguments(parser)
    add_options(parser)
    try:
        given = parser.parse_args(list(rest))
    except SystemExit:  # argparse ends the program after it showed the help
        return 0
    take_options(given, options)
    _check(options)
    return action.run(options, given) or 0


def _speak(arguments: Sequence[str]) -> None:
    """Choose the language before anything is said: ``--lang``, the setting, the locale."""
    wanted = ""
    for index, word in enumerate(arguments):
        if word == "--lang":
            wanted = arguments[index + 1] if index + 1 < len(arguments) else ""
        elif word.startswith("--lang="):
            wanted = word.removeprefix("--lang=")
    if wanted not in locale.LANGUAGES:
        wanted = load_settings().language
    locale.speak(wanted)
    speak_argparse()


def _check(options: Options) -> None:
    try:
        options.moment  # noqa: B018  asks whether it can be read
    except ValueError:
        said = _("--now needs a moment such as 2026-11-21T09:00.")
        raise Usage(said, "") from None


def _screens(options: Options) -> int:
    if options.screens is None:
        raise Usage(_("The screens are not here."), _("See edtui --help."))
    return options.screens(options)


def _description() -> str:
    return _("The desk of a coordinator of peer workers, over one encrypted file.")
