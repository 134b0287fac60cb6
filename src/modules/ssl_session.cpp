// Module _ssl: sessions that a later connection continues, and the callback by which a server looks at the name that a client asks for.
#include <cstring>

#include "modules/host_services.hpp"
#include "modules/ssl_internal.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

struct SessionObject : NativeObject {
  SSL_SESSION* session;
  ContextObject* context;
};
void trace_session(Cell* cell, Marker& marker) { marker.cell(static_cast<SessionObject*>(cell)->context); }
void destroy_session(Cell* cell) {
  if (SSL_SESSION* session = static_cast<SessionObject*>(cell)->session) g_ssl.SSL_SESSION_free(session);
}
const NativeObjectOps kSessionOps{trace_session, destroy_session};
Class* g_session_class;

SSL_SESSION* session_of(Value self) { return self.as<SessionObject>()->session; }
bool is_session(Value value) { return value.is(Kind::NativeObject) && value.as<NativeObject>()->ops == &kSessionOps; }

ByteSpan session_id(SSL_SESSION* session) {
  unsigned size;
  const unsigned char* id = g_ssl.SSL_SESSION_get_id(session, &size);
  return {id, size};
}

Result<Value> get_id(Vm& vm, Value self) {
  ByteSpan id = session_id(session_of(self));
  return new_bytes(vm, id.data, id.size);
}
Result<Value> get_time(Vm&, Value self) { return Value::small_int(g_ssl.SSL_SESSION_get_time(session_of(self))); }
Result<Value> get_timeout(Vm&, Value self) { return Value::small_int(g_ssl.SSL_SESSION_get_timeout(session_of(self))); }
Result<Value> get_hint(Vm& vm, Value self) { return make_int_u64(vm, g_ssl.SSL_SESSION_get_ticket_lifetime_hint(session_of(self))); }
Result<Value> get_has_ticket(Vm&, Value self) { return Value::boolean(g_ssl.SSL_SESSION_has_ticket(session_of(self))); }
const GetSetSpec kId{"id", get_id, nullptr, "The session's number, as bytes."};
const GetSetSpec kTime{"time", get_time, nullptr, "When it began, in seconds since 1970."};
const GetSetSpec kTimeout{"timeout", get_timeout, nullptr, "How many seconds it can be continued."};
const GetSetSpec kHint{"ticket_lifetime_hint", get_hint, nullptr, "How many seconds the server means to accept the ticket."};
const GetSetSpec kHasTicket{"has_ticket", get_has_ticket, nullptr, "Whether the server gave a ticket."};

Result<Value> session_compare(Vm&, Value left, Value right, CompareOp op) {
  if (!is_session(left) || !is_session(right) || (op != CompareOp::Eq && op != CompareOp::Ne)) return Value(&not_implemented_cell);
  ByteSpan a = session_id(session_of(left)), b = session_id(session_of(right));
  bool equal = a.size == b.size && std::memcmp(a.data, b.data, a.size) == 0;
  return Value::boolean(equal == (op == CompareOp::Eq));
}

// -- the name that a client asks for

/// What went wrong in the callback goes to sys.unraisablehook; the client is told `alert`.
int fail_callback(Vm& vm, ContextObject* context, int* out, int alert) {
  Value error = clear_pending(vm);
  report_unraisable_reenter(vm, error, context->sni_callback);
  *out = alert;
  return SSL_TLSEXT_ERR_ALERT_FATAL;
}

int name_requested(SSL* ssl, int* alert, void* data) {
  auto* context = static_cast<ContextObject*>(data);
  auto* connection = static_cast<ConnectionObject*>(g_ssl.SSL_get_ex_data(ssl, 0));
  if (!context->sni_callback || !connection) return SSL_TLSEXT_ERR_OK;
  Vm& vm = *connection->vm;
  auto ask = [&]() -> Result<Value> {
    const char* name = g_ssl.SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    Value text = none();
    if (name) {
      COIL_TRY(Str* decoded, decode_bytes(vm, {reinterpret_cast<const uint8_t*>(name), std::strlen(name)}, "ascii", "strict"));
      text = decoded;
    }
    return call_reenter(vm, context->sni_callback, {connection->owner, text, Value(context)});
  };
  Result<Value> answer = ask();
  if (!answer) return fail_callback(vm, context, alert, SSL_AD_HANDSHAKE_FAILURE);
  if ((*answer).is_none()) return SSL_TLSEXT_ERR_OK;
  Result<int64_t> number = argument_int64_reenter(vm, *answer);
  if (!number) return fail_callback(vm, context, alert, SSL_AD_INTERNAL_ERROR);
  *alert = static_cast<int>(*number);
  return SSL_TLSEXT_ERR_ALERT_FATAL;
}

