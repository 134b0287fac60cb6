# Mocks after a model: spec, spec_set, create_autospec(), seal().
from unittest.mock import MagicMock, Mock, NonCallableMock, create_autospec, seal


class Model:
  value = 1

  def method(self, a, b=2):
    pass

  async def coroutine(self, q):
    pass

  @staticmethod
  def static(z):
    pass

  @classmethod
  def make(cls, z):
    pass


def attempt(text):
  try:
    result = eval(text)
    print(text, "->", type(result).__name__)
  except Exception as error:
    print(text, type(error).__name__, error)


mock = Mock(spec=Model)
print(isinstance(mock, Model), type(mock.coroutine).__name__)
strict = Mock(spec_set=Model)
names = Mock(spec=["a", "b"])
instance = Mock(spec=Model())
instance.method(1, b=3)
for text in ("mock.none", "setattr(mock, 'none', 1)", "setattr(strict, 'none', 1)", "names.a()", "names.c", "instance()", "NonCallableMock()()",
             "instance.method.assert_called_with(1, 3)"):
  attempt(text)

function = create_autospec(lambda a, b=1: None)
function.return_value = 7
print(function(1), function.call_count, type(function).__name__)
auto = create_autospec(Model)
made = auto()
made.method(1)
one = create_autospec(Model, instance=True)
for text in ("function()", "function.assert_called_once_with(a=1)", "made.method()", "made.method(1, 2, 3)", "made.method.assert_called_once_with(a=1)",
             "made.none", "auto(1)", "auto.static()", "auto.make(1)", "auto.make()", "made()", "one()", "one.coroutine", "create_autospec(Model, auto_spec=1)"):
  attempt(text)
print(isinstance(made, Model), auto.mock_calls)
sealed = Mock()
sealed.a.b = 1
seal(sealed)
for text in ("sealed.a.b", "sealed.a.c", "sealed.d", "sealed()", "setattr(sealed, 'new', 1)"):
  attempt(text)
print([name for name in dir(Mock(spec=["own"])) if not name.startswith("assert")])
