# The modules of encodings, and the table of their other names.
import encodings
import encodings.aliases
import hashlib
import importlib

aliases = encodings.aliases.aliases
print(len(aliases), hashlib.sha256(repr(aliases).encode()).hexdigest())
print([aliases.get(name) for name in ("latin1", "u8", "cp367", "csbig5", "hex", "nothing")])

text = "h\u00e9"
for name in ("utf_8", "utf_8_sig", "latin_1", "utf_16_le", "utf_16_be", "utf_16", "utf_32", "utf_32_le", "utf_32_be", "cp1252", "unicode_escape",
             "raw_unicode_escape", "ascii"):
  module = importlib.import_module("encodings." + name)
  entry = module.getregentry()
  encoder, decoder = module.IncrementalEncoder("replace"), module.IncrementalDecoder()
  data = entry.encode(text, "replace")[0]
  print(name, entry.name, data, entry.decode(data), encoder.encode(text, True), decoder.decode(data, True))
  print("  ", [issubclass(getattr(module, kind), getattr(encodings.codecs, kind)) for kind in ("IncrementalEncoder", "StreamReader", "StreamWriter")])
for name in ("utf_8", "utf_8_sig", "utf_16"):
  module = importlib.import_module("encodings." + name)
  print(name, module.decode(module.encode("x")[0]))
