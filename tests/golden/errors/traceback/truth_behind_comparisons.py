# Where a truth value fails: at the comparison before it in the same condition, else at the statement or the whole conditional expression.
import os
import traceback

class Unclear:
    def __bool__(self):
        raise ValueError("unclear")

value, unclear = 2, Unclear()

def both():
    if value == 2 and not unclear: pass
def alone():
    if value and not unclear: pass
def either():
    while value == 3 or unclear: pass
def two():
    if value > 1 and value < 3 and unclear: pass
def chain():
    if 1 < value < 3 and unclear: pass
def before():
    if unclear and value == 2: pass
def choice():
    return 1 if value in (2, 3) and unclear else 2
def comprehension():
    return [x for x in (1,) if value is not None and unclear]
def assertion():
    assert value == 2 and unclear, "message"
def failed_assertion():
    assert value == 2 and not value
def lines():
    if (value == 2
            and unclear):
        pass

for function in (both, alone, either, two, chain, before, choice, comprehension, assertion, failed_assertion, lines):
    try:
        function()
    except (ValueError, AssertionError):
        print(traceback.format_exc().split("__bool__")[0].replace(os.path.dirname(os.path.abspath(__file__)) + "/", ""))
