# Small rules about the arguments of built-in methods.
def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

for call in (lambda: ''.count('', 1, 2, 3), lambda: b''.find(b'', 1, 2, 3), lambda: ''.startswith('', 1, 2, 3), lambda: ''.find(), lambda: str.maketrans('a', x=1),
             lambda: str.maketrans.__qualname__, lambda: dict.__getitem__(5), lambda: list.__getitem__(), lambda: {}.__getitem__(1, x=2), lambda: set.__contains__({}, 1),
             lambda: [].__getitem__(1, 2), lambda: frozenset.__getattribute__(None), lambda: ''.__bool__(), lambda: sum(3, ''), lambda: sum([], ''), lambda: type(1, x=2),
             lambda: (2+3j).__pow__((), 36), lambda: (2+3j).__pow__(1, 36), lambda: b'a'.replace({}, b'', ''), lambda: b'a'.replace(b'a', b'', ''),
             lambda: int(bytearray(b'a,b')), lambda: int(memoryview(b'x')), lambda: b'abc'.__lt__(bytearray(b'a')), lambda: b'abc' < bytearray(b'b'),
             lambda: b''.decode('no such codec'), lambda: str(b'', 'no such codec'), lambda: b'a'.decode('no such codec'), lambda: b'ab'.hex(memoryview(b':')), lambda: b'ab'.hex(b':'),
             lambda: str(errors=True), lambda: str(errors='x'), lambda: ''.maketrans({1}, '1', b''), lambda: type(None, [], 1), lambda: type('A', None, {}),
             lambda: {}.pop([], 1), lambda: {}.pop([]), lambda: {1: 2}.pop([], 1), lambda: type(...)(1),
             lambda: int.mro(1), lambda: int.__subclasses__(a=1), lambda: bool.__instancecheck__(), lambda: int.from_bytes(), lambda: bool.fromhex(),
             lambda: float.fromhex()):
    show(call)
