# Positions beyond any size are converted before a change is refused; repetition by what is no number.
for target in ((1, 2), "text", b"bytes", range(3), frozenset((1,)), {1}):
    for key in (0, 2**63, -2**70, "key", None):
        try:
            target[key] = 1
        except (TypeError, IndexError) as error:
            print(type(error).__name__, error)
        try:
            del target[key]
        except (TypeError, IndexError) as error:
            print(type(error).__name__, error)
for left, right in (("a", (1,)), (b"a", [1]), ((1,), "a"), ([1], (1,)), (bytearray(b"a"), (1,)), ({}, "a"), ("a", {}), (1.5, "a"), ((1,), 1.5)):
    try:
        left * right
    except TypeError as error:
        print(error)
    try:
        left *= right
    except TypeError as error:
        print(error)


class Text(str):
    pass


text = Text("abc")
print(type(format(text, "s")).__name__, type(format(text, "")).__name__, type(format(text, "5")).__name__, type(iter(text)).__name__)
try:
    format(text, "d")
except ValueError as error:
    print(error)
