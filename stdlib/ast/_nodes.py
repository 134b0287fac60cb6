"""The classes of syntax trees, made from the signatures of the abstract grammar: "?" marks optional fields, "*" lists."""

_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")

_GRAMMAR = {
  "mod": (
    "Module(stmt* body, type_ignore* type_ignores)", "Interactive(stmt* body)", "Expression(expr body)",
    "FunctionType(expr* argtypes, expr returns)"),
  "stmt": (
    "FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)",
    "AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)",
    "ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list)",
    "Return(expr? value)", "Delete(expr* targets)", "Assign(expr* targets, expr value, string? type_comment)",
    "AugAssign(expr target, operator op, expr value)", "AnnAssign(expr target, expr annotation, expr? value, int simple)",
    "For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)",
    "AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)",
    "While(expr test, stmt* body, stmt* orelse)", "If(expr test, stmt* body, stmt* orelse)",
    "With(withitem* items, stmt* body, string? type_comment)", "AsyncWith(withitem* items, stmt* body, string? type_comment)",
    "Match(expr subject, match_case* cases)", "Raise(expr? exc, expr? cause)",
    "Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)",
    "TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)", "Assert(expr test, expr? msg)",
    "Import(alias* names)", "ImportFrom(identifier? module, alias* names, int? level)", "Global(identifier* names)",
    "Nonlocal(identifier* names)", "Expr(expr value)", "Pass", "Break", "Continue"),
  "expr": (
    "BoolOp(boolop op, expr* values)", "NamedExpr(expr target, expr value)", "BinOp(expr left, operator op, expr right)",
    "UnaryOp(unaryop op, expr operand)", "Lambda(arguments args, expr body)", "IfExp(expr test, expr body, expr orelse)",
    "Dict(expr* keys, expr* values)", "Set(expr* elts)", "ListComp(expr elt, comprehension* generators)",
    "SetComp(expr elt, comprehension* generators)", "DictComp(expr key, expr value, comprehension* generators)",
    "GeneratorExp(expr elt, comprehension* generators)", "Await(expr value)", "Yield(expr? value)", "YieldFrom(expr value)",
    "Compare(expr left, cmpop* ops, expr* comparators)", "Call(expr func, expr* args, keyword* keywords)",
    "FormattedValue(expr value, int conversion, expr? format_spec)", "JoinedStr(expr* values)",
    "Constant(constant value, string? kind)", "Attribute(expr value, identifier attr, expr_context ctx)",
    "Subscript(expr value, expr slice, expr_context ctx)", "Starred(expr value, expr_context ctx)",
    "Name(identifier id, expr_context ctx)", "List(expr* elts, expr_context ctx)", "Tuple(expr* elts, expr_context ctx)",
    "Slice(expr? lower, expr? upper, expr? step)"),
  "expr_context": ("Load", "Store", "Del"),
  "boolop": ("And", "Or"),
  "operator": ("Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"),
  "unaryop": ("Invert", "Not", "UAdd", "USub"),
  "cmpop": ("Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"),
  "comprehension": ("comprehension(expr target, expr iter, expr* ifs, int is_async)",),
  "excepthandler": ("ExceptHandler(expr? type, identifier? name, stmt* body)",),
  "arguments": ("arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)",),
  "arg": ("arg(identifier arg, expr? annotation, string? type_comment)",),
  "keyword": ("keyword(identifier? arg, expr value)",),
  "alias": ("alias(identifier name, identifier? asname)",),
  "withitem": ("withitem(expr context_expr, expr? optional_vars)",),
  "match_case": ("match_case(pattern pattern, expr? guard, stmt* body)",),
  "pattern": (
    "MatchValue(expr value)", "MatchSingleton(constant value)", "MatchSequence(pattern* patterns)",
    "MatchMapping(expr* keys, pattern* patterns, identifier? rest)",
    "MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)", "MatchStar(identifier? name)",
    "MatchAs(pattern? pattern, identifier? name)", "MatchOr(pattern* patterns)"),
  "type_ignore": ("TypeIgnore(int lineno, string tag)",),
}
# Kinds whose nodes have a place in the source.
_PLACED = ("stmt", "expr", "excepthandler", "arg", "keyword", "alias", "pattern")
# Kinds whose nodes are all alike: a tree has the same object everywhere.
_SHARED = ("expr_context", "boolop", "operator", "unaryop", "cmpop")


