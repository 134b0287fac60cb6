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
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]



class _Implicit:
    """The default of an argument that was left out."""

    def __repr__(self):
        return "<implicit>"


_sentinel = _Implicit()


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


def _lines(text, value=None):
    """The items of a report: the text of an exception is one of them, however many lines it has."""
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    if last:
        lines.append(last)
    if value is None or isinstance(value, BaseExceptionGroup):
        return lines
    try:
        further = str(value.msg if isinstance(value, SyntaxError) else value).count("\n")
        if not further:
            return lines
        notes = getattr(value, "__notes__", None)
        noted = sum(str(note).count("\n") + 1 for note in notes) if isinstance(notes, (list, tuple)) else 0 if notes is None else 1
    except Exception:
        return lines
    start = len(lines) - noted - further - 1
    if start >= 0:
        lines[start:start + further + 1] = ["".join(lines[start:start + further + 1])]
    return lines


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    value, tb = _parse(exc, value, tb)
    if value is None:
        return ["NoneType: None\n"]
    text = _traceback.format_exception(value, tb, _limit(limit), chain)
    if "  +-+---" in text:  # of a group, where lines tell no more what belongs together
        return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))
    lines = _lines(text, value)
    # A stack level with its source line and carets is one item, as in CPython, and so are the words between two exceptions.
    out = []
    for line in lines:
        if out and line.startswith("    ") and out[-1].startswith("  File "):
            out[-1] += line
        elif out and (out[-1] == "\n" and f"\n{line}\n" in (_CAUSE, _CONTEXT) or f"{out[-1]}\n" in (_CAUSE, _CONTEXT)):
            out[-1] += line
        else:
            out.append(line)
    return out


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    if file is None:
        file = sys.stderr
    value, tb = _parse(exc, value, tb)
    print("NoneType: None\n" if value is None else _traceback.format_exception(value, tb, _limit(limit), chain), file=file, end="")


def format_exception_only(exc, /, value=_sentinel):
    if value is _sentinel:
        value = exc
    if value is None:
        return ["NoneType: None\n"]
    if not isinstance(value, BaseException):
        value.__suppress_context__  # an AttributeError that CPython raises too
    lines = _lines(_traceback.format_exception_only(value), value)
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

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        if lookup_line:
            self.line
        self.locals = {name: repr(value) for name, value in locals.items()} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    @property
    def line(self):
        """The source line without the blanks around it; None when there is no line number."""
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
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


