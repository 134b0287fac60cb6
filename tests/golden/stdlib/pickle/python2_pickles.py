# Protocols below 3 use Python 2's names, and its byte strings are decoded.
import pickle

for value in (range(3), ValueError("x"), FileNotFoundError(2, "x"), b"bytes", object, map):
    print(pickle.dumps(value, 2), pickle.dumps(value, 2, fix_imports=False))
    assert repr(pickle.loads(pickle.dumps(value, 2))) == repr(value)
print(pickle.loads(b"c__builtin__\nxrange\n(I1\nI5\ntR."), pickle.loads(b"cexceptions\nValueError\n(S'old'\ntR."))
data = b"\x80\x02U\x03a\xe9b."
for options in ({"encoding": "latin1"}, {"encoding": "bytes"}, {"errors": "replace"}, {}):
    try:
        print(options, repr(pickle.loads(data, **options)))
    except UnicodeDecodeError as error:
        print(options, error)
print(pickle.loads(b"S'it\\'s \\x41\\n'\n."), pickle.loads(b"(i__builtin__\nobject\n.").__class__)
