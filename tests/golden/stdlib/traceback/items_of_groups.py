# What format_exception() gives of groups: a level, a message and the words between exceptions are one item each.
import traceback


def fails():
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("v") from error


try:
    fails()
except ValueError as error:
    member = error
try:
    raise ExceptionGroup("g", [member, OSError(1, "two\nlines")])
except ExceptionGroup as group:
    for chain in True, False:
        items = traceback.format_exception(group, chain=chain)
        print(len(items), [item.count("\n") for item in items])
    print(len(traceback.format_exception(member)), len(traceback.format_exception_only(group)))
