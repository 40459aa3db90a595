"""Texts that come in from a file: .txt, .md, .docx, .odt. Their words alone, no looks."""