def _limit(limit):
    """sys.tracebacklimit when no limit is given; None: all levels."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None:
            limit = max(limit, 0)
    return limit


def _cut(levels, limit):
    """The first levels, or the last ones for a negative limit."""
    limit = _limit(limit)
    if limit is None:
        return levels
    return levels[:limit] if limit >= 0 else levels[limit:]


class StackSummary(list):
    """Levels of a stack, outermost first."""

    @classmethod
    def from_list(cls, a_list):
        """A summary of FrameSummary objects, or of tuples of file, line number, name and line."""
        result = StackSummary()
        for level in a_list:
            if not isinstance(level, FrameSummary):
                filename, lineno, name, line = level
                level = FrameSummary(filename, lineno, name, line=line)
            result.append(level)
        return result

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """A summary of pairs of frame and line number, as walk_tb() and walk_stack() give them."""
        places = ((frame, (lineno, None, None, None)) for frame, lineno in frame_gen)
        return cls._extract(places, limit, lookup_lines, capture_locals)

    @classmethod
    def _extract(cls, places, limit, lookup_lines, capture_locals):
        limit = _limit(limit)
        if limit is not None:
            from collections import deque
            places = itertools.islice(places, limit) if limit >= 0 else deque(places, maxlen=-limit)
        result = cls()
        import linecache
        for frame, (lineno, end_lineno, colno, end_colno) in places:
            code = frame.f_code
            linecache.lazycache(code.co_filename, frame.f_globals)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False, locals=frame.f_locals if capture_locals else None,
                                       end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        if lookup_lines:
            for level in result:
                level.line
        return result

    def format_frame_summary(self, frame_summary):
        """The text of one level, or None to leave it out."""
        level = frame_summary
        text = f'  File "{level.filename}", line {level.lineno}, in {level.name}\n'
        if level.line:
            if level.colno is None or level.end_colno is None:
                text += f"    {level.line}\n"
            else:
                text += _traceback.marked_line(level._line, level.lineno, level.end_lineno, level.colno, level.end_colno)
        if level.locals:
            for name, value in sorted(level.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self):
        """The texts of the levels; what repeats more than three times is told by a number."""
        out = []
        last, count = None, 0
        for level in self:
            text = self.format_frame_summary(level)
            if text is None:
                continue
            key = (level.filename, level.lineno, level.name)
            if key != last or None in key:
                if count > 3:
                    out.append(self._repeated(count - 3))
                last, count = key, 0
            count += 1
            if count <= 3:
                out.append(text)
        if count > 3:
            out.append(self._repeated(count - 3))
        return out

    @staticmethod
    def _repeated(count):
        return f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n"


def _summary(rows):
    return StackSummary(FrameSummary(filename, lineno, name, line=line, end_lineno=end_lineno, colno=colno, end_colno=end_colno)
                        for filename, lineno, name, line, end_lineno, colno, end_colno in rows)


def extract_tb(tb, limit=None):
    """The levels of a traceback."""
    return _summary(_cut(_traceback.extract(tb), limit))


def format_tb(tb, limit=None):
    """The levels of a traceback as texts."""
    out = []
    for line in _lines(_traceback.format_tb(tb, _limit(limit))):
        if out and line.startswith("    "):
            out[-1] += line
        else:
            out.append(line)
    return out


def print_tb(tb, limit=None, file=None):
    """Write the levels of a traceback."""
    print("".join(format_tb(tb, limit)), file=sys.stderr if file is None else file, end="")


def _running_stack(f, limit):
    """The levels of a frame and its callers, or of the function that called the one that asks."""
    if f is not None:
        summary = StackSummary.extract(walk_stack(f), limit=limit)
        summary.reverse()
        return summary
    rows = _traceback.running_stack(2)
    rows.reverse()
    rows = _cut(rows, limit)
    rows.reverse()
    return _summary(rows)


def extract_stack(f=None, limit=None):
    """The levels of the running stack, or of a frame and its callers."""
    return _running_stack(f, limit)


def format_stack(f=None, limit=None):
    """The levels of the running stack as texts."""
    return _running_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Write the levels of the running stack."""
    print_list(_running_stack(f, limit), file)


def format_list(extracted_list):
    """Levels as texts."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Write levels."""
    for text in format_list(extracted_list):
        print(text, file=sys.stderr if file is None else file, end="")


def walk_tb(tb):
    """(frame, line) of each level of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """(frame, line) of a frame and its callers; of who called StackSummary.extract() when it is None."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    """Let go of the variables of all frames that have ended."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # it still runs
        tb = tb.tb_next


def _capture_stack(tb, limit, lookup_lines, capture_locals):
    """The levels of a traceback, which need not be one of the interpreter's, with what they need to show their lines later."""
    try:
        rows = _traceback.extract(tb)
    except AttributeError:
        return StackSummary.extract(walk_tb(tb), limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)
    if not all(row[3] for row in rows):
        # Loaders of modules may have what is in no file.
        import linecache
        for frame, _ in walk_tb(tb):
            linecache.lazycache(frame.f_code.co_filename, frame.f_globals)
    frames = [frame for frame, _ in walk_tb(tb)] if capture_locals else itertools.repeat(None)
    levels = [FrameSummary(filename, lineno, name, lookup_line=False, line=line or None if lookup_lines else None, end_lineno=end_lineno, colno=colno,
                           end_colno=end_colno, locals=None if frame is None else frame.f_locals)
              for (filename, lineno, name, line, end_lineno, colno, end_colno), frame in zip(rows, frames)]
    return StackSummary(_cut(levels, limit))


_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class _GroupFrame:
    """How deep a text is in groups of exceptions, and what is written left of it."""

    def __init__(self):
        self.depth = 0
        self.open = False  # the last exception of a group has not ended its frame

    def indent(self):
        return " " * (2 * self.depth)

    def lines(self, text, corner="|"):
        margin = f"{self.indent()}{corner} " if self.depth else ""
        return [margin + line for line in text.splitlines(True)]


