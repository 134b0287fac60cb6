# Separators and texts of wrong types.
import json

for separators in ((1, 2), (",", 2), (1, ":"), 5, ","):
  try:
    print(json.dumps({"a": [1, 2]}, separators=separators))
  except (TypeError, ValueError) as error:
    print(error)
for text in (5, None, b"1"):
  try:
    json.JSONDecoder().decode(text)
  except TypeError as error:
    print(error)
