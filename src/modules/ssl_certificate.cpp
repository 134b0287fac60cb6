// Module _ssl: a certificate as the dictionary that getpeercert() gives.
#include <cstdio>

#include "modules/ssl_internal.hpp"

namespace coil {

namespace {

void free_openssl(void* memory) { g_ssl.CRYPTO_free(memory, __FILE__, __LINE__); }

/// What a function writes, as text.
template <class Write>
Result<Str*> written(Vm& vm, Write write) {
  BIO* out = g_ssl.BIO_new(g_ssl.BIO_s_mem());
  if (!out) return raise_memory_error(vm);
  write(out);
  char buffer[1024];
  int size = g_ssl.BIO_read(out, buffer, sizeof buffer);
  g_ssl.BIO_free(out);
  return new_str(vm, {buffer, static_cast<size_t>(size < 0 ? 0 : size)});
}

Result<Value> asn1_text(Vm& vm, const ASN1_STRING* string) {
  unsigned char* data = nullptr;
  int size = g_ssl.ASN1_STRING_to_UTF8(&data, string);
  if (size < 0) return raise_ssl_queue(vm);
  Result<Str*> text = decode_bytes(vm, {data, static_cast<size_t>(size)}, "utf-8", "strict");
  free_openssl(data);
  COIL_TRY(Str* decoded, text);
  return Value(decoded);
}

/// Tuple of relative names, each a tuple of (attribute, value) pairs.
Result<Value> name_tuple(Vm& vm, const X509_NAME* name) {
  COIL_TRY(List* parts, new_list(vm));
  COIL_TRY(List* part, new_list(vm));
  int set = -1;
  for (int i = 0, count = g_ssl.X509_NAME_entry_count(name); i < count; i++) {
    X509_NAME_ENTRY* entry = g_ssl.X509_NAME_get_entry(name, i);
    if (set >= 0 && set != g_ssl.X509_NAME_ENTRY_set(entry)) {
      COIL_TRY(Tuple* finished, tuple_from_iterable_reenter(vm, part));
      COIL_CHECK(list_append(vm, parts, finished));
      COIL_TRY(part, new_list(vm));
    }
    set = g_ssl.X509_NAME_ENTRY_set(entry);
    char attribute[256];
    g_ssl.OBJ_obj2txt(attribute, sizeof attribute, g_ssl.X509_NAME_ENTRY_get_object(entry), 0);
    COIL_TRY(Str* key, new_str(vm, attribute));
    COIL_TRY(Value text, asn1_text(vm, g_ssl.X509_NAME_ENTRY_get_data(entry)));
    COIL_TRY(Tuple* pair, make_tuple(vm, {key, text}));
    COIL_CHECK(list_append(vm, part, pair));
  }
  if (part->size) {
    COIL_TRY(Tuple* finished, tuple_from_iterable_reenter(vm, part));
    COIL_CHECK(list_append(vm, parts, finished));
  }
  COIL_TRY(Tuple* all, tuple_from_iterable_reenter(vm, parts));
  return Value(all);
}

/// The name inside an alternative name: its kind for the pair, and its value.
Result<Value> general_name_pair(Vm& vm, const GENERAL_NAME* name) {
  auto pair = [&](const char* kind, Result<Value> value) -> Result<Value> {
    COIL_TRY(Value text, value);
    COIL_TRY(Str* key, new_str(vm, kind));
    return make_tuple(vm, {key, text});
  };
  switch (name->type) {
    case GEN_DNS: return pair("DNS", asn1_text(vm, name->d.dNSName));
    case GEN_EMAIL: return pair("email", asn1_text(vm, name->d.rfc822Name));
    case GEN_URI: return pair("URI", asn1_text(vm, name->d.uniformResourceIdentifier));
    case GEN_DIRNAME: return pair("DirName", name_tuple(vm, name->d.directoryName));
    case GEN_IPADD: {
      const unsigned char* data = g_ssl.ASN1_STRING_get0_data(name->d.iPAddress);
      int size = g_ssl.ASN1_STRING_length(name->d.iPAddress);
      char text[64];
      if (size == 4) {
        std::snprintf(text, sizeof text, "%d.%d.%d.%d", data[0], data[1], data[2], data[3]);
      } else if (size == 16) {
        char* at = text;
        for (int i = 0; i < 16; i += 2) at += std::snprintf(at, 8, "%s%X", i ? ":" : "", data[i] << 8 | data[i + 1]);
      } else {
        std::snprintf(text, sizeof text, "<invalid>");
      }
      COIL_TRY(Str* shown, new_str(vm, text));
      return pair("IP Address", Value(shown));
    }
    default: {
      COIL_TRY(Str* shown, new_str(vm, "<unsupported>"));
      return pair("othername", Value(shown));
    }
  }
}

Result<Value> alternative_names(Vm& vm, X509* certificate) {
  auto* names = static_cast<GENERAL_NAMES*>(g_ssl.X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
  if (!names) return none();
  auto collect = [&]() -> Result<Value> {
    COIL_TRY(List* list, new_list(vm));
    auto* stack = reinterpret_cast<const OPENSSL_STACK*>(names);
    for (int i = 0, count = g_ssl.OPENSSL_sk_num(stack); i < count; i++) {
      COIL_TRY(Value pair, general_name_pair(vm, static_cast<const GENERAL_NAME*>(g_ssl.OPENSSL_sk_value(stack, i))));
      COIL_CHECK(list_append(vm, list, pair));
    }
    COIL_TRY(Tuple* all, tuple_from_iterable_reenter(vm, list));
    return Value(all);
  };
  Result<Value> result = collect();
  g_ssl.GENERAL_NAMES_free(names);
  return result;
}

// -- where to ask whether the certificate is still good

Result<void> append_address(Vm& vm, List* addresses, const GENERAL_NAME* name) {
  if (name->type != GEN_URI) return ok();
  const ASN1_STRING* address = name->d.uniformResourceIdentifier;
  COIL_TRY(Str* text, new_str(vm, {reinterpret_cast<const char*>(g_ssl.ASN1_STRING_get0_data(address)), static_cast<size_t>(g_ssl.ASN1_STRING_length(address))}));
  return list_append(vm, addresses, text);
}

template <class T>
const T* stack_item(const void* stack, int i) {
  return static_cast<const T*>(g_ssl.OPENSSL_sk_value(static_cast<const OPENSSL_STACK*>(stack), i));
}
int stack_size(const void* stack) { return g_ssl.OPENSSL_sk_num(static_cast<const OPENSSL_STACK*>(stack)); }

/// Addresses of services that know more about the certificate, of one kind.
Result<List*> service_addresses(Vm& vm, X509* certificate, int kind) {
  COIL_TRY(List* addresses, new_list(vm));
  auto* services = static_cast<AUTHORITY_INFO_ACCESS*>(g_ssl.X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr));
  Result<void> done = ok();
  for (int i = 0; services && done && i < stack_size(services); i++) {
    auto* service = stack_item<ACCESS_DESCRIPTION>(services, i);
    if (g_ssl.OBJ_obj2nid(service->method) == kind) done = append_address(vm, addresses, service->location);
  }
  if (services) g_ssl.AUTHORITY_INFO_ACCESS_free(services);
  COIL_CHECK(done);
  return addresses;
}

/// Addresses of lists of certificates that were taken back.
Result<List*> revocation_lists(Vm& vm, X509* certificate) {
  COIL_TRY(List* addresses, new_list(vm));
  auto* points = static_cast<CRL_DIST_POINTS*>(g_ssl.X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr));
  Result<void> done = ok();
  for (int i = 0; points && i < stack_size(points); i++) {
    const DIST_POINT_NAME* place = stack_item<DIST_POINT>(points, i)->distpoint;
    if (!place || place->type != 0) continue;  // relative names are no addresses
    for (int j = 0; done && j < stack_size(place->name.fullname); j++) {
      done = append_address(vm, addresses, stack_item<GENERAL_NAME>(place->name.fullname, j));
    }
  }
  if (points) g_ssl.CRL_DIST_POINTS_free(points);
  COIL_CHECK(done);
  return addresses;
}

Result<void> show_addresses(Vm& vm, Dict* shown, const char* key, Result<List*> found) {
  COIL_TRY(List* addresses, found);
  if (addresses->size == 0) return ok();
  COIL_TRY(Tuple* tuple, new_tuple_from(vm, addresses->items(), addresses->size));
  return module_set(vm, shown, key, tuple);
}

}  // namespace

