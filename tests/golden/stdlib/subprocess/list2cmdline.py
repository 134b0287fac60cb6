# Quoting for programs of MS Windows.
from subprocess import list2cmdline

for arguments in (["a b", "c"], ['c"d'], ["e\\"], ["e\\ f\\"], ['f\\"g'], [""], ["tab\there"], [b"bytes"], ["\\\\server\\x y"]):
    print(arguments, list2cmdline(arguments))
