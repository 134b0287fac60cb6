# SyntaxError.text: a program's last line always ends in a newline, an expression's only when it has one.
for source, mode in [('x=1', 'eval'), ('x=1\n', 'eval'), ('', 'eval'), ('1 +', 'eval'), ('\n\n1+', 'eval'), ('1\n+1', 'eval'), ('1\n+1\n', 'eval'), ('a b', 'exec'),
                     ('a b', 'single'), ('x\ny z', 'exec'), ('x = [1,\n2', 'exec'), ('x = [1,2', 'exec'), ('(', 'eval'), ('1 2 # c', 'eval'), ('yield 1', 'eval'),
                     ('return 1', 'exec'), ('x\nreturn 1', 'exec'), ('from __future__ import nope', 'exec')]:
    try:
        compile(source, '<text>', mode)
    except SyntaxError as error:
        print(repr(source), mode, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
