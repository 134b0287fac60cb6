# Text that a program puts into linecache.cache shows in what the module traceback makes, but not in the interpreter's own reports.
import linecache
import traceback

source = 'def divide(a, b):\n    return a / b\n\ndivide(1, 0)\n'
linecache.cache['<generated>'] = (len(source), None, source.splitlines(True), '<generated>')
try:
    exec(compile(source, '<generated>', 'exec'), {})
except ZeroDivisionError as error:
    print(''.join(traceback.format_tb(error.__traceback__)[1:]))
    print([frame.line for frame in traceback.extract_tb(error.__traceback__)][1:])
    print(traceback.format_exc().replace(__file__, 'FILE'))
