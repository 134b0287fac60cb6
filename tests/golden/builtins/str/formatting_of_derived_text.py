# Text of a derived class that formatting leaves as it is stays an object of that class, else a plain str comes out; float() of text that is a number, too.
class Name(str):
  pass


class Number(str):
  def __float__(self): return 2.5


class Position(str):
  def __index__(self): return 4


name, text = Name("plain"), Name("{} %s")
for result in name.format(), name.format(1, a=2), name.format_map({}), name % (), name % {}, name % [], text.format(5), text % 6, Name("{{}}").format(), Name("%%") % ():
  print(type(result).__name__, result)
print(name.format(1) is name, name % () is name)
try:
  name % 5
except TypeError as e:
  print(e)
print(float(Number("9")), float(Position("9")), int(Position("9")))
