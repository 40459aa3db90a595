"""How a record's own rules say no, so that `edtui.records.sentences` can say it in words."""

from pydantic_core import PydanticCustomError


def refuse(msgid: str, *, field: str = "", **params: object) -> PydanticCustomError:
    """Make the error that a validator raises.

    Args:
        msgid: English message id, marked with ``N_`` where it is written.
        field: name of the field it is about, where the rule stands over several fields.
        params: what fills the message's ``{named}`` places. Never private text: a validation
            error can reach a terminal.
    """
    # The template is given along because pydantic hands out the filled message only.
    context: dict[str, object] = {**params, "_msgid": msgid, "_field": field}
    return PydanticCustomError("rule", msgid, context)
