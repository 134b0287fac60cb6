# patch() as context manager, decorator of functions and classes, started and stopped; patch.object, patch.dict, patch.multiple.
import os
from unittest.mock import DEFAULT, MagicMock, Mock, patch


class Target:
  value = 1

  def method(self, a):
    return a


original = Target
with patch("__main__.Target") as mock:
  Target.method(3)
  print(Target is mock, type(mock).__name__, mock.mock_calls)
print(Target is original)
with patch("__main__.Target.method", return_value=5):
  print(Target().method(1))
with patch.object(Target, "value", 7):
  print(Target.value)
with patch.object(Target, "value", new_callable=Mock) as mock:
  print(type(mock).__name__)
with patch.object(Target, "extra", 3, create=True):
  print(Target.extra)
print(hasattr(Target, "extra"))


@patch("__main__.Target.method")
@patch.object(Target, "value", 9)
@patch("os.getcwd")
def decorated(first, getcwd, method):
  """Mocks are given from the innermost decorator outwards."""
  getcwd.return_value = "/there"
  method.return_value = "mocked"
  return first, os.getcwd(), Target().method(1), Target.value


print(decorated(1), decorated.__name__, Target.value)


@patch("__main__.Target.value", "patched")
class Tests:
  def test_it(self):
    return Target.value

  def other(self):
    return Target.value


print(Tests().test_it(), Tests().other())
data = {"a": 1}
with patch.dict(data, {"b": 2}, c=3):
  print(data)
with patch.dict(data, clear=True):
  print(data)
with patch.dict("os.environ", {"COIL_PATCHED": "yes"}):
  print(os.environ["COIL_PATCHED"])
print(data, "COIL_PATCHED" in os.environ)
with patch.multiple("__main__.Target", value=DEFAULT, method=DEFAULT) as mocks:
  print(sorted(mocks), type(Target.value).__name__)
patcher = patch("__main__.Target.value", 11)
print(patcher.start(), Target.value, patcher.stop(), Target.value, patcher.stop())
patcher.start()
patch.stopall()
print(Target.value)
with patch("__main__.Target", autospec=True):
  try:
    Target().method()
  except TypeError as error:
    print(error)
with patch("builtins.print") as hidden:
  print("not shown")
print(hidden.mock_calls)
for fail in (lambda: patch("nodots"), lambda: patch("__main__.none").__enter__(), lambda: patch("__main__.Target", new=1, new_callable=Mock),
             lambda: patch("__main__.Target", 1, keyword=2).__enter__(), lambda: patch.object("Target", "a"), lambda: patch.multiple(Target),
             lambda: patch("__main__.Target", spec=True, autospec=True).__enter__(), lambda: patch("__main__.Target", auto_spec=True)):
  try:
    fail()
  except Exception as error:
    print(type(error).__name__, str(error).partition(" from ")[0])
