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
/// To be called by each thread before OpenSSL: the C library that OpenSSL came with is not the one that started the thread, so that its tables
/// of characters (isspace() and its kin) are not set for it.
void prepare_thread_for_ssl();
/// errno as OpenSSL sets it: beside a static C library it has another one.
int& ssl_errno();
/// Loads the library before its first use, which is making a context or a buffer; ImportError when it is not installed.
Result<void> load_ssl_library(Vm&);

/// SSLError and its subclasses, by what happened.
enum class SslErrorKind { Error, ZeroReturn, WantRead, WantWrite, Syscall, Eof, CertVerification, kCount };
Result<void> define_ssl_errors(Vm&, Dict* ns);
/// `number` negative: the message is the only argument.
Error raise_ssl(Vm&, SslErrorKind, int number, const std::string& message);
/// What OpenSSL's error queue says. `connection`: for the certificate's part of the story, or nullptr.
Error raise_ssl_queue(Vm&, SSL* connection = nullptr, int line = 0, const std::string& hostname = {});

struct PasswordSource;
struct ContextObject : NativeObject {
  SSL_CTX* context;
  int protocol;
  int verify_mode;
  bool check_hostname;
  bool post_handshake_auth;
  std::string* alpn;      // wire form
  PasswordSource* password;  // while a key is read
  std::string* keylog;    // file for the secrets of connections, for debugging with other tools
  Value sni_callback;     // or nothing
};
/// kTlsV1Protocol and the two after it are exactly TLS 1.0, 1.1, 1.2.
constexpr int kTlsProtocol = 2, kTlsV1Protocol = 3, kTlsClientProtocol = 16, kTlsServerProtocol = 17;
struct BioObject : NativeObject {
  BIO* bio;
  bool eof;
};

struct ConnectionObject : NativeObject {
  SSL* ssl;
  Vm* vm;
  ContextObject* context;
  ContextObject* first_context;  // the callbacks of the handshake are its
  Class* context_class;
  Value server_hostname;
  Value owner;                   // the SSLObject or SSLSocket
  bool server_side;
};

extern const GetSetSpec kConnectionContext, kConnectionSession, kConnectionOwner;
extern const GetSetSpec* const kSniCallbackSpec;
/// get_ciphers, get_ca_certs, cert_store_stats, session_stats, set_ecdh_curve
extern const NativeSpec* const kContextListings[5];
extern const NativeSpec* const kConnectionListings[2];  // shared_ciphers, verify_client_post_handshake
ContextObject* self_context(Args);
Class* ssl_context_class();

Result<void> define_ssl_context(Vm&, Dict* ns);
Result<void> define_ssl_session(Vm&, Dict* ns);
Result<void> define_ssl_connection(Vm&, Dict* ns);
bool is_memory_bio(Value);
/// _SSLContext._wrap_bio
Result<Value> wrap_bio(Vm&, ContextObject*, BioObject* incoming, BioObject* outgoing, bool server_side, Value server_hostname);
/// (name, protocol, bits)
Result<Value> cipher_tuple(Vm&, const SSL_CIPHER*);
/// A certificate as getpeercert() shows it.
Result<Value> certificate_dict(Vm&, X509*);
Result<Value> certificate_bytes(Vm&, X509*);

}  // namespace coil
