"""Compile what somebody types: a statement, an error, or the beginning of something longer."""

import __future__
import warnings

__all__ = ["compile_command", "Compile", "CommandCompiler"]

_features = [getattr(__future__, name) for name in __future__.all_feature_names]

# Flags of compile().
PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000


def _is_blank(source):
  """Whether there are only empty lines and comments."""
  return all(not line.strip() or line.strip().startswith("#") for line in source.split("\n"))


def _maybe_compile(compiler, source, filename, symbol):
  if symbol != "eval" and _is_blank(source):
    source = "pass"
  with warnings.catch_warnings():
    # They come when the text is complete.
    warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
    try:
      compiler(source, filename, symbol)
    except SyntaxError:
      # What is right with one more line end, or only ends too early, goes on.
      try:
        compiler(source + "\n", filename, symbol)
        return None
      except SyntaxError as error:
        if "incomplete input" in str(error):
          return None
  return compiler(source, filename, symbol, incomplete_input=False)


def _flags(flags, incomplete_input):
  return flags if incomplete_input else flags & ~PyCF_ALLOW_INCOMPLETE_INPUT


def _compile(source, filename, symbol, incomplete_input=True):
  return compile(source, filename, symbol, _flags(PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT, incomplete_input))


def compile_command(source, filename="<input>", symbol="single"):
  """The code of a complete command; None when it may go on; SyntaxError, ValueError or OverflowError when it is wrong."""
  return _maybe_compile(_compile, source, filename, symbol)


class Compile:
  """Like compile(), but __future__ statements stay in force for the calls that follow."""

  def __init__(self):
    self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

  def __call__(self, source, filename, symbol, **options):
    code = compile(source, filename, symbol, _flags(self.flags, options.get("incomplete_input", True)), True)
    for feature in _features:
      if code.co_flags & feature.compiler_flag:
        self.flags |= feature.compiler_flag
    return code


class CommandCompiler:
  """Like compile_command(), but __future__ statements stay in force for the calls that follow."""

  def __init__(self):
    self.compiler = Compile()

  def __call__(self, source, filename="<input>", symbol="single"):
    return _maybe_compile(self.compiler, source, filename, symbol)
