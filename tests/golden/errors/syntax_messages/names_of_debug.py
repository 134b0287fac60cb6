# __debug__ can't be bound, whatever the form
for source in ("import __debug__.part", "import part.__debug__", "import a as __debug__", "from a import __debug__",
               "x.__debug__: int", "x.__debug__ = 1", "x.__debug__", "class C(__debug__=1): pass", "f(__debug__=1)",
               "match x:\n  case C(__debug__=1): pass", "match x:\n  case [*__debug__]: pass", "match x:\n  case C(a=__debug__): pass"):
    try:
        compile(source, "source", "exec")
        print(f"{source!r}: fine")
    except SyntaxError as error:
        print(f"{source!r}: {error.msg}, line {error.lineno} [{error.offset}-{error.end_offset}]")
