// What the files of module _ssl share: the functions of OpenSSL, which is loaded at run time, errors, and the objects.
#pragma once

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <string>

#include "modules/support.hpp"

namespace coil {

/// OpenSSL's functions under their own names: g_ssl.SSL_new(...). Headers give the types; nothing is linked.
struct SslFunctions {
#define SSL_FUNCTION(name) decltype(&::name) name;
#include "modules/ssl_functions.def"
#undef SSL_FUNCTION
};
extern SslFunctions g_ssl;
/// errno as OpenSSL sets it: beside a static C library it has another one.
int& ssl_errno();
/// Loads the library; ImportError when it is not installed.
Result<void> load_ssl_library(Vm&);

/// SSLError and its subclasses, by what happened.
enum class SslErrorKind { Error, ZeroReturn, WantRead, WantWrite, Syscall, Eof, CertVerification, kCount };
Result<void> define_ssl_errors(Vm&, Dict* ns);
/// `number` negative: the message is the only argument.
Error raise_ssl(Vm&, SslErrorKind, int number, const std::string& message);
/// What OpenSSL's error queue says. `connection`: for the certificate's part of the story, or nullptr.
Error raise_ssl_queue(Vm&, SSL* connection = nullptr, int line = 0, const std::string& hostname = {});

struct ContextObject : NativeObject {
  SSL_CTX* context;
  int protocol;
  int verify_mode;
  bool check_hostname;
  std::string* alpn;      // wire form
  std::string* password;  // while a key is read
};
struct BioObject : NativeObject {
  BIO* bio;
  bool eof;
};

Result<void> define_ssl_context(Vm&, Dict* ns);
Result<void> define_ssl_connection(Vm&, Dict* ns);
bool is_memory_bio(Value);
/// _SSLContext._wrap_bio
Result<Value> wrap_bio(Vm&, ContextObject*, BioObject* incoming, BioObject* outgoing, bool server_side, Value server_hostname);
/// A certificate as getpeercert() shows it.
Result<Value> certificate_dict(Vm&, X509*);

}  // namespace coil
