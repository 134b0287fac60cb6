// Module _ssl: memory buffers and connections between two of them. Whoever owns the socket carries the bytes (stdlib/ssl.py, stdlib/asyncio/sslproto.py).
#include <algorithm>
#include <climits>
#include <memory>

#include <arpa/inet.h>

#include "modules/ssl_internal.hpp"

namespace coil {

namespace {

// -- MemoryBIO

void destroy_bio(Cell* cell) {
  if (BIO* bio = static_cast<BioObject*>(cell)->bio) g_ssl.BIO_free(bio);
}
const NativeObjectOps kBioOps{nullptr, destroy_bio};
Class* g_bio_class;

size_t bio_pending(BIO* bio) { return static_cast<size_t>(g_ssl.BIO_ctrl(bio, BIO_CTRL_PENDING, 0, nullptr)); }
void set_eof_return(BIO* bio, int value) { g_ssl.BIO_ctrl(bio, BIO_C_SET_BUF_MEM_EOF_RETURN, value, nullptr); }

NATIVE(bio_new, "MemoryBIO(cls)", "A buffer in memory.") {
  COIL_CHECK(load_ssl_library(vm));
  COIL_TRY(BioObject* self, new_native_object<BioObject>(vm, args[0].as<Class>(), &kBioOps));
  self->bio = g_ssl.BIO_new(g_ssl.BIO_s_mem());
  if (!self->bio) return raise_memory_error(vm);
  set_eof_return(self->bio, -1);  // an empty buffer means: more may come
  return Value(self);
}
COIL_MAKE_SLOT(bio_make, bio_new)

NATIVE(bio_read, "read(self, size=-1, /)", "At most so many bytes; all when negative.") {
  auto* self = self_as<BioObject>(args);
  int size = -1;
  if (args.has(1)) {
    COIL_TRY(size, parsed_int_reenter(vm, args[1]));
  }
  size_t available = bio_pending(self->bio);
  size_t wanted = size < 0 ? available : std::min(available, static_cast<size_t>(size));
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, wanted));
  if (wanted) g_ssl.BIO_read(self->bio, bytes->data, static_cast<int>(std::min<size_t>(wanted, INT_MAX)));
  return Value(bytes);
}
NATIVE(bio_write, "write(self, b, /)", "Append bytes; how many.") {
  auto* self = self_as<BioObject>(args);
  COIL_TRY(ByteSpan bytes, require_bytes(vm, args[1]));
  if (bytes.size > INT_MAX) return raise(vm, Exc::OverflowError, "string longer than %d bytes", INT_MAX);
  if (self->eof) return raise_ssl(vm, SslErrorKind::Error, -1, "cannot write() after write_eof()");
  if (bytes.size == 0) return Value::small_int(0);
  int count = g_ssl.BIO_write(self->bio, bytes.data, static_cast<int>(bytes.size));
  if (count < 0) return raise_ssl_queue(vm);
  return Value::small_int(count);
}
NATIVE(bio_write_eof, "write_eof(self)", "Nothing will be written any more.") {
  self_as<BioObject>(args)->eof = true;
  set_eof_return(self_as<BioObject>(args)->bio, 0);
  return none();
}
Result<Value> get_bio_pending(Vm&, Value self) { return Value::small_int(static_cast<int64_t>(bio_pending(self.as<BioObject>()->bio))); }
Result<Value> get_bio_eof(Vm&, Value self) { return Value::boolean(self.as<BioObject>()->eof && bio_pending(self.as<BioObject>()->bio) == 0); }
const GetSetSpec kBioPending{"pending", get_bio_pending, nullptr, "Bytes that can be read."};
const GetSetSpec kBioEof{"eof", get_bio_eof, nullptr, "Whether everything was read and nothing comes any more."};

// -- connections

void trace_connection(Cell* cell, Marker& marker) {
  auto* self = static_cast<ConnectionObject*>(cell);
  marker.cell(self->context);
  marker.cell(self->first_context);
  marker.value(self->server_hostname);
  marker.value(self->owner);
}
void destroy_connection(Cell* cell) {
  if (SSL* ssl = static_cast<ConnectionObject*>(cell)->ssl) g_ssl.SSL_free(ssl);
}
const NativeObjectOps kConnectionOps{trace_connection, destroy_connection};
Class* g_connection_class;

SSL* self_ssl(Args args) {
  prepare_thread_for_ssl();
  return args[0].as<ConnectionObject>()->ssl;
}

// The places CPython names in its messages.
enum Place { kHandshakeLine = 1006, kWriteLine = 2427, kReadLine = 2580, kShutdownLine = 2706 };

