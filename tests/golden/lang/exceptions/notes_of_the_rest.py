# What except* leaves over of a group keeps the group's notes, as what it takes does.
group = ExceptionGroup("all", [ValueError("a"), ExceptionGroup("inner", [OSError("b"), KeyError("c")])])
group.add_note("seen at noon")
group.exceptions[1].add_note("deeper")
try:
    try:
        raise group
    except* OSError as taken:
        print(taken.__notes__, taken.exceptions[0].__notes__)
except ExceptionGroup as rest:
    print(rest is group, rest.__notes__, rest.__notes__ is group.__notes__, rest.exceptions[1].__notes__)

try:
    try:
        raise group
    except* OSError:
        raise LookupError("new")
except ExceptionGroup as both:
    print(repr(both), [getattr(part, "__notes__", None) for part in both.exceptions])

try:
    try:
        raise group
    except* OSError:
        raise
except ExceptionGroup as whole:
    print(whole.__notes__)
