"""Texts about callbacks, and the stacks that debug mode keeps."""
import functools
import inspect
import reprlib
import sys
import traceback

from . import constants


def _get_function_source(func):
  """(file, line) of a function behind wrappers and partials; None for what is not written in the language."""
  func = inspect.unwrap(func)
  if inspect.isfunction(func):
    return func.__code__.co_filename, func.__code__.co_firstlineno
  if isinstance(func, (functools.partial, functools.partialmethod)):
    return _get_function_source(func.func)
  return None


def _format_callback_source(func, args):
  text = _format_callback(func, args, None)
  source = _get_function_source(func)
  return f"{text} at {source[0]}:{source[1]}" if source else text


def _format_args_and_kwargs(args, kwargs):
  items = [reprlib.repr(arg) for arg in args or ()]
  items += [f"{name}={reprlib.repr(value)}" for name, value in (kwargs or {}).items()]
  return "(" + ", ".join(items) + ")"


def _format_callback(func, args, kwargs, suffix=""):
  if isinstance(func, functools.partial):
    suffix = _format_args_and_kwargs(args, kwargs) + suffix
    return _format_callback(func.func, func.args, func.keywords, suffix)
  name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
  return name + _format_args_and_kwargs(args, kwargs) + suffix


def extract_stack(f=None, limit=None):
  """The stack as traceback entries, oldest first; only the newest `limit` levels."""
  if f is None:
    f = sys._getframe(1)
  if limit is None:
    limit = constants.DEBUG_STACK_DEPTH
  levels = []
  while f is not None and len(levels) < limit:
    levels.append(traceback.FrameSummary(f.f_code.co_filename, f.f_lineno, f.f_code.co_name, lookup_line=False))
    f = f.f_back
  levels.reverse()
  return traceback.StackSummary.from_list(levels)
