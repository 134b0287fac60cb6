"""Addresses and networks of the Internet protocol, versions 4 and 6.

>>> ip_address("192.0.2.7") in ip_network("192.0.2.0/24")
True
>>> [str(part) for part in ip_network("10.0.0.0/30").subnets()]
['10.0.0.0/31', '10.0.0.2/31']
>>> IPv6Address("2001:db8:0:0:0:0:0:1")
IPv6Address('2001:db8::1')
"""

import functools

__version__ = "1.0"

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
  """A text, number or bytes that is no address."""


class NetmaskValueError(ValueError):
  """A netmask that is none."""


def _of_either_version(address, four, six, what):
  for kind in (four, six):
    try:
      return kind(address)
    except (AddressValueError, NetmaskValueError):
      pass
  raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
  """The IPv4Address or IPv6Address of a text, number or packed bytes."""
  return _of_either_version(address, IPv4Address, IPv6Address, "address")


def ip_network(address, strict=True):
  """The IPv4Network or IPv6Network of a text, number, packed bytes, or a pair of address and mask."""
  return _of_either_version(address, functools.partial(IPv4Network, strict=strict), functools.partial(IPv6Network, strict=strict), "network")


def ip_interface(address):
  """The IPv4Interface or IPv6Interface: an address and the network it is in."""
  return _of_either_version(address, IPv4Interface, IPv6Interface, "interface")


def _packed(address, length, version):
  try:
    return address.to_bytes(length)
  except OverflowError:
    raise ValueError(f"Address negative or too large for IPv{version}")


def v4_int_to_packed(address):
  """Four bytes, the most significant first."""
  return _packed(address, 4, 4)


def v6_int_to_packed(address):
  """Sixteen bytes, the most significant first."""
  return _packed(address, 16, 6)


def _check_versions(first, second):
  if first._version != second._version:
    raise TypeError(f"{first} and {second} are not of the same version")


def _trailing_zeros(number, bits):
  return bits if number == 0 else min(bits, (number & -number).bit_length() - 1)


def summarize_address_range(first, last):
  """The networks that together hold the addresses from `first` to `last`."""
  if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
    raise TypeError("first and last must be IP addresses, not networks")
  _check_versions(first, last)
  if first > last:
    raise ValueError("last IP address must be greater than first")
  if first.version == 4:
    network = IPv4Network
  elif first.version == 6:
    network = IPv6Network
  else:
    raise ValueError("unknown IP version")
  bits = first._max_prefixlen
  start, end = first._ip, last._ip
  while start <= end:
    free = min(_trailing_zeros(start, bits), (end - start + 1).bit_length() - 1)
    yield network((start, bits - free))
    start += 1 << free


def _merged(networks):
  """The networks, sorted, each without those that it holds, two halves as one."""
  whole = {}
  waiting = list(networks)
  while waiting:
    network = waiting.pop()
    parent = network.supernet()
    sibling = whole.get(parent)
    if sibling is None:
      whole[parent] = network
    elif sibling != network:
      del whole[parent]
      waiting.append(parent)
  last = None
  for network in sorted(whole.values()):
    if last is not None and last.broadcast_address >= network.broadcast_address:
      continue
    yield network
    last = network


def collapse_addresses(addresses):
  """An iterator of the fewest networks that hold the given addresses and networks."""
  singles, networks = [], []
  for item in addresses:
    if isinstance(item, _BaseAddress):
      group, value = singles, item
    elif item._prefixlen == item._max_prefixlen:
      group, value = singles, item.network_address
    else:
      group, value = networks, item
    if group and group[-1]._version != item._version:
      raise TypeError(f"{item} and {group[-1]} are not of the same version")
    group.append(value)
  singles = sorted(set(singles))
  start = 0
  for index, address in enumerate(singles):
    if index + 1 == len(singles) or singles[index + 1]._ip != address._ip + 1:
      networks.extend(summarize_address_range(singles[start], address))
      start = index + 1
  return _merged(networks)


