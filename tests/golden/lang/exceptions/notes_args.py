# add_note, args, str and repr of exceptions.
e = ValueError("m", 2)
e.add_note("n1"); e.add_note("n2")
print(e.args, str(e), repr(e), e.__notes__)
try: e.add_note(5)
except TypeError as x: print(x)
for x in (KeyError("k"), KeyError("a", "b"), ValueError(), OSError(2, "No such", "f"), OSError(1, "m"), StopIteration(5), SystemExit(3), UnicodeError("u")):
  print(str(x), "|", repr(x))
print(StopIteration(5).value, SystemExit("s").code, OSError(2, "a", "f").errno, OSError(2, "a", "f").filename, type(OSError(2, "x")).__name__)
class E(Exception):
  def __init__(self, a, b=2): self.b = b
print(E(1).args, E(1, b=5).b, repr(E("x")))
print(NameError("m", name="q").name, AttributeError("m", name="n", obj=5).obj, ImportError("m", name="i", path="p").path)
