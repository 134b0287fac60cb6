# The message of an exception is one item of a report, however many lines it has; examples of doctest show their source.
import doctest
import traceback


class Wordy(Exception):
    def __str__(self):
        return "first\nsecond"


error = Wordy()
print(traceback.format_exception_only(error))
error.add_note("note 1\nnote 2")
print(traceback.format_exception_only(error))
print(traceback.format_exception(ValueError("a\n\nb"))[-1:], traceback.format_exception_only(ValueError("")))
print(traceback.format_exception_only(SyntaxError("a\nb")), list(traceback.TracebackException.from_exception(ValueError("x\ny")).format_exception_only()))

test = doctest.DocTestParser().get_doctest('>>> int("x")\n3\n', {}, "name", "file.txt", 0)
report = []
doctest.DocTestRunner(verbose=False).run(test, out=report.append)
print("".join(report)[-130:])


# Only a line feed ends a line, and notes need not be texts.
for text, notes in [("a\rb", []), ("a\rb\nc\u2028d", ["n\rm"]), ("one\ntwo", 5), ("one\ntwo", [3, "x\ny"])]:
    error = ValueError(text)
    if notes:
        error.__notes__ = notes
    print(traceback.format_exception_only(error))
    try:
        raise error
    except ValueError as caught:
        print(traceback.format_exception(caught)[2:])