def get_mixed_type_key(obj):
  """A key to sort addresses together with networks; NotImplemented for other things."""
  if isinstance(obj, _BaseNetwork):
    return obj._get_networks_key()
  if isinstance(obj, _BaseAddress):
    return obj._get_address_key()
  return NotImplemented


@functools.lru_cache
def _in_private_block(kind, number):
  return any(number & block.netmask._ip == block.network_address._ip for block in kind._private_blocks())


class _IPAddressBase:
  """What addresses and networks have in common."""

  __slots__ = ()

  @property
  def exploded(self):
    """The long text."""
    return self._explode_shorthand_ip_string()

  @property
  def compressed(self):
    """The short text."""
    return str(self)

  @property
  def reverse_pointer(self):
    """The name for reverse look-ups in the domain name system."""
    return self._reverse_pointer()

  @property
  def version(self):
    """4 or 6."""
    raise NotImplementedError(f"{str(type(self)):>200} has no version specified")

  def _check_int_address(self, address):
    if address < 0:
      raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self._version} address")
    if address > self._ALL_ONES:
      raise AddressValueError(f"{address} (>= 2**{self._max_prefixlen}) is not permitted as an IPv{self._version} address")

  def _check_packed_address(self, address, expected_len):
    if len(address) != expected_len:
      raise AddressValueError(f"{address!r} (len {len(address)} != {expected_len}) is not permitted as an IPv{self._version} address")

  @classmethod
  def _ip_int_from_prefix(cls, prefixlen):
    return cls._ALL_ONES ^ (cls._ALL_ONES >> prefixlen)

  @classmethod
  def _prefix_from_ip_int(cls, ip_int):
    zeros = _trailing_zeros(ip_int, cls._max_prefixlen)
    prefix = cls._max_prefixlen - zeros
    if ip_int >> zeros != (1 << prefix) - 1:
      raise ValueError(f"Netmask pattern {ip_int.to_bytes(cls._max_prefixlen // 8)!r} mixes zeroes & ones")
    return prefix

  @classmethod
  def _report_invalid_netmask(cls, netmask_str):
    raise NetmaskValueError(f"{netmask_str!r} is not a valid netmask") from None

  @classmethod
  def _prefix_from_prefix_string(cls, prefixlen_str):
    if not (prefixlen_str.isascii() and prefixlen_str.isdigit()):
      cls._report_invalid_netmask(prefixlen_str)
    try:
      prefix = int(prefixlen_str)
    except ValueError:
      cls._report_invalid_netmask(prefixlen_str)
    if not 0 <= prefix <= cls._max_prefixlen:
      cls._report_invalid_netmask(prefixlen_str)
    return prefix

  @classmethod
  def _prefix_from_ip_string(cls, ip_str):
    """The length of a netmask, or of a hostmask, whose ones are at the end."""
    try:
      mask = cls._ip_int_from_string(ip_str)
    except AddressValueError:
      cls._report_invalid_netmask(ip_str)
    for candidate in (mask, mask ^ cls._ALL_ONES):
      try:
        return cls._prefix_from_ip_int(candidate)
      except ValueError:
        pass
    cls._report_invalid_netmask(ip_str)

  @classmethod
  def _split_addr_prefix(cls, address):
    """Address and mask, of which the first may be text, a number or bytes."""
    if isinstance(address, (bytes, int)):
      return address, cls._max_prefixlen
    if not isinstance(address, tuple):
      address = str(address).split("/")
      if len(address) > 2:
        raise AddressValueError(f"Only one '/' permitted in {'/'.join(address)!r}")
    if len(address) > 1:
      return address[0], address[1]
    return address[0], cls._max_prefixlen

  @classmethod
  def _make_netmask(cls, arg):
    """The mask as an address and its length, from a length or a mask."""
    made = cls._netmask_cache.get(arg)
    if made is None:
      if isinstance(arg, int):
        prefix = arg
        if not 0 <= prefix <= cls._max_prefixlen:
          cls._report_invalid_netmask(prefix)
      else:
        prefix = cls._prefix_from_text(arg)
      made = cls._netmask_cache[arg] = cls._address_kind()(cls._ip_int_from_prefix(prefix)), prefix
    return made

  def __reduce__(self):
    return self.__class__, (str(self),)


