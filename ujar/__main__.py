"""`python -m ujar` is `ujar`."""

from ujar.commands import main

main()
