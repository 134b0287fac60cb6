# threading.local: what its attributes, descriptors, subclasses and dir() show.
import threading, weakref, copy
l=threading.local()
try: l.x
except AttributeError as e: print(e)
try: del l.x
except AttributeError as e: print(e)
try: l.__dict__ = {}
except AttributeError as e: print(e)
print(type(l), threading.local.__mro__, threading.local.__module__, threading.local.__qualname__)
l.x=1; print(vars(l), [n for n in dir(l) if n[0]!='_'])
weakref.ref(l)
class P(threading.local):
    __slots__=('s',)
    @property
    def p(self): return 5
    @p.setter
    def p(self,v): self.q=v
    def __getattr__(self,n): return 'ga'+n
p=P(); p.p=3; print(p.p,p.q,p.zz)
try: P(1)
except TypeError as e: print(e)
class Q(threading.local):
    def __init__(self,*a,k=0): self.a=a; self.k=k
q=Q(1,2,k=3)
def f(): 
    print(q.a,q.k); q.a=9
for _ in range(3):
    t=threading.Thread(target=f); t.start(); t.join()
print(q.a,hasattr(q,'b'),getattr(q,'b',7))
try: q.b
except AttributeError as e: print(e)
try: del q.b
except AttributeError as e: print(e)
class S(threading.local):
    def __init__(self,x): self.x=x
    def __setattr__(self,n,v): super().__setattr__(n,v*2)
print(S(4).x)
