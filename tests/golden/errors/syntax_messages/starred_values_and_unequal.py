# How far the marks reach: up to the token behind a starred value in a dictionary; `<>` is one token, `< >` are two.
for text in ("{1: *a}", "{1: *a for b in c}", "{1: *a, 2: 3}", "{1: *a + b}", "{1: *a , 2}", "1 <> 2", "1 < > 2", "1 <  > 2"):
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        print(repr(text), error.msg, error.offset, error.end_offset)
