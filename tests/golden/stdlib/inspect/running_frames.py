# The frame object of a function that runs shows its present line and variables; later those of the last look.
import inspect
import sys

def line(frame):
    return frame.f_lineno - frame.f_code.co_firstlineno

def totals(a, b=2):
    c = a + b
    frame = inspect.currentframe()
    d = c * 2
    print(sorted(frame.f_locals), frame.f_locals["d"], line(frame))
    d = "changed"
    print(frame.f_locals["d"], line(frame))
    return frame

print(sorted(totals(1).f_locals))

# Calls of a function reuse the place of earlier ones on the stack; their frame objects do not mix.
def collect(number, frames=[]):
    frames.append(sys._getframe())
    print([frame.f_locals["number"] for frame in frames])

for number in range(3):
    collect(number)

def recurse(number):
    frame = sys._getframe()
    if number:
        return recurse(number - 1)
    numbers = []
    while frame.f_code.co_name == "recurse":
        numbers.append(frame.f_locals["number"])
        frame = frame.f_back
    return numbers

print(recurse(3))

def generator():
    frame = sys._getframe()
    x = 1
    yield frame.f_locals["x"]
    x = 2
    yield frame.f_locals["x"]

print(list(generator()))

def outer():
    frame = sys._getframe()
    def inner():
        return frame.f_locals.get("after"), line(frame)
    after = "set"
    return inner()

print(outer())
module = sys._getframe()
late = 1
print("late" in module.f_locals, module.f_locals is globals(), module.f_lineno)
