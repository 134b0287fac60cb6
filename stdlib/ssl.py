"""TLS: encrypted connections, with OpenSSL, which is loaded when the first context is made."""
import socket as _socket_module
from collections import namedtuple
from enum import Enum as _Enum, IntEnum as _IntEnum

import _ssl
from _operator import index as _index
from _ssl import (MemoryBIO, SSLCertVerificationError, SSLEOFError, SSLError, SSLSession, SSLSyscallError, SSLWantReadError, SSLWantWriteError, SSLZeroReturnError, _SSLContext)

CertificateError = SSLCertVerificationError
socket_error = OSError
HAS_NEVER_CHECK_COMMON_NAME = HAS_SNI = HAS_ALPN = HAS_ECDH = HAS_TLSv1 = HAS_TLSv1_1 = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = False
CHANNEL_BINDING_TYPES = ["tls-unique"]
PEM_HEADER = "-----BEGIN CERTIFICATE-----"
PEM_FOOTER = "-----END CERTIFICATE-----"

_SSLMethod = _IntEnum("_SSLMethod", {"PROTOCOL_TLS": 2, "PROTOCOL_SSLv23": 2, "PROTOCOL_TLSv1": 3, "PROTOCOL_TLSv1_1": 4,
                                    "PROTOCOL_TLSv1_2": 5, "PROTOCOL_TLS_CLIENT": 16, "PROTOCOL_TLS_SERVER": 17}, module=__name__)
VerifyMode = _IntEnum("VerifyMode", {"CERT_NONE": 0, "CERT_OPTIONAL": 1, "CERT_REQUIRED": 2}, module=__name__)
globals().update(_SSLMethod.__members__)
globals().update(VerifyMode.__members__)

# Enumerations that are made when somebody asks for one of their names.
_LAZY = {
  "VerifyFlags": ("IntFlag", {
    "VERIFY_DEFAULT": 0, "VERIFY_CRL_CHECK_LEAF": 0x4, "VERIFY_CRL_CHECK_CHAIN": 0xc, "VERIFY_X509_STRICT": 0x20, "VERIFY_ALLOW_PROXY_CERTS": 0x40,
    "VERIFY_X509_TRUSTED_FIRST": 0x8000, "VERIFY_X509_PARTIAL_CHAIN": 0x80000}),
  "Options": ("IntFlag", {
    "OP_ALL": 0x80000050, "OP_CIPHER_SERVER_PREFERENCE": 0x400000, "OP_ENABLE_MIDDLEBOX_COMPAT": 0x100000, "OP_IGNORE_UNEXPECTED_EOF": 0x80,
    "OP_NO_COMPRESSION": 0x20000, "OP_NO_RENEGOTIATION": 0x40000000, "OP_NO_SSLv2": 0, "OP_NO_SSLv3": 0x2000000, "OP_NO_TICKET": 0x4000,
    "OP_NO_TLSv1": 0x4000000, "OP_NO_TLSv1_1": 0x10000000, "OP_NO_TLSv1_2": 0x8000000, "OP_NO_TLSv1_3": 0x20000000, "OP_SINGLE_DH_USE": 0,
    "OP_SINGLE_ECDH_USE": 0}),
  "SSLErrorNumber": ("IntEnum", {
    "SSL_ERROR_SSL": 1, "SSL_ERROR_WANT_READ": 2, "SSL_ERROR_WANT_WRITE": 3, "SSL_ERROR_WANT_X509_LOOKUP": 4, "SSL_ERROR_SYSCALL": 5,
    "SSL_ERROR_ZERO_RETURN": 6, "SSL_ERROR_WANT_CONNECT": 7, "SSL_ERROR_EOF": 8, "SSL_ERROR_INVALID_ERROR_CODE": 10}),
  "AlertDescription": ("IntEnum", {"ALERT_DESCRIPTION_" + name: code for name, code in {
    "CLOSE_NOTIFY": 0, "UNEXPECTED_MESSAGE": 10, "BAD_RECORD_MAC": 20, "RECORD_OVERFLOW": 22, "DECOMPRESSION_FAILURE": 30,
    "HANDSHAKE_FAILURE": 40, "BAD_CERTIFICATE": 42, "UNSUPPORTED_CERTIFICATE": 43, "CERTIFICATE_REVOKED": 44,
    "CERTIFICATE_EXPIRED": 45, "CERTIFICATE_UNKNOWN": 46, "ILLEGAL_PARAMETER": 47, "UNKNOWN_CA": 48, "ACCESS_DENIED": 49,
    "DECODE_ERROR": 50, "DECRYPT_ERROR": 51, "PROTOCOL_VERSION": 70, "INSUFFICIENT_SECURITY": 71, "INTERNAL_ERROR": 80,
    "USER_CANCELLED": 90, "NO_RENEGOTIATION": 100, "UNSUPPORTED_EXTENSION": 110, "CERTIFICATE_UNOBTAINABLE": 111,
    "UNRECOGNIZED_NAME": 112, "BAD_CERTIFICATE_STATUS_RESPONSE": 113, "BAD_CERTIFICATE_HASH_VALUE": 114,
    "UNKNOWN_PSK_IDENTITY": 115}.items()}),
}
_LAZY_OWN_NAMES = {"TLSVersion": ("IntEnum", {"MINIMUM_SUPPORTED": -2, "SSLv3": 768, "TLSv1": 769, "TLSv1_1": 770, "TLSv1_2": 771, "TLSv1_3": 772,
                                            "MAXIMUM_SUPPORTED": -1})}
