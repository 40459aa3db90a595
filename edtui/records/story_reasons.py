"""What the gate says, in words (message ids). Short, without blame, with what to do."""

from typing import Final

from edtui.errors import N_
from edtui.records.narrator_care import NarratorState
from edtui.records.story_consent import ConsentStatus

WITHDRAWN: Final = N_("This story was withdrawn.")
NO_TEXT: Final = N_("There is no such version of this story.")
PURGED: Final = N_("The text of this version is not there any more.")
WORKROOM: Final = N_("For looking after it at the desk, or for the narrator.")
NOT_READY: Final = N_("The story is not ready yet.")
RESTING: Final = N_("The story rests.")
THIRD_PARTIES: Final = N_("Nobody looked yet at who else could be recognised in it.")
REFUSED_BY_TEAM: Final = N_("It was not taken into the collection.")
EMBARGO: Final = N_("It is kept back until {day}.")
EMBARGO_OVER: Final = N_("It was kept back until {day}: ask the narrator, then lift the embargo.")
EMBARGO_OPEN: Final = N_("It is kept back until further notice.")
PAUSE: Final = N_("The narrator has a pause until {day}.")
MONTH_FULL: Final = N_("The narrator told as often this month as they want to.")
NOT_APPROVED: Final = N_("The narrator has not approved this text (version {number}).")
OTHER_FORM: Final = N_("This way out is another form of sharing.")
TOO_RECOGNISABLE: Final = N_(
    "The narrator wants to be less recognisable than in this version: choose another one."
)
NAME_NOT_CHOSEN: Final = N_("Ask the narrator first how they want to be named.")
HIDDEN_BY_READER: Final = N_("Hidden at your request.")
AVOIDED_BY_READER: Final = N_("It touches on something that you want to avoid.")
NO_CONSENT: Final = N_("The narrator has not given consent for this version.")
HISTORY: Final = N_("The consent is from before a backup was put back: ask again.")
OTHER_TEXT: Final = N_("The consent is for another text: show this one to the narrator.")
EXPIRED: Final = N_("The consent ended on {day}: ask again.")
NOT_YET: Final = N_("The consent begins on {day}.")
NOT_FOR_THIS: Final = N_("The narrator did not say yes to this use.")
ASK_FIRST: Final = N_("The narrator wants to be asked each time.")
ASK_PERSON: Final = N_("Ask {name} first: so the narrator wanted it.")
SEES_FIRST: Final = N_("The narrator wants to see it before it is used.")
SEES_UNKNOWN: Final = N_("Nobody asked yet whether the narrator wants to see it first: ask.")
ASKED_NO: Final = N_("The narrator was asked for this occasion and said no.")
YES: Final = N_("The narrator said yes to this, until {day}.")

ENDS_SOON: Final = N_("The consent ends on {day}.")
NOTES_NOT_ASSESSED: Final = N_("Nobody looked yet at what it touches on.")
WORDING_OPEN: Final = N_(
    "It touches on suicide or self-harm: look first whether it names no method."
)
TALK_BY_MANAGER: Final = N_("The consent talk was with somebody who has power over the narrator.")

BY_STATUS: Final = {
    ConsentStatus.UPDATE_REQUIRED: N_("The consent has to be talked about again."),
    ConsentStatus.WITHDRAWN: N_("The narrator withdrew the consent."),
    ConsentStatus.REFUSED: N_("The narrator said no."),
    ConsentStatus.PENDING: NO_CONSENT,
}
BY_STATE: Final = {
    NarratorState.DIED: N_("The narrator died, and wanted it to stop then."),
    NarratorState.UNREACHABLE: N_(
        "The narrator cannot be reached, and wanted it to stop in that case."
    ),
    NarratorState.LEFT: N_("The narrator left, and wanted it to stop then."),
    NarratorState.IN_TOUCH: NOT_FOR_THIS,
}
