// Module _ssl: contexts, which hold certificates, keys and what is demanded of a connection.
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <utility>

#include "modules/io.hpp"
#include "modules/ssl_internal.hpp"

namespace coil {

namespace {

enum VerifyMode { kNone, kOptional, kRequired };
constexpr const char* kDefaultCiphers = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM";

Class* g_context_class;

void destroy_context(Cell* cell) {
  auto* self = static_cast<ContextObject*>(cell);
  if (self->context) g_ssl.SSL_CTX_free(self->context);
  delete self->alpn;
  delete self->keylog;
}
void trace_context(Cell* cell, Marker& marker) { marker.value(static_cast<ContextObject*>(cell)->sni_callback); }
const NativeObjectOps kContextOps{trace_context, destroy_context};

void apply_verify_mode(ContextObject* self, int mode) {
  self->verify_mode = mode;
  int flags = mode == kNone ? SSL_VERIFY_NONE : mode == kOptional ? SSL_VERIFY_PEER : SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT;
  if (self->protocol == kTlsServerProtocol && self->post_handshake_auth && mode != kNone) flags |= SSL_VERIFY_POST_HANDSHAKE;
  g_ssl.SSL_CTX_set_verify(self->context, flags, nullptr);
}

/// Never asks at the terminal: without a password the key cannot be read.
}  // namespace

/// What opens an encrypted key: a text, or a function that is called when OpenSSL asks.
struct PasswordSource {
  Vm& vm;
  Value callable;
  std::string text;
  bool failed = false;  // the function, or what it returned
};

namespace {

Result<void> take_password(Vm& vm, Value password, const char* wrong_type, std::string* out) {
  if (ByteSpan bytes; password.is(Kind::Str)) *out = str_utf8(password.as<Str>());
  else if (byte_span(password, &bytes)) out->assign(reinterpret_cast<const char*>(bytes.data), bytes.size);
  else return raise_type_error(vm, "%s", wrong_type);
  if (out->size() > 1024) return raise_value_error(vm, "password cannot be longer than 1024 bytes");
  return ok();
}
Result<void> ask_for_password_reenter(PasswordSource* source) {
  COIL_TRY(Value password, call_reenter(source->vm, source->callable, {}));
  return take_password(source->vm, password, "password callback must return a string", &source->text);
}
int give_password(char* buffer, int size, int, void* data) {
  PasswordSource* source = static_cast<ContextObject*>(data)->password;
  if (!source) return -1;
  if (source->callable && !source->failed) source->failed = !ask_for_password_reenter(source);
  if (source->failed || static_cast<int>(source->text.size()) > size) return -1;
  source->text.copy(buffer, source->text.size());
  return static_cast<int>(source->text.size());
}

int select_alpn(SSL*, const unsigned char** out, unsigned char* out_length, const unsigned char* offered, unsigned offered_length, void* data) {
  auto* own = static_cast<ContextObject*>(data)->alpn;
  if (!own) return SSL_TLSEXT_ERR_NOACK;
  int result = g_ssl.SSL_select_next_proto(const_cast<unsigned char**>(out), out_length, reinterpret_cast<const unsigned char*>(own->data()),
                                           static_cast<unsigned>(own->size()), offered, offered_length);
  return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

NATIVE(context_new, "_SSLContext(cls, protocol, /)", "A TLS context.") {
  COIL_CHECK(load_ssl_library(vm));
  prepare_thread_for_ssl();
  COIL_TRY(int64_t protocol, argument_int64_reenter(vm, args[1]));
  bool one_version = protocol >= kTlsV1Protocol && protocol < kTlsV1Protocol + 3;
  const SSL_METHOD* method = protocol == kTlsProtocol || one_version ? g_ssl.TLS_method() : protocol == kTlsClientProtocol ? g_ssl.TLS_client_method()
                             : protocol == kTlsServerProtocol ? g_ssl.TLS_server_method() : nullptr;
  if (!method) return raise_value_error(vm, "invalid or unsupported protocol version %lld", static_cast<long long>(protocol));
  COIL_TRY(ContextObject* self, new_native_object<ContextObject>(vm, args[0].as<Class>(), &kContextOps));
  self->context = g_ssl.SSL_CTX_new(method);
  if (!self->context) return raise_ssl_queue(vm);
  self->protocol = static_cast<int>(protocol);
  self->check_hostname = protocol == kTlsClientProtocol;
  apply_verify_mode(self, protocol == kTlsClientProtocol ? kRequired : kNone);
  g_ssl.SSL_CTX_set_options(self->context, (SSL_OP_ALL & ~SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS) | SSL_OP_NO_SSLv3 | SSL_OP_NO_COMPRESSION |
                                               SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_SINGLE_DH_USE | SSL_OP_SINGLE_ECDH_USE |
                                               SSL_OP_ENABLE_MIDDLEBOX_COMPAT);
  g_ssl.SSL_CTX_ctrl(self->context, SSL_CTRL_MODE, SSL_MODE_RELEASE_BUFFERS, nullptr);
  g_ssl.SSL_CTX_ctrl(self->context, SSL_CTRL_SET_MIN_PROTO_VERSION, TLS1_2_VERSION, nullptr);
  if (one_version) {
    long version = TLS1_VERSION + static_cast<long>(protocol - kTlsV1Protocol);
    g_ssl.SSL_CTX_ctrl(self->context, SSL_CTRL_SET_MIN_PROTO_VERSION, version, nullptr);
    g_ssl.SSL_CTX_ctrl(self->context, SSL_CTRL_SET_MAX_PROTO_VERSION, version, nullptr);
  }
  g_ssl.SSL_CTX_set_cipher_list(self->context, kDefaultCiphers);
  const unsigned char id[] = "Python";
  g_ssl.SSL_CTX_set_session_id_context(self->context, id, sizeof id);
  g_ssl.X509_VERIFY_PARAM_set_flags(g_ssl.SSL_CTX_get0_param(self->context), X509_V_FLAG_TRUSTED_FIRST);
  g_ssl.X509_VERIFY_PARAM_set_hostflags(g_ssl.SSL_CTX_get0_param(self->context), X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  g_ssl.SSL_CTX_set_default_passwd_cb(self->context, give_password);
  g_ssl.SSL_CTX_set_default_passwd_cb_userdata(self->context, self);
  g_ssl.SSL_CTX_set_ex_data(self->context, 0, self);
  g_ssl.ERR_clear_error();
  return Value(self);
}
COIL_MAKE_SLOT(context_make, context_new)

// -- certificates and keys

Result<std::string> path_reenter(Vm& vm, Value value, const char* which) {
  std::string message = std::string(which) + " should be a valid filesystem path";
  Result<PathArgument> path = path_argument_reenter(vm, value, "expected str, bytes or os.PathLike object");
  if (!path && pending_matches(vm, Exc::TypeError)) {
    clear_pending(vm);
    return raise_type_error(vm, "%s", message.c_str());
  }
  if (!path) return Error{};
  return (*path).bytes;
}

// The places CPython names in its messages.
enum Place { kCertificateLine = 3905, kKeyLine = 3926, kPairLine = 3934, kDataLine = 4035, kLocationsLine = 4154 };

/// ENOENT and the like are told as OSError without a file name, as the library knows only the number.
Error raise_file_error(Vm& vm, int number, Place place) {
  if (number) {
    g_ssl.ERR_clear_error();
    return raise_os_error(vm, number);
  }
  return raise_ssl_queue(vm, nullptr, place);
}

NATIVE(context_load_cert_chain, "load_cert_chain(self, certfile, keyfile=None, password=None)", "The own certificate and its key.") {
  ContextObject* self = self_context(args);
  COIL_TRY(std::string certificate, path_reenter(vm, args[1], "certfile"));
  std::string key = certificate;
  if (args.has(2) && !args[2].is_none()) {
    COIL_TRY(key, path_reenter(vm, args[2], "keyfile"));
  }
  PasswordSource source{vm, {}, {}};
  if (Value password = args.get(3, none()); is_callable(password)) source.callable = password;
  else if (!password.is_none()) COIL_CHECK(take_password(vm, password, "password should be a string or callable", &source.text));
  if (args.has(3) && !args[3].is_none()) self->password = &source;
  g_ssl.ERR_clear_error();
  ssl_errno() = 0;
  Place place = kCertificateLine;
  bool read = g_ssl.SSL_CTX_use_certificate_chain_file(self->context, certificate.c_str()) == 1;
  int error = ssl_errno();
  if (read) {
    place = kKeyLine;
    ssl_errno() = 0;
    read = g_ssl.SSL_CTX_use_PrivateKey_file(self->context, key.c_str(), SSL_FILETYPE_PEM) == 1;
    error = ssl_errno();
  }
  self->password = nullptr;
  if (source.failed) {
    g_ssl.ERR_clear_error();
    return Error{};
  }
  if (!read) return raise_file_error(vm, error, place);
  if (g_ssl.SSL_CTX_check_private_key(self->context) != 1) return raise_ssl_queue(vm, nullptr, kPairLine);
  return none();
}

Result<void> add_certificates(Vm& vm, ContextObject* self, ByteSpan bytes, bool pem) {
  X509_STORE* store = g_ssl.SSL_CTX_get_cert_store(self->context);
  BIO* source = g_ssl.BIO_new_mem_buf(bytes.data, static_cast<int>(bytes.size));
  int count = 0;
  for (;;) {
    X509* certificate = pem ? g_ssl.PEM_read_bio_X509(source, nullptr, [](char*, int, int, void*) { return 0; }, nullptr)
                            : g_ssl.d2i_X509_bio(source, nullptr);
    if (!certificate) break;
    g_ssl.X509_STORE_add_cert(store, certificate);
    g_ssl.X509_free(certificate);
    count++;
  }
  g_ssl.BIO_free(source);
  if (count) {
    // What ends the data well is an error too: no further beginning of a text, no further header.
    unsigned long end = g_ssl.ERR_peek_last_error();
    bool complete = end == 0 || (pem ? ERR_GET_LIB(end) == ERR_LIB_PEM && ERR_GET_REASON(end) == PEM_R_NO_START_LINE
                                     : ERR_GET_LIB(end) == ERR_LIB_ASN1 && ERR_GET_REASON(end) == ASN1_R_HEADER_TOO_LONG);
    if (!complete) return raise_ssl_queue(vm, nullptr, kDataLine);
    g_ssl.ERR_clear_error();
    return ok();
  }
  g_ssl.ERR_clear_error();
  return raise_ssl(vm, SslErrorKind::Error, 0, pem ? "no start line: cadata does not contain a certificate (_ssl.c:4020)" : "not enough data: cadata does not contain a certificate (_ssl.c:4020)");
}

NATIVE(context_load_verify_locations, "load_verify_locations(self, cafile=None, capath=None, cadata=None)", "Certificates to trust.") {
  ContextObject* self = self_context(args);
  std::string file, folder;
  bool has_file = args.has(1) && !args[1].is_none(), has_folder = args.has(2) && !args[2].is_none(), has_data = args.has(3) && !args[3].is_none();
  if (!has_file && !has_folder && !has_data) return raise_type_error(vm, "cafile, capath and cadata cannot be all omitted");
  if (has_file) {
    COIL_TRY(file, path_reenter(vm, args[1], "cafile"));
  }
  if (has_folder) {
    COIL_TRY(folder, path_reenter(vm, args[2], "capath"));
  }
  if (has_data) {
    constexpr const char* kBadData = "cadata should be an ASCII string or a bytes-like object";
    if (args[3].is(Kind::Str)) {
      std::string text = str_utf8(args[3].as<Str>());
      if (text.size() != args[3].as<Str>()->length) return raise_type_error(vm, kBadData);
      if (text.empty()) return raise_value_error(vm, "Empty certificate data");
      COIL_CHECK(add_certificates(vm, self, {reinterpret_cast<const uint8_t*>(text.data()), text.size()}, true));
    } else {
      ByteSpan bytes;
      if (!byte_span(args[3], &bytes)) return raise_type_error(vm, kBadData);
      if (bytes.size == 0) return raise_value_error(vm, "Empty certificate data");
      COIL_CHECK(add_certificates(vm, self, bytes, false));
    }
  }
  if (!has_file && !has_folder) return none();
  g_ssl.ERR_clear_error();
  ssl_errno() = 0;
  if (g_ssl.SSL_CTX_load_verify_locations(self->context, has_file ? file.c_str() : nullptr, has_folder ? folder.c_str() : nullptr) != 1) {
    return raise_file_error(vm, ssl_errno(), kLocationsLine);
  }
  return none();
}
NATIVE(context_set_default_verify_paths, "set_default_verify_paths(self)", "Trust what the system trusts.") {
  if (g_ssl.SSL_CTX_set_default_verify_paths(self_context(args)->context) != 1) return raise_ssl_queue(vm);
  return none();
}

NATIVE(context_load_dh_params, "load_dh_params(self, path, /)", "Read the parameters of Diffie-Hellman key exchange from a file.") {
  COIL_TRY(PathArgument path, path_argument_reenter(vm, args[1], "expected str, bytes or os.PathLike object"));
  std::ifstream file(path.bytes, std::ios::binary);
  if (!file) return raise_os_error(vm, errno, args[1]);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  BIO* source = g_ssl.BIO_new_mem_buf(text.data(), static_cast<int>(std::min<size_t>(text.size(), INT_MAX)));
  if (!source) return raise_memory_error(vm);
  EVP_PKEY* parameters = g_ssl.PEM_read_bio_Parameters(source, nullptr);
  g_ssl.BIO_free(source);
  if (!parameters) {
    g_ssl.ERR_clear_error();
    return raise_ssl(vm, SslErrorKind::Error, PEM_R_NO_START_LINE, "[PEM: NO_START_LINE] no start line (_ssl.c:4202)");
  }
  if (g_ssl.SSL_CTX_set0_tmp_dh_pkey(self_context(args)->context, parameters) != 1) {
    g_ssl.EVP_PKEY_free(parameters);
    return raise_ssl_queue(vm);
  }
  return none();
}

// -- what is demanded and offered

NATIVE(context_set_ciphers, "set_ciphers(self, cipherlist, /)", "Which ciphers may be used, in OpenSSL's notation.") {
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "set_ciphers() argument must be str, not %s", argument_type_name(args[1]));
  if (g_ssl.SSL_CTX_set_cipher_list(self_context(args)->context, str_utf8(args[1].as<Str>()).c_str()) != 1) {
    g_ssl.ERR_clear_error();
    return raise_ssl(vm, SslErrorKind::Error, -1, "No cipher can be selected.");
  }
  return none();
}
NATIVE(context_set_alpn, "_set_alpn_protocols(self, protos, /)", "Protocols to offer, in wire form.") {
  ContextObject* self = self_context(args);
  COIL_TRY(ByteSpan bytes, require_bytes(vm, args[1]));
  delete self->alpn;
  self->alpn = new std::string(reinterpret_cast<const char*>(bytes.data), bytes.size);
  if (g_ssl.SSL_CTX_set_alpn_protos(self->context, bytes.data, static_cast<unsigned>(bytes.size)) != 0) return raise_memory_error(vm);
  g_ssl.SSL_CTX_set_alpn_select_cb(self->context, select_alpn, self);
  return none();
}
NATIVE(context_wrap_bio, "_wrap_bio(self, incoming, outgoing, server_side, server_hostname=None, /)", "A connection between two buffers.") {
  if (!is_memory_bio(args[1]) || !is_memory_bio(args[2])) return raise_type_error(vm, "_wrap_bio() argument '%s' must be _ssl.MemoryBIO, not %s", is_memory_bio(args[1]) ? "outgoing" : "incoming", type_name(is_memory_bio(args[1]) ? args[2] : args[1]));
  COIL_TRY(bool server_side, truthy_reenter(vm, args[3]));
  return wrap_bio(vm, self_context(args), args[1].as<BioObject>(), args[2].as<BioObject>(), server_side, args.get(4, none()));
}

Result<Value> get_verify_mode(Vm&, Value self) { return Value::small_int(self.as<ContextObject>()->verify_mode); }
Result<void> set_verify_mode(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  COIL_TRY(int mode, parsed_int_reenter(vm, value));
  if (mode < kNone || mode > kRequired) return raise_value_error(vm, "invalid value for verify_mode");
  auto* context = self.as<ContextObject>();
  if (mode == kNone && context->check_hostname) return raise_value_error(vm, "Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
  apply_verify_mode(context, mode);
  return ok();
}
Result<Value> get_check_hostname(Vm&, Value self) { return Value::boolean(self.as<ContextObject>()->check_hostname); }
Result<void> set_check_hostname(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  COIL_TRY(bool check, truthy_reenter(vm, value));
  auto* context = self.as<ContextObject>();
  if (check && context->verify_mode == kNone) apply_verify_mode(context, kRequired);
  context->check_hostname = check;
  return ok();
}
Result<Value> get_options(Vm& vm, Value self) { return make_int_u64(vm, g_ssl.SSL_CTX_get_options(self.as<ContextObject>()->context)); }
Result<void> set_options(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  COIL_TRY(int64_t number, argument_int64_reenter(vm, value));
  auto wanted = static_cast<uint64_t>(number);
  SSL_CTX* context = self.as<ContextObject>()->context;
  uint64_t now = g_ssl.SSL_CTX_get_options(context);
  if (now & ~wanted) g_ssl.SSL_CTX_clear_options(context, now & ~wanted);
  if (wanted & ~now) g_ssl.SSL_CTX_set_options(context, wanted & ~now);
  return ok();
}
Result<Value> get_verify_flags(Vm& vm, Value self) {
  return make_int_u64(vm, g_ssl.X509_VERIFY_PARAM_get_flags(g_ssl.SSL_CTX_get0_param(self.as<ContextObject>()->context)));
}
Result<void> set_verify_flags(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  if (!is_instance(value, vm.type(Kind::Int))) return raise_type_error(vm, "argument must be int, not %s", argument_type_name(value));
  COIL_TRY(int64_t number, argument_int64_reenter(vm, value));
  X509_VERIFY_PARAM* parameters = g_ssl.SSL_CTX_get0_param(self.as<ContextObject>()->context);
  g_ssl.X509_VERIFY_PARAM_clear_flags(parameters, g_ssl.X509_VERIFY_PARAM_get_flags(parameters));
  g_ssl.X509_VERIFY_PARAM_set_flags(parameters, static_cast<unsigned long>(number));
  return ok();
}

Result<Value> get_host_flags(Vm&, Value self) {
  return Value::small_int(g_ssl.X509_VERIFY_PARAM_get_hostflags(g_ssl.SSL_CTX_get0_param(self.as<ContextObject>()->context)));
}
Result<void> set_host_flags_reenter(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  COIL_TRY(int64_t flags, argument_int64_reenter(vm, value));
  g_ssl.X509_VERIFY_PARAM_set_hostflags(g_ssl.SSL_CTX_get0_param(self.as<ContextObject>()->context), static_cast<unsigned>(flags));
  return ok();
}

/// -2 and -1 stand for the lowest and the highest version there is.
Result<Value> version_bound(Vm&, Value self, int get, int64_t when_unset) {
  long version = g_ssl.SSL_CTX_ctrl(self.as<ContextObject>()->context, get, 0, nullptr);
  return Value::small_int(version ? version : when_unset);
}
Result<void> set_version_bound_reenter(Vm& vm, Value self, Value value, int set) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  COIL_TRY(value, index_reenter(vm, value));
  int64_t version;
  if (!int_to_i64(value, &version)) return raise(vm, Exc::OverflowError, "Python int too large to convert to C long");
  if (version > INT_MAX) return raise(vm, Exc::OverflowError, "Option is too long");
  long wanted = version == -2 ? (set == SSL_CTRL_SET_MIN_PROTO_VERSION ? 0 : TLS1_2_VERSION)
                : version == -1 ? (set == SSL_CTRL_SET_MAX_PROTO_VERSION ? 0 : TLS1_3_VERSION) : static_cast<long>(version);
  if (g_ssl.SSL_CTX_ctrl(self.as<ContextObject>()->context, set, wanted, nullptr) == 0) {
    g_ssl.ERR_clear_error();
    return raise_value_error(vm, "Unsupported TLS/SSL version 0x%x", static_cast<unsigned>(wanted));
  }
  return ok();
}
Result<Value> get_minimum(Vm& vm, Value self) { return version_bound(vm, self, SSL_CTRL_GET_MIN_PROTO_VERSION, -2); }
Result<void> set_minimum(Vm& vm, Value self, Value value) { return set_version_bound_reenter(vm, self, value, SSL_CTRL_SET_MIN_PROTO_VERSION); }
Result<Value> get_maximum(Vm& vm, Value self) { return version_bound(vm, self, SSL_CTRL_GET_MAX_PROTO_VERSION, -1); }
Result<void> set_maximum(Vm& vm, Value self, Value value) { return set_version_bound_reenter(vm, self, value, SSL_CTRL_SET_MAX_PROTO_VERSION); }
Result<Value> get_protocol(Vm&, Value self) { return Value::small_int(self.as<ContextObject>()->protocol); }

// -- tickets, security, and the file for secrets

Result<Value> get_security_level(Vm&, Value self) { return Value::small_int(g_ssl.SSL_CTX_get_security_level(self.as<ContextObject>()->context)); }
Result<Value> get_tickets(Vm&, Value self) { return Value::small_int(static_cast<int64_t>(g_ssl.SSL_CTX_get_num_tickets(self.as<ContextObject>()->context))); }
Result<void> set_tickets_reenter(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  COIL_TRY(int count, parsed_int_reenter(vm, value));
  if (count < 0) return raise_value_error(vm, "value must be non-negative");
  auto* context = self.as<ContextObject>();
  if (context->protocol != kTlsServerProtocol) return raise_value_error(vm, "SSLContext is not a server context.");
  if (g_ssl.SSL_CTX_set_num_tickets(context->context, static_cast<size_t>(count)) != 1) return raise_value_error(vm, "failed to set num tickets.");
  return ok();
}

void write_secret(const SSL* ssl, const char* line) {
  auto* context = static_cast<ContextObject*>(g_ssl.SSL_CTX_get_ex_data(g_ssl.SSL_get_SSL_CTX(ssl), 0));
  if (!context || !context->keylog) return;
  FILE* file = std::fopen(context->keylog->c_str(), "ae");
  if (!file) return;
  std::fprintf(file, "%s\n", line);
  std::fclose(file);
}
Result<Value> get_keylog(Vm& vm, Value self) {
  auto* context = self.as<ContextObject>();
  if (!context->keylog) return none();
  return new_str(vm, *context->keylog);
}
Result<void> set_keylog_reenter(Vm& vm, Value self, Value value) {
  auto* context = self.as<ContextObject>();
  g_ssl.SSL_CTX_set_keylog_callback(context->context, nullptr);
  delete std::exchange(context->keylog, nullptr);
  if (!value || value.is_none()) return ok();
  COIL_TRY(PathArgument path, path_argument_reenter(vm, value, "expected str, bytes or os.PathLike object"));
  FILE* file = std::fopen(path.bytes.c_str(), "ae");
  if (!file) return raise_os_error(vm, errno, value);
  if (std::ftell(file) == 0) std::fputs("# TLS secrets log file, generated by OpenSSL / Python\n", file);
  std::fclose(file);
  context->keylog = new std::string(path.bytes);
  g_ssl.SSL_CTX_set_keylog_callback(context->context, write_secret);
  return ok();
}

Result<Value> get_post_handshake_auth(Vm&, Value self) { return Value::boolean(self.as<ContextObject>()->post_handshake_auth); }
Result<void> set_post_handshake_auth(Vm& vm, Value self, Value value) {
  if (!value) return raise(vm, Exc::AttributeError, "cannot delete attribute");
  COIL_TRY(bool enabled, truthy_reenter(vm, value));
  auto* context = self.as<ContextObject>();
  context->post_handshake_auth = enabled;
  apply_verify_mode(context, context->verify_mode);
  return ok();
}
const GetSetSpec kPostHandshakeAuth{"post_handshake_auth", get_post_handshake_auth, set_post_handshake_auth, "Whether certificates of clients may be asked for later."};
const GetSetSpec kSecurityLevel{"security_level", get_security_level, nullptr, "OpenSSL's security level."};
const GetSetSpec kTickets{"num_tickets", get_tickets, set_tickets_reenter, "How many tickets a server gives for sessions that are continued."};
const GetSetSpec kKeylog{"keylog_filename", get_keylog, set_keylog_reenter, "A file that the secrets of connections are written to, or None."};
const GetSetSpec kVerifyMode{"verify_mode", get_verify_mode, set_verify_mode, "What is asked of the peer's certificate."};
const GetSetSpec kCheckHostname{"check_hostname", get_check_hostname, set_check_hostname, "Whether the certificate has to be the host's."};
const GetSetSpec kOptions{"options", get_options, set_options, "OpenSSL's options."};
const GetSetSpec kVerifyFlags{"verify_flags", get_verify_flags, set_verify_flags, "OpenSSL's flags for verification."};
const GetSetSpec kHostFlags{"_host_flags", get_host_flags, set_host_flags_reenter, "OpenSSL's flags for the comparison of names."};
const GetSetSpec kMinimum{"minimum_version", get_minimum, set_minimum, "The lowest protocol version."};
const GetSetSpec kMaximum{"maximum_version", get_maximum, set_maximum, "The highest protocol version."};
const GetSetSpec kProtocol{"protocol", get_protocol, nullptr, "The protocol the context was made with."};

}  // namespace

ContextObject* self_context(Args args) {
  prepare_thread_for_ssl();
  return args[0].as<ContextObject>();
}
Class* ssl_context_class() { return g_context_class; }

Result<void> define_ssl_context(Vm& vm, Dict* ns) {
  COIL_TRY(g_context_class, new_module_class<ContextObject>(vm, "_SSLContext", "_ssl", "A TLS context."));
  g_context_class->slots.make = context_make;
  g_context_class->slots.init = init_nothing;
  define_class(vm, g_context_class,
               {&context_load_cert_chain_spec, &context_load_dh_params_spec, &context_load_verify_locations_spec, &context_set_default_verify_paths_spec, &context_set_ciphers_spec,
                &context_set_alpn_spec, &context_wrap_bio_spec, kContextListings[0], kContextListings[1], kContextListings[2], kContextListings[3],
                kContextListings[4]},
               {&kPostHandshakeAuth, &kSecurityLevel, &kTickets, &kKeylog, kSniCallbackSpec, &kVerifyMode, &kCheckHostname, &kOptions, &kVerifyFlags, &kHostFlags, &kMinimum, &kMaximum, &kProtocol});
  return module_set(vm, ns, "_SSLContext", g_context_class);
}

}  // namespace coil
