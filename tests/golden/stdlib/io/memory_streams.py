# BytesIO and StringIO: every method, its messages, closed, uninitialised and subclassed streams, line ends, pickling and views.
import io, pickle, copy
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
S=io.StringIO; B=io.BytesIO
for a in [(1,),("a",3),("a","x"),(b"x",),("a","\n","z")]: t(S,*a)
for a in [(1,),("a",),(b"x",1)]: t(B,*a)
t(S, foo=1); t(B, foo=2)
for f in (S("hello\nworld\n"),B(b"hello\nworld\n")):
    for m,a in [("read",("x",)),("read",(2.5,)),("read",(None,)),("seek",(0,)),("read",(3,)),("readline",("x",)),("readline",(2,)),("readline",(None,)),("readline",()),("seek",(-1,)),("seek",(1,1)),("seek",(-2,2)),("seek",(0,5)),("seek",("x",)),("seek",(2**70,)),("seek",(0,"x")),("truncate",(-1,)),("truncate",("x",)),("truncate",(2.5,)),("truncate",(100,)),("truncate",()),("readlines",("x",)),("seek",(0,)),("readlines",(1,)),("seek",(0,)),("readlines",(None,)),("seek",(0,)),("readlines",()),("fileno",()),("isatty",()),("detach",()),("flush",()),("readable",()),("writable",()),("seekable",()),("tell",()),("write",(1,)),("write",("é",)),("write",(b"x",)),("writelines",(1,)),("writelines",(["a",1],)),("writelines",([b"a",b"b"],)),("getvalue",()),("__enter__",()),("read1",(3,)),("read1",()),("readinto",(bytearray(3),)),("readinto",(b"x",)),("readinto",("x",)),("readinto1",(bytearray(3),)),("__getstate__",()),("peek",(1,)),("readall",()),("closed",()),]:
        try: r=getattr(f,m)
        except AttributeError as e: print(m,"AE",e); continue
        print(m,a,end=" "); 
        if m=="__enter__": print(r() is f); continue
        t(r,*a) if callable(r) else print(r)
    for a in "newlines encoding errors line_buffering closed name mode __dict__".split(): t(getattr,f,a)
    f.x=1; print(f.__getstate__())
    g=copy.copy(f); print(g.getvalue(), g.tell(), g.x); 
    for p in range(6):
        try:
            g=pickle.loads(pickle.dumps(f,p)); print(g.getvalue(), g.tell(), g.x)
        except Exception as e: print(p,type(e).__name__,e)
    for st in [None,(1,2),("a","\n",0,None),("a","\n",-1,None),("a","\n","x",None),("a","\n",0,5),(b"a",0,None),(b"a",-1,None),(b"a","x",None),(b"a",0,4),(1,2,3),(b"abc",1,{"q":1}),("abc","\n",1,{"q":1})]:
        t(f.__setstate__,st)
    print(f.__dict__)
    f.close(); f.close()
    for m,a in [("read",()),("write",("x",)),("write",(b"x",)),("seek",(0,)),("tell",()),("truncate",()),("getvalue",()),("readline",()),("readable",()),("isatty",()),("flush",()),("__next__",()),("__enter__",()),("readlines",()),("writelines",([],)),("getbuffer",()),("readinto",(bytearray(1),)),("fileno",()),("__getstate__",()),("__exit__",(None,None,None)),("detach",())]:
        try: r=getattr(f,m)
        except AttributeError as e: print(m,"AE",e); continue
        print(m,a,end=" "); t(r,*a)
b=B(b"hello"); v=b.getbuffer(); print(v, v.readonly, v.format) if 0 else print(v.readonly,v.format,len(v), bytes(v), type(v.obj))
for m,a in [("write",(b"x",)),("write",(b"",)),("truncate",(1,)),("truncate",()),("close",()),("read",())]:
    print(m,end=" "); t(getattr(b,m),*a)
v[0]=65; print(b.getvalue()); v.release(); b.write(b"zz"); print(b.getvalue(), b.tell())
t(memoryview,b)
u=S.__new__(S)
for m in "read getvalue tell closed write".split():
    try: x=getattr(u,m); t(x,*(["x"] if m=="write" else []))
    except Exception as e: print(m,type(e).__name__,e)
u=B.__new__(B); t(u.read); t(u.getvalue)
class Sub(S):
    def readline(self,*a): return "Q" if not hasattr(self,"d") and not setattr(self,"d",1) else ""
    def write(self,s): print("W",s) ; return super().write(s)
s=Sub("abc"); print(list(s)); s.writelines(["a","b"]); print(s.getvalue()); print("x",3,file=s)
class Sub2(S):
    def __init__(self,a,b,*,c): super().__init__(a); self.b=b
s=Sub2("q",3,c=4); print(s.read(), s.b)
class BS(B):
    def readline(self,*a): return b"z"
    def write(self,s): print("W"); return super().write(s)
    def close(self): print("CLOSE"); super().close()
with BS(b"a\nb\n") as bs: print(list(bs)); bs.writelines([b"x"]); print(bs.readlines())
for nl in (None,"","\n","\r","\r\n"):
    s=S("a\nb\rc\r\nd",newline=nl); print(repr(nl),ascii(s.getvalue()),s.newlines,[*s]); s.seek(0); print(s.readlines(3)); s.seek(0); print([s.readline(2) for _ in range(8)])
    s.seek(0,2); print(s.write("x\ny\r\nz\r"),ascii(s.getvalue()),s.newlines, s.tell())
    s.seek(30); print(s.read(), s.read(3), s.readline(), s.tell()); s.write("!"); print(ascii(s.getvalue()))
    s.truncate(3); print(ascii(s.getvalue()), s.tell()); s.write("é\u4e2d\U0001f600"); print(ascii(s.getvalue())); s.seek(2); print(ascii(s.read(4)), ascii(s.readline()))
b=B(); b.seek(5); print(b.write(b"x"), b.getvalue()); b.seek(-100,1); print(b.tell()); b.write(memoryview(b"abc")[::1]); b.write(bytearray(b"12")); print(b.getvalue())
t(b.write, memoryview(b"abcdef")[::2])
import array; print(b.write(array.array("i",[1,2])), b.tell()); print(b.getvalue())
print(isinstance(b,io.IOBase),isinstance(b,io.BufferedIOBase),isinstance(b,io.RawIOBase),isinstance(S(),io.TextIOBase),issubclass(S,io.IOBase))
t(b.seek,2**62,1); t(b.seek,2**62); t(b.seek,2**62,1); t(b.seek,2**62,2);t(b.write,b"x") 
s=S(); t(s.seek,2**62); t(s.write,"ab")
b=B(b"abc"); print(b.getvalue() is b.getvalue()); it=iter(b); print(it is b, next(b)); t(next,b)
print(S.__doc__ is not None, B.read.__doc__ is not None, B.__name__, B.__module__, S.__qualname__)
print(repr(b)[:20], hash(b)==hash(b), b==b)
b=B(b"x"*10); b.truncate(4); print(b.getvalue()); b.seek(2); b.truncate(); print(b.getvalue(), b.tell())
b=B(b"line1\nline2"); b2=bytearray(20); print(b.readinto(b2), b2); 
b=B(b"a\nb\nc"); print(b.readline(), b.read(1), b.readline(1), b.readlines())
