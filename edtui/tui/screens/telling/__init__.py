"""Where stories are told, and how it is with who tells them: the narrator's page and own sheet."""
