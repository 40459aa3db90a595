"""The words of a .md file: headings, emphasis, links and lists without their marks."""

import re

from edtui.exchange.texts.found import Found

_FRONT = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
_RULE = re.compile(r"^ {0,3}([-*_])(?:\s*\1){2,}\s*$")
_QUOTE = re.compile(r"^ {0,3}> ?")
_BULLET = re.compile(r"^( *)[*+]\s+")
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,400}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,400}\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,400}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_\\])([*_])(?=[^\s*_])([^\n*_]{1,400}?)(?<=[^\s*_\\])\1(?![\w*_])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def read_markdown(text: str) -> Found:
    """Read it; the first heading is the title."""
    found = Found()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    if front:
        text = text[front.end() :]
        title = _TITLE.search(front.group(1))
        found.title = title.group(1) if title else ""
    found.pictures = len(_PICTURE.findall(text))
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            found.paragraphs += [_flowed(paragraph), ""]
            paragraph.clear()

    for raw in _COMMENT.sub("", text).split("\n"):
        line = _QUOTE.sub("", raw)
        heading = _HEADING.match(line)
        underlined = _UNDERLINE.match(line) and len(paragraph) == 1
        if heading or underlined:
            words = heading.group(2) if heading else paragraph.pop()
            close()
            _head(found, _words(words))
        elif not line.strip() or _RULE.match(line):
            close()
        else:
            paragraph.append(_BULLET.sub(r"\1- ", line))
    close()
    return found


def _head(found: Found, words: str) -> None:
    if not found.title and not any(found.paragraphs):
        found.title = words
    else:
        found.paragraphs += [words, ""]


def _flowed(lines: list[str]) -> str:
    """Join lines as a reader of Markdown does: two blanks or a backslash end one, and so a list."""
    out = ""
    for line in lines:
        hard = line.endswith(("  ", "\\"))
        item = line.lstrip().startswith("- ")
        if item and out and not out.endswith("\n"):
            out += "\n"
        out += _words(line.rstrip("\\").strip()) + ("\n" if hard else " ")
        if not hard:
            out = out.rstrip(" ") + " "
    return out.replace(" \n", "\n").strip()


def _words(line: str) -> str:
    line = _LINK.sub(r"\1", _PICTURE.sub("", line))
    line = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", line))
    return _ESCAPED.sub(r"\1", line)