_VERSION_NAMES = ("OPENSSL_VERSION", "OPENSSL_VERSION_NUMBER", "OPENSSL_VERSION_INFO")


def _enumeration(name):
  made = globals().get(name)
  if made is None:
    import enum
    kind, members = _LAZY.get(name) or _LAZY_OWN_NAMES[name]
    pairs = members.items()
    if name in _LAZY:
      pairs = sorted(pairs, key=lambda pair: pair[::-1])  # as CPython makes them of constants
    made = globals()[name] = getattr(enum, kind)(name, list(pairs), module=__name__)
    if name in _LAZY:
      globals().update(made.__members__)
  return made


def _set_version():
  text, number = _ssl._version()
  info = number >> 28 & 0xff, number >> 20 & 0xff, number >> 12 & 0xff, number >> 4 & 0xff, number & 0xf
  globals().update(zip(_VERSION_NAMES, (text, number, info)))


def __getattr__(name):
  if name == "__all__":
    return [public for public in __dir__() if public[0] != "_"]
  if name in _LAZY_OWN_NAMES:
    return _enumeration(name)
  if name == "DefaultVerifyPaths":
    made = globals().get(name)
    if made is None:
      made = globals()[name] = namedtuple(name, "cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath")
    return made
  if name in _VERSION_NAMES:
    _set_version()
    return globals()[name]
  for enumeration, (_, members) in _LAZY.items():
    if name == enumeration or name in members:
      _enumeration(enumeration)
      return globals()[name]
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
  names = {*globals(), "DefaultVerifyPaths", *_LAZY, *_LAZY_OWN_NAMES, *_VERSION_NAMES}
  return sorted(names.union(*[members for _, members in _LAZY.values()]))


def get_default_verify_paths():
  """Where certificates to trust are looked for."""
  import os
  file_variable, file, folder_variable, folder = _ssl._default_verify_paths()
  cafile = os.environ.get(file_variable, file)
  capath = os.environ.get(folder_variable, folder)
  kind = __getattr__("DefaultVerifyPaths")
  return kind(cafile if os.path.isfile(cafile) else None, capath if os.path.isdir(capath) else None, file_variable, file, folder_variable, folder)


def RAND_bytes(n, /):
  """n random bytes of cryptographic quality."""
  import os
  if n < 0:
    raise ValueError("num must be positive")
  return os.urandom(n)


def RAND_status():
  """Whether the generator of random numbers is seeded: always, by the system."""
  return True


def RAND_add(string, entropy, /):
  """Nothing: the system seeds the generator."""


