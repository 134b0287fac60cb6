# Small things that differed: operands between two operators, lengths of tuples, subclasses with their own iteration, what conversions say.
import operator
import sys

print(1 not in [2] in [[2]], 1 not in {2} in [{2}], 1 in [1, 2] == [1, 2])

class Loud:
  def __init__(self, value): self.value = value
  def __eq__(self, other):
    print("compares", self.value)
    return self.value == other.value
print((Loud(1),) == (Loud(1), Loud(2)), [Loud(1)] == [Loud(1), Loud(2)])

class Odd(dict):
  def __iter__(self): return iter(["x"])
  def keys(self): return ["a", "b"]
  def __getitem__(self, key): return key * 2
odd = Odd(a=1)
print(odd | {}, {} | odd, odd.copy(), (lambda **kw: kw)(**odd), {**odd})

class Word(str): pass
class Data(bytes): pass
print([type(part).__name__ for part in Word("ab").partition("=")], [type(part).__name__ for part in Data(b"ab").rpartition(b"=")])
print(hash(b"abc") == hash("abc"), hash(b"\xe9") == hash("\xe9"), hash(b""), hash(bytearray(b"abc").__class__ and memoryview(b"abc")) == hash("abc"))

class Converts:
  def __init__(self, result): self.result = result
  def __int__(self): return self.result
  def __index__(self): return self.result
  def __sizeof__(self): return self.result
  def __iter__(self): return self.result
  def __length_hint__(self): return "hint"
for attempt in ("%d".__mod__, "%x".__mod__, "%c".__mod__, sys.getsizeof, tuple):
  for result in ("text", 1.5, None):
    try: print(attempt(Converts(result)))
    except TypeError as e: print(e)
print("%ls %hd" % (1, 2))
try: "%lls" % 1
except ValueError as e: print(e)

error = UnicodeDecodeError("enc", b"ab", 0, 1, "why")
for name, value in (("start", "x"), ("end", 1.5), ("start", 1), ("end", 2)):
  try: setattr(error, name, value)
  except TypeError as e: print(name, e)
print(error)
for call in (lambda: operator.indexOf(5, 5), lambda: operator.countOf(None, 1), lambda: dict.__dict__["fromkeys"]([])):
  try: call()
  except TypeError as e: print(e)

class A:
  def method(self): return self
a = A()
print(hasattr(type(a.method), "__get__"), a.method.__get__(5)(), types := type(a.method).__name__)