@functools.total_ordering
class _BaseAddress(_IPAddressBase):
  """Addresses, with or without a network."""

  __slots__ = ()

  def __int__(self):
    return self._ip

  def __eq__(self, other):
    try:
      return self._ip == other._ip and self._version == other._version
    except AttributeError:
      return NotImplemented

  def __lt__(self, other):
    if not isinstance(other, _BaseAddress):
      return NotImplemented
    _check_versions(self, other)
    return self._ip < other._ip

  def __add__(self, other):
    if not isinstance(other, int):
      return NotImplemented
    return self.__class__(int(self) + other)

  def __sub__(self, other):
    if not isinstance(other, int):
      return NotImplemented
    return self.__class__(int(self) - other)

  def __repr__(self):
    return f"{self.__class__.__name__}({str(self)!r})"

  def __str__(self):
    return str(self._string_from_ip_int(self._ip))

  def __hash__(self):
    return hash(hex(int(self._ip)))

  def _get_address_key(self):
    return self._version, self

  def __reduce__(self):
    return self.__class__, (self._ip,)

  def __format__(self, fmt):
    """As text, or as a number of the full width: b, x, X, n (b for version 4, x for 6), with # and _ before it."""
    if not fmt or fmt[-1] == "s":
      return format(str(self), fmt)
    rest = fmt
    alternate = rest[:1] == "#"
    rest = rest[alternate:]
    grouping = rest[:1] == "_"
    rest = rest[grouping:]
    if rest not in ("b", "n", "x", "X"):
      return super().__format__(fmt)
    base = ("b" if self._version == 4 else "x") if rest == "n" else rest
    digits = self._max_prefixlen if base == "b" else self._max_prefixlen // 4
    width = digits + (digits // 4 - 1) * grouping + 2 * alternate
    return format(int(self), f"{'#' * alternate}0{width}{'_' * grouping}{base}")


@functools.total_ordering
class _BaseNetwork(_IPAddressBase):
  """Networks."""

  __slots__ = ("__dict__",)

  def __init__(self, address, strict=True):
    address, mask = self._split_addr_prefix(address)
    self.network_address = self._address_class(address)
    self.netmask, self._prefixlen = self._make_netmask(mask)
    start = int(self.network_address)
    if start & int(self.netmask) != start:
      if strict:
        raise ValueError(f"{self} has host bits set")
      self.network_address = self._address_class(start & int(self.netmask))

  def __repr__(self):
    return f"{self.__class__.__name__}({str(self)!r})"

  def __str__(self):
    return f"{self.network_address}/{self.prefixlen}"

  def _range(self):
    return int(self.network_address), int(self.broadcast_address)

  def hosts(self):
    """The addresses that hosts can have: without the first and, in version 4, the last one, when there are more than two."""
    first, last = self._range()
    if self._prefixlen == self._max_prefixlen:
      return [self._address_class(first)]
    if self._prefixlen == self._max_prefixlen - 1:
      return list(self)
    return map(self._address_class, range(first + 1, last + (self._version == 6)))

  def __iter__(self):
    first, last = self._range()
    for address in range(first, last + 1):
      yield self._address_class(address)

  def __getitem__(self, n):
    first, last = self._range()
    address = n + (first if n >= 0 else last + 1)
    if not first <= address <= last:
      raise IndexError("address out of range")
    return self._address_class(address)

  def __lt__(self, other):
    if not isinstance(other, _BaseNetwork):
      return NotImplemented
    _check_versions(self, other)
    if self.network_address != other.network_address:
      return self.network_address < other.network_address
    return self.netmask < other.netmask

  def __eq__(self, other):
    try:
      return self._version == other._version and self.network_address == other.network_address and int(self.netmask) == int(other.netmask)
    except AttributeError:
      return NotImplemented

  def __hash__(self):
    return hash(int(self.network_address) ^ int(self.netmask))

  def __contains__(self, other):
    if self._version != other._version or isinstance(other, _BaseNetwork):
      return False
    return other._ip & self.netmask._ip == self.network_address._ip

  def overlaps(self, other):
    """Whether they have an address in common."""
    return (self.network_address in other or self.broadcast_address in other or
            other.network_address in self or other.broadcast_address in self)

  @functools.cached_property
  def broadcast_address(self):
    """The last address."""
    return self._address_class(int(self.network_address) | int(self.hostmask))

  @functools.cached_property
  def hostmask(self):
    """The address whose ones are the bits of hosts."""
    return self._address_class(int(self.netmask) ^ self._ALL_ONES)

  @property
  def with_prefixlen(self):
    return f"{self.network_address}/{self._prefixlen}"

  @property
  def with_netmask(self):
    return f"{self.network_address}/{self.netmask}"

  @property
  def with_hostmask(self):
    return f"{self.network_address}/{self.hostmask}"

  @property
  def num_addresses(self):
    """How many addresses there are, the first and last counted."""
    return 1 << (self._max_prefixlen - self._prefixlen)

  @property
  def _address_class(self):
    return self._address_kind()

  @property
  def prefixlen(self):
    return self._prefixlen

  def _explode_shorthand_ip_string(self):
    return f"{self.network_address.exploded}/{self._prefixlen}"

  def address_exclude(self, other):
    """The networks that remain without `other`, which this one holds."""
    _check_versions(self, other)
    if not isinstance(other, _BaseNetwork):
      raise TypeError(f"{other} is not a network object")
    if not other.subnet_of(self):
      raise ValueError(f"{other} not contained in {self}")
    rest = self
    while rest != other:
      left, right = rest.subnets()
      if other.subnet_of(left):
        yield right
        rest = left
      else:
        yield left
        rest = right

  def compare_networks(self, other):
    """-1, 0 or 1: by address, then by mask."""
    if self._version != other._version:
      raise TypeError(f"{self} and {other} are not of the same type")
    mine, others = (self.network_address, self.netmask), (other.network_address, other.netmask)
    return (mine > others) - (mine < others)

  def _get_networks_key(self):
    return self._version, self.network_address, self.netmask

  def subnets(self, prefixlen_diff=1, new_prefix=None):
    """The parts of this network: halves, or those with `prefixlen_diff` more bits of prefix, or with `new_prefix` bits."""
    if self._prefixlen == self._max_prefixlen:
      yield self
      return
    if new_prefix is not None:
      if new_prefix < self._prefixlen:
        raise ValueError("new prefix must be longer")
      if prefixlen_diff != 1:
        raise ValueError("cannot set prefixlen_diff and new_prefix")
      prefixlen_diff = new_prefix - self._prefixlen
    if prefixlen_diff < 0:
      raise ValueError("prefix length diff must be > 0")
    prefix = self._prefixlen + prefixlen_diff
    if prefix > self._max_prefixlen:
      raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
    first, last = self._range()
    for start in range(first, last + 1, (int(self.hostmask) + 1) >> prefixlen_diff):
      yield self.__class__((start, prefix))

  def supernet(self, prefixlen_diff=1, new_prefix=None):
    """The network that this one is a part of."""
    if self._prefixlen == 0:
      return self
    if new_prefix is not None:
      if new_prefix > self._prefixlen:
        raise ValueError("new prefix must be shorter")
      if prefixlen_diff != 1:
        raise ValueError("cannot set prefixlen_diff and new_prefix")
      prefixlen_diff = self._prefixlen - new_prefix
    prefix = self._prefixlen - prefixlen_diff
    if prefix < 0:
      raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
    return self.__class__((int(self.network_address) & (int(self.netmask) << prefixlen_diff), prefix))

  @staticmethod
  def _is_subnet_of(a, b):
    try:
      _check_versions(a, b)
      return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address
    except AttributeError:
      raise TypeError(f"Unable to test subnet containment between {a} and {b}")

  def subnet_of(self, other):
    """Whether `other` holds this network."""
    return self._is_subnet_of(self, other)

  def supernet_of(self, other):
    """Whether this network holds `other`."""
    return self._is_subnet_of(other, self)

  def _both(self, question):
    return getattr(self.network_address, question) and getattr(self.broadcast_address, question)

  @property
  def is_multicast(self):
    return self._both("is_multicast")

  @property
  def is_reserved(self):
    return self._both("is_reserved")

  @property
  def is_link_local(self):
    return self._both("is_link_local")

  @property
  def is_private(self):
    """Whether both ends are in one block that is not for the whole Internet."""
    return any(self.network_address in block and self.broadcast_address in block for block in self._private_blocks())

  @property
  def is_global(self):
    return not self.is_private

  @property
  def is_unspecified(self):
    return self._both("is_unspecified")

  @property
  def is_loopback(self):
    return self._both("is_loopback")


class _BaseV4:
  """Version 4: 32 bits."""

  __slots__ = ()
  _version = 4
  _ALL_ONES = (1 << IPV4LENGTH) - 1
  _max_prefixlen = IPV4LENGTH
  _netmask_cache = {}

  @staticmethod
  def _address_kind():
    return IPv4Address

  @staticmethod
  @functools.cache
  def _private_blocks():
    return [IPv4Network(block) for block in (
      "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29", "192.0.0.170/31", "192.0.2.0/24",
      "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32")]

  @property
  def max_prefixlen(self):
    return self._max_prefixlen

  @property
  def version(self):
    return self._version

  def _explode_shorthand_ip_string(self):
    return str(self)

  @classmethod
  def _prefix_from_text(cls, text):
    try:
      return cls._prefix_from_prefix_string(text)
    except NetmaskValueError:
      return cls._prefix_from_ip_string(text)

  @classmethod
  def _ip_int_from_string(cls, ip_str):
    if not ip_str:
      raise AddressValueError("Address cannot be empty")
    octets = ip_str.split(".")
    if len(octets) != 4:
      raise AddressValueError(f"Expected 4 octets in {ip_str!r}")
    try:
      return int.from_bytes(map(cls._parse_octet, octets))
    except ValueError as error:
      raise AddressValueError(f"{error} in {ip_str!r}") from None

  @classmethod
  def _parse_octet(cls, octet_str):
    if not octet_str:
      raise ValueError("Empty octet not permitted")
    if not (octet_str.isascii() and octet_str.isdigit()):
      raise ValueError(f"Only decimal digits permitted in {octet_str!r}")
    if len(octet_str) > 3:
      raise ValueError(f"At most 3 characters permitted in {octet_str!r}")
    if octet_str != "0" and octet_str[0] == "0":
      raise ValueError(f"Leading zeros are not permitted in {octet_str!r}")
    octet = int(octet_str)
    if octet > 255:
      raise ValueError(f"Octet {octet} (> 255) not permitted")
    return octet

  @classmethod
  def _string_from_ip_int(cls, ip_int):
    return ".".join(map(str, ip_int.to_bytes(4)))

  def _reverse_pointer(self):
    return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"


class IPv4Address(_BaseV4, _BaseAddress):
  """An address of version 4, from text, a number or four bytes."""

  __slots__ = ("_ip", "__weakref__")

  def __init__(self, address):
    if isinstance(address, int):
      self._check_int_address(address)
      self._ip = address
    elif isinstance(address, bytes):
      self._check_packed_address(address, 4)
      self._ip = int.from_bytes(address)
    else:
      text = str(address)
      if "/" in text:
        raise AddressValueError(f"Unexpected '/' in {address!r}")
      self._ip = self._ip_int_from_string(text)

  @property
  def packed(self):
    """Four bytes."""
    return v4_int_to_packed(self._ip)

  @property
  def is_reserved(self):
    """In 240.0.0.0/4."""
    return self._ip >> 28 == 15

  @property
  def is_private(self):
    """In a block that is not for the whole Internet."""
    return _in_private_block(IPv4Address, self._ip)

  @property
  def is_global(self):
    """Not private, nor in the shared block 100.64.0.0/10."""
    return self._ip >> 22 != 0x6440 >> 6 and not self.is_private

  @property
  def is_multicast(self):
    """In 224.0.0.0/4."""
    return self._ip >> 28 == 14

  @property
  def is_unspecified(self):
    """0.0.0.0."""
    return self._ip == 0

  @property
  def is_loopback(self):
    """In 127.0.0.0/8."""
    return self._ip >> 24 == 127

  @property
  def is_link_local(self):
    """In 169.254.0.0/16."""
    return self._ip >> 16 == 0xa9fe


class _Interface:
  """An address in its network; the version's address class follows in the order of bases."""

  __slots__ = ()

  def _set_network(self, mask):
    self.network = self._network_kind()((self._ip, mask), strict=False)
    self.netmask = self.network.netmask
    self._prefixlen = self.network._prefixlen

  @property
  def hostmask(self):
    return self.network.hostmask

  def _with(self, mask):
    return f"{self._string_from_ip_int(self._ip)}/{mask}"

  def __eq__(self, other):
    same = self._address_kind().__eq__(self, other)
    if not same or same is NotImplemented:
      return same
    try:
      return self.network == other.network
    except AttributeError:
      return False  # An interface is no address.

  def __lt__(self, other):
    less = self._address_kind().__lt__(self, other)
    if less is NotImplemented:
      return NotImplemented
    try:
      return self.network < other.network or self.network == other.network and less
    except AttributeError:
      return False  # Addresses come before interfaces.

  def __hash__(self):
    return hash((self._ip, self._prefixlen, int(self.network.network_address)))

  def __reduce__(self):
    return self.__class__, (str(self),)

  @property
  def ip(self):
    """The address alone."""
    return self._address_kind()(self._ip)

  @property
  def with_prefixlen(self):
    return self._with(self._prefixlen)

  @property
  def with_netmask(self):
    return self._with(self.netmask)

  @property
  def with_hostmask(self):
    return self._with(self.hostmask)


class IPv4Interface(_Interface, IPv4Address):
  """An address of version 4 with its network."""

  def __init__(self, address):
    address, mask = self._split_addr_prefix(address)
    IPv4Address.__init__(self, address)
    self._set_network(mask)

  @staticmethod
  def _network_kind():
    return IPv4Network

  def __str__(self):
    return self._with(self._prefixlen)


class IPv4Network(_BaseV4, _BaseNetwork):
  """A network of version 4."""

  def __init__(self, address, strict=True):
    super().__init__(address, strict)

  @property
  def is_global(self):
    shared = IPv4Network("100.64.0.0/10")
    return not (self.network_address in shared and self.broadcast_address in shared) and not self.is_private


class _BaseV6:
  """Version 6: 128 bits, written as eight groups of four hexadecimal digits."""

  __slots__ = ()
  _version = 6
  _ALL_ONES = (1 << IPV6LENGTH) - 1
  _HEXTET_COUNT = 8
  _HEX_DIGITS = frozenset("0123456789ABCDEFabcdef")
  _max_prefixlen = IPV6LENGTH
  _netmask_cache = {}

  @staticmethod
  def _address_kind():
    return IPv6Address

  @staticmethod
  @functools.cache
  def _private_blocks():
    return [IPv6Network(block) for block in ("::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32",
                                             "2001:10::/28", "fc00::/7", "fe80::/10")]

  @property
  def max_prefixlen(self):
    return self._max_prefixlen

  @property
  def version(self):
    return self._version

  @classmethod
  def _prefix_from_text(cls, text):
    return cls._prefix_from_prefix_string(text)

  @classmethod
  def _with_hextets_of_v4(cls, parts, ip_str):
    """The last part may be written as an address of version 4."""
    if "." in parts[-1]:
      try:
        four = IPv4Address(parts.pop())._ip
      except AddressValueError as error:
        raise AddressValueError(f"{error} in {ip_str!r}") from None
      parts += [f"{four >> 16:x}", f"{four & 0xffff:x}"]
    return parts

  @classmethod
  def _gap(cls, parts, ip_str):
    """The place of '::', or None."""
    gap = None
    for place in range(1, len(parts) - 1):
      if not parts[place]:
        if gap is not None:
          raise AddressValueError(f"At most one '::' permitted in {ip_str!r}")
        gap = place
    return gap

  @classmethod
  def _ip_int_from_string(cls, ip_str):
    if not ip_str:
      raise AddressValueError("Address cannot be empty")
    parts = ip_str.split(":")
    if len(parts) < 3:
      raise AddressValueError(f"At least 3 parts expected in {ip_str!r}")
    parts = cls._with_hextets_of_v4(parts, ip_str)
    count = cls._HEXTET_COUNT
    if len(parts) > count + 1:
      raise AddressValueError(f"At most {count} colons permitted in {ip_str!r}")
    gap = cls._gap(parts, ip_str)
    if gap is None:
      if len(parts) != count:
        raise AddressValueError(f"Exactly {count} parts expected without '::' in {ip_str!r}")
      leading, trailing = parts, []
      bad_start, bad_end = not parts[0], not parts[-1]
    else:
      leading, trailing = parts[:gap], parts[gap + 1:]
      bad_start = not parts[0] and len(leading) > 1
      bad_end = not parts[-1] and len(trailing) > 1
    if bad_start:
      raise AddressValueError(f"Leading ':' only permitted as part of '::' in {ip_str!r}")
    if bad_end:
      raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {ip_str!r}")
    if gap is not None:
      leading = [part for part in leading if part]
      trailing = [part for part in trailing if part]
      if len(leading) + len(trailing) >= count:
        raise AddressValueError(f"Expected at most {count - 1} other parts with '::' in {ip_str!r}")
    try:
      number = 0
      for part in leading:
        number = number << 16 | cls._parse_hextet(part)
      number <<= 16 * (count - len(leading) - len(trailing))
      for part in trailing:
        number = number << 16 | cls._parse_hextet(part)
      return number
    except ValueError as error:
      raise AddressValueError(f"{error} in {ip_str!r}") from None

  @classmethod
  def _parse_hextet(cls, hextet_str):
    if not cls._HEX_DIGITS.issuperset(hextet_str):
      raise ValueError(f"Only hex digits permitted in {hextet_str!r}")
    if len(hextet_str) > 4:
      raise ValueError(f"At most 4 characters permitted in {hextet_str!r}")
    return int(hextet_str, 16)

  @classmethod
  def _string_from_ip_int(cls, ip_int):
    if ip_int > cls._ALL_ONES:
      raise ValueError("IPv6 address is too large")
    hextets = [ip_int >> shift & 0xffff for shift in range(112, -1, -16)]
    start, length = cls._longest_zeros(hextets)
    texts = [f"{hextet:x}" for hextet in hextets]
    if length < 2:
      return ":".join(texts)
    return ":".join(texts[:start]) + "::" + ":".join(texts[start + length:])

  @staticmethod
  def _longest_zeros(hextets):
    """Start and length of the first of the longest runs of zeros."""
    best, place = (0, 0), 0
    while place < len(hextets):
      end = place
      while end < len(hextets) and hextets[end] == 0:
        end += 1
      if end - place > best[1]:
        best = place, end - place
      place = end + 1
    return best

  def _explode_shorthand_ip_string(self):
    address = self.network_address if isinstance(self, _BaseNetwork) else self
    digits = f"{int(address):032x}"
    text = ":".join(digits[place:place + 4] for place in range(0, 32, 4))
    return f"{text}/{self._prefixlen}" if isinstance(self, (_BaseNetwork, IPv6Interface)) else text

  def _reverse_pointer(self):
    return ".".join(self.exploded[::-1].replace(":", "")) + ".ip6.arpa"

  @staticmethod
  def _split_scope_id(ip_str):
    """The address and its zone, the text after '%', or None."""
    address, percent, scope = ip_str.partition("%")
    if not percent:
      return address, None
    if not scope or "%" in scope:
      raise AddressValueError(f'Invalid IPv6 address: "{ip_str!r}"')
    return address, scope


class IPv6Address(_BaseV6, _BaseAddress):
  """An address of version 6, from text (a zone may follow after '%'), a number or sixteen bytes."""

  __slots__ = ("_ip", "_scope_id", "__weakref__")

  def __init__(self, address):
    self._scope_id = None
    if isinstance(address, int):
      self._check_int_address(address)
      self._ip = address
    elif isinstance(address, bytes):
      self._check_packed_address(address, 16)
      self._ip = int.from_bytes(address)
    else:
      text = str(address)
      if "/" in text:
        raise AddressValueError(f"Unexpected '/' in {address!r}")
      text, self._scope_id = self._split_scope_id(text)
      self._ip = self._ip_int_from_string(text)

  def __str__(self):
    text = super().__str__()
    return f"{text}%{self._scope_id}" if self._scope_id else text

  def __hash__(self):
    return hash((self._ip, self._scope_id))

  def __eq__(self, other):
    same = super().__eq__(other)
    if same is NotImplemented:
      return NotImplemented
    return same and self._scope_id == getattr(other, "_scope_id", None)

  def __reduce__(self):
    return self.__class__, (str(self),)

  @property
  def scope_id(self):
    """The zone, or None."""
    return self._scope_id

  @property
  def packed(self):
    """Sixteen bytes."""
    return v6_int_to_packed(self._ip)

  @property
  def is_multicast(self):
    """In ff00::/8."""
    return self._ip >> 120 == 0xff

  @property
  def is_reserved(self):
    """In a block that the Internet Engineering Task Force has not given away."""
    first = self._ip >> 112
    return not (0x2000 <= first < 0x4000 or 0xfc00 <= first < 0xfe00 or first >= 0xfe80)

  @property
  def is_link_local(self):
    """In fe80::/10."""
    return self._ip >> 118 == 0xfe80 >> 6

  @property
  def is_site_local(self):
    """In fec0::/10."""
    return self._ip >> 118 == 0xfec0 >> 6

  @property
  def is_private(self):
    """In a block that is not for the whole Internet, or the same of the address of version 4 that it stands for."""
    mapped = self.ipv4_mapped
    if mapped is not None:
      return mapped.is_private
    return _in_private_block(IPv6Address, self._ip)

  @property
  def is_global(self):
    return not self.is_private

  @property
  def is_unspecified(self):
    """::."""
    return self._ip == 0

  @property
  def is_loopback(self):
    """::1."""
    return self._ip == 1

  @property
  def ipv4_mapped(self):
    """The address of version 4 in ::ffff:0:0/96, or None."""
    return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

  @property
  def teredo(self):
    """Server and client of a Teredo address (2001::/32), or None."""
    if self._ip >> 96 != 0x20010000:
      return None
    return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

  @property
  def sixtofour(self):
    """The address of version 4 in a 6to4 address (2002::/16), or None."""
    return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


class IPv6Interface(_Interface, IPv6Address):
  """An address of version 6 with its network."""

  def __init__(self, address):
    address, mask = self._split_addr_prefix(address)
    IPv6Address.__init__(self, address)
    self._set_network(mask)

  @staticmethod
  def _network_kind():
    return IPv6Network

  def __str__(self):
    return f"{IPv6Address.__str__(self)}/{self._prefixlen}"

  @property
  def is_unspecified(self):
    return self._ip == 0 and self.network.is_unspecified

  @property
  def is_loopback(self):
    return super().is_loopback and self.network.is_loopback


class IPv6Network(_BaseV6, _BaseNetwork):
  """A network of version 6."""

  def __init__(self, address, strict=True):
    super().__init__(address, strict)

  @property
  def is_site_local(self):
    return self._both("is_site_local")
