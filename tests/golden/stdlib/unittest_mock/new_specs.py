# Functions of unittest_mock that the other tests do not use: new specs.
from unittest import mock

for kind in (mock.Mock, mock.MagicMock, mock.NonCallableMock, mock.NonCallableMagicMock):
    m = kind(); m.anything
    m.mock_add_spec(["allowed"]); m.allowed; m.set_later = 1
    try: m.forbidden
    except AttributeError as e: print(kind.__name__, e)
    m.mock_add_spec(["allowed"], spec_set=True)
    try: m.other = 1
    except AttributeError as e: print(e)
    m.mock_add_spec(dict); print(isinstance(m, dict))
