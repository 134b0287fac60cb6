"""Mocks: objects that stand for others in tests, and remember how they were used.

>>> thing = Mock(return_value=3)
>>> thing.method(1, key="value")
3
>>> thing.mock_calls
[call.method(1, key='value')]
>>> with patch("os.getcwd", return_value="/there"):
...   import os
...   os.getcwd()
'/there'
"""

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
           "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")

__unittest = True

from unittest.mock._calls import ANY, DEFAULT, InvalidSpecError, call, sentinel, _Call, _CallList
from unittest.mock._mocks import (_callable, _is_magic, _magics, _async_method_magics, _SpecState, AsyncMock, AsyncMockMixin, Base, CallableMixin, MagicMixin, MagicMock, MagicProxy, Mock,
                                  NonCallableMagicMock, NonCallableMock, PropertyMock)
from unittest.mock._autospec import create_autospec, mock_open, seal
from unittest.mock._patch import patch, _patch, _patch_dict

FILTER_DIR = True
