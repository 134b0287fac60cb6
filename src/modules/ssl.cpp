// Module _ssl: the library and its errors. Contexts are in ssl_context.cpp, connections in ssl_connection.cpp, certificates in ssl_certificate.cpp; stdlib/ssl.py
// makes module ssl of it.
#include <dlfcn.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>

#include "base/system_libc.hpp"
#include "modules/ssl_internal.hpp"

namespace coil {

SslFunctions g_ssl;

namespace {

Value g_errors[static_cast<int>(SslErrorKind::kCount)];

Result<Value> new_error_class(Vm& vm, Dict* ns, const char* name, std::initializer_list<Value> bases, const char* doc) {
  COIL_TRY(Tuple* base_tuple, make_tuple(vm, bases));
  COIL_TRY(Dict* body, new_dict(vm));
  COIL_CHECK(module_set_str(vm, body, "__module__", "ssl"));
  COIL_CHECK(module_set_str(vm, body, "__doc__", doc));
  COIL_TRY(Value cls, call_reenter(vm, vm.type(Kind::Class), {intern(vm, name), base_tuple, body}));
  COIL_CHECK(keep_forever(vm, cls));
  COIL_CHECK(module_set(vm, ns, name, cls));
  return cls;
}

const char* library_name(unsigned long code) {
  switch (ERR_GET_LIB(code)) {
    case ERR_LIB_SSL: return "SSL";
    case ERR_LIB_X509: return "X509";
    case ERR_LIB_PEM: return "PEM";
    case ERR_LIB_ASN1: return "ASN1";
    case ERR_LIB_EVP: return "EVP";
    case ERR_LIB_RSA: return "RSA";
    default: return nullptr;
  }
}

/// "certificate verify failed" -> "CERTIFICATE_VERIFY_FAILED"
std::string reason_name(const char* text) {
  std::string name;
  for (const char* c = text; *c; c++) name += *c == ' ' || *c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(*c)));
  return name;
}

/// What verifying the peer's certificate said.
std::string verification_text(SSL* connection, const std::string& hostname) {
  long code = g_ssl.SSL_get_verify_result(connection);
  if (code == X509_V_ERR_HOSTNAME_MISMATCH) return "Hostname mismatch, certificate is not valid for '" + hostname + "'.";
  if (code == X509_V_ERR_IP_ADDRESS_MISMATCH) return "IP address mismatch, certificate is not valid for '" + hostname + "'.";
  return g_ssl.X509_verify_cert_error_string(code);
}

Result<void> check_system_libraries(Vm& vm) {
  if (can_load_system_libraries()) return ok();
  return raise(vm, Exc::ImportError, "module ssl needs OpenSSL 3, which this build can load only beside the C library it was linked with");
}

Error raise_with_fields(Vm& vm, SslErrorKind kind, int number, const std::string& message, const char* library, const std::string& reason, SSL* verified, const std::string& hostname) {
  COIL_TRY(Str* text, new_str(vm, message));
  Value cls = g_errors[static_cast<int>(kind)];
  COIL_TRY(Value error, number < 0 ? call_reenter(vm, cls, {text}) : call_reenter(vm, cls, {Value::small_int(number), text}));
  Value fields[2] = {none(), none()};
  if (library) {
    COIL_TRY(fields[0], new_str(vm, library));
  }
  if (!reason.empty()) {
    COIL_TRY(fields[1], new_str(vm, reason));
  }
  COIL_CHECK(set_attr_reenter(vm, error, intern(vm, "library"), fields[0]));
  COIL_CHECK(set_attr_reenter(vm, error, intern(vm, "reason"), fields[1]));
  if (kind == SslErrorKind::CertVerification && verified) {
    long code = g_ssl.SSL_get_verify_result(verified);
    COIL_TRY(Str* shown, new_str(vm, verification_text(verified, hostname)));
    COIL_CHECK(set_attr_reenter(vm, error, intern(vm, "verify_code"), Value::small_int(code)));
    COIL_CHECK(set_attr_reenter(vm, error, intern(vm, "verify_message"), shown));
  }
  return raise_exception(vm, error);
}

NATIVE(ssl_version, "_version()", "(text, number) of OpenSSL.") {
  COIL_CHECK(load_ssl_library(vm));
  COIL_TRY(Str* text, new_str(vm, g_ssl.OpenSSL_version(0)));
  return make_tuple(vm, {text, Value::small_int(static_cast<int64_t>(g_ssl.OpenSSL_version_num()))});
}

NATIVE(ssl_default_verify_paths, "_default_verify_paths()", "Where OpenSSL looks for certificates to trust: environment variables and defaults.") {
  COIL_CHECK(load_ssl_library(vm));
  const char* places[] = {g_ssl.X509_get_default_cert_file_env(), g_ssl.X509_get_default_cert_file(), g_ssl.X509_get_default_cert_dir_env(),
                          g_ssl.X509_get_default_cert_dir()};
  COIL_TRY(Tuple* paths, new_tuple(vm, 4));
  for (size_t i = 0; i < 4; i++) {
    COIL_TRY(Str* text, new_str(vm, places[i]));
    store(paths, paths->items[i], Value(text));
  }
  return Value(paths);
}

/// Loading takes longer than the rest of an import. Where the library is not in one of the usual folders, only loading it tells whether there is one.
Result<void> find_ssl_library(Vm& vm) {
  COIL_CHECK(check_system_libraries(vm));
  for (const char* path : {"/usr/lib/x86_64-linux-gnu/libssl.so.3", "/usr/lib/aarch64-linux-gnu/libssl.so.3", "/usr/lib64/libssl.so.3", "/usr/lib/libssl.so.3"}) {
    if (access(path, R_OK) == 0) return ok();
  }
  return load_ssl_library(vm);
}