def cert_time_to_seconds(cert_time):
  """A time in a certificate, like "Jan  5 09:34:43 2018 GMT", as seconds since 1970."""
  from calendar import timegm
  from time import strptime
  form = " %d %H:%M:%S %Y GMT"
  month = "JanFebMarAprMayJunJulAugSepOctNovDec".find(cert_time[:3].title())
  if month % 3 or len(cert_time) < 3:
    raise ValueError(f'time data {cert_time!r} does not match format "%b{form}"')
  year, _, *rest = strptime(cert_time[3:], form)[:6]
  return timegm((year, month // 3 + 1, *rest))


def _ssl_error_text(self):
  return self.strerror if isinstance(self.strerror, str) else str(self.args)


SSLError.__str__ = _ssl_error_text


_ASN1Object = namedtuple("_ASN1Object", "nid shortname longname oid")


class Purpose(_ASN1Object, _Enum):
  """What a context of create_default_context() is for."""

  SERVER_AUTH = 129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"
  CLIENT_AUTH = 130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"


def _as_enum(value, kind):
  try:
    return kind(value)
  except ValueError:
    return value


_old_protocols = (PROTOCOL_TLS, PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2)
_HOSTFLAG_NEVER_CHECK_SUBJECT = 0x20
_old_version_options = sum([bit for name, bit in _LAZY["Options"][1].items() if name.startswith(("OP_NO_SSL", "OP_NO_TLS"))])
_old_versions = tuple([_LAZY_OWN_NAMES["TLSVersion"][1][name] for name in ("SSLv3", "TLSv1", "TLSv1_1")])


def _warn_deprecated(text):
  """Blame the caller of the function that calls this one."""
  import warnings
  warnings.warn(text, DeprecationWarning, stacklevel=3)


class SSLContext(_SSLContext):
  """Certificates, keys, and what is demanded of connections."""

  def __new__(cls, protocol=None, *args, **kwargs):
    if protocol is None:
      _warn_deprecated("ssl.SSLContext() without protocol argument is deprecated.")
      protocol = PROTOCOL_TLS
    self = _SSLContext.__new__(cls, protocol)
    if protocol in _old_protocols:
      _warn_deprecated(f"ssl.{_SSLMethod(protocol).name} is deprecated")
    return self

  def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                  server_hostname=None, session=None):
    """An encrypted socket over a connected one."""
    return self.sslsocket_class._create(self, sock, server_side, do_handshake_on_connect,
                                                       suppress_ragged_eofs, server_hostname, session)

  def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
    """A connection between two memory buffers."""
    return self.sslobject_class._create(self, incoming, outgoing, server_side, self._encode_hostname(server_hostname), session)

  def _encode_hostname(self, hostname):
    """The name as certificates and the protocol have it."""
    if hostname is None:
      return None
    if not isinstance(hostname, str):
      return hostname.decode("ascii")
    if hostname.isascii() and all(0 < len(label) < 64 for label in hostname.removesuffix(".").split(".")):
      return hostname
    return hostname.encode("idna").decode("ascii")

  def set_alpn_protocols(self, alpn_protocols):
    """Offer these protocols, in order of preference."""
    wire = bytearray()
    for protocol in alpn_protocols:
      name = bytes(protocol, "ascii")
      if not 0 < len(name) < 256:
        raise SSLError("ALPN protocols must be 1 to 255 in length")
      wire.append(len(name))
      wire.extend(name)
    self._set_alpn_protocols(wire)

  def set_npn_protocols(self, npn_protocols):
    """An old form of ALPN, which OpenSSL does not have any more."""
    _warn_deprecated("ssl NPN is deprecated, use ALPN instead")
    self._set_npn_protocols(npn_protocols)

  def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
    """Trust what the system trusts."""
    if not isinstance(purpose, Purpose):
      raise TypeError(purpose)
    self.set_default_verify_paths()

  def set_servername_callback(self, server_name_callback):
    """Set `sni_callback`."""
    if server_name_callback is not None and not callable(server_name_callback):
      raise TypeError("not a callable object")
    self.sni_callback = server_name_callback

  @property
  def protocol(self):
    """The protocol the context was made with."""
    return _SSLMethod(super().protocol)

  @property
  def verify_mode(self):
    """What is asked of the peer's certificate."""
    return _as_enum(_SSLContext.verify_mode.__get__(self), VerifyMode)

  @verify_mode.setter
  def verify_mode(self, value):
    _SSLContext.verify_mode.__set__(self, value)

  @property
  def verify_flags(self):
    """Flags for the verification of certificates."""
    return _enumeration("VerifyFlags")(_SSLContext.verify_flags.__get__(self))

  @verify_flags.setter
  def verify_flags(self, value):
    _SSLContext.verify_flags.__set__(self, value)

  @property
  def options(self):
    """OpenSSL's options."""
    return _enumeration("Options")(_SSLContext.options.__get__(self))

  @options.setter
  def options(self, value):
    value = _index(value)
    if value & ~_SSLContext.options.__get__(self) & _old_version_options:
      _warn_deprecated("ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated")
    _SSLContext.options.__set__(self, value)

  @property
  def hostname_checks_common_name(self):
    """Whether the common name counts where a certificate has no alternative names."""
    return not self._host_flags & _HOSTFLAG_NEVER_CHECK_SUBJECT

  @hostname_checks_common_name.setter
  def hostname_checks_common_name(self, value):
    others = self._host_flags & ~_HOSTFLAG_NEVER_CHECK_SUBJECT
    self._host_flags = others if value else others | _HOSTFLAG_NEVER_CHECK_SUBJECT

  @property
  def minimum_version(self):
    """The lowest protocol version."""
    return _as_enum(_SSLContext.minimum_version.__get__(self), _enumeration("TLSVersion"))

  @minimum_version.setter
  def minimum_version(self, value):
    _SSLContext.minimum_version.__set__(self, value)
    if value in _old_versions:
      _warn_deprecated(f"ssl.TLSVersion.{_enumeration('TLSVersion')(value).name} is deprecated")

  @property
  def maximum_version(self):
    """The highest protocol version."""
    return _as_enum(_SSLContext.maximum_version.__get__(self), _enumeration("TLSVersion"))

  @maximum_version.setter
  def maximum_version(self, value):
    _SSLContext.maximum_version.__set__(self, value)
    if value in _old_versions:
      _warn_deprecated(f"ssl.TLSVersion.{_enumeration('TLSVersion')(value).name} is deprecated")


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
  """A context with safe settings, for clients or (CLIENT_AUTH) for servers."""
  if not isinstance(purpose, Purpose):
    raise TypeError(purpose)
  if purpose == Purpose.SERVER_AUTH:
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.verify_mode = CERT_REQUIRED
    context.check_hostname = True
  else:
    context = SSLContext(PROTOCOL_TLS_SERVER)
  if cafile or capath or cadata:
    context.load_verify_locations(cafile, capath, cadata)
  elif context.verify_mode != CERT_NONE:
    context.load_default_certs(purpose)
  return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH,
                               certfile=None, keyfile=None, cafile=None, capath=None, cadata=None):
  """A context that believes every certificate."""
  if not isinstance(purpose, Purpose):
    raise TypeError(purpose)
  context = SSLContext(PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)
  context.check_hostname = check_hostname
  context.verify_mode = cert_reqs
  if keyfile and not certfile:
    raise ValueError("certfile must be specified")
  if certfile:
    context.load_cert_chain(certfile, keyfile)
  if cafile or capath or cadata:
    context.load_verify_locations(cafile, capath, cadata)
  elif context.verify_mode != CERT_NONE:
    context.load_default_certs(purpose)
  return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


