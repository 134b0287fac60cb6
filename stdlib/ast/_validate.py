"""Checks a tree before it is compiled: required fields, their types, lists that may not be empty, contexts."""
from ._nodes import _GRAMMAR, _PLACED, all_classes as _classes

_SIMPLE = {"identifier": str, "string": str, "int": int}
_MAY_HOLD_NONE = {("Dict", "keys"), ("arguments", "kw_defaults")}
_NOT_EMPTY = {
  "FunctionDef": "body", "AsyncFunctionDef": "body", "ClassDef": "body", "For": "body", "AsyncFor": "body", "While": "body", "If": "body",
  "With": "items body", "AsyncWith": "items body", "ExceptHandler": "body", "match_case": "body", "Try": "body", "TryStar": "body",
  "Delete": "targets", "Assign": "targets", "Global": "names", "Nonlocal": "names", "Import": "names", "ImportFrom": "names", "Match": "cases"}
_LIST_NAMES = {"stmt": "statement list", "pattern": "pattern list"}
_COMPREHENSIONS = ("ListComp", "SetComp", "DictComp", "GeneratorExp")
# Fields whose expressions are assigned to or deleted.
_CONTEXTS = {
  ("Assign", "targets"): "Store", ("AugAssign", "target"): "Store", ("AnnAssign", "target"): "Store", ("For", "target"): "Store",
  ("AsyncFor", "target"): "Store", ("comprehension", "target"): "Store", ("withitem", "optional_vars"): "Store",
  ("NamedExpr", "target"): "Store", ("Delete", "targets"): "Del"}
_MISSING = object()
_WITH_CONTEXT = ("Attribute", "Subscript", "Starred", "Name", "List", "Tuple")


def _fields():
  """{class name: [(kind, mark, field)]}"""
  table = {}
  for signatures in _GRAMMAR.values():
    for signature in signatures:
      name, _, rest = signature.partition("(")
      table[name] = [
        (kind.rstrip("?*"), kind[-1] if kind[-1] in "?*" else "", field)
        for kind, field in (part.split(" ") for part in rest.rstrip(")").split(", ") if part)]
  return table


_TABLE = _fields()
_BASES = {signature.partition("(")[0]: kind for kind, signatures in _GRAMMAR.items() for signature in signatures}


def validate(tree):
  """Raise TypeError or ValueError for what cannot be compiled. Whether a program makes sense is the compiler's business."""
  _node(tree, "Load")


def _node(node, context):
  name = next((base.__name__ for base in type(node).__mro__ if base.__name__ in _TABLE), None)
  kind = _BASES[name]
  for attribute in ("lineno", "col_offset") if kind in _PLACED else ():
    if not hasattr(node, attribute):
      raise TypeError(f'required field "{attribute}" missing from {kind}')
    if not isinstance(getattr(node, attribute), int):
      raise ValueError(f"invalid integer value: {getattr(node, attribute)!r}")
  if kind == "expr":
    _check_context(node, name, context)
  if name in _COMPREHENSIONS and not getattr(node, "generators", True):
    raise ValueError("comprehension with no generators")
  for field_kind, mark, field in _TABLE[name]:
    value = getattr(node, field, None if mark == "?" else _MISSING)
    if value is _MISSING:
      raise TypeError(f'required field "{field}" missing from {name}')
    inner = _CONTEXTS.get((name, field), context if name in ("Tuple", "List", "Starred") else "Load")
    if mark == "*":
      _list(name, field, field_kind, value, inner)
    elif value is not None or mark != "?":
      _value(name, field, field_kind, value, inner)
  _check_form(node, name)


def _list(name, field, kind, values, context):
  if not isinstance(values, list):
    raise TypeError(f'{name} field "{field}" must be a list, not a {type(values).__name__}')
  if not values and field in _NOT_EMPTY.get(name, "").split():
    raise ValueError(f"empty {field} on {name}")
  for value in values:
    if value is not None:
      _value(name, field, kind, value, context)
    elif (name, field) not in _MAY_HOLD_NONE:
      raise ValueError(f"None disallowed in {_LIST_NAMES.get(kind, 'expression list')}")


def _value(name, field, kind, value, context):
  if kind == "constant":
    _constant(value)
  elif kind in _SIMPLE:
    if value is None and kind != "int":
      raise ValueError(f"field '{field}' is required for {name}")
    if not isinstance(value, _SIMPLE[kind]):
      raise ValueError(f"invalid integer value: {value!r}") if kind == "int" else TypeError("AST identifier must be of type str")
    if kind == "identifier" and value in ("None", "True", "False"):
      raise ValueError(f"identifier field can't represent '{value}' constant")
  elif value is None:
    raise ValueError(f"field '{field}' is required for {name}")
  elif not isinstance(value, _classes[kind]) or kind in _GRAMMAR and type(value) is _classes[kind] and kind not in _TABLE:
    raise TypeError(f"expected some sort of {kind}, but got {value!r}")
  else:
    _node(value, context)