Result<void> init_ssl(Vm& vm, Dict* ns) {
  COIL_CHECK(find_ssl_library(vm));
  COIL_CHECK(define_ssl_errors(vm, ns));
  COIL_CHECK(define_ssl_context(vm, ns));
  COIL_CHECK(define_ssl_session(vm, ns));
  return define_ssl_connection(vm, ns);
}

}  // namespace

static int* (*errno_location)();

static void (*init_character_tables)();

void prepare_thread_for_ssl() {
  static thread_local bool prepared = false;
  if (prepared || !init_character_tables) return;
  init_character_tables();
  prepared = true;
}

int& ssl_errno() { return errno_location ? *errno_location() : errno; }

Result<void> load_ssl_library(Vm& vm) {
  static void* library = nullptr;
  if (library) return ok();
  COIL_CHECK(check_system_libraries(vm));
  void* loaded = dlopen("libssl.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!loaded) return raise(vm, Exc::ImportError, "module ssl needs OpenSSL 3, which could not be loaded: %s", dlerror());
  struct Row { const char* name; void** place; };
  const Row rows[] = {
#define SSL_FUNCTION(name) {#name, reinterpret_cast<void**>(&g_ssl.name)},
#include "modules/ssl_functions.def"
#undef SSL_FUNCTION
  };
  for (const Row& row : rows) {
    *row.place = dlsym(loaded, row.name);
    if (*row.place) continue;
    dlclose(loaded);
    return raise(vm, Exc::ImportError, "module ssl needs OpenSSL 3: libssl.so.3 has no function %s", row.name);
  }
  errno_location = reinterpret_cast<int* (*)()>(dlsym(loaded, "__errno_location"));
  init_character_tables = reinterpret_cast<void (*)()>(dlsym(loaded, "__ctype_init"));
  library = loaded;
  return ok();
}

Result<void> define_ssl_errors(Vm& vm, Dict* ns) {
  auto at = [](SslErrorKind kind) -> Value& { return g_errors[static_cast<int>(kind)]; };
  Value os_error = vm.exception(Exc::OSError);
  COIL_TRY(at(SslErrorKind::Error), new_error_class(vm, ns, "SSLError", {os_error}, "An error occurred in the SSL implementation."));
  Value base = at(SslErrorKind::Error);
  COIL_TRY(at(SslErrorKind::ZeroReturn), new_error_class(vm, ns, "SSLZeroReturnError", {base}, "SSL/TLS session closed cleanly."));
  COIL_TRY(at(SslErrorKind::WantRead), new_error_class(vm, ns, "SSLWantReadError", {base}, "More data has to come first."));
  COIL_TRY(at(SslErrorKind::WantWrite), new_error_class(vm, ns, "SSLWantWriteError", {base}, "Data has to be sent first."));
  COIL_TRY(at(SslErrorKind::Syscall), new_error_class(vm, ns, "SSLSyscallError", {base}, "System error when attempting SSL operation."));
  COIL_TRY(at(SslErrorKind::Eof), new_error_class(vm, ns, "SSLEOFError", {base}, "SSL/TLS connection terminated abruptly."));
  COIL_TRY(at(SslErrorKind::CertVerification), new_error_class(vm, ns, "SSLCertVerificationError", {base, vm.exception(Exc::ValueError)},
                                                              "A certificate could not be verified."));
  return ok();
}

Error raise_ssl(Vm& vm, SslErrorKind kind, int number, const std::string& message) { return raise_with_fields(vm, kind, number, message, nullptr, "", nullptr, ""); }

Error raise_ssl_queue(Vm& vm, SSL* connection, int line, const std::string& hostname) {
  unsigned long code = g_ssl.ERR_peek_last_error();
  g_ssl.ERR_clear_error();
  if (code == 0) return raise_ssl(vm, SslErrorKind::Error, connection ? 1 : 0, "unknown error");
  if (ERR_SYSTEM_ERROR(code)) return raise_os_error(vm, ERR_GET_REASON(code));
  const char* text = g_ssl.ERR_reason_error_string(code);
  std::string reason = text ? text : "unknown error";
  const char* library = library_name(code);
  SslErrorKind kind = SslErrorKind::Error;
  bool is_ssl = ERR_GET_LIB(code) == ERR_LIB_SSL;
  std::string message = reason;
  if (is_ssl && ERR_GET_REASON(code) == SSL_R_CERTIFICATE_VERIFY_FAILED) {
    kind = SslErrorKind::CertVerification;
    if (connection) message += ": " + verification_text(connection, hostname);
  } else if (is_ssl && ERR_GET_REASON(code) == SSL_R_UNEXPECTED_EOF_WHILE_READING) {
    kind = SslErrorKind::Eof;
    message = "EOF occurred in violation of protocol";
  }
  std::string name = ERR_COMMON_ERROR(code) ? "" : reason_name(reason.c_str());
  if (library && name.empty()) message = std::string("[") + library + "] " + message;
  else if (library) message = std::string("[") + library + ": " + name + "] " + message;
  else if (!name.empty()) message = "[" + name + "] " + message;
  if (line) message += " (_ssl.c:" + std::to_string(line) + ")";
  // A connection's errors have the number of their kind, all others that of the reason.
  int number = kind == SslErrorKind::Eof ? 8 : connection ? 1 : ERR_GET_REASON(code);
  return raise_with_fields(vm, kind, number, message, library, name, connection, hostname);
}

MODULE(ssl_native, "_ssl", "TLS with OpenSSL.", init_ssl, FN(ssl_version), FN(ssl_default_verify_paths))

}  // namespace coil
