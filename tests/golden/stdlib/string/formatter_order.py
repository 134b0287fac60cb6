# Formatter works from left to right: a mistake in the format is told when its turn comes.
from string import Formatter

for format in ("{0}{", "{nope}}", "{0:>3}{a.real}{", "{}{0}{", "{0!x}{", "{a[0]}}}{"):
    for call in (lambda: Formatter().format(format, 1, a=2), lambda: list(Formatter().parse(format))):
        try:
            print(repr(format), call())
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            print(repr(format), type(error).__name__, error)
