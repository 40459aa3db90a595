"""One object behind each key: bindings, key bar, help, palette and keymap are made from it."""
