# frame.clear() closes a suspended generator and forgets its variables; a running frame refuses.
import sys


def numbers():
    kept = "something"
    try:
        yield 1
        yield kept
    finally:
        print("closed")


suspended = numbers()
print(next(suspended), sorted(suspended.gi_frame.f_locals))
frame = suspended.gi_frame
frame.clear()
print(suspended.gi_frame, list(suspended))
fresh = numbers()
fresh.gi_frame.clear()
print(list(fresh))


def clears_itself():
    try:
        yield own.gi_frame.clear()
    except RuntimeError as error:
        print(error)
    yield "still here"


own = clears_itself()
print(next(own))
