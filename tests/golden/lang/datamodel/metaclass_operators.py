# Special methods of the metaclass work on the class itself.
class Meta(type):
  def __getattr__(cls, name): return "made " + name
  def __len__(cls): return 42
  def __iter__(cls): return iter("xyz")
  def __contains__(cls, item): return item == 1
  def __getitem__(cls, key): return key
  def __add__(cls, other): return "added"
  def __bool__(cls): return False
  def __instancecheck__(cls, item): return item == 5
  def __repr__(cls): return "<the class>"
  @property
  def label(cls): return "label of " + cls.__name__


class A(metaclass=Meta): pass


print(A.foo, len(A), list(A), 1 in A, 2 in A, A[3], A + 1, bool(A), isinstance(5, A), A, [A], A.label)
try:
  A().label
except AttributeError as error:
  print(error)
try:
  A.label = 1
except AttributeError as error:
  print(error)
