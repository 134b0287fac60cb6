"""Exceptions and stacks as text.

>>> try:
...     1 / 0
... except ZeroDivisionError as error:
...     print(format_exception_only(error)[-1], end="")
ZeroDivisionError: division by zero
"""

import itertools
import sys
import _traceback

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]

_sentinel = object()


def _parse(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is _sentinel:
        if exc is None:
            return None, None
        if not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc, exc.__traceback__
    return value, tb


def _lines(text):
    return text.splitlines(True)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    value, tb = _parse(exc, value, tb)
    if value is None:
        return ["NoneType: None\n"]
    lines = _lines(_traceback.format_exception(value, tb, limit, chain))
    # A stack level with its source line and carets is one item, as in CPython.
    out = []
    for line in lines:
        if out and line.startswith("    ") and out[-1].startswith("  File "):
            out[-1] += line
        else:
            out.append(line)
    return out


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    if file is None:
        file = sys.stderr
    value, tb = _parse(exc, value, tb)
    print("NoneType: None\n" if value is None else _traceback.format_exception(value, tb, limit, chain), file=file, end="")


def format_exception_only(exc, /, value=_sentinel):
    if value is _sentinel:
        value = exc
    if value is None:
        return ["NoneType: None\n"]
    lines = _lines(_traceback.format_exception_only(value))
    if not isinstance(value, BaseExceptionGroup):
        return lines
    # Only the group itself, without the frame in which its parts are listed.
    frame = "  | "
    return [line[len(frame):] for line in itertools.takewhile(lambda line: line.startswith(frame), lines)]


def print_exc(limit=None, file=None, chain=True):
    value = sys.exception()
    if value is None:
        print("NoneType: None", file=sys.stderr if file is None else file)
    else:
        print_exception(value, limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    value = sys.exception()
    if value is None:
        return "NoneType: None\n"
    return "".join(format_exception(value, limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_value"):
        raise ValueError("no last exception")
    print_exception(sys.last_value, limit=limit, file=file, chain=chain)


class FrameSummary:
    """One level of a stack."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = None if locals is None else {name: repr(value) for name, value in locals.items()}
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno

    @property
    def line(self):
        if self._line is None:
            import linecache
            self._line = linecache.getline(self.filename, self.lineno or 0)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """Levels of a stack, outermost first."""

    @classmethod
    def from_list(cls, levels):
        result = cls()
        for level in levels:
            if not isinstance(level, FrameSummary):
                filename, lineno, name, line = level
                level = FrameSummary(filename, lineno, name, line=line)
            result.append(level)
        return result

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        result = cls()
        for frame, lineno in _cut(list(frame_gen), limit):
            code = frame.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, locals=frame.f_locals if capture_locals else None))
        if lookup_lines:
            for level in result:
                level.line
        return result

    def format_frame_summary(self, level):
        text = f'  File "{level.filename}", line {level.lineno}, in {level.name}\n'
        if level.line:
            text += f"    {level.line}\n"
        for name, value in sorted((level.locals or {}).items()):
            text += f"    {name} = {value}\n"
        return text

    def format(self):
        out = []
        last, count = None, 0
        for level in self:
            key = (level.filename, level.lineno, level.name)
            if key != last:
                if count > 3:
                    out.append(self._repeated(count - 3))
                last, count = key, 0
            count += 1
            if count <= 3:
                out.append(self.format_frame_summary(level))
        if count > 3:
            out.append(self._repeated(count - 3))
        return out

    @staticmethod
    def _repeated(count):
        return f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n"


def _cut(levels, limit):
    if limit is None:
        return levels
    return levels[:limit] if limit >= 0 else levels[limit:]


def _summary(rows):
    summary = StackSummary()
    for filename, lineno, name, line, end_lineno, colno, end_colno in rows:
        summary.append(FrameSummary(filename, lineno, name, line=line, end_lineno=end_lineno, colno=colno,
                                    end_colno=end_colno))
    return summary


def extract_tb(tb, limit=None):
    return _summary(_cut(_traceback.extract(tb), limit))


def format_tb(tb, limit=None):
    out = []
    for line in _lines(_traceback.format_tb(tb, limit)):
        if out and line.startswith("    "):
            out[-1] += line
        else:
            out.append(line)
    return out


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), file=sys.stderr if file is None else file, end="")


def extract_stack(f=None, limit=None):
    rows = _traceback.running_stack(1)
    if limit is not None:
        rows = rows[-limit:] if limit >= 0 else rows[:-limit]
    return _summary(rows)


def format_stack(f=None, limit=None):
    rows = _traceback.running_stack(1)
    return _summary(rows if limit is None else rows[-limit:]).format()


def print_stack(f=None, limit=None, file=None):
    rows = _traceback.running_stack(1)
    for text in _summary(rows if limit is None else rows[-limit:]).format():
        print(text, file=sys.stderr if file is None else file, end="")


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for text in format_list(extracted_list):
        print(text, file=sys.stderr if file is None else file, end="")


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """(frame, line) of a frame and its callers; of whoever asks when it is None."""
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    """Nothing: a finished frame's variables are gone already."""


class TracebackException:
    """An exception captured for printing later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._text = format_exception(exc_type, exc_value, exc_traceback, limit)
        self._only = format_exception_only(exc_value)
        self._unchained = format_exception(exc_type, exc_value, exc_traceback, limit, chain=False)
        self._str = str(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if isinstance(exc_value, SyntaxError):
            self.filename, self.text, self.offset, self.msg = exc_value.filename, exc_value.text, exc_value.offset, exc_value.msg
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.end_offset = exc_value.end_offset
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))

        def captured(exc):
            if exc is None or id(exc) in seen:
                return None
            return TracebackException(type(exc), exc, exc.__traceback__, limit=limit, lookup_lines=lookup_lines,
                                      capture_locals=capture_locals, max_group_width=max_group_width,
                                      max_group_depth=max_group_depth, _seen=seen)

        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = captured(getattr(exc_value, "__cause__", None))
        needed = not compact or self.__cause__ is None and not self.__suppress_context__
        self.__context__ = captured(getattr(exc_value, "__context__", None)) if needed else None
        self.exceptions = list(map(captured, exc_value.exceptions)) if isinstance(exc_value, BaseExceptionGroup) else None

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self._text == other._text and self.exc_type == other.exc_type
        return NotImplemented

    __hash__ = object.__hash__

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._only

    def format(self, *, chain=True, _ctx=None):
        yield from (self._text if chain else self._unchained)

    def print(self, *, file=None, chain=True):
        for line in self.format(chain=chain):
            print(line, file=sys.stderr if file is None else file, end="")