Error raise_connection_error(Vm& vm, ConnectionObject* self, int result, Place place) {
  SSL* ssl = self->ssl;
  std::string suffix = " (_ssl.c:" + std::to_string(place) + ")";
  switch (g_ssl.SSL_get_error(ssl, result)) {
    case SSL_ERROR_ZERO_RETURN: return raise_ssl(vm, SslErrorKind::ZeroReturn, 6, "TLS/SSL connection has been closed (EOF)" + suffix);
    case SSL_ERROR_WANT_READ: return raise_ssl(vm, SslErrorKind::WantRead, 2, "The operation did not complete (read)" + suffix);
    case SSL_ERROR_WANT_WRITE: return raise_ssl(vm, SslErrorKind::WantWrite, 3, "The operation did not complete (write)" + suffix);
    case SSL_ERROR_SYSCALL:
      if (g_ssl.ERR_peek_last_error() == 0) return raise_ssl(vm, SslErrorKind::Eof, 8, "EOF occurred in violation of protocol" + suffix);
      break;
    default: break;
  }
  std::string hostname = self->server_hostname.is(Kind::Str) ? str_utf8(self->server_hostname.as<Str>()) : std::string();
  return raise_ssl_queue(vm, ssl, place, hostname);
}

NATIVE(connection_do_handshake, "do_handshake(self, /)", "Agree on keys.") {
  g_ssl.ERR_clear_error();
  int result = g_ssl.SSL_do_handshake(self_ssl(args));
  if (result < 1) return raise_connection_error(vm, self_as<ConnectionObject>(args), result, kHandshakeLine);
  return none();
}

NATIVE(connection_write, "write(self, b, /)", "Encrypt; how many bytes were taken.") {
  COIL_TRY(ByteSpan bytes, require_bytes(vm, args[1]));
  if (bytes.size == 0) return Value::small_int(0);
  size_t count = 0;
  g_ssl.ERR_clear_error();
  int result = g_ssl.SSL_write_ex(self_ssl(args), bytes.data, bytes.size, &count);
  if (result < 1) return raise_connection_error(vm, self_as<ConnectionObject>(args), result, kWriteLine);
  return Value::small_int(static_cast<int64_t>(count));
}

/// One decrypted piece. False (and count 0) at the peer's orderly end.
Result<size_t> read_some(Vm& vm, ConnectionObject* self, void* buffer, size_t size) {
  SSL* ssl = self->ssl;
  size_t count = 0;
  g_ssl.ERR_clear_error();
  int result = g_ssl.SSL_read_ex(ssl, buffer, size, &count);
  if (result >= 1) return count;
  if (g_ssl.SSL_get_error(ssl, result) == SSL_ERROR_ZERO_RETURN && g_ssl.SSL_get_shutdown(ssl) == SSL_RECEIVED_SHUTDOWN) return size_t{0};
  return raise_connection_error(vm, self, result, kReadLine);
}

NATIVE(connection_read, "read(self, size=1024, buffer=None, /)", "Decrypted bytes, or how many went into the buffer; nothing at the peer's orderly end.") {
  int64_t size = 1024;
  if (args.has(1)) {
    COIL_TRY(size, argument_int64_reenter(vm, args[1]));
  }
  if (args.has(2) && !args[2].is_none()) {
    ByteSpan span;
    bool writable = args[2].is(Kind::ByteArray) || (args[2].is(Kind::MemoryView) && !args[2].as<MemoryView>()->readonly);
    if (!writable || !byte_span(args[2], &span)) return raise_type_error(vm, "read() argument 2 must be read-write bytes-like object, not %s", argument_type_name(args[2]));
    size_t wanted = size <= 0 ? span.size : std::min(span.size, static_cast<size_t>(size));
    if (wanted == 0) return Value::small_int(0);
    COIL_TRY(size_t count, read_some(vm, self_as<ConnectionObject>(args), const_cast<uint8_t*>(span.data), wanted));
    return Value::small_int(static_cast<int64_t>(count));
  }
  if (size < 0) return raise_value_error(vm, "size should not be negative");
  if (size == 0) return Value(vm.empty_bytes);
  constexpr size_t kRecord = 16384;  // no record holds more
  uint8_t buffer[kRecord];
  COIL_TRY(size_t count, read_some(vm, self_as<ConnectionObject>(args), buffer, std::min(static_cast<size_t>(size), kRecord)));
  return new_bytes(vm, buffer, count);
}

