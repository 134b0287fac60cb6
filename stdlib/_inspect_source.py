"""Where the source of an object begins and ends: the parts of inspect that read it."""

import inspect
import re
import sys

__name__ = "inspect"

_BEGINS_FUNCTION = re.compile(r"\s*(async\s+)?def\s|\s*@|.*(?<!\w)lambda[:\s]")


def line_of_class(lines, qualname):
  """The index of the first line, that of a decorator if there is one, of the first class of this name; OSError when there is none."""
  import ast
  for node, name in _definitions(ast.parse("".join(lines)), ""):
    if name == qualname and isinstance(node, ast.ClassDef):
      return (node.decorator_list[0] if node.decorator_list else node).lineno - 1
  raise OSError("could not find class definition")


def _definitions(node, prefix):
  """(class or function, its qualified name) for each below a node, in the order of the source."""
  import ast
  for child in ast.iter_child_nodes(node):
    if isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
      name = prefix + child.name
      yield child, name
      yield from _definitions(child, name + ("." if isinstance(child, ast.ClassDef) else ".<locals>."))
    else:
      yield from _definitions(child, prefix)


def line_of_code(lines, code):
  """The index of the line where the function of a code object begins."""
  line = code.co_firstlineno - 1
  if line >= len(lines):
    raise OSError("lineno is out of bounds")
  while line > 0 and not _BEGINS_FUNCTION.match(lines[line]):
    line -= 1
  return max(line, 0)


class EndOfBlock(Exception):
  """The block has ended before this token."""


class BlockFinder:
  """Finds the end of the definition or lambda that begins with the first token it is given: `last` is the number of its last line.

  Its body ends where the indentation does. Comments belong to it that are indented at least as far as the body.
  """

  def __init__(self):
    self.indent = 0
    self.islambda = False
    self.started = False       # after "def", "class" or "lambda"
    self.passline = False      # up to the end of the logical line
    self.indecorator = False
    self.last = 1
    self.body_col0 = None

  def tokeneater(self, type, token, srowcol, erowcol, line):
    """Take the next token; EndOfBlock."""
    import tokenize
    if not self.started and not self.indecorator:
      self.indecorator = token == "@"
      self.islambda = token == "lambda"
      self.started = token in ("def", "class", "lambda")
      self.passline = True
    elif type == tokenize.NEWLINE:
      self.passline = self.indecorator = False
      self.last = srowcol[0]
      if self.islambda:
        raise EndOfBlock
    elif self.passline:
      pass
    elif type == tokenize.INDENT:
      if self.body_col0 is None and self.started:
        self.body_col0 = erowcol[1]
      self.indent += 1
      self.passline = True
    elif type == tokenize.DEDENT:
      self.indent -= 1
      if self.indent <= 0:
        raise EndOfBlock
    elif type == tokenize.COMMENT:
      if self.body_col0 is not None and srowcol[1] >= self.body_col0:
        self.last = srowcol[0]
    elif self.indent == 0 and type != tokenize.NL:
      raise EndOfBlock


def length_of_block(lines):
  """How many lines the definition or lambda has that begins with the first line."""
  import tokenize
  finder = BlockFinder()
  try:
    for token in tokenize.generate_tokens(iter(lines).__next__):
      finder.tokeneater(*token)
  except (EndOfBlock, SyntaxError):
    pass
  return finder.last


def module_of_file(object, filename):
  """The loaded module whose file an object is from, else the one that has it under its name; or None."""
  import os
  try:
    path = os.path.realpath(inspect.getabsfile(object, filename))
  except (TypeError, FileNotFoundError):
    return None
  for module in list(sys.modules.values()):
    if inspect.ismodule(module) and getattr(module, "__file__", None) and os.path.realpath(inspect.getabsfile(module)) == path:
      return module
  name = getattr(object, "__name__", None)
  if name is not None:
    for module in map(sys.modules.get, ("__main__", "builtins")):
      if getattr(module, name, None) is object:
        return module
  return None
