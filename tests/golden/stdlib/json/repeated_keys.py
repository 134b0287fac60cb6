# Lists of objects whose keys repeat, change, come in another order or end early; escapes, numbers and errors inside them.
import json

for text in [
  '[{"a": 1, "b": 2}, {"a": 3, "b": 4}, {"a": 5}, {}, {"b": 6}, {"b": 7, "a": 8}, {"a": 9, "b": 10, "c": 11}, {"a": 12, "b": 13}]',
  '[{"a": 1, "b": 2}, {"a": 3, "a": 4}, {"a": 5, "b": 6, "a": 7}]',
  '[{"a\\\\b": 1}, {"a\\b": 2}, {"a\\u0062": 3}, {"a\\\\b": 4}]',
  '[{"x": {"y": {"z": [1]}}}, {"x": {"y": {"z": [2], "w": 3}}}, {"x": {"y": 4}}, {"x": [{"y": 5}, {"y": 6}]}]',
  '[{"\u00e9": 1, "k": 2}, {"\u00e9": 3, "k": 4}, {"\u65e5": 5, "\u00e9": 6}, {"\u65e5": 7, "\u00e9": 8}]',
  '[{"": 1}, {"": 2}, { "" : 3 , "x" : [ ] }]',
  '[1e400, -1e400, -0, -0.0, 0.1, 1E5, 1e-7, 123456789012345678, 1234567890123456789, -1234567890123456789012, 5e-324]',
  '"\\ud83d\\ude00 \\"\\\\\\/\\b\\f\\n\\r\\t"', '["\u65e5\\u672c", "\\u00e9\u00e9", "caf\\u00e9"]',
]:
  print(json.loads(text))
  print(json.loads(text, object_pairs_hook=tuple), json.loads(text, parse_int=str, parse_float=lambda digits: (digits,)))
print(json.loads('[{"a": 1}, {"a": 2, "b": {"a": 3}}]', object_hook=lambda found: sorted(found)))
first, second = json.loads('[{"key": 1}, {"key": 2}]')
first["other"] = 3
del second["key"]
print(first, second, [next(iter(found)) for found in json.loads('[{"same": 1}, {"same": 2}]')])
print(json.loads('"a\tb"', strict=False).encode())
for text in ['[{"a": 1}, {"a": 2,}]', '[{"a": 1}, {"a" 2}]', '[{"a": 1}, {"a": 2 "b"}]', '[{"a": 1}, {"a": 2', '[{"a": 1}, {', '[{"a": 1}, {"a": }]',
             '[{"a": 1}, {"a": 1, "b', '{"a": 1, b: 2}', '["\\ud83d', '["\\u12"]', '["\\x"]', '["a\tb"]', '"abc', '[1, 2', '[1 2]', "nul", "-", "01", "1.", "[1,]",
             "{,}", "", "  ", '{"a": 1} x', "[NaN, -Infinity]"]:
  try:
    print(json.loads(text))
  except json.JSONDecodeError as error:
    print(error, error.pos, error.lineno, error.colno)
deep = "[" * 100 + "{\"d\": " * 100 + "0" + "}" * 100 + "]" * 100
value = json.loads(deep)
depth = 0
while value:
  value = value["d"] if isinstance(value, dict) else value[0]
  depth += 1
print(depth)
for text in ("[" * 100000, '{"a":' * 100000):
  try:
    json.loads(text)
  except RecursionError:
    print("too deep")


class Grower:
  pass


rows = [Grower(), Grower()]


def grow(found):
  if len(rows) < 5:
    rows.append(Grower())
  return None


print(json.dumps(rows, default=grow))
print(json.decoder.scanstring('x"a\\tb" y', 2), json.decoder.scanstring('"a\tb"', 1, False))
for text in ('"abc', '"a\tb"'):
  try:
    json.decoder.scanstring(text, 1)
  except json.JSONDecodeError as error:
    print(error)
