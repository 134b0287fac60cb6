# except* wraps an exception that is no group: the group was raised nowhere yet, so it has no traceback of its own.
import traceback


def looked_at():
    try:
        raise ValueError("naked")
    except* ValueError as group:
        print(repr(group), group.__traceback__, group.exceptions[0].__traceback__ is not None)


def raised_again():
    try:
        raise ValueError("naked")
    except* ValueError:
        raise


def raised_by_name():
    try:
        raise ValueError("naked")
    except* ValueError as group:
        raise group


def replaced():
    try:
        raise ValueError("naked")
    except* ValueError:
        raise KeyError("another")


for function in (looked_at, raised_again, raised_by_name, replaced):
    try:
        function()
    except BaseException as error:
        lines = traceback.format_exception(error)
        print("".join(lines).replace(__file__, "FILE"))
