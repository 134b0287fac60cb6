# Special methods of mocks.
from unittest.mock import MagicMock, Mock

mock = MagicMock()
print(len(mock), bool(mock), int(mock), float(mock), complex(mock), list(mock), 1 in mock, mock == mock, mock != mock, mock == 3)
print(str(mock) == repr(mock), hash(mock) == hash(mock))
mock[1] = 2
mock[3]
del mock[4]
mock + 1
print([entry for entry in mock.mock_calls if "item" in entry[0] or "add" in entry[0]])
mock.__getitem__.return_value = "got"
mock.__iter__.return_value = [1, 2]
mock.__len__.return_value = 5
mock.__lt__.return_value = True
mock.__str__.return_value = "text"
print(mock["k"], list(mock), list(mock), len(mock), mock < 3, str(mock))
with mock as inside:
  pass
print(inside is mock.__enter__.return_value, mock.__exit__.call_args)
print(mock // 2 is mock.__floordiv__.return_value, 2 * mock is mock.__rmul__.return_value)
plain = Mock()
plain.__len__ = lambda self: 9
plain.__str__ = Mock(return_value="shown")
print(len(plain), str(plain))
for fail in (lambda: iter(Mock()), lambda: mock > 3, lambda: setattr(plain, "__getattr__", 1), lambda: MagicMock(spec=["__len__"])[1]):
  try:
    fail()
  except (TypeError, AttributeError) as error:
    print(type(error).__name__, str(error).replace("'MagicMock'", "a mock"))
