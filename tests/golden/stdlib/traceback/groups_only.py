# format_exception_only() of a group tells of the group, not of what is in it.
import traceback

group = ExceptionGroup("two", [ValueError(1), ExceptionGroup("inner", [KeyError(2)])])
print(traceback.format_exception_only(group))
print(list(traceback.TracebackException.from_exception(group).format_exception_only()))
