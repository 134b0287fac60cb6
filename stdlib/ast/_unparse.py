"""The text of a syntax tree. Expressions are made as strings: each method gets the node and how tightly its surroundings bind, and puts brackets
around itself when it binds less. Statements are written line by line."""
import sys as _sys
from keyword import iskeyword

# How tightly expressions bind, from the loosest on.
(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARE, _BIT_OR, _BIT_XOR, _BIT_AND, _SHIFT, _ARITHMETIC, _TERM, _FACTOR, _POWER, _AWAIT,
 _ATOM) = range(18)

_BINARY = {
  "Add": ("+", _ARITHMETIC), "Sub": ("-", _ARITHMETIC), "Mult": ("*", _TERM), "MatMult": ("@", _TERM), "Div": ("/", _TERM), "Mod": ("%", _TERM),
  "LShift": ("<<", _SHIFT), "RShift": (">>", _SHIFT), "BitOr": ("|", _BIT_OR), "BitXor": ("^", _BIT_XOR), "BitAnd": ("&", _BIT_AND),
  "FloorDiv": ("//", _TERM), "Pow": ("**", _POWER)}
_UNARY = {"Invert": ("~", _FACTOR), "Not": ("not ", _NOT), "UAdd": ("+", _FACTOR), "USub": ("-", _FACTOR)}
_COMPARISONS = {
  "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in"}
_BOOLEAN = {"And": ("and", _AND), "Or": ("or", _OR)}

_LONG_QUOTES = '"""', "'''"
_QUOTES = "'", '"', *_LONG_QUOTES
_INFINITY = f"1e{_sys.float_info.max_10_exp + 1}"


def _kind(node):
  return node.__class__.__name__


def _escaped(string, quotes, escape_whitespace, kept=""):
  """(the inside of a literal, the quotes that may be around it), with as few backslashes as possible. `kept`: characters to leave as they are."""
  def escape(c):
    if c in "\n\t" and not escape_whitespace or c in kept:
      return c
    return c.encode("unicode_escape").decode("ascii") if c == "\\" or not c.isprintable() else c

  text = "".join(map(escape, string))
  if "\n" in text:
    quotes = [quote for quote in quotes if quote in _LONG_QUOTES]
  possible = [quote for quote in quotes if quote not in text]
  if not possible:
    # No quotes are left: as repr() does it.
    literal = repr(string)
    return literal[1:-1], [next((quote for quote in quotes if literal[0] in quote), literal[0])]
  if text:
    possible.sort(key=lambda quote: quote[0] == text[-1])
    if possible[0][0] == text[-1]:
      text = f"{text[:-1]}\\{text[-1]}"
  return text, possible


def _literal_without_backslashes(string, quotes=_QUOTES, kept=""):
  text, quotes = _escaped(string, quotes, False, kept)
  return f"{quotes[0]}{text}{quotes[0]}"


