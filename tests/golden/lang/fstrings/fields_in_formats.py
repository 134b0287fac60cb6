# How deep fields stand in the formats of fields, with the grammar of 3.12: three, counted from the string's own.
width, value = 3, 5
print(f"{value:{width}}|", f"{value:{f'{width}'}}|")
for source in ["f'{value:{width:{width}}}'", "f'{value:{width:{width:{width}}}}'", "f'{value:<{width:>{width:^{width}}}}'"]:
    try:
        print(eval(source))
    except SyntaxError as error:
        print(error.msg, error.offset, error.end_offset)
    except ValueError as error:
        print(error)
