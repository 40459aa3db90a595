"""Words around a name by which it is known, folded: what stands before it, between, and after."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INFIXES = _words(
    "van de den der ten ter te het t s vd v d in op aan onder bij el al ben bin ibn abu von zu zur "
    "di da dos do del della la le las los du des st san ait ould mc mac o"
)
"""What stands between first name and surname."""

STRONG_INFIXES = frozenset(
    {("van", "der"), ("van", "den"), ("v", "d"), ("vd",), ("van", "t"), ("op", "den"), ("op", "t")}
)
"""After these a capital is a surname."""

CAPITAL_INFIXES = _words("el al ait ben")
"""So are these, written with a capital."""

TITLES = _words(
    "mevrouw mevr mw mej meneer mijnheer dhr heer fam familie dr drs prof ir ing zr br zuster "
    "broeder tante oom oma opa mr mrs ms miss mister sir lady uncle aunt herr frau madame monsieur "
    "senor senora"
)

CUES = _words(
    "heet heette genaamd noemt naam broer zus zusje broertje moeder vader dochter zoon zoontje "
    "dochtertje vriend vriendin buurman buurvrouw partner man vrouw neef nicht begeleider "
    "begeleidster mentor huisarts psychiater client bewoner bewoonster medebewoner collega named "
    "called brother sister mother father daughter son friend neighbour husband wife carer nurse "
    "doctor resident colleague met tegen volgens namens with told against sprak spreek spoke"
)
"""Before a word with a capital: it is a name."""

SPEAKS = _words(
    "zei zegt vertelt vertelde vindt vond wil wilde belt belde huilt huilde vraagt vroeg antwoordt "
    "antwoordde woont woonde slaapt voelt voelde denkt dacht klaagt klaagde says said tells told "
    "wants wanted calls called asks asked lives lived feels felt thinks thought cries cried"
)
"""What only people do: what does so is a name."""

ARTICLES = _words(
    "de het een the a an locatie huize huis stichting woongroep team project afdeling"
)
"""Before a word with a capital: it is a thing or a place."""

SHORT = _words(
    "dhr mw mevr fam dr drs mr mrs ms ing ir prof br zr st sr jr vd v d nr tel geb bv ca"
)
"""Words with a point that does not end a sentence."""
