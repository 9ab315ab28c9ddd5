"""Monthly digests in, a static chronicle out."""
