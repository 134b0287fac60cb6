# Of names that are equally near to a wrong one, the first in the order of the built-in names is suggested
import builtins
import traceback

for name in ("MyError", "outer", "rint", "suh", "xip", "sel", "bnt", "MyWarning", "an", "loct"):
    try:
        eval(name)
    except NameError as error:
        print(traceback.format_exception_only(error)[-1].strip())
names = [name for name in vars(builtins) if name not in ("open", "quit", "exit", "copyright", "credits", "license", "help")]
print(names[:8], names.index("iter") < names.index("aiter"), names.index("OSError") < names.index("KeyError"), names[-3:])
