"""__init__ of a bytearray that has bytes: they go first, even when the new ones are refused."""
def attempt(call, *arguments):
    try:
        call(*arguments)
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b"abc")
data.__init__(b"new")
print(data)
for source in ("text", 1.5, -1, None):
    data.__init__(b"xy")
    attempt(data.__init__, source)
    print(data)
data.__init__(3)
print(data)
data.__init__(data)
print(data)
data.__init__("é", "utf-8")
with memoryview(data):
    attempt(data.__init__, b"z")
print(data)


def assign(value):
    data[0:1] = value


for value in (None, 5, "a", 1.5, 1j, object(), [300], ["a"]):
    attempt(assign, value)
