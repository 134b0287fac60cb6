# Ordinary use, mistakes and corners of abc: get_cache_token, ABC, abstractproperty, ABCMeta.
import abc; from abc import *

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class Base(ABC):
    @abstractmethod
    def run(self): "doc"
    @property
    @abstractmethod
    def size(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def util(): ...
    def concrete(self): return 'c'
err(Base); print(sorted(Base.__abstractmethods__), Base.run.__isabstractmethod__, Base.size.__isabstractmethod__, isinstance(Base, ABCMeta), type(Base) is ABCMeta)
class Half(Base):
    def run(self): return super().run()
    size = 5
err(Half)
class Full(Half):
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def util(): return 'u'
f = Full.make(); print(f.run(), f.size, f.util(), f.concrete(), Full.__abstractmethods__)
import warnings; warnings.simplefilter('ignore')
class Old(metaclass=ABCMeta):
    @abstractproperty
    def p(self): return 1
    @abstractclassmethod
    def c(cls): return 2
    @abstractstaticmethod
    def s(): return 3
err(Old); print(Old.c(), Old.s(), isinstance(Old.__dict__['p'], property), Old.__dict__['p'].__isabstractmethod__, isinstance(Old.__dict__['c'], classmethod), abstractproperty.__mro__[1].__name__, type(Old.__dict__['s']).__name__)
@Base.register
class Virtual: pass
print(issubclass(Virtual, Base), isinstance(Virtual(), Base), Virtual.__mro__, isinstance(get_cache_token(), int)); t = get_cache_token(); Base.register(int); print(get_cache_token() != t, isinstance(5, Base), Base.register(int) is int); err(Base.register, 5); err(Full.register, Base); err(get_cache_token, 1); err(issubclass, 5, Base); err(isinstance, 5, 5)
class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, c): return True if hasattr(c, 'quack') else NotImplemented
class Duck: quack = 1
class BadHook(ABC):
    @classmethod
    def __subclasshook__(cls, c): return 5
print(issubclass(Duck, Hook), issubclass(int, Hook), isinstance(Duck(), Hook)); err(issubclass, int, BadHook)
class Late(ABC): pass
Late.new = abstractmethod(lambda self: 1); print(Late.__abstractmethods__, update_abstractmethods(Late) is Late, Late.__abstractmethods__); err(Late); print(update_abstractmethods(int)); err(update_abstractmethods, 5) ; err(abstractmethod, 5); err(abstractmethod); class_ = ABCMeta('Dyn', (), {'m': abstractmethod(lambda s: 1)}); err(class_); err(ABC, 1) ; print(type(ABC()).__name__, abc.ABC.__name__, [n for n in dir(abc) if n[0] != '_' and n[0] in 'aAgu'])
