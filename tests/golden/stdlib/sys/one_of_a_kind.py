"""sys.flags and sys.version_info can't be made again, other sequences with named fields can; fields are read-only members."""
import os
import sys
import time


def attempt(call, *arguments):
    try:
        print(call(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


for sequence in (sys.version_info, sys.flags):
    attempt(type(sequence))
    attempt(type(sequence), sequence)
    attempt(type(sequence), 1, 2)
for cls in (type(sys.float_info), type(sys.thread_info), time.struct_time, os.stat_result):
    attempt(cls)
    attempt(cls, 1)
    attempt(cls, int | str)
for target, name in ((sys.version_info, "major"), (sys.flags, "debug"), (time.gmtime(0), "tm_year"), ([].append, "__self__"), (len, "__self__")):
    attempt(setattr, target, name, 1)
for status in ((), (None,), (3,), ("text",), ((),), ((1, 2),)):
    try:
        sys.exit(*status)
    except SystemExit as error:
        print(status, error.args, error.code)
