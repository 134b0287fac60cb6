"""Command lines: declare arguments, get a namespace; usage, help and errors come for free.

>>> parser = ArgumentParser(prog="greet")
>>> _ = parser.add_argument("name")
>>> _ = parser.add_argument("--times", type=int, default=1)
>>> parser.parse_args(["Ann", "--times", "2"])
Namespace(name='Ann', times=2)
"""

from argparse._base import (ArgumentError, ArgumentTypeError, FileType, Namespace, SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE,
                            REMAINDER, PARSER, _AttributeHolder, _get_action_name)
from argparse._formatters import (HelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter, ArgumentDefaultsHelpFormatter,
                                  MetavarTypeHelpFormatter)
from argparse._actions import (Action, BooleanOptionalAction, _StoreAction, _StoreConstAction, _StoreTrueAction, _StoreFalseAction,
                               _AppendAction, _AppendConstAction, _CountAction, _ExtendAction, _HelpAction, _VersionAction,
                               _SubParsersAction)
from argparse._container import _ActionsContainer, _ArgumentGroup, _MutuallyExclusiveGroup
from argparse._parser import ArgumentParser

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter",
           "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE"]