NATIVE(connection_shutdown, "shutdown(self, /)", "Say that nothing more is sent, and wait for the peer's word.") {
  SSL* ssl = self_ssl(args);
  g_ssl.ERR_clear_error();
  int result = g_ssl.SSL_shutdown(ssl);
  if (result == 0) result = g_ssl.SSL_shutdown(ssl);
  if (result < 0) return raise_connection_error(vm, self_as<ConnectionObject>(args), result, kShutdownLine);
  return none();
}

NATIVE(connection_pending, "pending(self, /)", "Decrypted bytes that can be read at once.") { return Value::small_int(g_ssl.SSL_pending(self_ssl(args))); }
NATIVE(connection_version, "version(self, /)", "The protocol version, or None before the handshake.") {
  if (!g_ssl.SSL_is_init_finished(self_ssl(args))) return none();
  return new_str(vm, g_ssl.SSL_get_version(self_ssl(args)));
}
NATIVE(connection_cipher, "cipher(self, /)", "(name, protocol, bits) of the cipher, or None.") {
  const SSL_CIPHER* cipher = g_ssl.SSL_get_current_cipher(self_ssl(args));
  return cipher ? cipher_tuple(vm, cipher) : none();
}
NATIVE(connection_alpn, "selected_alpn_protocol(self, /)", "What both sides agreed to speak, or None.") {
  const unsigned char* data;
  unsigned length;
  g_ssl.SSL_get0_alpn_selected(self_ssl(args), &data, &length);
  if (!data) return none();
  return new_str(vm, {reinterpret_cast<const char*>(data), length});
}
NATIVE(connection_peer_certificate, "getpeercert(self, der=False, /)", "The peer's certificate as a dictionary or as bytes; None when there is none.") {
  if (!g_ssl.SSL_is_init_finished(self_ssl(args))) return raise_value_error(vm, "handshake not done yet");
  bool der = false;
  if (args.has(1)) {
    COIL_TRY(der, truthy_reenter(vm, args[1]));
  }
  std::unique_ptr<X509, void (*)(X509*)> certificate(g_ssl.SSL_get1_peer_certificate(self_ssl(args)), [](X509* x) { g_ssl.X509_free(x); });
  if (!certificate) return none();
  if (!der) {
    if (args[0].as<ConnectionObject>()->context->verify_mode == 0) {
      COIL_TRY(Dict* empty, new_dict(vm));
      return Value(empty);
    }
    return certificate_dict(vm, certificate.get());
  }
  return certificate_bytes(vm, certificate.get());
}
NATIVE(connection_channel_binding, "get_channel_binding(self, cb_type='tls-unique')", "Bytes that identify the connection.") {
  if (args.has(1) && !args[1].is(Kind::Str)) return raise_type_error(vm, "get_channel_binding() argument 'cb_type' must be str, not %s", argument_type_name(args[1]));
  if (args.has(1) && !str_is(args[1].as<Str>(), "tls-unique")) {
    return raise_value_error(vm, "'%s' channel binding type not implemented", str_utf8(args[1].as<Str>()).c_str());
  }
  SSL* ssl = self_ssl(args);
  uint8_t buffer[128];
  bool own = args[0].as<ConnectionObject>()->server_side == static_cast<bool>(g_ssl.SSL_session_reused(ssl));
  size_t size = own ? g_ssl.SSL_get_finished(ssl, buffer, sizeof buffer) : g_ssl.SSL_get_peer_finished(ssl, buffer, sizeof buffer);
  if (size == 0) return none();
  return new_bytes(vm, buffer, size);
}

Result<Value> get_server_side(Vm&, Value self) { return Value::boolean(self.as<ConnectionObject>()->server_side); }
Result<Value> get_server_hostname(Vm&, Value self) { return self.as<ConnectionObject>()->server_hostname; }
Result<Value> get_session_reused(Vm&, Value self) { return Value::boolean(g_ssl.SSL_session_reused(self.as<ConnectionObject>()->ssl)); }
const GetSetSpec kServerSide{"server_side", get_server_side, nullptr, "Whether this is the server's side."};
const GetSetSpec kServerHostname{"server_hostname", get_server_hostname, nullptr, "The name the server's certificate has to show."};
const GetSetSpec kSessionReused{"session_reused", get_session_reused, nullptr, "Whether an earlier session was continued."};