Result<Value> get_sni_callback(Vm&, Value self) {
  Value callback = self.as<ContextObject>()->sni_callback;
  return callback ? callback : none();
}
Result<void> set_sni_callback(Vm& vm, Value self, Value value) {
  auto* context = self.as<ContextObject>();
  if (context->protocol == kTlsClientProtocol) return raise_value_error(vm, "sni_callback cannot be set on TLS_CLIENT context");
  bool clear = !value || value.is_none();
  if (!clear && !is_callable(value)) return raise_type_error(vm, "not a callable object");
  store(context, context->sni_callback, clear ? Value() : value);
  g_ssl.SSL_CTX_callback_ctrl(context->context, SSL_CTRL_SET_TLSEXT_SERVERNAME_CB, clear ? nullptr : reinterpret_cast<void (*)()>(name_requested));
  g_ssl.SSL_CTX_ctrl(context->context, SSL_CTRL_SET_TLSEXT_SERVERNAME_ARG, 0, context);
  return ok();
}
const GetSetSpec kSniCallback{"sni_callback", get_sni_callback, set_sni_callback, "Called with the connection, the name asked for and the context."};

// -- attributes of connections

Result<Value> get_context(Vm&, Value self) { return self.as<ConnectionObject>()->context; }
Result<void> set_context(Vm& vm, Value self, Value value) {
  auto* connection = self.as<ConnectionObject>();
  if (!value || !is_instance(value, connection->context_class)) return raise_type_error(vm, "The value must be a SSLContext");
  store(connection, connection->context, value.as<ContextObject>());
  g_ssl.SSL_set_SSL_CTX(connection->ssl, connection->context->context);
  return ok();
}

Result<Value> get_session(Vm& vm, Value self) {
  auto* connection = self.as<ConnectionObject>();
  SSL_SESSION* present = g_ssl.SSL_get1_session(connection->ssl);
  if (!present) return none();
  // A copy: OpenSSL lets nobody continue the session of a connection that is freed without a shutdown.
  SSL_SESSION* session = g_ssl.SSL_SESSION_dup(present);
  g_ssl.SSL_SESSION_free(present);
  if (!session) return raise_memory_error(vm);
  Result<SessionObject*> made = new_native_object<SessionObject>(vm, g_session_class, &kSessionOps);
  if (!made) {
    g_ssl.SSL_SESSION_free(session);
    return Error{};
  }
  made->session = session;
  made->context = connection->context;
  return Value(*made);
}
Result<void> set_session(Vm& vm, Value self, Value value) {
  auto* connection = self.as<ConnectionObject>();
  if (!value || !is_session(value)) return raise_type_error(vm, "Value is not a SSLSession.");
  if (value.as<SessionObject>()->context->context != connection->context->context) return raise_value_error(vm, "Session refers to a different SSLContext.");
  if (connection->server_side) return raise_value_error(vm, "Cannot set session for server-side SSLSocket.");
  if (g_ssl.SSL_is_init_finished(connection->ssl)) return raise_value_error(vm, "Cannot set session after handshake.");
  if (g_ssl.SSL_set_session(connection->ssl, session_of(value)) != 1) return raise_ssl_queue(vm);
  return ok();
}

Result<Value> get_owner(Vm&, Value self) {
  Value owner = self.as<ConnectionObject>()->owner;
  return owner ? owner : none();
}
Result<void> set_owner(Vm&, Value self, Value value) {
  store(self.cell(), self.as<ConnectionObject>()->owner, value);
  return ok();
}

}  // namespace

const GetSetSpec kConnectionContext{"context", get_context, set_context, "The context; a callback for names may change it."};
const GetSetSpec kConnectionSession{"session", get_session, set_session, "The session: a later connection can continue it."};
const GetSetSpec kConnectionOwner{"owner", get_owner, set_owner, "The SSLObject or SSLSocket of the connection."};
const GetSetSpec* const kSniCallbackSpec = &kSniCallback;

Result<void> define_ssl_session(Vm& vm, Dict* ns) {
  COIL_TRY(g_session_class, new_module_class<SessionObject>(vm, "SSLSession", "_ssl", "A session that a later connection can continue."));
  g_session_class->slots.compare = session_compare;
  g_session_class->slots.hash = hash_not_implemented;
  define_class(vm, g_session_class, {}, {&kId, &kTime, &kTimeout, &kHint, &kHasTicket});
  return module_set(vm, ns, "SSLSession", g_session_class);
}

}  // namespace coil
