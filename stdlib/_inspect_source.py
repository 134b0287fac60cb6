"""Where the source of an object begins and ends: the parts of inspect that read it."""

import inspect
import re
import sys

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


def length_of_block(lines):
  """How many lines the definition or lambda has that begins with the first line.

  Its body ends where the indentation does. Comments belong to it that are indented at least as far as the body.
  """
  import tokenize
  depth = 0
  body_column = None
  kind = None        # "def", "class" or "lambda", once it was seen
  in_header = True   # up to the end of the logical line
  decorated = False
  last = 1
  try:
    for token in tokenize.generate_tokens(iter(lines).__next__):
      if kind is None and not decorated:
        if token.string == "@":
          decorated = True
        elif token.string in ("def", "class", "lambda"):
          kind = token.string
        in_header = True
      elif token.type == tokenize.NEWLINE:
        in_header = decorated = False
        last = token.start[0]
        if kind == "lambda":
          break
      elif in_header:
        continue
      elif token.type == tokenize.INDENT:
        if body_column is None and kind:
          body_column = token.end[1]
        depth += 1
        in_header = True
      elif token.type == tokenize.DEDENT:
        depth -= 1
        if depth <= 0:
          break
      elif token.type == tokenize.COMMENT:
        if body_column is not None and token.start[1] >= body_column:
          last = token.start[0]
      elif depth == 0 and token.type != tokenize.NL:
        break
  except (SyntaxError, IndentationError):
    pass
  return last


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
