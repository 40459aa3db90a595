"""Documents as word processors write them, small, and some as nobody should write them."""

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def packed(**parts: str | bytes) -> bytes:
    """A zip file with these parts; in a name ``__`` stands for a slash and ``_xml`` for .xml."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def word(body: str, *, before: str = "", namespace: str = WORD) -> bytes:
    """A .docx with this body."""
    return packed(
        _Content_Types_xml="<Types/>",
        word__document_xml=f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f'<w:document xmlns:w="{namespace}" xmlns:a="a" xmlns:mc="mc"><w:body>{body}</w:body>'
        "</w:document>",
    )


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of a .docx; a run that begins with < stands as it is."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(
        run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>'
        for run in runs
    )
    return f"<w:p>{look}{inner}</w:p>"


def open_document(body: str) -> bytes:
    """An .odt with this body."""
    return packed(
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml='<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-content xmlns:office="{OFFICE}office:1.0" '
        f'xmlns:text="{OFFICE}text:1.0" xmlns:draw="{OFFICE}drawing:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
    )