/// The name goes to the server, and its certificate has to show it.
Result<void> configure_hostname(Vm& vm, ConnectionObject* self, const std::string& name) {
  if (name.empty() || name[0] == '.') return raise_value_error(vm, "server_hostname cannot be an empty string or start with a leading dot.");
  X509_VERIFY_PARAM* parameters = g_ssl.SSL_get0_param(self->ssl);
  unsigned char address[16];
  size_t address_size = inet_pton(AF_INET, name.c_str(), address) == 1 ? 4 : inet_pton(AF_INET6, name.c_str(), address) == 1 ? 16 : 0;
  if (address_size == 0 && g_ssl.SSL_ctrl(self->ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char*>(name.c_str())) != 1) {
    return raise_ssl_queue(vm);
  }
  if (!self->context->check_hostname) return ok();
  int done = address_size ? g_ssl.X509_VERIFY_PARAM_set1_ip(parameters, address, address_size)
                          : g_ssl.X509_VERIFY_PARAM_set1_host(parameters, name.c_str(), name.size());
  if (done != 1) return raise_ssl_queue(vm);
  return ok();
}

}  // namespace

bool is_memory_bio(Value value) { return value.is(Kind::NativeObject) && value.as<NativeObject>()->ops == &kBioOps; }

Result<Value> wrap_bio(Vm& vm, ContextObject* context, BioObject* incoming, BioObject* outgoing, bool server_side, Value server_hostname) {
  if (server_side && context->protocol == 16) return raise_ssl(vm, SslErrorKind::Error, 0, "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context (_ssl.c:802)");
  if (!server_side && context->protocol == 17) return raise_ssl(vm, SslErrorKind::Error, 0, "Cannot create a client socket with a PROTOCOL_TLS_SERVER context (_ssl.c:809)");
  COIL_TRY(ConnectionObject* self, new_native_object<ConnectionObject>(vm, g_connection_class, &kConnectionOps));
  self->vm = &vm;
  self->context = self->first_context = context;
  self->context_class = ssl_context_class();
  self->server_side = server_side;
  self->server_hostname = none();
  g_ssl.ERR_clear_error();
  self->ssl = g_ssl.SSL_new(context->context);
  if (!self->ssl) return raise_ssl_queue(vm);
  g_ssl.SSL_set_ex_data(self->ssl, 0, self);
  g_ssl.SSL_ctrl(self->ssl, SSL_CTRL_MODE, SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_AUTO_RETRY, nullptr);
  g_ssl.BIO_up_ref(incoming->bio);
  g_ssl.BIO_up_ref(outgoing->bio);
  g_ssl.SSL_set_bio(self->ssl, incoming->bio, outgoing->bio);
  if (server_hostname && !server_hostname.is_none()) {
    if (!server_hostname.is(Kind::Str)) return raise_type_error(vm, "server_hostname must be str, not %s", type_name(server_hostname));
    std::string name = str_utf8(server_hostname.as<Str>());
    if (name.find('\0') != std::string::npos) return raise_type_error(vm, "argument must be encoded string without null bytes, not str");
    COIL_CHECK(configure_hostname(vm, self, name));
    store(self, self->server_hostname, server_hostname);
  }
  if (!server_side && context->post_handshake_auth) g_ssl.SSL_set_post_handshake_auth(self->ssl, 1);
  if (server_side) g_ssl.SSL_set_accept_state(self->ssl);
  else g_ssl.SSL_set_connect_state(self->ssl);
  return Value(self);
}

Result<void> define_ssl_connection(Vm& vm, Dict* ns) {
  COIL_TRY(g_bio_class, new_module_class<BioObject>(vm, "MemoryBIO", "_ssl", "A buffer in memory."));
  g_bio_class->slots.make = bio_make;
  g_bio_class->slots.init = init_nothing;
  define_class(vm, g_bio_class, {&bio_read_spec, &bio_write_spec, &bio_write_eof_spec}, {&kBioPending, &kBioEof});
  COIL_CHECK(module_set(vm, ns, "MemoryBIO", g_bio_class));
  COIL_TRY(g_connection_class, new_module_class<ConnectionObject>(vm, "_SSLSocket", "_ssl", "One side of a TLS connection."));
  define_class(vm, g_connection_class,
               {&connection_do_handshake_spec, &connection_write_spec, &connection_read_spec, &connection_shutdown_spec, &connection_pending_spec,
                &connection_version_spec, &connection_cipher_spec, &connection_alpn_spec, &connection_peer_certificate_spec,
                &connection_channel_binding_spec, kConnectionListings[0], kConnectionListings[1]},
               {&kServerSide, &kServerHostname, &kSessionReused, &kConnectionContext, &kConnectionSession, &kConnectionOwner});
  return module_set(vm, ns, "_SSLSocket", g_connection_class);
}

}  // namespace coil
