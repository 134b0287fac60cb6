# Subclasses of exceptions.
class WithCode(ValueError):
  def __init__(self, code, *args):
    super().__init__(*args)
    self.code = code
  def __str__(self): return f"E{self.code}"


class Plain(Exception): pass
class Key(KeyError): pass


try:
  raise WithCode(3, "x", "y")
except ValueError as error:
  print(error, repr(error), error.args, error.code)
print(repr(Plain()), repr(Plain(1)), repr(Plain(1, 2)), str(Plain()), str(Plain(1)), str(Plain(1, 2)), str(Key("a")), str(KeyError(1, 2)))
