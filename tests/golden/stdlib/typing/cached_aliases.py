# The same arguments give the same alias, and what is no type is refused.
from typing import *
T=TypeVar("T"); K=TypeVar("K"); P=ParamSpec("P")
class Box(Generic[T]): pass
class Pair(Generic[T,K]): pass
print(List[int] is List[int], Optional[int] is Optional[int], Union[int,str] is Union[int,str], Dict[str,List[int]] is Dict[str,List[int]], Box[int] is Box[int], Literal[1] is Literal[1], Literal[1]==Literal[True], Literal[1,2] is Literal[1,2], Callable[[int],str] is Callable[[int],str], Tuple[int,...] is Tuple[int,...], Box[T][int] is Box[int], Pair[int,T][str] , Annotated[int,3] is Annotated[int,3], Annotated[int,[]], ClassVar[int] is ClassVar[int], Final[int])
print(Literal[1], Literal[True], Literal[True,1], Literal["a",[1]] if 0 else "")
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, e.__context__)
t(lambda: List[1,2]); t(lambda: Dict[int]); t(lambda: Optional[int,str]); t(lambda: Optional[1]); t(lambda: Box[int,str]); t(lambda: Generic[int]); t(lambda: Callable[int]); t(lambda: Callable[[int]]); t(lambda: List[int][str]); t(lambda: Union[()]); t(lambda: List[[]]); t(lambda: Any[int]); t(lambda: Generic[()]); t(lambda: Generic[T,T]); t(lambda: List[T][int,str]); t(lambda: Literal[[1]]); t(lambda: Annotated[int]); t(lambda: Concatenate[()]); t(lambda: Optional[ClassVar]); t(lambda: List[Generic])
print(get_type_hints(Box), Callable[P,T][[int],str], Callable[Concatenate[int,P],T], Union[int,None], Union[int,str]|float)
print(hash(List)==hash(List), List==List, List!=Dict, {List:1}[List])
# Forms with arguments have no docstring of their own.
print(List[int].__doc__, ClassVar[int].__doc__, List.__doc__, DefaultDict.__doc__, Annotated[int, "m"].__doc__ is None)
