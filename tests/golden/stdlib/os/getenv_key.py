# The name of a variable is a string, also where a missing one has a default.
import os

for call in (lambda: os.getenv(5), lambda: os.environ.get(5, "d"), lambda: os.environ.get(None), lambda: os.getenv("NO_SUCH_VARIABLE", "d")):
    try:
        print(call())
    except TypeError as error:
        print(error)
