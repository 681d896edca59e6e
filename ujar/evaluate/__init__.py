"""Gold readers, the aligner and the scorers."""
