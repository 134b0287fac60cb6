# Copies of code objects with other attributes.
def area(width, height=2):
    """The area."""
    factor = "ab"
    return factor * (width * height)

code = area.__code__
renamed = code.replace(co_name="surface", co_qualname="Shape.surface", co_filename="shapes.py")
print(renamed.co_name, renamed.co_qualname, renamed.co_filename, code.co_name)
area.__code__ = renamed
print(area(3), area.__name__)

constants = tuple("xyz" if constant == "ab" else constant for constant in code.co_consts)
area.__code__ = code.replace(co_consts=constants)
print(area(3))

moved = code.replace(co_firstlineno=101)
lines = {line for _, _, line in code.co_lines()}
print(moved.co_firstlineno, {line - 99 for _, _, line in moved.co_lines()} == lines, {4, 5} <= lines)
print({(position[0], position[1]) for position in code.co_positions()} >= {(4, 4), (5, 5)})

# Only the name of the level in tracebacks changes.
import sys
namespace = {"__name__": "made"}
raising = compile("\n" * 6 + "raise problem", "template.html", "exec").replace(co_name="template")
try:
    exec(raising, namespace, {"problem": KeyError("x")})
except KeyError as error:
    level = error.__traceback__.tb_next
    print(level.tb_frame.f_code.co_name, level.tb_lineno, level.tb_frame.f_globals["__name__"])

# Code objects are equal when they do the same under the same name.
first, second = [compile("x = 1\ny = 2.0", name, "exec") for name in ("a.py", "b.py")]
print(first == second, hash(first) == hash(second), first == compile("x = 1\ny = 2", "a.py", "exec"))
print(code == code.replace(), code == renamed, code != moved)

for arguments in ({"co_name": 5}, {"co_consts": [1]}, {"co_title": 1}, {"co_filename": None}):
    try:
        code.replace(**arguments)
    except TypeError as error:
        print(error)
try:
    code.replace(co_firstlineno=-1)
except ValueError as error:
    print(error)

# The mark of types.coroutine.
import inspect, types
def gen():
    yield 1
gen.__code__ = gen.__code__.replace(co_flags=gen.__code__.co_flags | inspect.CO_ITERABLE_COROUTINE)
print(inspect.isawaitable(gen()))
