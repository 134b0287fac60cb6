# Of names that are equally near to a wrong one, the first in the order of the built-in names is suggested
import traceback

for name in ("MyError", "outer", "rint", "suh", "xip", "sel", "bnt", "MyWarning", "an", "loct"):
    try:
        eval(name)
    except NameError as error:
        print(traceback.format_exception_only(error)[-1].strip())
