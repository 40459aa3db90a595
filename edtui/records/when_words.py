"""The Dutch and English words for days, months, distances, as they are typed (folded)."""

WEEKDAYS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "ma maandag mon monday mo",
            "di dinsdag tue tues tuesday tu",
            "wo woensdag wed wednesday we",
            "do donderdag thu thur thurs thursday th",
            "vr vrijdag fri friday fr",
            "za zaterdag sat saturday sa",
            "zo zondag sun sunday su",
        )
    )
    for word in words.split()
}
"""Word to the number of `datetime.date.weekday`."""

MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "jan januari january",
            "feb febr februari february",
            "mrt maart mar march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "aug augustus august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for word in words.split()
}
"""Word to the number of the month, 1 to 12."""

NEAR: dict[str, int] = {
    "vandaag": 0,
    "today": 0,
    "nu": 0,
    "now": 0,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "gisteren": -1,
    "yesterday": -1,
    "eergisteren": -2,
    "day before yesterday": -2,
    "the day before yesterday": -2,
}
"""Word to days from today."""

UNITS: dict[str, str] = {
    word: unit
    for unit, words in {
        "day": "d dag dagen day days",
        "week": "w wk week weken weeks",
        "month": "m mnd maand maanden month months",
        "year": "j jr jaar jaren y yr year years",
    }.items()
    for word in words.split()
}
"""Word to day, week, month or year."""

COUNTS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "een a an one",
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten",
            "elf eleven",
            "twaalf twelve",
        ),
        start=1,
    )
    for word in words.split()
}
"""Word to number, 1 to 12."""

THIS = frozenset({"deze", "dit", "this"})
NEXT = frozenset({"volgende", "volgend", "next"})
COMING = frozenset({"komende", "komend", "aanstaande", "coming", "on", "op"})
LAST = frozenset({"vorige", "vorig", "afgelopen", "last", "past", "previous"})
