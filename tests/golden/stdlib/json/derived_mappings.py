# Objects of derived types: an empty dictionary is written as one, whatever its items() would give; others by their items().
import json


class Shown(dict):
    def items(self):
        return [("shown", 1)]


for value in (Shown(), Shown(a=1), [Shown(), {}]):
    print(json.dumps(value), json.dumps(value, indent=1), "".join(json.JSONEncoder().iterencode(value)))


# A decoder of a program's own, written as the library's is, gets its pattern from there.
class Decoder(json.JSONDecoder):
    def decode(self, s, _w=json.decoder.WHITESPACE.match):
        return super().decode(s.replace("'", '"'), _w)


print(json.loads(" {'a': [1]} \n", cls=Decoder))
try:
    json.loads("{'a': 1} x", cls=Decoder)
except json.JSONDecodeError as error:
    print(error)

# With line breaks, an object whose keys are all skipped keeps its lines, and numbers that are not allowed are told.
print(json.dumps([{(1, 2): 3}, {}], skipkeys=True, indent=1), json.dumps({(1, 2): 3}, skipkeys=True))
for indent in (None, 1):
    for value in (float("nan"), [float("-inf")], {float("inf"): 1}):
        try:
            json.dumps(value, allow_nan=False, indent=indent)
        except ValueError as error:
            print(error)
