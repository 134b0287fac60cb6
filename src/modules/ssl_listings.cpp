// Module _ssl: what a context holds and has done: ciphers, trusted certificates, counters.
#include "modules/ssl_internal.hpp"

namespace coil {

namespace {

Result<void> set_text(Vm& vm, Dict* row, const char* key, const char* text) {
  if (!text) return dict_set_str(vm, row, intern(vm, key), none());
  COIL_TRY(Str* value, new_str(vm, text));
  return dict_set_str(vm, row, intern(vm, key), value);
}
Result<void> set_number(Vm& vm, Dict* row, const char* key, int64_t number) { return dict_set_str(vm, row, intern(vm, key), Value::small_int(number)); }

const char* name_of_nid(int nid) { return nid == NID_undef ? nullptr : g_ssl.OBJ_nid2ln(nid); }

Result<Dict*> cipher_row(Vm& vm, const SSL_CIPHER* cipher) {
  COIL_TRY(Dict* row, new_dict(vm));
  char description[512] = "";
  g_ssl.SSL_CIPHER_description(cipher, description, sizeof description);
  std::string text = description;
  if (size_t end = text.find('\n'); end != std::string::npos) text.resize(end);
  int alg_bits = 0;
  int strength = g_ssl.SSL_CIPHER_get_bits(cipher, &alg_bits);
  COIL_CHECK(set_number(vm, row, "id", g_ssl.SSL_CIPHER_get_id(cipher)));
  COIL_CHECK(set_text(vm, row, "name", g_ssl.SSL_CIPHER_get_name(cipher)));
  COIL_CHECK(set_text(vm, row, "protocol", g_ssl.SSL_CIPHER_get_version(cipher)));
  COIL_CHECK(set_text(vm, row, "description", text.c_str()));
  COIL_CHECK(set_number(vm, row, "strength_bits", strength));
  COIL_CHECK(set_number(vm, row, "alg_bits", alg_bits));
  COIL_CHECK(dict_set_str(vm, row, intern(vm, "aead"), Value::boolean(g_ssl.SSL_CIPHER_is_aead(cipher))));
  COIL_CHECK(set_text(vm, row, "symmetric", name_of_nid(g_ssl.SSL_CIPHER_get_cipher_nid(cipher))));
  COIL_CHECK(set_text(vm, row, "digest", name_of_nid(g_ssl.SSL_CIPHER_get_digest_nid(cipher))));
  COIL_CHECK(set_text(vm, row, "kea", name_of_nid(g_ssl.SSL_CIPHER_get_kx_nid(cipher))));
  COIL_CHECK(set_text(vm, row, "auth", name_of_nid(g_ssl.SSL_CIPHER_get_auth_nid(cipher))));
  return row;
}

NATIVE(context_get_ciphers, "get_ciphers(self)", "The ciphers that may be used, a dictionary for each.") {
  COIL_TRY(List* rows, new_list(vm));
  // A connection knows the ciphers of TLS 1.3 too.
  SSL* connection = g_ssl.SSL_new(self_context(args)->context);
  if (!connection) return raise_ssl_queue(vm);
  STACK_OF(SSL_CIPHER)* ciphers = g_ssl.SSL_get_ciphers(connection);
  auto* stack = reinterpret_cast<OPENSSL_STACK*>(ciphers);
  bool complete = true;
  for (int i = 0, count = stack ? g_ssl.OPENSSL_sk_num(stack) : 0; complete && i < count; i++) {
    Result<Dict*> row = cipher_row(vm, static_cast<const SSL_CIPHER*>(g_ssl.OPENSSL_sk_value(stack, i)));
    complete = row && list_append(vm, rows, Value(*row));
  }
  g_ssl.SSL_free(connection);
  if (!complete) return Error{};
  return Value(rows);
}

NATIVE(connection_shared_ciphers, "shared_ciphers(self, /)", "On the server's side: the ciphers that the client knows too.") {
  SSL* ssl = args[0].as<ConnectionObject>()->ssl;
  auto* own = reinterpret_cast<OPENSSL_STACK*>(g_ssl.SSL_get_ciphers(ssl));
  auto* offered = reinterpret_cast<OPENSSL_STACK*>(g_ssl.SSL_get_client_ciphers(ssl));
  if (!own || !offered) return none();
  COIL_TRY(List* shared, new_list(vm));
  for (int i = 0, count = g_ssl.OPENSSL_sk_num(own); i < count; i++) {
    const void* cipher = g_ssl.OPENSSL_sk_value(own, i);
    bool known = false;
    for (int j = 0, others = g_ssl.OPENSSL_sk_num(offered); !known && j < others; j++) known = g_ssl.OPENSSL_sk_value(offered, j) == cipher;
    if (!known) continue;
    COIL_TRY(Value row, cipher_tuple(vm, static_cast<const SSL_CIPHER*>(cipher)));
    COIL_CHECK(list_append(vm, shared, row));
  }
  return Value(shared);
}

NATIVE(connection_verify_client, "verify_client_post_handshake(self, /)", "On the server's side: ask for the client's certificate now.") {
  g_ssl.ERR_clear_error();
  if (g_ssl.SSL_verify_client_post_handshake(args[0].as<ConnectionObject>()->ssl) != 1) return raise_ssl_queue(vm);
  return none();
}

/// Calls visit(certificate) for each certificate of the store, until it fails.
template <class Visit>
Result<void> for_each_certificate(ContextObject* self, Visit visit) {
  auto* objects = reinterpret_cast<OPENSSL_STACK*>(g_ssl.X509_STORE_get0_objects(g_ssl.SSL_CTX_get_cert_store(self->context)));
  for (int i = 0, count = g_ssl.OPENSSL_sk_num(objects); i < count; i++) COIL_CHECK(visit(static_cast<X509_OBJECT*>(g_ssl.OPENSSL_sk_value(objects, i))));
  return ok();
}

NATIVE(context_get_ca_certs, "get_ca_certs(self, binary_form=False)", "The trusted certificates of authorities, as dictionaries or bytes.") {
  COIL_TRY(bool binary, truthy_reenter(vm, args.get(1, Value::boolean(false))));
  COIL_TRY(List* rows, new_list(vm));
  COIL_CHECK(for_each_certificate(self_context(args), [&](X509_OBJECT* object) -> Result<void> {
    X509* certificate = g_ssl.X509_OBJECT_get_type(object) == X509_LU_X509 ? g_ssl.X509_OBJECT_get0_X509(object) : nullptr;
    if (!certificate || !g_ssl.X509_check_ca(certificate)) return ok();
    COIL_TRY(Value row, binary ? certificate_bytes(vm, certificate) : certificate_dict(vm, certificate));
    return list_append(vm, rows, row);
  }));
  return Value(rows);
}

NATIVE(context_cert_store_stats, "cert_store_stats(self)", "How many certificates and revocation lists are known.") {
  int64_t certificates = 0, lists = 0, authorities = 0;
  COIL_CHECK(for_each_certificate(self_context(args), [&](X509_OBJECT* object) -> Result<void> {
    X509_LOOKUP_TYPE type = g_ssl.X509_OBJECT_get_type(object);
    if (type == X509_LU_CRL) lists++;
    if (type != X509_LU_X509) return ok();
    certificates++;
    authorities += g_ssl.X509_check_ca(g_ssl.X509_OBJECT_get0_X509(object)) != 0;
    return ok();
  }));
  COIL_TRY(Dict* row, new_dict(vm));
  COIL_CHECK(set_number(vm, row, "x509", certificates));
  COIL_CHECK(set_number(vm, row, "crl", lists));
  COIL_CHECK(set_number(vm, row, "x509_ca", authorities));
  return Value(row);
}

NATIVE(context_session_stats, "session_stats(self)", "Counters of connections and continued sessions.") {
  struct Counter { const char* name; int command; };
  constexpr Counter kCounters[] = {{"number", SSL_CTRL_SESS_NUMBER}, {"connect", SSL_CTRL_SESS_CONNECT}, {"connect_good", SSL_CTRL_SESS_CONNECT_GOOD},
                                   {"connect_renegotiate", SSL_CTRL_SESS_CONNECT_RENEGOTIATE}, {"accept", SSL_CTRL_SESS_ACCEPT},
                                   {"accept_good", SSL_CTRL_SESS_ACCEPT_GOOD}, {"accept_renegotiate", SSL_CTRL_SESS_ACCEPT_RENEGOTIATE},
                                   {"hits", SSL_CTRL_SESS_HIT}, {"misses", SSL_CTRL_SESS_MISSES}, {"timeouts", SSL_CTRL_SESS_TIMEOUTS},
                                   {"cache_full", SSL_CTRL_SESS_CACHE_FULL}};
  COIL_TRY(Dict* row, new_dict(vm));
  for (const Counter& counter : kCounters) COIL_CHECK(set_number(vm, row, counter.name, g_ssl.SSL_CTX_ctrl(self_context(args)->context, counter.command, 0, nullptr)));
  return Value(row);
}

NATIVE(context_set_ecdh_curve, "set_ecdh_curve(self, name, /)", "The curve for the exchange of keys.") {
  std::string name;
  if (ByteSpan bytes; args[1].is(Kind::Str)) name = str_utf8(args[1].as<Str>());
  else if (byte_span(args[1], &bytes)) name.assign(reinterpret_cast<const char*>(bytes.data), bytes.size);
  else return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %s", type_name(args[1]));
  int nid = g_ssl.OBJ_sn2nid(name.c_str());
  if (nid == NID_undef) {
    COIL_TRY(Str* shown, repr_reenter(vm, args[1]));
    return raise_value_error(vm, "unknown elliptic curve name %s", str_utf8(shown).c_str());
  }
  if (g_ssl.SSL_CTX_ctrl(self_context(args)->context, SSL_CTRL_SET_GROUPS, 1, &nid) != 1) return raise_ssl_queue(vm);
  return none();
}

}  // namespace

Result<Value> cipher_tuple(Vm& vm, const SSL_CIPHER* cipher) {
  COIL_TRY(Str* name, new_str(vm, g_ssl.SSL_CIPHER_get_name(cipher)));
  COIL_TRY(Str* version, new_str(vm, g_ssl.SSL_CIPHER_get_version(cipher)));
  return make_tuple(vm, {name, version, Value::small_int(g_ssl.SSL_CIPHER_get_bits(cipher, nullptr))});
}

const NativeSpec* const kContextListings[5] = {&context_get_ciphers_spec, &context_get_ca_certs_spec, &context_cert_store_stats_spec,
                                               &context_session_stats_spec, &context_set_ecdh_curve_spec};

const NativeSpec* const kConnectionListings[2] = {&connection_shared_ciphers_spec, &connection_verify_client_spec};

}  // namespace coil