def _constant(value):
  if isinstance(value, (tuple, frozenset)):
    for item in value:
      _constant(item)
  elif value is not None and value is not ... and type(value) not in (int, float, complex, bool, str, bytes):
    raise TypeError(f"got an invalid type in Constant: {type(value).__name__}")


def _check_context(node, name, wanted):
  if name in _WITH_CONTEXT:
    given = type(getattr(node, "ctx", None)).__name__
    if given in ("Load", "Store", "Del") and given != wanted:
      raise ValueError(f"expression must have {wanted} context but has {given} instead")
  elif wanted != "Load":
    raise ValueError(f"expression which can't be assigned to in {wanted} context")


def _check_form(node, name):
  """What the signatures do not tell."""
  if name in ("Try", "TryStar"):
    if not node.handlers and not node.finalbody:
      raise ValueError(f"{name} has neither except handlers nor finalbody")
    if not node.handlers and node.orelse:
      raise ValueError(f"{name} has orelse but no except handlers")
  elif name == "Raise" and node.cause and not node.exc:
    raise ValueError("Raise with cause but no exception")
  elif name == "AnnAssign" and node.simple and not isinstance(node.target, _classes["Name"]):
    raise TypeError("AnnAssign with simple non-Name target")
  elif name == "ImportFrom" and (node.level or 0) < 0:
    raise ValueError("Negative ImportFrom level")
  elif name == "BoolOp" and len(node.values) < 2:
    raise ValueError("BoolOp with less than 2 values")
  elif name == "Compare":
    if not node.comparators:
      raise ValueError("Compare with no comparators")
    if len(node.comparators) != len(node.ops):
      raise ValueError("Compare has a different number of comparators and operands")
  elif name == "Dict" and len(node.keys) != len(node.values):
    raise ValueError("Dict doesn't have the same number of keys as values")
  elif name == "match_case":
    _pattern(node.pattern)
  elif name == "arguments":
    if len(node.defaults) > len(node.posonlyargs) + len(node.args):
      raise ValueError("more positional defaults than args on arguments")
    if len(node.kw_defaults) != len(node.kwonlyargs):
      raise ValueError("length of kwonlyargs is not the same as kw_defaults on arguments")


# Patterns.

def _capture(name):
  if name == "_":
    raise ValueError("can't capture name '_' in patterns")


def _is_number(node, negative=True, imaginary=False):
  """Whether it is a number, with a sign if that is allowed."""
  if negative and type(node).__name__ == "UnaryOp" and type(node.op).__name__ == "USub":
    node = node.operand
  return type(node).__name__ == "Constant" and type(node.value) in ((complex,) if imaginary else (int, float, complex))


def _literal(node):
  name = type(node).__name__
  if name == "Constant":
    if type(node.value) not in (int, float, bytes, complex, str):
      raise ValueError("unexpected constant inside of a literal pattern")
    return
  if name in ("Attribute", "JoinedStr") or name == "UnaryOp" and _is_number(node):
    return
  if name == "BinOp" and type(node.op).__name__ in ("Add", "Sub") and _is_real(node.left) and _is_number(node.right, False, True):
    return
  raise ValueError("patterns may only match literals and attribute lookups")


def _is_real(node):
  return _is_number(node) and type(getattr(node, "operand", node).value) is not complex


def _pattern(node, star_allowed=False):
  """Check what a pattern holds; `star_allowed` inside of sequences."""
  name = type(node).__name__
  if name == "MatchValue":
    _literal(node.value)
  elif name == "MatchSingleton" and not (node.value is None or isinstance(node.value, bool)):
    raise ValueError("MatchSingleton can only contain True, False and None")
  elif name == "MatchSequence":
    for inner in node.patterns:
      _pattern(inner, True)
  elif name == "MatchMapping":
    _mapping_pattern(node)
  elif name == "MatchClass":
    _class_pattern(node)
  elif name == "MatchStar":
    if not star_allowed:
      raise ValueError("can't use MatchStar here")
    _capture(node.name)
  elif name == "MatchAs":
    _capture(node.name)
    if node.pattern is not None:
      if node.name is None:
        raise ValueError("MatchAs must specify a target name if a pattern is given")
      _pattern(node.pattern)
  elif name == "MatchOr":
    if len(node.patterns) < 2:
      raise ValueError("MatchOr requires at least 2 patterns")
    for inner in node.patterns:
      _pattern(inner)


def _mapping_pattern(node):
  if len(node.keys) != len(node.patterns):
    raise ValueError("MatchMapping doesn't have the same number of keys as patterns")
  _capture(node.rest)
  for key in node.keys:
    if not (type(key).__name__ == "Constant" and (key.value is None or isinstance(key.value, bool))):
      _literal(key)
  for inner in node.patterns:
    _pattern(inner)


def _class_pattern(node):
  if len(node.kwd_attrs) != len(node.kwd_patterns):
    raise ValueError("MatchClass doesn't have the same number of keyword attributes as patterns")
  part = node.cls
  while type(part).__name__ == "Attribute":
    part = part.value
  if type(part).__name__ != "Name":
    raise ValueError("MatchClass cls field can only contain Name or Attribute nodes.")
  for inner in node.patterns + node.kwd_patterns:
    _pattern(inner)
