"""Room domain: the nouns of Party work and their laws; standard library only."""
