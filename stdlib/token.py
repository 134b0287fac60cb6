"""The numbers of tokens and their names; module tokenize makes tokens of source texts."""

__all__ = ["tok_name", "ISTERMINAL", "ISNONTERMINAL", "ISEOF"]

_NAMES = ("ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR SLASH VBAR AMPER LESS "
          "GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT "
          "DOUBLESTAR PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL "
          "RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS COLONEQUAL OP AWAIT ASYNC TYPE_IGNORE "
          "TYPE_COMMENT SOFT_KEYWORD ERRORTOKEN COMMENT NL ENCODING N_TOKENS").split()
tok_name = dict(enumerate(_NAMES))
tok_name[256] = "NT_OFFSET"
for _number, _name in tok_name.items():
  globals()[_name] = _number
  __all__.append(_name)
del _number, _name

EXACT_TOKEN_TYPES = {"!=": 28, "%": 24, "%=": 40, "&": 19, "&=": 41, "(": 7, ")": 8, "*": 16, "**": 35, "**=": 46, "*=": 38, "+": 14, "+=": 36,
                     ",": 12, "-": 15, "-=": 37, "->": 51, ".": 23, "...": 52, "/": 17, "//": 47, "//=": 48, "/=": 39, ":": 11, ":=": 53,
                     ";": 13, "<": 20, "<<": 33, "<<=": 44, "<=": 29, "=": 22, "==": 27, ">": 21, ">=": 30, ">>": 34, ">>=": 45, "@": 49,
                     "@=": 50, "[": 9, "]": 10, "^": 32, "^=": 43, "{": 25, "|": 18, "|=": 42, "}": 26, "~": 31}


def ISTERMINAL(x):
  """Whether the number is that of a token."""
  return x < 256


def ISNONTERMINAL(x):
  """Whether the number is that of a grammar rule."""
  return x >= 256


def ISEOF(x):
  """Whether the token is the end."""
  return x == 0
