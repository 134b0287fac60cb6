"""Operations on POSIX path names: os.path.

>>> join("a", "b", "/c"), splitext("x.tar.gz"), basename("/a/b")
('/c', ('x.tar', '.gz'), 'b')
"""

import posix
import os

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix",
           "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
           "expanduser", "expandvars", "normpath", "abspath", "samefile", "samestat", "sameopenfile", "realpath", "relpath", "commonpath", "curdir",
           "pardir", "sep", "altsep", "extsep", "pathsep", "defpath", "devnull", "supports_unicode_filenames"]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False

_S_IFMT = 0o170000


def _parts_of(path):
    """(path as str or bytes, separator, dot, empty) in the path's own type."""
    path = posix.fspath(path)
    if isinstance(path, bytes):
        return path, b"/", b".", b""
    return path, "/", ".", ""


def _refuse_mixed(*parts):
    """Texts and bytes do not go together; objects that stand for paths are named themselves, as CPython does."""
    for part in parts:
        if not isinstance(part, (str, bytes)):
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}") from None
    raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    return posix.fspath(s)


def isabs(s):
    path, sep, _, _ = _parts_of(s)
    return path.startswith(sep)


def join(a, *p):
    path, sep, _, _ = _parts_of(a)
    for part in p:
        if not isinstance(part, (str, bytes)) and not hasattr(part, "__fspath__"):
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}") from None
        part = posix.fspath(part)
        if isinstance(part, bytes) != isinstance(path, bytes):
            _refuse_mixed(a, *p)
        if part.startswith(sep):
            path = part
        elif not path or path.endswith(sep):
            path += part
        else:
            path += sep + part
    return path


def split(p):
    path, sep, _, _ = _parts_of(p)
    at = path.rfind(sep) + 1
    head, tail = path[:at], path[at:]
    if head and head != sep * len(head):
        head = head.rstrip(sep)
    return head, tail


def splitext(p):
    path, sep, dot, empty = _parts_of(p)
    slash = path.rfind(sep)
    at = path.rfind(dot)
    if at > slash:
        # Leading dots are part of the name.
        first = slash + 1
        while first < at:
            if path[first:first + 1] != dot:
                return path[:at], path[at:]
            first += 1
    return path, empty


def splitdrive(p):
    path = posix.fspath(p)
    return path[:0], path


def basename(p):
    path, sep, _, _ = _parts_of(p)
    return path[path.rfind(sep) + 1:]


def dirname(p):
    return split(p)[0]


def _stat(path, follow=True):
    try:
        return posix.stat(path) if follow else posix.lstat(path)
    except (OSError, ValueError):
        return None


def exists(path):
    return _stat(path) is not None


def lexists(path):
    return _stat(path, False) is not None


def isfile(path):
    info = _stat(path)
    return info is not None and info.st_mode & _S_IFMT == 0o100000


def isdir(s):
    info = _stat(s)
    return info is not None and info.st_mode & _S_IFMT == 0o040000


def islink(path):
    info = _stat(path, False)
    return info is not None and info.st_mode & _S_IFMT == 0o120000


def ismount(path):
    info = _stat(path, False)
    if info is None or info.st_mode & _S_IFMT == 0o120000:
        return False
    path, sep, dot, _ = _parts_of(path)
    parent = _stat(path + sep + dot + dot, False)
    return parent is not None and (info.st_dev != parent.st_dev or info.st_ino == parent.st_ino)


def getsize(filename):
    return posix.stat(filename).st_size


def getmtime(filename):
    return posix.stat(filename).st_mtime


def getatime(filename):
    return posix.stat(filename).st_atime


def getctime(filename):
    return posix.stat(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def sameopenfile(fp1, fp2):
    return samestat(posix.fstat(fp1), posix.fstat(fp2))


def samefile(f1, f2):
    return samestat(posix.stat(f1), posix.stat(f2))


def expanduser(path):
    path, sep, _, _ = _parts_of(path)
    tilde = b"~" if isinstance(path, bytes) else "~"
    if not path.startswith(tilde):
        return path
    end = path.find(sep, 1)
    if end < 0:
        end = len(path)
    home = os.environ.get("HOME") if end == 1 else None
    if home is None:
        home = _home_of(os.fsdecode(path[1:end]))
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return (home.rstrip(sep) + path[end:]) or sep


def _home_of(user):
    """The home folder of a user, of the current one without a name; None if there is no such user."""
    try:
        with open("/etc/passwd") as lines:
            for line in lines:
                fields = line.split(":")
                if len(fields) > 5 and (fields[0] == user if user else fields[2] == str(posix.getuid())):
                    return fields[5]
    except OSError:
        pass
    return None


def expandvars(path):
    path = posix.fspath(path)
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path) if is_bytes else path
    out = []
    at = 0
    while at < len(text):
        if text[at] != "$":
            out.append(text[at])
            at += 1
            continue
        if text[at + 1:at + 2] == "{":
            end = text.find("}", at)
            name, after = (text[at + 2:end], end + 1) if end >= 0 else ("", at + 1)
        else:
            after = at + 1
            while after < len(text) and (text[after] == "_" or text[after].isascii() and text[after].isalnum()):
                after += 1
            name = text[at + 1:after]
        if name and name in os.environ:
            out.append(os.environ[name])
        else:
            out.append(text[at:after])
        at = after
    result = "".join(out)
    return os.fsencode(result) if is_bytes else result


