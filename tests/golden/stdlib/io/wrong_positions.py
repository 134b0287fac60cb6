# Sizes and positions that are none, or too large, in each layer of a file
import io
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")
with open(path, "w") as file:
    file.write("text\n")
layers = {"text": open(path), "buffered": open(path, "rb"), "StringIO": io.StringIO("text"), "BytesIO": io.BytesIO(b"text")}
calls = [("readline", "x"), ("readline", 1.5), ("seek", "x"), ("seek", None), ("seek", -1), ("read", "x"), ("read", 10**30), ("readline", 10**30), ("truncate", "x")]
for name, layer in layers.items():
    for method, argument in calls:
        if name == "text" and (method, argument) == ("readline", 10**30):
            continue
        try:
            print(name, method, argument, getattr(layer, method)(argument))
        except Exception as error:
            print(name, method, argument, type(error).__name__, error)
try:
    open(path, "w\0")
except ValueError as error:
    print(error)
with tempfile.TemporaryFile() as file:
    for wrong in (lambda: file.read(-2), lambda: file.peek("a"), lambda: file.read1(None), lambda: file.read(None)):
        try:
            print(wrong())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
