# Decoders that replace a part of the scanner: arrays, strings, objects.
import json
from json import decoder, scanner


class Tuples(json.JSONDecoder):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.parse_array = self.tuple_of
        self.scan_once = scanner.py_make_scanner(self)

    def tuple_of(self, *args):
        values, end = decoder.JSONArray(*args)
        return tuple(values), end


class Upper(json.JSONDecoder):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.parse_string = lambda text, end, strict: (lambda found, end: (found.upper(), end))(*decoder.scanstring(text, end, strict))
        self.scan_once = json.scanner.py_make_scanner(self)


class Wrapped(json.JSONDecoder):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        original = self.scan_once
        self.scan_once = lambda text, index: (lambda value, end: ({"found": value}, end))(*original(text, index))


text = ' {"a": [1, [2.5, -3e2], []], "b": {"c": ["x", null, true, false, NaN]}, "e": {} } '
for cls in (Tuples, Upper, Wrapped):
    print(cls.__name__, cls().decode(text))
print(json.loads('[[1], {"a": [2]}]', cls=Tuples))
print(json.loads('{"a": [1.5, 2]}', cls=Tuples, parse_float=str, object_pairs_hook=list))
print(json.loads('{"a": [1]}', cls=Tuples, object_hook=lambda found: sorted(found.items())))
for wrong in ("", "[1", "[1,]", "[,]", "[1 2]", '{"a"}', '{"a":}', '{a:1}', '{"a":1,}', '{"a":1 "b"}', '{"a":1', "nul", "[", '{', '["x]', "[1]x"):
    try:
        print(Tuples().decode(wrong))
    except json.JSONDecodeError as error:
        print(repr(wrong), error)
print(scanner.NUMBER_RE.match("-12.5e3x").groups(), decoder.JSONObject(('{"k": 1} rest', 1), True, scanner.make_scanner(json.JSONDecoder()), None, None))
