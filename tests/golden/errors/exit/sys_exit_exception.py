# sys.exit() of a SystemExit raises that one; any other exception is the code, and is printed.
import sys

for given in (SystemExit(4), SystemExit(), (5,), (), (6, 7), ValueError("eight")):
  try:
    sys.exit(given)
  except SystemExit as error:
    print(repr(error), error is given, repr(error.code))
sys.exit(ValueError("the end"))
