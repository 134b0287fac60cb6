# Arguments of warnings.warn() and warn_explicit().
import warnings

class Odd(UserWarning):
    pass

def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print("fine")

warnings.simplefilter("ignore")
attempt(warnings.warn)
attempt(warnings.warn, "text")
attempt(warnings.warn, Odd("text"), int)
attempt(warnings.warn, "text", int)
attempt(warnings.warn, "text", "UserWarning")
attempt(warnings.warn, 1, 2)
attempt(warnings.warn, "text", None)
attempt(warnings.warn, "text", Odd, "one")
attempt(warnings.warn, "text", Odd, 1.5)
attempt(warnings.warn, "text", stacklevel=1000)
attempt(warnings.warn, "text", level=2)
attempt(warnings.warn, "text", Odd, 1, None, 5)
attempt(warnings.warn_explicit)
attempt(warnings.warn_explicit, "text", Odd, "file.py")
attempt(warnings.warn_explicit, "text", Odd, "file.py", 3)
attempt(warnings.warn_explicit, "text", Odd, "file.py", "3")
attempt(warnings.warn_explicit, "text", Odd, None, 3)
attempt(warnings.warn_explicit, "text", Odd, "file.py", 3, registry=5)
attempt(warnings.warn_explicit, "text", Odd, "file.py", 3, module_globals=5)

# A warning that became an error comes from the line that warned.
import traceback
def careful():
    warnings.warn("stop", Odd)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        careful()
    except Odd as error:
        print([level.name for level in traceback.extract_tb(error.__traceback__)], error)

# The place that stacklevel names.
def helper(level):
    warnings.warn("told", Odd, level)
def caller(level):
    helper(level)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for level in (-1, 0, 1, 2, 3, 50):
        caller(level)
for warning in caught:
    print(warning.lineno, warning.filename.rpartition("/")[2], warning.category.__name__)
