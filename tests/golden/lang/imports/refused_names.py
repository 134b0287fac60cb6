# Imports that cannot be: None in sys.modules, empty names, lists of names that are none.
import sys
import types

def attempt(text):
    try:
        exec(text, {})
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print("fine")

sys.modules["blocked"] = None
attempt("import blocked")
attempt("import blocked.part")
attempt("from blocked import part")
attempt("from blocked.part import piece")
sys.modules["json.tool"] = None
attempt("import json.tool")

for name in ("", ".json", "json.", "json..tool"):
    try:
        __import__(name)
    except (ValueError, ImportError) as error:
        print(f"{type(error).__name__}: {error}")

class Names:
    def __getitem__(self, index):
        return ["one"][index]

module = sys.modules["listed"] = types.ModuleType("listed")
module.one, module.a, module.b = 1, 2, 3
for names in (["one"], ("one", "a"), "ab", Names(), 5, {"one"}, {"one": 1}, [5], ["missing"], None):
    module.__all__ = names
    attempt("from listed import *")
for name in ["no such\n", "it's", "\ud800", "café"]:
    try: __import__(name)
    except ModuleNotFoundError as error: print(ascii(str(error)), ascii(error.name))
