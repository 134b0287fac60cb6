# Decimal literals may not begin with zeros, underscores or not; eval() takes stars only inside of brackets.
for source in ["0_0", "00", "0_7", "00_7", "01", "0_", "0__7", "09_1", "0_9.5", "0_7j", "0_0x", "0x_f", "1_000", "1__0",
               "(*[1], 2)", "*[1], 2", "1, *[2]", "*[1]", "[*[1], 2]", "{*[1]}", "x, *y, z"]:
    try:
        print(source, eval(source))
    except SyntaxError as error:
        print(source, error.msg, error.lineno, error.offset, error.end_offset)
