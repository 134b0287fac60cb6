# The timeouts that SimpleQueue.get() takes, also when there is an item; and such a queue cannot be pickled.
import pickle, queue
from fractions import Fraction
q = queue.SimpleQueue()
for timeout in ("x", [], Fraction(1, 2), -1, -0.5, True, 0, 0.0):
    q.put("item")
    try:
        print(repr(timeout), q.get(timeout=timeout))
    except (TypeError, ValueError) as e:
        print(repr(timeout), type(e).__name__, e)
while not q.empty():
    q.get_nowait()
try:
    q.get(timeout=0.001)
except queue.Empty as e:
    print(repr(e))
try:
    pickle.dumps(q)
except TypeError as e:
    print(e)
# Without waiting there is no timeout to look at.
for timeout in (-1, "x"):
    try:
        q.get(block=False, timeout=timeout)
    except queue.Empty:
        print("empty")
