"""`python -m entregent`: the command line, without its script on the path."""

from entregent.cli import main

main()
