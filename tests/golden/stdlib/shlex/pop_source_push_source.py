# Ordinary use, mistakes and corners of shlex: pop_source, push_source, join, shlex.
import shlex, io, os, tempfile

lexer = shlex.shlex("uno dos tres", posix=True)
print(lexer.get_token()); lexer.push_source("adentro 'quoted text'"); print(lexer.get_token(), lexer.get_token()); lexer.pop_source() if lexer.filestack else None; print(list(lexer))
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
def err(f, *a, **k):
    try: print("ok", f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
err(shlex.join, 5); err(shlex.join, [1]); err(shlex.quote, 5); err(shlex.quote); err(shlex.split); err(shlex.split, [1]); err(shlex.split, "a 'b"); err(shlex.join); err(shlex.split, "a\\"); print(shlex.split("a=b 'c=d e'"), shlex.split("x\ty\nz"), shlex.split(''), shlex.split('""'), shlex.split("'a'\"b\"c"), shlex.join(shlex.split("a 'b c'")), shlex.split('a"b\\"c"d'), shlex.split("é 'ü'"), shlex.split('a\\\nb'), shlex.quote("it's"), shlex.quote('$HOME'), shlex.quote('a/b.c-d_e@f%g+h=i:j,k'))
s = shlex.shlex('a.b c/d "e f" #x\ng', posix=False); s.wordchars += './'; s.commenters = ''; print(list(s), s.lineno); t = shlex.shlex(io.StringIO('1 2\n3'), 'name.txt'); print(t.get_token(), t.lineno, t.infile, t.debug, t.eof is '' if 0 else t.eof, list(t), t.lineno); w = shlex.shlex("a b", posix=True); w.whitespace_split = True; w.whitespace = 'b'; print(list(w)); p = shlex.shlex('~a && b>>c', posix=True, punctuation_chars='&>'); p.whitespace_split = True; print(list(p), p.punctuation_chars); err(setattr, p, 'punctuation_chars', 'x'); print(next(shlex.shlex('z')), shlex.shlex('a').__iter__().__class__.__name__)
