# The assert methods of mocks and their messages.
from unittest.mock import ANY, Mock, call

mock = Mock(name="worker")


def check():
  for assertion in ("assert_called()", "assert_called_once()", "assert_not_called()", "assert_called_with(1)", "assert_called_with(2)",
                    "assert_called_once_with(1)", "assert_any_call(1)", "assert_any_call(1, b=2)", "assert_has_calls([call(1, b=2), call(2)])",
                    "assert_has_calls([call(2), call(1, b=2)])", "assert_has_calls([call(2), call(1, b=2)], any_order=True)",
                    "assert_has_calls([call(3)], any_order=True)", "assert_called_with(ANY)", "asert_called()"):
    try:
      eval("mock." + assertion)
      print("passed", assertion)
    except (AssertionError, AttributeError) as error:
      print("failed", assertion)
      print(error)


check()
mock(1, b=2)
mock(2)
check()
