# What mocks record: calls, arguments, calls of attributes and results; call objects and how they compare.
from unittest.mock import ANY, DEFAULT, Mock, call, sentinel

mock = Mock(return_value=3)
print(mock(1, a=2), mock.called, mock.call_count, mock.call_args, mock.call_args.args, mock.call_args.kwargs, mock.call_args_list)
mock = Mock()
mock.a.b(1)
mock.a(2).c(3)
mock(4)
print(mock.mock_calls, mock.method_calls, mock.a.mock_calls, mock.a.method_calls)
mock.reset_mock()
print(mock.called, mock.mock_calls, mock.a.called)

mock = Mock(side_effect=[1, ValueError("second"), 3])
for _ in range(4):
  try:
    print(mock())
  except (ValueError, StopIteration) as error:
    print(repr(error))
mock = Mock(side_effect=lambda *args: DEFAULT if args else "computed", return_value="default")
print(mock(), mock(1))
mock.side_effect = None
print(mock())

parent = Mock()
child = Mock(name="child")
parent.attach_mock(child, "attached")
child(1)
parent.plain = Mock()
parent.plain(2)
print(parent.mock_calls)
wrapping = Mock(wraps=[1, 2, 3])
print(wrapping.index(2), wrapping.mock_calls)
configured = Mock(**{"x.return_value": 4}, y=5)
configured.configure_mock(**{"a.b.side_effect": KeyError("k")})
print(configured.x(), configured.y)
try:
  configured.a.b()
except KeyError as error:
  print(repr(error))
del configured.y
print(hasattr(configured, "y"), hasattr(configured, "z"))

print(call(1, a=2), call.foo(1), call.foo.bar().baz(3), call.a(1).b(2).call_list(), call.x)
print(call(1) == call(1), call(1) != call(2), call.foo(1) == ("foo", (1,)), call(1) == ((1,), {}), call() == (), call(x=1) == ({"x": 1},))
print(ANY == 3, [1, ANY] == [1, 2], call(ANY, 1) == call(2, 1), call(2, 1) == call(ANY, 1), ANY)
print(sentinel.name, sentinel.name is sentinel.name, DEFAULT)
