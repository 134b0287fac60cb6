"""The protocols SupportsAbs... and the classes of files of module typing, which imports them when one is asked for."""

from abc import abstractmethod
from typing import Any, AnyStr, Generic, List, Protocol, T_co, Union, runtime_checkable

__name__ = "typing"


@runtime_checkable
class SupportsInt(Protocol):
  """An ABC with one abstract method __int__."""

  __slots__ = ()

  @abstractmethod
  def __int__(self) -> int:
    pass


@runtime_checkable
class SupportsFloat(Protocol):
  """An ABC with one abstract method __float__."""

  __slots__ = ()

  @abstractmethod
  def __float__(self) -> float:
    pass


@runtime_checkable
class SupportsComplex(Protocol):
  """An ABC with one abstract method __complex__."""

  __slots__ = ()

  @abstractmethod
  def __complex__(self) -> complex:
    pass


@runtime_checkable
class SupportsBytes(Protocol):
  """An ABC with one abstract method __bytes__."""

  __slots__ = ()

  @abstractmethod
  def __bytes__(self) -> bytes:
    pass


@runtime_checkable
class SupportsIndex(Protocol):
  """An ABC with one abstract method __index__."""

  __slots__ = ()

  @abstractmethod
  def __index__(self) -> int:
    pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
  """An ABC with one abstract method __abs__ that is covariant in its return type."""

  __slots__ = ()

  @abstractmethod
  def __abs__(self) -> T_co:
    pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
  """An ABC with one abstract method __round__ that is covariant in its return type."""

  __slots__ = ()

  @abstractmethod
  def __round__(self, ndigits: int = 0) -> T_co:
    pass


class IO(Generic[AnyStr]):
  """What open() returns, with the type of what is read: for annotations only."""

  __slots__ = ()

  @property
  @abstractmethod
  def mode(self) -> str:
    pass

  @property
  @abstractmethod
  def name(self) -> str:
    pass

  @abstractmethod
  def close(self) -> None:
    pass

  @property
  @abstractmethod
  def closed(self) -> bool:
    pass

  @abstractmethod
  def fileno(self) -> int:
    pass

  @abstractmethod
  def flush(self) -> None:
    pass

  @abstractmethod
  def isatty(self) -> bool:
    pass

  @abstractmethod
  def read(self, n: int = -1) -> AnyStr:
    pass

  @abstractmethod
  def readable(self) -> bool:
    pass

  @abstractmethod
  def readline(self, limit: int = -1) -> AnyStr:
    pass

  @abstractmethod
  def readlines(self, hint: int = -1) -> List[AnyStr]:
    pass

  @abstractmethod
  def seek(self, offset: int, whence: int = 0) -> int:
    pass

  @abstractmethod
  def seekable(self) -> bool:
    pass

  @abstractmethod
  def tell(self) -> int:
    pass

  @abstractmethod
  def truncate(self, size: int = None) -> int:
    pass

  @abstractmethod
  def writable(self) -> bool:
    pass

  @abstractmethod
  def write(self, s: AnyStr) -> int:
    pass

  @abstractmethod
  def writelines(self, lines: List[AnyStr]) -> None:
    pass

  @abstractmethod
  def __enter__(self) -> "IO[AnyStr]":
    pass

  @abstractmethod
  def __exit__(self, type, value, traceback) -> None:
    pass


class BinaryIO(IO[bytes]):
  """A file of bytes."""

  __slots__ = ()

  @abstractmethod
  def write(self, s: Union[bytes, bytearray]) -> int:
    pass

  @abstractmethod
  def __enter__(self) -> "BinaryIO":
    pass


class TextIO(IO[str]):
  """A file of text."""

  __slots__ = ()

  @property
  @abstractmethod
  def buffer(self) -> BinaryIO:
    pass

  @property
  @abstractmethod
  def encoding(self) -> str:
    pass

  @property
  @abstractmethod
  def errors(self) -> Union[str, None]:
    pass

  @property
  @abstractmethod
  def line_buffering(self) -> bool:
    pass

  @property
  @abstractmethod
  def newlines(self) -> Any:
    pass

  @abstractmethod
  def __enter__(self) -> "TextIO":
    pass