class SSLObject:
  """One side of a TLS connection between two memory buffers."""

  _sslobj = None

  def __init__(self, *args, **kwargs):
    raise TypeError(f"{self.__class__.__name__} does not have a public constructor. Instances are returned by "
                    f"SSLContext.wrap_bio().")

  @classmethod
  def _create(cls, context, incoming, outgoing, server_side=False, server_hostname=None, session=None):
    self = cls.__new__(cls)
    self._sslobj = context._wrap_bio(incoming, outgoing, server_side, server_hostname)
    self._sslobj.owner = self
    if session is not None:
      self._sslobj.session = session
    return self

  @property
  def context(self):
    """The context; the callback for names may set another one."""
    return self._sslobj.context

  @context.setter
  def context(self, context):
    self._sslobj.context = context

  @property
  def session(self):
    """The session: give it to a later connection, which continues it."""
    return self._sslobj.session

  @session.setter
  def session(self, session):
    self._sslobj.session = session

  @property
  def session_reused(self):
    """Whether an earlier session was continued."""
    return self._sslobj.session_reused

  @property
  def server_side(self):
    """Whether this is the server's side."""
    return self._sslobj.server_side

  @property
  def server_hostname(self):
    """The name the server's certificate has to show."""
    return self._sslobj.server_hostname

  def read(self, len=1024, buffer=None):
    """Decrypted bytes, or how many went into the buffer."""
    if buffer is not None:
      return self._sslobj.read(len, buffer)
    return self._sslobj.read(len)

  def write(self, data):
    """Encrypt; how many bytes were taken."""
    return self._sslobj.write(data)

  def getpeercert(self, binary_form=False):
    """The peer's certificate."""
    return self._sslobj.getpeercert(binary_form)

  def selected_alpn_protocol(self):
    """What both sides agreed to speak."""
    return self._sslobj.selected_alpn_protocol()

  def selected_npn_protocol(self):
    """Always None: an old form of ALPN."""
    _warn_deprecated("ssl NPN is deprecated, use ALPN instead")

  def cipher(self):
    """(name, protocol, bits) of the cipher."""
    return self._sslobj.cipher()

  def shared_ciphers(self):
    """On the server's side: the ciphers that both know."""
    return self._sslobj.shared_ciphers()

  def verify_client_post_handshake(self):
    """On the server's side: ask for the client's certificate now."""
    return self._sslobj.verify_client_post_handshake()

  def compression(self):
    """Always None: TLS does not compress any more."""
    return None

  def pending(self):
    """Decrypted bytes that can be read at once."""
    return self._sslobj.pending()

  def do_handshake(self):
    """Agree on keys."""
    self._sslobj.do_handshake()

  def unwrap(self):
    """End the encryption."""
    return self._sslobj.shutdown()

  def get_channel_binding(self, cb_type="tls-unique"):
    """Bytes that identify the connection."""
    return self._sslobj.get_channel_binding(cb_type)

  def version(self):
    """The protocol version."""
    return self._sslobj.version()