class AST:
  """A node: AST(*fields in order, **fields and attributes)."""

  _fields = _attributes = __match_args__ = ()

  def __init__(self, *args, **kwargs):
    fields = self._fields
    if len(args) > len(fields):
      raise TypeError(f"{type(self).__name__} constructor takes at most {len(fields)} positional argument{'s' * (len(fields) != 1)}")
    for name, value in zip(fields, args):
      if name in kwargs:
        raise TypeError(f"{type(self).__name__} got multiple values for argument {name!r}")
      setattr(self, name, value)
    for name, value in kwargs.items():
      setattr(self, name, value)

  def __reduce_ex__(self, protocol):
    return type(self), (), dict(self.__dict__)


AST.__module__ = "ast"


def _make_class(signature, base, shown_doc, placed):
  name, _, rest = signature.partition("(")
  fields = [field.split(" ") for field in rest.rstrip(")").split(", ") if field]
  names = tuple(field[1] for field in fields)
  namespace = {"_fields": names, "__match_args__": names, "__module__": "ast", "__doc__": shown_doc}
  if placed:
    namespace["_attributes"] = _PLACE
    if base is not _classes.get("pattern") and name != "pattern":
      namespace["end_lineno"] = namespace["end_col_offset"] = None
  for kind, field in fields:
    if kind[-1] == "?":
      namespace[field] = None
  return type(name, (base,), namespace)


_classes = {}
# What the parser makes of a name of the grammar: a class, or the shared object.
table = {}
for _kind, _signatures in _GRAMMAR.items():
  _single = len(_signatures) == 1 and _signatures[0].startswith(_kind + "(")
  _doc = _signatures[0] if _single else f"{_kind} = " + ("\n" + " " * (len(_kind) + 1) + "| " if _kind in ("mod", "stmt", "expr", "pattern") else " | ").join(_signatures)
  _base = _classes[_kind] = _make_class(_signatures[0] if _single else _kind, AST, _doc, _kind in _PLACED)
  for _signature in () if _single else _signatures:
    _made = _make_class(_signature, _base, _signature, False)
    _classes[_made.__name__] = _made
  for _name in [_kind] if _single else [_signature.partition("(")[0] for _signature in _signatures]:
    table[_name] = _classes[_name]() if _kind in _SHARED else _classes[_name]
globals().update(_classes)
del _kind, _signatures, _single, _doc, _base, _name


# -- names from before Python 3.8: they make constants, and recognise them by their values

Constant.n = Constant.s = property(lambda self: self.value, lambda self, value: setattr(self, "value", value), None, "Deprecated: value.")

_CONSTANT_TYPES = {"Num": (int, float, complex), "Str": (str,), "Bytes": (bytes,), "NameConstant": (type(None), bool), "Ellipsis": (type(...),)}


class _OldKind(type):
  def __instancecheck__(cls, instance):
    if not isinstance(instance, Constant):
      return False
    wanted = _CONSTANT_TYPES.get(cls.__name__)
    if wanted is None:
      return type.__instancecheck__(cls, instance)
    value = getattr(instance, "value", cls)
    return isinstance(value, wanted) and not (cls.__name__ == "Num" and isinstance(value, bool))


def _new_constant(cls, *args, **kwargs):
  if cls.__name__ not in _CONSTANT_TYPES:
    return Constant.__new__(cls)
  if cls.__name__ == "Ellipsis":
    args = (..., *args)
  for old in ("n", "s"):
    if old in cls._fields and old in kwargs:
      kwargs["value"] = kwargs.pop(old)
  return Constant(*args, **kwargs)


_old = {
  name: _OldKind(name, (Constant,), {"_fields": fields, "__new__": _new_constant, "__module__": "ast", "__doc__": "Deprecated: Constant."})
  for name, fields in (("Num", ("n",)), ("Str", ("s",)), ("Bytes", ("s",)), ("NameConstant", ("value", "kind")), ("Ellipsis", ()))
}


class slice(AST):
  """Deprecated: expr."""

  __module__ = "ast"


class Index(slice):
  """Deprecated: the value itself."""

  __module__ = "ast"

  def __new__(cls, value, **kwargs):
    return value


class ExtSlice(slice):
  """Deprecated: Tuple."""

  __module__ = "ast"

  def __new__(cls, dims=(), **kwargs):
    return _classes["Tuple"](list(dims), table["Load"], **kwargs)


def _unused(name, base):
  return type(name, (_classes[base],), {"__module__": "ast", "__doc__": "Deprecated: in no tree."})


_old.update(slice=slice, Index=Index, ExtSlice=ExtSlice, Suite=_unused("Suite", "mod"), AugLoad=_unused("AugLoad", "expr_context"),
            AugStore=_unused("AugStore", "expr_context"), Param=_unused("Param", "expr_context"))
_classes["Tuple"].dims = property(lambda self: self.elts, lambda self, value: setattr(self, "elts", value), None, "Deprecated: elts.")
globals().update(_old)
all_classes = {"AST": AST, **_classes, **_old}
