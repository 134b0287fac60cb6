# Functions of shlex that the other tests do not use: sources.
import shlex, io, os, tempfile

lexer = shlex.shlex("one two", posix=True)
print(lexer.get_token()); lexer.push_source("inner 'quoted text'"); print(lexer.get_token(), lexer.get_token()); lexer.pop_source() if lexer.filestack else None; print(list(lexer))
lexer.push_token("pushed"); print(lexer.get_token(), lexer.get_token(), lexer.eof)
with tempfile.NamedTemporaryFile("w", suffix=".inc", delete=False) as f: f.write("from file\n")
class Sourcing(shlex.shlex):
    def sourcehook(self, name):
        print("source", os.path.basename(name) == os.path.basename(f.name)); return super().sourcehook(name)
s = Sourcing(f'a source "{f.name}" z', infile="main", posix=True); s.source = "source"; print(list(s)); os.unlink(f.name)
raw = shlex.shlex("x;y # comment\n'q q' a=b \"un", punctuation_chars=True); print(raw.read_token(), raw.read_token(), raw.read_token(), raw.read_token(), raw.lineno, raw.error_leader("file", 7), repr(raw.error_leader()))
try: list(raw)
except ValueError as e: print(e)
print(shlex.split("a 'b c' \"d\\\"e\" f\\ g # h", comments=True), shlex.split("a # b"), shlex.join(["a b", "c'd", ""]), shlex.quote("x y"), shlex.quote("safe-1"), shlex.quote(""), list(shlex.shlex("a && b || (c); d>e", punctuation_chars=True)), shlex.split("a'b'c", posix=False))
for bad in ("'open", "esc\\", 5):
    try: print(shlex.split(bad))
    except Exception as e: print(type(e).__name__, e)
try: s.sourcehook("/no/such")
except OSError as e: print(e.strerror)
