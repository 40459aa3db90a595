"""The curtain: names become initials on every screen, for a projector."""

from typing import Any


def initials(name: str) -> str:
    """Give a name as initials: "Riet van Dam" becomes "R.v.D."; an empty one stays empty."""
    return "".join(f"{word[0]}." for word in name.split() if word)


def shown_name(app: Any, name: str) -> str:
    """Give a person's name as it may be seen now. Every widget that shows a name asks here.

    Args:
        app: the running app; one without a curtain (in a test) shows names.
        name: the person's name, any length.
    """
    return initials(name) if getattr(app, "curtain", False) else name


def shown_text(app: Any, text: str, *, ours: bool = False) -> str:
    """Give what a person wrote as it may be seen now: of names in it, initials.

    Who is on the roster is found; of others what looks like a name (`edtui.records.naming`), which
    is most of them and not all.

    Args:
        app: as `shown_name`.
        text: any length; nobody is writing in it.
        ours: whether it is a sentence of the program, in which only names of the roster can stand.
    """
    if not text or not getattr(app, "curtain", False) or getattr(app, "desk", None) is None:
        return text
    from edtui.records.naming import Kind

    wanted = {Kind.ROSTER} if ours else {Kind.ROSTER, Kind.NAME}
    hidden, end = [], 0
    for span in _guard(app).spans(text):
        if span.kind in wanted:
            hidden += [text[end : span.start], initials(text[span.start : span.end])]
            end = span.end
    return "".join((*hidden, text[end:]))


def _guard(app: Any) -> Any:
    """Give what finds names, made once: reading the roster takes a moment."""
    if app.veil is None:
        from edtui.desk.naming import name_guard

        app.veil = name_guard(app.desk)
    return app.veil


def names_changed(app: Any, tables: set[str]) -> None:
    """Find names anew where people came, went, or are called otherwise.

    Args:
        app: the program.
        tables: in which something changed; none: everywhere, or the desk was locked.
    """
    if not tables or tables & {"people", "users"}:
        app.veil = None