class Writer:
  """Writer().text(tree). Writer(for_compiler=True) writes what compile() reads; `places` tells of each line of that text where its node is."""

  def __init__(self, for_compiler=False, without_backslashes=False):
    self.for_compiler = for_compiler
    self.without_backslashes = without_backslashes  # inside of an f-string's expression
    self.lines = []
    self.places = []  # line numbers; negative where the columns of the text are not those of the node
    self.indent = ""

  def text(self, tree):
    write = getattr(self, "write_" + _kind(tree), None)
    if write is None:
      return self.expr(tree)
    write(tree)
    return "\n".join(self.lines)

  def name(self, name):
    """A name as it stands in the text. What compile() gets may be no identifier: it goes between two marks that the lexer knows."""
    return name if not self.for_compiler or name.isidentifier() and not iskeyword(name) else f"\1{name}\2"

  def marks(self):
    return "\1\2" if self.for_compiler else ""

  # -- lines

  def line(self, text, node=None):
    self.lines.append(self.indent + text)
    if self.for_compiler:
      self.places += self.places_of(text, node)

  def places_of(self, text, node):
    """The places of the lines of a statement's text, or of a statement's head; without a node they are those of the line before."""
    first = getattr(node, "lineno", 0)
    if not first:
      first = abs(self.places[-1]) if self.places else 1
    alike = node is not None and getattr(node, "col_offset", -1) == len(self.indent)
    if alike and not hasattr(node, "body"):
      alike = node.end_lineno == first and node.end_col_offset == len(self.indent) + len(text.encode("utf-8", "surrogatepass"))
    return [first + i if alike else -first - i for i in range(1 + text.count("\n"))]

  def body(self, statements):
    for statement in statements:
      getattr(self, "write_" + _kind(statement))(statement)

  def block(self, head, statements, node=None):
    self.line(head + ":", node)
    outer, self.indent = self.indent, self.indent + "    "
    self.body(statements)
    self.indent = outer

  def documented_body(self, node):
    """A docstring keeps its form."""
    statements = node.body
    first = statements[0] if statements else None
    value = getattr(first, "value", None) if _kind(first) == "Expr" else None
    if _kind(value) == "Constant" and isinstance(value.value, str):
      prefix = "u" if value.kind == "u" else ""
      self.line(prefix + _literal_without_backslashes(value.value, _LONG_QUOTES), first)
      statements = statements[1:]
    self.body(statements)

  def definition(self, node, head, comment=""):
    if self.lines and not self.for_compiler:
      self.lines.append("")
    for decorator in node.decorator_list:
      self.line("@" + self.expr(decorator), decorator)
    self.line(f"{head}:{comment}", node)
    outer, self.indent = self.indent, self.indent + "    "
    self.documented_body(node)
    self.indent = outer

  @staticmethod
  def comment(node):
    return f" # type: {node.type_comment}" if node.type_comment is not None else ""

  # -- roots

  def write_Module(self, node):
    ignored = {ignore.lineno: f"ignore{ignore.tag}" for ignore in node.type_ignores}
    if ignored:
      self.comment = lambda node: f" # type: {ignored[node.lineno]}" if node.lineno in ignored else Writer.comment(node)
    self.documented_body(node)

  def write_Interactive(self, node):
    self.body(node.body)

  def write_Expression(self, node):
    self.line(self.expr(node.body))

  def write_FunctionType(self, node):
    self.line(f"({', '.join(map(self.expr, node.argtypes))}) -> {self.expr(node.returns)}")

  # -- statements

  def write_Expr(self, node):
    self.line(self.expr(node.value, _YIELD), node)

  def write_FunctionDef(self, node, word="def"):
    returns = f" -> {self.expr(node.returns)}" if node.returns else ""
    self.definition(node, f"{word} {self.name(node.name)}({self.arguments(node.args)}){returns}", self.comment(node))

  def write_AsyncFunctionDef(self, node):
    self.write_FunctionDef(node, "async def")

  def write_ClassDef(self, node):
    arguments = ", ".join([*map(self.expr, node.bases), *map(self.keyword, node.keywords)])
    self.definition(node, f"class {self.name(node.name)}({arguments})" if arguments else f"class {self.name(node.name)}")

  def write_Return(self, node):
    self.line(f"return {self.expr(node.value)}" if node.value else "return", node)

  def write_Delete(self, node):
    self.line(f"del {', '.join(map(self.expr, node.targets))}", node)

  def write_Assign(self, node):
    targets = "".join(self.expr(target, _TUPLE) + " = " for target in node.targets)
    self.line(targets + self.expr(node.value) + self.comment(node), node)

  def write_AugAssign(self, node):
    self.line(f"{self.expr(node.target)} {_BINARY[_kind(node.op)][0]}= {self.expr(node.value)}", node)

  def write_AnnAssign(self, node):
    target = self.expr(node.target)
    if not node.simple and _kind(node.target) == "Name":
      target = f"({target})"
    value = f" = {self.expr(node.value)}" if node.value else ""
    self.line(f"{target}: {self.expr(node.annotation)}{value}", node)

  def write_For(self, node, word="for"):
    self.line(f"{word} {self.expr(node.target, _TUPLE)} in {self.expr(node.iter)}:{self.comment(node)}", node)
    outer, self.indent = self.indent, self.indent + "    "
    self.body(node.body)
    self.indent = outer
    if node.orelse:
      self.block("else", node.orelse)

  def write_AsyncFor(self, node):
    self.write_For(node, "async for")

  def write_While(self, node):
    self.block(f"while {self.expr(node.test)}", node.body, node)
    if node.orelse:
      self.block("else", node.orelse)

  def write_If(self, node):
    self.block(f"if {self.expr(node.test)}", node.body, node)
    while len(node.orelse) == 1 and _kind(node.orelse[0]) == "If":
      node = node.orelse[0]
      self.block(f"elif {self.expr(node.test)}", node.body, node)
    if node.orelse:
      self.block("else", node.orelse)

  def write_With(self, node, word="with"):
    items = ", ".join(self.expr(item.context_expr) + (f" as {self.expr(item.optional_vars)}" if item.optional_vars else "") for item in node.items)
    self.line(f"{word} {items}:{self.comment(node)}", node)
    outer, self.indent = self.indent, self.indent + "    "
    self.body(node.body)
    self.indent = outer

  def write_AsyncWith(self, node):
    self.write_With(node, "async with")

  def write_Match(self, node):
    self.line(f"match {self.expr(node.subject)}:", node)
    outer, self.indent = self.indent, self.indent + "    "
    for case in node.cases:
      self.write_match_case(case)
    self.indent = outer

  def write_match_case(self, node):
    guard = f" if {self.expr(node.guard)}" if node.guard else ""
    self.block(f"case {self.expr(node.pattern)}{guard}", node.body, node.pattern)

  def write_Raise(self, node):
    if not node.exc:
      if node.cause:
        raise ValueError("Node can't use cause without an exception.")
      self.line("raise", node)
      return
    cause = f" from {self.expr(node.cause)}" if node.cause else ""
    self.line(f"raise {self.expr(node.exc)}{cause}", node)

  def write_Try(self, node, word="except"):
    self.block("try", node.body, node)
    for handler in node.handlers:
      self.write_ExceptHandler(handler, word)
    if node.orelse:
      self.block("else", node.orelse)
    if node.finalbody:
      self.block("finally", node.finalbody)

  def write_TryStar(self, node):
    self.write_Try(node, "except*")

  def write_ExceptHandler(self, node, word="except"):
    kind = f" {self.expr(node.type)}" if node.type else ""
    name = f" as {self.name(node.name)}" if node.name else ""
    self.block(f"{word}{kind}{name}", node.body, node)

  def write_Assert(self, node):
    message = f", {self.expr(node.msg)}" if node.msg else ""
    self.line(f"assert {self.expr(node.test)}{message}", node)

  def write_Import(self, node):
    self.line(f"import {', '.join(map(self.expr, node.names))}", node)

  def write_ImportFrom(self, node):
    self.line(f"from {'.' * (node.level or 0)}{node.module or ''} import {', '.join(map(self.expr, node.names))}", node)

  def write_Global(self, node):
    self.line(f"global {', '.join(map(self.name, node.names))}", node)

  def write_Nonlocal(self, node):
    self.line(f"nonlocal {', '.join(map(self.name, node.names))}", node)

  def write_Pass(self, node):
    self.line("pass", node)

  def write_Break(self, node):
    self.line("break", node)

  def write_Continue(self, node):
    self.line("continue", node)

  # -- expressions

  def expr(self, node, need=_TEST):
    write = getattr(self, "expr_" + _kind(node), None)
    if write is None:
      node._fields  # what is no node has none
      return ""
    return write(node, need)

  def items(self, nodes):
    """Separated by commas; a single one is followed by one."""
    return self.expr(nodes[0]) + "," if len(nodes) == 1 else ", ".join(map(self.expr, nodes))

  @staticmethod
  def bracketed(text, own, need):
    return f"({text})" if need > own else text

  def expr_NamedExpr(self, node, need):
    return self.bracketed(f"{self.expr(node.target, _ATOM)} := {self.expr(node.value, _ATOM)}", _NAMED, need)

  def expr_BoolOp(self, node, need):
    word, own = _BOOLEAN[_kind(node.op)]
    parts = [self.expr(value, min(own + i, _ATOM)) for i, value in enumerate(node.values, 1)]
    return self.bracketed(f" {word} ".join(parts), own, need)

  def expr_BinOp(self, node, need):
    sign, own = _BINARY[_kind(node.op)]
    left, right = (own + 1, own) if sign == "**" else (own, own + 1)
    return self.bracketed(f"{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}", own, need)

  def expr_UnaryOp(self, node, need):
    sign, own = _UNARY[_kind(node.op)]
    return self.bracketed(sign + self.expr(node.operand, own), own, need)

  def expr_Lambda(self, node, need):
    arguments = self.arguments(node.args)
    return self.bracketed(f"lambda{' ' + arguments if arguments else ''}: {self.expr(node.body, _TEST)}", _TEST, need)

  def expr_IfExp(self, node, need):
    text = f"{self.expr(node.body, _TEST + 1)} if {self.expr(node.test, _TEST + 1)} else {self.expr(node.orelse, _TEST)}"
    return self.bracketed(text, _TEST, need)

  def expr_Dict(self, node, need):
    pairs = [f"**{self.expr(value, _BIT_OR)}" if key is None else f"{self.expr(key)}: {self.expr(value)}" for key, value in zip(node.keys, node.values)]
    return "{" + ", ".join(pairs) + "}"

  def expr_Set(self, node, need):
    return "{" + ", ".join(map(self.expr, node.elts)) + "}" if node.elts else "{*()}"

  def expr_ListComp(self, node, need):
    return f"[{self.expr(node.elt)}{self.generators(node)}]"

  def expr_SetComp(self, node, need):
    return "{" + self.expr(node.elt) + self.generators(node) + "}"

  def expr_DictComp(self, node, need):
    return "{" + f"{self.expr(node.key)}: {self.expr(node.value)}{self.generators(node)}" + "}"

  def expr_GeneratorExp(self, node, need):
    return f"({self.expr(node.elt)}{self.generators(node)})"

  def generators(self, node):
    return "".join(map(self.expr, node.generators))

  def expr_comprehension(self, node, need):
    word = "async for" if node.is_async else "for"
    conditions = "".join(f" if {self.expr(condition, _TEST + 1)}" for condition in node.ifs)
    return f" {word} {self.expr(node.target, _TUPLE)} in {self.expr(node.iter, _TEST + 1)}{conditions}"

  def expr_Await(self, node, need):
    return self.bracketed(f"await {self.expr(node.value, _ATOM)}" if node.value else "await", _AWAIT, need)

  def expr_Yield(self, node, need):
    return self.bracketed(f"yield {self.expr(node.value, _ATOM)}" if node.value else "yield", _YIELD, need)

  def expr_YieldFrom(self, node, need):
    if not node.value:
      raise ValueError("Node can't be used without a value attribute.")
    return self.bracketed(f"yield from {self.expr(node.value, _ATOM)}", _YIELD, need)

  def expr_Compare(self, node, need):
    rest = "".join(f" {_COMPARISONS[_kind(op)]} {self.expr(value, _COMPARE + 1)}" for op, value in zip(node.ops, node.comparators))
    return self.bracketed(self.expr(node.left, _COMPARE + 1) + rest, _COMPARE, need)

  def expr_Call(self, node, need):
    arguments = ", ".join([*map(self.expr, node.args), *map(self.keyword, node.keywords)])
    return f"{self.expr(node.func, _ATOM)}({arguments})"

  def keyword(self, node):
    return f"{self.name(node.arg)}={self.expr(node.value)}" if node.arg is not None else f"**{self.expr(node.value)}"

  def expr_keyword(self, node, need):
    return self.keyword(node)

  def expr_JoinedStr(self, node, need):
    if self.without_backslashes:
      return "f" + _literal_without_backslashes(self.inside(node), kept=self.marks())
    quotes = _QUOTES
    parts = []
    for value in node.values:
      part, quotes = _escaped(self.inside(value), quotes, _kind(value) == "Constant", self.marks())
      parts.append(part)
    return f"f{quotes[0]}{''.join(parts)}{quotes[0]}"

  def inside(self, node):
    """What stands for a part between the quotes of an f-string."""
    kind = _kind(node)
    if kind == "JoinedStr":
      return "".join(map(self.inside, node.values))
    if kind == "Constant" and isinstance(node.value, str):
      return node.value.replace("{", "{{").replace("}", "}}")
    if kind == "FormattedValue":
      return self.expr_FormattedValue(node, _TEST)
    if self.for_compiler:
      return self.braces(node, "")  # compile() takes any expression here; the parser makes none.
    raise ValueError(f"Unexpected node inside JoinedStr, {node!r}")

  def expr_FormattedValue(self, node, need):
    conversion = f"!{chr(node.conversion)}" if node.conversion != -1 else ""
    spec = f":{self.inside(node.format_spec)}" if node.format_spec else ""
    return self.braces(node.value, conversion + spec)

  def braces(self, node, rest):
    """An expression and how it is formatted, in the braces of an f-string."""
    text = Writer(self.for_compiler, without_backslashes=True).expr(node, _TEST + 1)
    if "\\" in text and not self.for_compiler:
      raise ValueError("Unable to avoid backslash in f-string expression part")
    return "{" + (" " if text.startswith("{") else "") + text + rest + "}"

  def constant(self, value):
    if isinstance(value, (float, complex)):
      return repr(value).replace("inf", _INFINITY).replace("nan", f"({_INFINITY}-{_INFINITY})")
    if self.without_backslashes and isinstance(value, str):
      return _literal_without_backslashes(value)
    return repr(value)

  def expr_Constant(self, node, need):
    value = node.value
    if isinstance(value, tuple):
      items = list(map(self.constant, value))
      return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
    if value is ...:
      return "..."
    return ("u" if node.kind == "u" else "") + self.constant(value)

  def expr_Attribute(self, node, need):
    value = self.expr(node.value, _ATOM)
    # 3.real would be read as a float.
    space = " " if _kind(node.value) == "Constant" and isinstance(node.value.value, int) else ""
    return f"{value}{space}.{self.name(node.attr)}"

  def expr_Subscript(self, node, need):
    is_tuple = _kind(node.slice) == "Tuple" and node.slice.elts
    return f"{self.expr(node.value, _ATOM)}[{self.items(node.slice.elts) if is_tuple else self.expr(node.slice)}]"

  def expr_Starred(self, node, need):
    return "*" + self.expr(node.value, _BIT_OR)

  def expr_Name(self, node, need):
    return self.name(node.id)

  def expr_List(self, node, need):
    return f"[{', '.join(map(self.expr, node.elts))}]"

  def expr_Tuple(self, node, need):
    if not node.elts:
      return "()"
    return self.bracketed(self.items(node.elts), _TUPLE, need)

  def expr_Slice(self, node, need):
    lower, upper = (self.expr(bound) if bound else "" for bound in (node.lower, node.upper))
    return f"{lower}:{upper}" + (f":{self.expr(node.step)}" if node.step else "")

  def expr_alias(self, node, need):
    return f"{node.name} as {self.name(node.asname)}" if node.asname else node.name

  def expr_withitem(self, node, need):
    return self.expr(node.context_expr) + (f" as {self.expr(node.optional_vars)}" if node.optional_vars else "")

  def expr_arg(self, node, need):
    return f"{self.name(node.arg)}: {self.expr(node.annotation)}" if node.annotation else self.name(node.arg)

  def arguments(self, node):
    positional = node.posonlyargs + node.args
    defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults

    def parameter(arg, default):
      return self.expr(arg) + (f"={self.expr(default)}" if default else "")

    parts = []
    for index, (arg, default) in enumerate(zip(positional, defaults), 1):
      parts.append(parameter(arg, default))
      if index == len(node.posonlyargs):
        parts.append("/")
    if node.vararg or node.kwonlyargs:
      parts.append("*" + (self.expr(node.vararg) if node.vararg else ""))
    parts.extend(map(parameter, node.kwonlyargs, node.kw_defaults))
    if node.kwarg:
      parts.append("**" + self.expr(node.kwarg))
    return ", ".join(parts)

  def expr_arguments(self, node, need):
    return self.arguments(node)

  # -- patterns

  def expr_MatchValue(self, node, need):
    return self.expr(node.value)

  def expr_MatchSingleton(self, node, need):
    return self.constant(node.value)

  def expr_MatchSequence(self, node, need):
    return f"[{', '.join(map(self.expr, node.patterns))}]"

  def expr_MatchStar(self, node, need):
    return "*" + (self.name(node.name) if node.name else "_")

  def expr_MatchMapping(self, node, need):
    parts = [f"{self.expr(key)}: {self.expr(pattern)}" for key, pattern in zip(node.keys, node.patterns, strict=True)]
    if node.rest is not None:
      parts.append("**" + self.name(node.rest))
    return "{" + ", ".join(parts) + "}"

  def expr_MatchClass(self, node, need):
    keywords = [f"{self.name(name)}={self.expr(pattern)}" for name, pattern in zip(node.kwd_attrs, node.kwd_patterns, strict=True)]
    return f"{self.expr(node.cls, _ATOM)}({', '.join([*map(self.expr, node.patterns), *keywords])})"

  def expr_MatchAs(self, node, need):
    if node.name is None:
      return "_"
    if node.pattern is None:
      return self.name(node.name)
    return self.bracketed(f"{self.expr(node.pattern, _BIT_OR)} as {self.name(node.name)}", _TEST, need)

  def expr_MatchOr(self, node, need):
    return self.bracketed(" | ".join(self.expr(pattern, _BIT_OR + 1) for pattern in node.patterns), _BIT_OR, need)
