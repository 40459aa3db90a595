"""What ``--help`` shows where argparse does not know enough: the verbs, and what each one does."""

from edtui.cli.parser import Parser
from edtui.cli.verbs import Action, summaries
from edtui.locale import _


def front_help(parser: Parser) -> str:
    """Give the help of ``edtui`` itself."""
    lines = [
        _("usage: ") + "edtui [--vault …] [--user …] [--lang nl|en] [VERB …]",
        "",
        parser.description or "",
        "",
        "  " + _("Without a verb the screens open."),
        "",
        _("verbs") + ":",
        *_table(summaries()),
        "",
        _options(parser),
        "",
        _("More about a verb: edtui people --help"),
        _("Exit status: 0 done, 1 failed, 2 not understood, 3 wrong name or passphrase,")
        + "\n"
        + _("4 file damaged or older, 5 somebody else was first, 6 not allowed."),
    ]
    return "\n".join(lines)


def verb_help(verb: str, known: dict[str, Action]) -> str:
    """Give the help of a verb that has several actions."""
    lines = [
        _("usage: ") + f"edtui {verb} {'|'.join(known)} …",
        "",
        *_table({word: action.summary for word, action in known.items()}),
        "",
        _("More: edtui {verb} {word} --help").format(verb=verb, word=next(iter(known))),
    ]
    return "\n".join(lines)


def _table(rows: dict[str, str]) -> list[str]:
    wide = max(map(len, rows)) + 2
    return [f"  {word:<{wide}}{summary}" for word, summary in rows.items()]


def _options(parser: Parser) -> str:
    """Take the options out of what argparse writes: all after its first blank lines."""
    text = parser.format_help()
    return text[text.index(_("options") + ":") :].rstrip()
