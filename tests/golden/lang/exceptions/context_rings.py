# A chain of contexts that a program closed to a ring stops nobody: not a new exception, not the traceback.
import traceback


def ring_of_one():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


def ring_behind_others():
    first, second, third = ValueError("first"), KeyError("second"), IndexError("third")
    first.__context__ = second
    second.__context__ = third
    third.__context__ = second
    try:
        raise first
    except ValueError:
        raise TypeError("new")


def back_to_itself():
    first, second = ValueError("first"), KeyError("second")
    second.__context__ = first
    try:
        raise second
    except KeyError:
        raise first


for function in (ring_of_one, ring_behind_others, back_to_itself):
    try:
        function()
    except Exception as error:
        chain, seen = [], set()
        at = error
        while at is not None and at not in seen:
            seen.add(at)
            chain.append(repr(at))
            at = at.__context__
        print(function.__name__, chain, "ring" if at is not None else "end")
        print(len(traceback.format_exception(error)) > 0)
