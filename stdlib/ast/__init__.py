"""Syntax trees: parse() makes them of a text, unparse() a text of them; visitors walk through them and change them.

>>> tree = parse("answer = 6 * 7")
>>> dump(tree.body[0].value)
'BinOp(left=Constant(value=6), op=Mult(), right=Constant(value=7))'
>>> unparse(tree)
'answer = 6 * 7'
>>> literal_eval("{'a': [1, -2.5, None], 'b': (b'x', {True})}")
{'a': [1, -2.5, None], 'b': (b'x', {True})}
"""
import sys as _sys

import _ast

from . import _nodes

globals().update(_nodes.all_classes)

PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000


def _is_tree(value):
  return isinstance(value, AST)


def _parse_text(text, filename, mode):
  return _ast.parse(text, filename, mode, _nodes.table)


_ROOTS = {"exec": Module, "eval": Expression, "single": Interactive}


def _source_of(tree, mode):
  """(text, places): what compile() compiles for a tree, and of each line the number of the line of its node; negative where the columns differ."""
  if not isinstance(tree, _ROOTS[mode]):
    raise TypeError(f"expected {_ROOTS[mode].__name__} node, got {type(tree).__name__}")
  from ._unparse import Writer
  from ._validate import validate
  validate(tree)
  writer = Writer(for_compiler=True)
  return writer.text(tree), writer.places


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
  """The tree of a text: a Module, with mode="eval" an Expression, with "single" an Interactive. Type comments are ignored."""
  if mode == "func_type":
    raise ValueError("ast.parse() has no mode 'func_type' here")
  return compile(source, filename, mode, PyCF_ONLY_AST)


def unparse(ast_obj):
  """A text whose tree is equal to this one."""
  from ._unparse import Writer
  return Writer().text(ast_obj)


def literal_eval(node_or_string):
  """The value of a text or tree that has only literals: numbers, strings, bytes, tuples, lists, dicts, sets, booleans, None, Ellipsis."""
  node = node_or_string
  if isinstance(node, str):
    node = parse(node.lstrip(" \t"), mode="eval")
  if isinstance(node, Expression):
    node = node.body
  return _value_of(node)


def _malformed(node):
  place = f" on line {node.lineno}" if getattr(node, "lineno", None) else ""
  raise ValueError(f"malformed node or string{place}: {node!r}")


def _number_of(node):
  if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
    _malformed(node)
  return node.value


def _signed_number_of(node):
  if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
    number = _number_of(node.operand)
    return +number if isinstance(node.op, UAdd) else -number
  return _number_of(node)


