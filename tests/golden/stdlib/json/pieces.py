# What iterencode() and dump() make of an object, piece by piece.
import io, json

class Counting:
    def __init__(self): self.pieces = []
    def write(self, text): self.pieces.append(text)

data = {"a": [1, 2.5, None, "x"], "b": {}, "c": {"d": [[], [True]]}, 5: (1,)}
for options in ({}, {"indent": 2}, {"separators": (",", ":")}, {"indent": "\t", "sort_keys": False}):
    file = Counting()
    json.dump(data, file, **options)
    print(file.pieces)
    text = io.StringIO()
    json.dump(data, text, **options)
    print(text.getvalue() == "".join(file.pieces) == json.dumps(data, **options))

# What was written before an error stays.
for bad in ([1, {"k": object}], {"k": 1, (1,): 2}, [[float("nan")]], {"a": {"b": {1, 2}}}):
    for file in (io.StringIO(), Counting()):
        try:
            json.dump(bad, file, allow_nan=False)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e, repr(file.getvalue()) if isinstance(file, io.StringIO) else file.pieces)

loop = []
loop.append({"self": loop})
pieces = json.JSONEncoder().iterencode(loop)
try:
    for piece in pieces: print(repr(piece))
except ValueError as e:
    print(e)
print(list(json.JSONEncoder(skipkeys=True, default=str).iterencode({1j: 2, "z": 3j, None: True})))
print(list(json.JSONEncoder(indent=1, skipkeys=True).iterencode({1j: 2})))
