"""Markdown of private text: shown well, and never more than text."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from edtui.tui.widgets.marked import lines_of, marked

NOTE = """# What **happened**

She heard it *late*, in snake_case_words and 2 * 3 * 4.

- wants **to stay**
  - near the garden, where it is quiet
2) knows `nothing`
> 'nobody asked me'
***
"""


def texts(lines) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def test_headings_lists_quotes_and_emphasis_are_seen():
    lines = lines_of(NOTE, 30)
    assert texts(lines) == [
        "What happened",
        "",
        "She heard it late, in",
        "snake_case_words and 2 * 3 *",
        "4.",
        "",
        "- wants to stay",
        "  - near the garden, where it",
        "    is quiet",
        "2. knows nothing",
        "  'nobody asked me'",
        "-" * 30,
    ]
    styles = {piece.text.strip(): piece.style for line in lines for piece in line if piece.style}
    assert styles["What"] == styles["happened"] == "head"
    assert (styles["late"], styles["to"], styles["nothing"]) == ("soft", "strong", "code")


def test_emphasis_inside_a_word_leaves_the_word_whole():
    assert texts(lines_of("a**b**c, (*d*).", 40)) == ["abc, (d)."]


def test_markup_of_the_program_is_text():
    content = marked("[bold]x[/bold] [@click=app.quit]y[/] $accent **[red]z**", 80)
    assert content.plain == "[bold]x[/bold] [@click=app.quit]y[/] $accent [red]z"
    assert not [span for span in content.spans if "@click" in str(span.style)]


SOME = st.text(alphabet=st.sampled_from("ab *_`#->1.)\n\x1b[/]\u202e日é"), max_size=60)


@given(SOME | st.text(max_size=80), st.integers(8, 40))
def test_no_line_is_too_wide_and_no_sign_obeys(text, width):
    for line in texts(lines_of(text, width)):
        assert cell_len(line) <= width
        assert "\x1b" not in line
        assert "\0" not in line
        assert "\u202e" not in line


@given(st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), max_size=30), st.integers(8, 40))
def test_plain_words_all_stay_in_order(words, width):
    shown = " ".join(texts(lines_of(" ".join(words), width)))
    assert shown.replace(" ", "") == "".join(words)