_TIMED_OUT = {
  "do_handshake": "_ssl.c:989: The handshake operation timed out",
  "_encrypt": "The write operation timed out",
}


# Of records: the length of the header (kind, version, length of the content), and what the content may have at most.
_HEADER = 5
_LONGEST_RECORD = 16384 + 2048


class SSLSocket(_socket_module.socket):
  """An encrypted socket, which waits as its timeout says."""

  def __init__(self, *args, **kwargs):
    raise TypeError(f"{self.__class__.__name__} does not have a public constructor. Instances are returned by "
                    f"SSLContext.wrap_socket().")

  @classmethod
  def _create(cls, context, sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, server_hostname, session):
    if sock.getsockopt(_socket_module.SOL_SOCKET, _socket_module.SO_TYPE) != _socket_module.SOCK_STREAM:
      raise NotImplementedError("only stream sockets are supported")
    if server_side and server_hostname:
      raise ValueError("server_hostname can only be specified in client mode")
    if server_side and session is not None:
      raise ValueError("session can only be specified in client mode")
    if context.check_hostname and not server_hostname:
      raise ValueError("check_hostname requires server_hostname")
    timeout = sock.gettimeout()
    self = cls.__new__(cls)
    _socket_module.socket.__init__(self, sock.family, sock.type, sock.proto, sock.detach())
    self.settimeout(timeout)
    self._context = context
    server_hostname = context._encode_hostname(server_hostname)
    self._arguments = server_side, server_hostname
    self.server_side = server_side
    self.server_hostname = server_hostname
    self.do_handshake_on_connect = do_handshake_on_connect
    self.suppress_ragged_eofs = suppress_ragged_eofs
    self._sslobj = None
    self._session = session
    try:
      self.getpeername()
    except OSError:
      return self
    try:
      self._begin()
    except BaseException:
      self.close()
      raise
    return self

  def _begin(self):
    self._incoming = MemoryBIO()
    self._outgoing = MemoryBIO()
    self._unsent = b""
    self._header = b""  # of the record that is being received, while it is incomplete
    self._missing = 0  # bytes of its content that have not come yet
    self._taken = 0  # how many bytes a write() encrypted that has not sent them yet: it is tried again with the same bytes
    self._sslobj = self._context._wrap_bio(self._incoming, self._outgoing, *self._arguments)
    self._sslobj.owner = self
    if self._session is not None:
      self._sslobj.session = self._session
    if self.do_handshake_on_connect:
      if self.gettimeout() == 0:
        raise ValueError("do_handshake_on_connect should not be specified for non-blocking sockets")
      self.do_handshake()

  def _flush(self):
    """Send what is encrypted. What a non-blocking socket does not take now is kept for the next time."""
    if self.gettimeout() != 0:
      unsent, self._unsent = self._unsent, b""
      for data in (unsent, self._outgoing.read()):
        if data:
          super().sendall(data)
      return
    while self._unsent or self._outgoing.pending:
      self._unsent = self._unsent or memoryview(self._outgoing.read())
      try:
        sent = super().send(self._unsent)
      except BlockingIOError:
        raise SSLWantWriteError(_enumeration("SSLErrorNumber").SSL_ERROR_WANT_WRITE, "The operation did not complete (write)") from None
      self._unsent = self._unsent[sent:]

  def _run(self, operation, *args):
    """Do the operation; the error tells which one did not end in time."""
    try:
      return self._carry(operation, *args)
    except TimeoutError:
      raise TimeoutError(_TIMED_OUT.get(operation.__name__, "The read operation timed out")) from None

  def _carry(self, operation, *args):
    """Carry bytes between the socket and the buffers until the operation succeeds."""
    while True:
      try:
        result = operation(*args)
      except SSLWantReadError as error:
        self._flush()
        try:
          self._receive()
        except BlockingIOError:
          raise error from None
      except SSLError:
        try:
          self._flush()  # the alert that tells the peer
        except OSError:
          pass
        raise
      else:
        self._flush()
        return result

  def _receive(self):
    """Receive the rest of one record and nothing behind it: selectors see what is left in the socket, but not what is in a buffer here."""
    if not self._missing:
      data = super().recv(_HEADER - len(self._header))
      header = self._header + data
      if data and len(header) < _HEADER:
        self._header = header
        return
      self._header = b""
      if header:
        self._incoming.write(header)
      if not data:
        self._incoming.write_eof()
        return
      # What is no header of TLS is a mistake, which the next look at the bytes tells.
      length = int.from_bytes(header[3:])
      if not 20 <= header[0] <= 24 or header[1] != 3 or length > _LONGEST_RECORD:
        return
      self._missing = length
    while self._missing:
      data = super().recv(self._missing)
      if not data:
        self._incoming.write_eof()
        return
      self._incoming.write(data)
      self._missing -= len(data)

  @property
  def context(self):
    """The context; the callback for names may set another one."""
    return self._context

  @context.setter
  def context(self, context):
    self._context = context
    self._sslobj.context = context

  @property
  def session(self):
    """The session: give it to a later connection, which continues it."""
    return self._sslobj.session if self._sslobj is not None else None

  @session.setter
  def session(self, session):
    self._session = session
    if self._sslobj is not None:
      self._sslobj.session = session

  @property
  def session_reused(self):
    """Whether an earlier session was continued."""
    return self._sslobj.session_reused if self._sslobj is not None else None

  def get_channel_binding(self, cb_type="tls-unique"):
    """Bytes that identify the connection."""
    if cb_type not in CHANNEL_BINDING_TYPES:
      raise ValueError(f"{cb_type!r} channel binding type not implemented")
    return self._sslobj.get_channel_binding(cb_type) if self._sslobj is not None else None

  def _connected(self):
    if self._sslobj is None:
      raise ValueError("No SSL wrapper around " + str(self))
    return self._sslobj

  def _once_connected(self):
    if self._sslobj is None:
      self.getpeername()  # tells that there is no connection
    return self._sslobj

  def do_handshake(self, block=False):
    """Agree on keys."""
    self._run(self._once_connected().do_handshake)

  def connect(self, addr):
    """Connect, and begin to encrypt."""
    super().connect(addr)
    self._begin()

  def accept(self):
    """Wait for a connection: an encrypted socket, and the peer's address."""
    sock, address = super().accept()
    return self._context.wrap_socket(sock, do_handshake_on_connect=self.do_handshake_on_connect,
                                     suppress_ragged_eofs=self.suppress_ragged_eofs, server_side=True), address

  def read(self, len=1024, buffer=None):
    """Decrypted bytes, or how many went into the buffer."""
    if self._sslobj is None:
      raise ValueError("Read on closed or unwrapped SSL socket.")
    if len == 0 and buffer is None:
      return b""
    try:
      if buffer is None:
        return self._run(self._sslobj.read, len)
      return self._run(self._sslobj.read, len, buffer)
    except SSLEOFError:
      if not self.suppress_ragged_eofs:
        raise
      return b"" if buffer is None else 0

  def write(self, data):
    """Send; how many bytes were taken."""
    if self._sslobj is None:
      raise ValueError("Write on closed or unwrapped SSL socket.")
    taken = self._run(self._encrypt, data)
    self._taken = 0
    return taken

  def _encrypt(self, data):
    if not self._taken:
      self._taken = self._sslobj.write(data)
    return self._taken

  def recv(self, buflen=1024, flags=0):
    if self._sslobj is None:
      return super().recv(buflen, flags)
    if flags != 0:
      raise ValueError(f"non-zero flags not allowed in calls to recv() on {self.__class__}")
    return self.read(buflen)

  def recv_into(self, buffer, nbytes=None, flags=0):
    if self._sslobj is None:
      return super().recv_into(buffer, nbytes or 0, flags)
    if flags != 0:
      raise ValueError(f"non-zero flags not allowed in calls to recv_into() on {self.__class__}")
    return self.read(nbytes or len(buffer), buffer)

  def send(self, data, flags=0):
    if self._sslobj is None:
      return super().send(data, flags)
    if flags != 0:
      raise ValueError(f"non-zero flags not allowed in calls to send() on {self.__class__}")
    return self.write(data)

  def sendall(self, data, flags=0):
    if self._sslobj is None:
      return super().sendall(data, flags)
    if flags != 0:
      raise ValueError(f"non-zero flags not allowed in calls to sendall() on {self.__class__}")
    view = memoryview(data)
    sent = 0
    while sent < len(view):
      sent += self.write(view[sent:])

  def _refuse_datagram(self, name):
    if self._sslobj is not None:
      raise ValueError(f"{name} not allowed on instances of {self.__class__}")

  def sendto(self, data, flags_or_addr, addr=None):
    self._refuse_datagram("sendto")
    return super().sendto(data, flags_or_addr) if addr is None else super().sendto(data, flags_or_addr, addr)

  def recvfrom(self, buflen=1024, flags=0):
    self._refuse_datagram("recvfrom")
    return super().recvfrom(buflen, flags)

  def recvfrom_into(self, buffer, nbytes=None, flags=0):
    self._refuse_datagram("recvfrom_into")
    return super().recvfrom_into(buffer, nbytes or 0, flags)

  # Ancillary data, and a second descriptor, would pass by the encryption.

  def sendmsg(self, *args, **kwargs):
    raise NotImplementedError(f"sendmsg not allowed on instances of {self.__class__}")

  def recvmsg(self, *args, **kwargs):
    raise NotImplementedError(f"recvmsg not allowed on instances of {self.__class__}")

  def recvmsg_into(self, *args, **kwargs):
    raise NotImplementedError(f"recvmsg_into not allowed on instances of {self.__class__}")

  def dup(self):
    raise NotImplementedError(f"Can't dup() {self.__class__.__name__} instances")

  def shutdown(self, how):
    """End one or both directions of the socket, and the encryption with it."""
    self._sslobj = None
    super().shutdown(how)

  def close(self):
    """Close the socket, once no file of makefile() uses it."""
    super().close()
    if self.fileno() < 0:
      self._sslobj = None

  def unwrap(self):
    """End the encryption; the plain socket."""
    self._run(self._connected().shutdown)
    self._sslobj = None
    return self

  def pending(self):
    """Decrypted bytes that can be read at once."""
    return self._sslobj.pending() if self._sslobj is not None else 0

  def getpeercert(self, binary_form=False):
    """The peer's certificate."""
    return self._once_connected().getpeercert(binary_form)

  def cipher(self):
    """(name, protocol, bits) of the cipher."""
    return self._sslobj.cipher() if self._sslobj is not None else None

  def version(self):
    """The protocol version."""
    return self._sslobj.version() if self._sslobj is not None else None

  def shared_ciphers(self):
    """On the server's side: the ciphers that both know."""
    return self._sslobj.shared_ciphers() if self._sslobj is not None else None

  def verify_client_post_handshake(self):
    """On the server's side: ask for the client's certificate now."""
    return self._connected().verify_client_post_handshake()

  def selected_npn_protocol(self):
    """Always None: an old form of ALPN."""
    _warn_deprecated("ssl NPN is deprecated, use ALPN instead")

  def selected_alpn_protocol(self):
    """What both sides agreed to speak."""
    return self._sslobj.selected_alpn_protocol() if self._sslobj is not None else None

  def compression(self):
    """Always None: TLS does not compress any more."""
    return None


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