def normpath(path):
    if type(path) is str:
        return posix._normpath(path)
    path, sep, dot, empty = _parts_of(path)
    if not path:
        return dot
    slashes = sep if path.startswith(sep) else empty
    if path.startswith(sep * 2) and not path.startswith(sep * 3):
        slashes = sep * 2
    parts = []
    for part in path.split(sep):
        if not part or part == dot:
            continue
        if part != dot * 2 or (not slashes and not parts) or (parts and parts[-1] == dot * 2):
            parts.append(part)
        elif parts:
            parts.pop()
    return (slashes + sep.join(parts)) or dot


def abspath(path):
    path, sep, _, _ = _parts_of(path)
    if not path.startswith(sep):
        here = os.getcwd()  # which tests may replace
        path = join(os.fsencode(here) if isinstance(path, bytes) else here, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    filename = posix.fspath(filename)
    found = posix._realpath(filename)
    if found is not None:
        return os.fsencode(found) if isinstance(filename, bytes) else found
    return abspath(_walk(filename[:0], filename, strict, {})[0])


def _walk(place, rest, strict, resolved):
    """Follow the parts of a path from the directory `place` (empty: the current one), and the links among them; what is missing is taken as it is unless `strict`.

    `resolved` tells where each link leads, None while that is being found out. Returns a path and whether it is the whole way: if not,
    a link leads back to itself, and the path is that of the link with the parts behind it.
    """
    rest, sep, dot, _ = _parts_of(rest)
    if rest.startswith(sep):
        place = sep
    parts = [part for part in reversed(rest.split(sep)) if part and part != dot]
    while parts:
        part = parts.pop()
        if part == dot * 2:
            place, last = split(place)
            if last == part:
                place = join(place, part, part)
            elif not place and not last:
                place = part
            continue
        path = join(place, part)
        if path not in resolved:
            try:
                target = posix.readlink(path)
            except OSError:
                if strict:
                    posix.lstat(path)
                place = path
                continue
            resolved[path] = None
            found, whole = _walk(place, target, strict, resolved)
            if not whole:
                return join(found, *reversed(parts)), False
            resolved[path] = found
        elif resolved[path] is None:
            if strict:
                posix.stat(path)
            return join(path, *reversed(parts)), False
        place = resolved[path]
    return place, True


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    path, sep, dot, _ = _parts_of(path)
    start = dot if start is None else posix.fspath(start)
    if type(start) is not type(path):
        raise TypeError("Can't mix strings and bytes in path components") from None
    start_parts = [part for part in abspath(start).split(sep) if part]
    path_parts = [part for part in abspath(path).split(sep) if part]
    common = 0
    while common < min(len(start_parts), len(path_parts)) and start_parts[common] == path_parts[common]:
        common += 1
    parts = [dot * 2] * (len(start_parts) - common) + path_parts[common:]
    return join(*parts) if parts else dot


def commonprefix(m):
    if not m:
        return ""
    paths = m if isinstance(m[0], (list, tuple)) else [posix.fspath(path) for path in m]
    first, last = min(paths), max(paths)
    for at, item in enumerate(first):
        if item != last[at]:
            return first[:at]
    return first


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [posix.fspath(path) for path in paths]
    if len({type(path) for path in paths}) > 1 and not all(isinstance(path, str) for path in paths):
        raise TypeError("Can't mix strings and bytes in path components") from None
    sep, dot = (b"/", b".") if isinstance(paths[0], bytes) else ("/", ".")
    if len({path.startswith(sep) for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    split_paths = [[part for part in path.split(sep) if part and part != dot] for path in paths]
    first, last = min(split_paths), max(split_paths)
    common = first
    for at, part in enumerate(first):
        if part != last[at]:
            common = first[:at]
            break
    return (sep if paths[0].startswith(sep) else sep[:0]) + sep.join(common)
