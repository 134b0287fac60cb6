# Escapes without a meaning, and octal ones above 377.
import warnings

for text in (r"'\d'", r"b'\d'", r"'\777'", r"b'\400'", r"'\377 \400 \d'", r"'\d \400'", r"r'\d \777'", r"f'{1}\d'", r"'\08'"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = eval(text)
    print(text, ascii(value), [f"{warning.category.__name__}: {warning.message} {warning.lineno}" for warning in caught])

warnings.simplefilter("error")
for text in (r"'\d'", r"'\777'", "x = 1\ny = b'\\q'"):
    try:
        compile(text, "text.py", "exec")
    except SyntaxError as error:
        print(error.args)
