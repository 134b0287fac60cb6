# The local variables of the levels that an exception has left.
import traceback

def total(items, scale=2):
    result = 0
    for item in items:
        result += item * scale
    return result

def outer():
    captured = ["a"]
    def inner(argument):
        captured.append(argument)
        return total([1, None, 3])
    return inner("b")

try:
    outer()
except TypeError as error:
    level = error.__traceback__.tb_next
    while level:
        names = {name: value for name, value in level.tb_frame.f_locals.items() if not callable(value)}
        print(level.tb_frame.f_code.co_name, names)
        level = level.tb_next

# Every raise keeps its own.
def recurse(depth):
    square = depth * depth
    if depth == 0:
        raise LookupError(square)
    recurse(depth - 1)
try:
    recurse(3)
except LookupError as error:
    level = error.__traceback__.tb_next
    while level:
        print(level.tb_frame.f_locals)
        level = level.tb_next

# In a class body and in exec.
try:
    class Broken:
        limit = 10
        1 / 0
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals["limit"])
space = {}
try:
    exec("a = 1\nb = a / 0", space)
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals is space, space["a"])

# Generators and coroutines.
def generate():
    produced = 5
    yield produced
    produced += 1
    raise ValueError
iterator = generate()
next(iterator)
try:
    next(iterator)
except ValueError as error:
    print(error.__traceback__.tb_next.tb_frame.f_locals)

# As the traceback module shows them.
def show():
    first, second = "x", [1, 2]
    return first + second
try:
    show()
except TypeError as error:
    described = traceback.TracebackException.from_exception(error, capture_locals=True)
    print(described.stack[1].locals)

# Clearing forgets them.
try:
    show()
except TypeError as error:
    traceback.clear_frames(error.__traceback__)
    print(error.__traceback__.tb_next.tb_frame.f_locals)

# Levels made by hand.
import types
try:
    show()
except TypeError as error:
    level = error.__traceback__.tb_next
    made = types.TracebackType(None, level.tb_frame, level.tb_lasti, level.tb_lineno)
    print(made.tb_frame is level.tb_frame, made.tb_lineno == level.tb_lineno, made.tb_next)
    made.tb_next = level
    print(made.tb_next is level)
for arguments in ((), (None, 2, 3, 4)):
    try:
        types.TracebackType(*arguments)
    except TypeError as error:
        print(error)
