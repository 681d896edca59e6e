"""Facts about the world that are no words of a language: states and their codes. Imports nothing of ours."""
