# Assigning to an item of a constant: no part of the place is marked, since it could be computed
import traceback

try:
    "abc"[0] = "x"
except TypeError:
    traceback.print_exc()
try:
    exec(compile("(1, 2)[5] = 3", __file__, "exec"))
except TypeError as error:
    print(error)
(1, 2)[0] += 1
