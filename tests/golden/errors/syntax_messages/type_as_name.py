# `type` is a name of 3.11: a name behind it stands where nothing can stand.
for text in ("type x", "type x y", "type x.y", "type x()", "x = type y", "type type"):
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        print(repr(text), error.msg, error.offset, error.end_offset)
type = type(5)
print(type)
