# A bracket in the line of a match statement that is never closed: the mistake is what cannot stand in it, if that is in the same line.
for text in ("match (value:\n  case 1: pass\n", "match (value\n  case 1: pass\n", "match value, (other:\n  case 1: pass\n", "match [value:\n  case 1: pass\n",
             "match call(value:\n  case 1: pass\n", "match {value:\n  case 1: pass\n", "match -(value:\n  case 1: pass\n", "match (\nvalue:\n  case 1: pass\n",
             "match value:\n  case (1:\n    pass\n", "match(value, other:\n  pass\n", "matches (value:\n  pass\n"):
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno, error.offset)