# -- names in certificates

def _ip_bytes(text):
  """A numeric address in its packed form."""
  for family in (_socket_module.AF_INET, _socket_module.AF_INET6):
    try:
      return _socket_module.inet_pton(family, text.rstrip())
    except (OSError, ValueError):
      pass
  raise ValueError(f"{text!r} is not an IPv4 or IPv6 address.")


def _is_same_dns_name(pattern, hostname):
  """Whether the name of a certificate stands for the host: `*` may be the whole first label, and nothing else."""
  if not pattern:
    return False
  stars = pattern.count("*")
  if not stars:
    return pattern.lower() == hostname.lower()
  if stars > 1:
    raise CertificateError(f"too many wildcards in certificate DNS name: {pattern!r}.")
  first, _, rest = pattern.partition(".")
  if "*" in rest:
    raise CertificateError(f"wildcard can only be present in the leftmost label: {pattern!r}.")
  if not rest:
    raise CertificateError(f"sole wildcard without additional labels are not support: {pattern!r}.")
  if first != "*":
    raise CertificateError(f"partial wildcards in leftmost label are not supported: {pattern!r}.")
  host_first, _, host_rest = hostname.partition(".")
  return bool(host_first and host_rest) and rest.lower() == host_rest.lower()


def match_hostname(cert, hostname):
  """Raise CertificateError unless the certificate (as getpeercert() gives it) is one for the host. Deprecated: contexts check names."""
  import warnings
  warnings.warn("ssl.match_hostname() is deprecated", category=DeprecationWarning, stacklevel=2)
  if not cert:
    raise ValueError("empty or no certificate, match_hostname needs a SSL socket or SSL context with either CERT_OPTIONAL or "
                     "CERT_REQUIRED")
  try:
    host_address = _ip_bytes(hostname)
  except ValueError:
    host_address = None
  names = []
  for kind, value in cert.get("subjectAltName", ()):
    if kind == "DNS":
      if host_address is None and _is_same_dns_name(value, hostname):
        return
      names.append(value)
    elif kind == "IP Address":
      if host_address is not None and _ip_bytes(value) == host_address:
        return
      names.append(value)
  if not names:  # the way before there were alternative names
    for key, value in (pair for part in cert.get("subject", ()) for pair in part):
      if key == "commonName":
        if _is_same_dns_name(value, hostname):
          return
        names.append(value)
  if len(names) > 1:
    raise CertificateError(f"hostname {hostname!r} doesn't match either of {', '.join(map(repr, names))}")
  if names:
    raise CertificateError(f"hostname {hostname!r} doesn't match {names[0]!r}")
  raise CertificateError("no appropriate commonName or subjectAltName fields were found")


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=None):
  """The certificate of the server at (host, port), as text; it is verified when ca_certs names a file of authorities."""
  host, port = addr
  context = _create_unverified_context(ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED)
  if ca_certs is not None:
    context.load_verify_locations(ca_certs)
  limit = {} if timeout is None else {"timeout": timeout}
  with _socket_module.create_connection(addr, **limit) as sock, context.wrap_socket(sock, server_hostname=host) as connection:
    return DER_cert_to_PEM_cert(connection.getpeercert(True))


def DER_cert_to_PEM_cert(der_cert_bytes):
  """A certificate's bytes as text."""
  from base64 import standard_b64encode
  text = standard_b64encode(der_cert_bytes).decode("ascii")
  return "\n".join([PEM_HEADER, *(text[i:i + 64] for i in range(0, len(text), 64)), PEM_FOOTER]) + "\n"


def PEM_cert_to_DER_cert(pem_cert_string):
  """The text of a certificate as bytes."""
  from base64 import decodebytes
  text = pem_cert_string.strip()
  if not text.startswith(PEM_HEADER):
    raise ValueError(f"Invalid PEM encoding; must start with {PEM_HEADER}")
  if not text.endswith(PEM_FOOTER):
    raise ValueError(f"Invalid PEM encoding; must end with {PEM_FOOTER}")
  return decodebytes(text[len(PEM_HEADER):-len(PEM_FOOTER)].encode("ascii"))


def get_protocol_name(protocol_code):
  """The name of a protocol constant."""
  return getattr(_as_enum(protocol_code, _SSLMethod), "name", "<unknown>")