def _value_of(node):
  if isinstance(node, Constant):
    return node.value
  if isinstance(node, Tuple):
    return tuple(map(_value_of, node.elts))
  if isinstance(node, List):
    return list(map(_value_of, node.elts))
  if isinstance(node, Set):
    return set(map(_value_of, node.elts))
  if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and not node.args and not node.keywords:
    return set()
  if isinstance(node, Dict):
    if len(node.keys) != len(node.values):
      _malformed(node)
    return dict(zip(map(_value_of, node.keys), map(_value_of, node.values)))
  if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
    left, right = _signed_number_of(node.left), _number_of(node.right)
    if isinstance(left, (int, float)) and isinstance(right, complex):
      return left + right if isinstance(node.op, Add) else left - right
  return _signed_number_of(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
  """The tree as a text, for people; with `indent` on several lines."""
  if not isinstance(node, AST):
    raise TypeError(f"expected AST, got {node.__class__.__name__!r}")
  if indent is not None and not isinstance(indent, str):
    indent = " " * indent

  def separators(level):
    if indent is None:
      return "", ", "
    line = "\n" + indent * level
    return line, "," + line

  def parts_of(node, level):
    """The texts of the fields and attributes, and whether all are simple."""
    parts, simple = [], True
    named = annotate_fields
    names = [(name, False) for name in node._fields] + [(name, True) for name in node._attributes if include_attributes]
    for name, is_attribute in names:
      value = getattr(node, name, parts)
      if value is parts or value is None and getattr(type(node), name, ...) is None:
        named = named or not is_attribute
        continue
      text, value_simple = shown(value, level)
      simple = simple and value_simple
      parts.append(f"{name}={text}" if named or is_attribute else text)
    return parts, simple

  def shown(node, level):
    """(text, whether it is short)"""
    if isinstance(node, AST):
      parts, simple = parts_of(node, level + 1)
      name = type(node).__name__
      if simple and len(parts) <= 3:
        return f"{name}({', '.join(parts)})", not parts
      first, between = separators(level + 1)
      return f"{name}({first}{between.join(parts)})", False
    if isinstance(node, list):
      if not node:
        return "[]", True
      first, between = separators(level + 1)
      return f"[{first}{between.join(shown(item, level + 1)[0] for item in node)}]", False
    return repr(node), True

  return shown(node, 0)[0]


def copy_location(new_node, old_node):
  """Give a node the place of another; the new node."""
  for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
    if name in old_node._attributes and name in new_node._attributes:
      value = getattr(old_node, name, None)
      if value is not None or hasattr(old_node, name) and name.startswith("end_"):
        setattr(new_node, name, value)
  return new_node


def fix_missing_locations(node):
  """Give nodes without a place that of their parent; the node."""
  def fix(node, place):
    own = {}
    for name, value in place.items():
      if name in node._attributes:
        if getattr(node, name, None) is None:
          setattr(node, name, value)
        else:
          value = getattr(node, name)
      own[name] = value
    for child in iter_child_nodes(node):
      fix(child, own)

  fix(node, {"lineno": 1, "col_offset": 0, "end_lineno": 1, "end_col_offset": 0})
  return node


def increment_lineno(node, n=1):
  """Move a tree n lines down; the node."""
  for child in walk(node):
    if isinstance(child, TypeIgnore):
      child.lineno = getattr(child, "lineno", 0) + n
      continue
    if "lineno" in child._attributes:
      child.lineno = getattr(child, "lineno", 0) + n
    if "end_lineno" in child._attributes and (end := getattr(child, "end_lineno", 0)) is not None:
      child.end_lineno = end + n
  return node


def iter_fields(node):
  """(name, value) of the fields that the node has."""
  for field in node._fields:
    try:
      yield field, getattr(node, field)
    except AttributeError:
      pass


def iter_child_nodes(node):
  """The nodes in the fields of a node, and in the lists there."""
  for _, value in iter_fields(node):
    if isinstance(value, AST):
      yield value
    elif isinstance(value, list):
      for item in value:
        if isinstance(item, AST):
          yield item


def walk(node):
  """The node and all below it, level by level."""
  todo = [node]
  for node in todo:
    todo.extend(iter_child_nodes(node))
    yield node


def get_docstring(node, clean=True):
  """The docstring of a function, class or module, or None; without its indentation when `clean`."""
  if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
    raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
  if not node.body or not isinstance(node.body[0], Expr):
    return None
  constant = node.body[0].value
  if not isinstance(constant, Constant) or not isinstance(constant.value, str):
    return None
  if not clean:
    return constant.value
  from inspect import cleandoc
  return cleandoc(constant.value)


def _lines_of(source):
  """The lines of a text with their ends, which are those of the language: no form feeds and the like."""
  return source.replace("\r\n", "\n").replace("\r", "\n").splitlines(True) if "\f" not in source and "\x0b" not in source else [
    line + "\n" for line in source.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def get_source_segment(source, node, *, padded=False):
  """The text of a node, or None when its place is not known; `padded`: its first line keeps its column."""
  place = [getattr(node, name, None) for name in ("lineno", "end_lineno", "col_offset", "end_col_offset")]
  if None in place:
    return None
  first, last, start, end = place
  lines = [line.encode() for line in _lines_of(source)[first - 1:last]]
  padding = "".join(c if c in "\f\t" else " " for c in lines[0][:start].decode()) if padded else ""
  lines[-1] = lines[-1][:end]
  lines[0] = lines[0][start:]
  if first == last:
    return b"".join(lines).decode()
  return padding + b"".join(lines).decode()


_OLD_METHODS = (
  (type(...), "Ellipsis"), (type(None), "NameConstant"), (bool, "NameConstant"), (int, "Num"), (float, "Num"), (complex, "Num"), (str, "Str"),
  (bytes, "Bytes"))


class NodeVisitor:
  """Calls visit_X(node) for nodes of class X, and generic_visit(node) where there is no such method."""

  def visit(self, node):
    """Call the method for a node."""
    return getattr(self, "visit_" + node.__class__.__name__, self.generic_visit)(node)

  def generic_visit(self, node):
    """Visit the nodes below."""
    for _, value in iter_fields(node):
      if isinstance(value, list):
        for item in value:
          if isinstance(item, AST):
            self.visit(item)
      elif isinstance(value, AST):
        self.visit(value)

  def visit_Constant(self, node):
    """Methods with names from before Python 3.8 are called with a warning."""
    for kind, name in _OLD_METHODS:
      if type(node.value) is kind and (method := getattr(self, "visit_" + name, None)) is not None:
        import warnings
        warnings.warn(f"visit_{name} is deprecated; add visit_Constant", DeprecationWarning, 2)
        return method(node)
    return self.generic_visit(node)


class NodeTransformer(NodeVisitor):
  """A visitor whose methods give what stands in the place of the node: a node, None to remove it, in lists also several."""

  def generic_visit(self, node):
    for field, value in iter_fields(node):
      if isinstance(value, list):
        items = []
        for item in value:
          if isinstance(item, AST):
            item = self.visit(item)
            if item is None:
              continue
            if not isinstance(item, AST):
              items.extend(item)
              continue
          items.append(item)
        value[:] = items
      elif isinstance(value, AST):
        made = self.visit(value)
        if made is None:
          delattr(node, field)
        else:
          setattr(node, field, made)
    return node


def main():
  """coil -m ast [-m mode] [-a] [-i indent] [file]: print the tree of a file."""
  import argparse
  parser = argparse.ArgumentParser(prog="python -m ast")
  parser.add_argument("infile", type=argparse.FileType(mode="rb"), nargs="?", default="-", help="the file to parse; defaults to stdin")
  parser.add_argument("-m", "--mode", default="exec", choices=("exec", "single", "eval", "func_type"),
                      help="specify what kind of code must be parsed")
  parser.add_argument("--no-type-comments", default=True, action="store_false", help="don't add information about type comments")
  parser.add_argument("-a", "--include-attributes", action="store_true",
                      help="include attributes such as line numbers and column offsets")
  parser.add_argument("-i", "--indent", type=int, default=3, help="indentation of nodes (number of spaces)")
  args = parser.parse_args()
  with args.infile as infile:
    source = infile.read()
  print(dump(parse(source, args.infile.name, args.mode), include_attributes=args.include_attributes, indent=args.indent))


if __name__ == "__main__":
  main()