Result<Value> certificate_dict(Vm& vm, X509* certificate) {
  COIL_TRY(Dict* shown, new_dict(vm));
  COIL_TRY(Value subject, name_tuple(vm, g_ssl.X509_get_subject_name(certificate)));
  COIL_CHECK(module_set(vm, shown, "subject", subject));
  COIL_TRY(Value issuer, name_tuple(vm, g_ssl.X509_get_issuer_name(certificate)));
  COIL_CHECK(module_set(vm, shown, "issuer", issuer));
  COIL_CHECK(module_set_int(vm, shown, "version", g_ssl.X509_get_version(certificate) + 1));
  COIL_TRY(Str* serial, written(vm, [&](BIO* out) { g_ssl.i2a_ASN1_INTEGER(out, g_ssl.X509_get_serialNumber(certificate)); }));
  COIL_CHECK(module_set(vm, shown, "serialNumber", serial));
  COIL_TRY(Str* from, written(vm, [&](BIO* out) { g_ssl.ASN1_TIME_print(out, g_ssl.X509_get0_notBefore(certificate)); }));
  COIL_CHECK(module_set(vm, shown, "notBefore", from));
  COIL_TRY(Str* to, written(vm, [&](BIO* out) { g_ssl.ASN1_TIME_print(out, g_ssl.X509_get0_notAfter(certificate)); }));
  COIL_CHECK(module_set(vm, shown, "notAfter", to));
  COIL_TRY(Value names, alternative_names(vm, certificate));
  if (!names.is_none()) COIL_CHECK(module_set(vm, shown, "subjectAltName", names));
  COIL_CHECK(show_addresses(vm, shown, "OCSP", service_addresses(vm, certificate, NID_ad_OCSP)));
  COIL_CHECK(show_addresses(vm, shown, "caIssuers", service_addresses(vm, certificate, NID_ad_ca_issuers)));
  COIL_CHECK(show_addresses(vm, shown, "crlDistributionPoints", revocation_lists(vm, certificate)));
  return Value(shown);
}

Result<Value> certificate_bytes(Vm& vm, X509* certificate) {
  int size = g_ssl.i2d_X509(certificate, nullptr);
  if (size < 0) return raise_ssl_queue(vm);
  COIL_TRY(Bytes* bytes, new_bytes_uninitialized(vm, static_cast<size_t>(size)));
  unsigned char* at = bytes->data;
  g_ssl.i2d_X509(certificate, &at);
  return Value(bytes);
}

}  // namespace coil
