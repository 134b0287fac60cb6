# What concurrent.futures says of things that are no futures, and of timeouts that are no numbers.
import concurrent.futures as futures
def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)
attempt(futures.wait, [1])
attempt(futures.wait, 5)
attempt(futures.wait, [None], return_when="SOMETIME")
attempt(lambda: list(futures.as_completed(["x"])))
pending = futures.Future()
attempt(futures.wait, [pending], return_when="SOMETIME")
attempt(futures.wait, [pending], timeout="x")
attempt(pending.result, "x")
attempt(pending.exception, [])
print(futures.__all__)
