"""edtui: the desk of a coordinator of peer workers, over one encrypted file."""

__version__ = "0.1.0"
