# KeyError shows the repr of the key.
{"a": 1}["it's"]