class TracebackException:
    """An exception captured for printing later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = _capture_stack(exc_traceback, limit, lookup_lines, capture_locals)
        self.exc_type = exc_type
        try:
            self._str = str(exc_value)
        except:
            self._str = "<exception str() failed>"
        self._only = ["None: None\n"] if exc_type is None and exc_value is None else format_exception_only(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if isinstance(exc_value, SyntaxError):
            self.filename, self.text, self.offset, self.msg = exc_value.filename, exc_value.text, exc_value.offset, exc_value.msg
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.end_offset = exc_value.end_offset
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is None:
            self._capture_others(exc_value, compact, {"limit": limit, "lookup_lines": lookup_lines, "capture_locals": capture_locals,
                                                      "max_group_width": max_group_width, "max_group_depth": max_group_depth})

    def _capture_others(self, exc_value, compact, options):
        """Causes, contexts and parts of groups; a chain may be longer than the stack is deep."""
        seen = {id(exc_value)}
        pending = [(self, exc_value)]

        def captured(exc):
            if exc is None or id(exc) in seen:
                return None
            seen.add(id(exc))
            other = TracebackException(type(exc), exc, exc.__traceback__, _seen=seen, **options)
            pending.append((other, exc))
            return other

        while pending:
            place, exc = pending.pop()
            if exc is None:
                continue
            place.__cause__ = captured(exc.__cause__)
            if not compact or place.__cause__ is None and not exc.__suppress_context__:
                place.__context__ = captured(exc.__context__)
            if isinstance(exc, BaseExceptionGroup):
                place.exceptions = [captured(part) for part in exc.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """The exception with its own traceback."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """The lines of the exception itself: usually one, more for syntax errors and notes."""
        yield from self._only

    def _chain(self):
        """[(text that leads over from the exception before, captured exception)], the first cause first."""
        links = []
        captured = self
        while captured is not None:
            before, text = captured.__cause__, _CAUSE
            if before is None and not captured.__suppress_context__:
                before, text = captured.__context__, _CONTEXT
            links.append((text if before is not None else "", captured))
            captured = before
        return reversed(links)

    def format(self, *, chain=True, _ctx=None):
        """The lines of the traceback, those of its causes and contexts first."""
        frame = _GroupFrame() if _ctx is None else _ctx
        for text, captured in self._chain() if chain else [("", self)]:
            if text:
                yield "".join(frame.lines(text))
            if captured.exceptions is None:
                yield from captured._format_single(frame, "Traceback", "|")
            elif frame.depth > self.max_group_depth:
                yield from frame.lines(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from captured._format_group(frame, chain)

    def _format_single(self, frame, title, corner):
        if self.stack:
            yield from frame.lines(f"{title} (most recent call last):\n", corner)
            for level in self.stack.format():
                yield "".join(frame.lines(level))
        for line in self.format_exception_only():
            yield "".join(frame.lines(line))

    def _format_group(self, frame, chain):
        outermost = frame.depth == 0
        if outermost:
            frame.depth = 1
        yield from self._format_single(frame, "Exception Group Traceback", "+" if outermost else "|")
        width = len(self.exceptions) if self.max_group_width is None else self.max_group_width
        left_out = len(self.exceptions) - width
        parts = self.exceptions[:width]
        if left_out > 0:
            parts.append(None)
        frame.open = False
        for i, part in enumerate(parts, 1):
            if i == len(parts):
                frame.open = True
            yield f"{frame.indent()}{'+-' if i == 1 else '  '}+---------------- {'...' if part is None else i} ----------------\n"
            frame.depth += 1
            if part is None:
                yield from frame.lines(f"and {left_out} more exception{'s' if left_out > 1 else ''}\n")
            else:
                yield from part.format(chain=chain, _ctx=frame)
            if i == len(parts) and frame.open:
                yield f"{frame.indent()}+------------------------------------\n"
                frame.open = False
            frame.depth -= 1
        if outermost:
            frame.depth = 0

    def print(self, *, file=None, chain=True):
        """Write the lines of the traceback."""
        for line in self.format(chain=chain):
            print(line, file=sys.stderr if file is None else file, end="")
