"""The passphrase of Anna, who owns the small team in a real vault (`vault_desk`)."""

PASSPHRASE = "fiets onder de brug"
