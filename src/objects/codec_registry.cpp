// The registry of codecs: search functions and error handlers of programs, and what they have answered. Encodings that are not native
// come from the package `encodings`, which is imported when the first of them is asked for.
#include "base/encodings.hpp"
#include "objects/codecs.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

struct Registry {
  Dict* handlers = nullptr;  // error handlers by name
  List* searches = nullptr;  // functions that find codecs, of programs
  Dict* found = nullptr;     // CodecInfo by normalised name
} g_registry;

Result<void> prepare(Vm& vm) {
  if (g_registry.found) return ok();
  static bool rooted = false;
  if (!rooted) {
    g_heap.add_roots(
        [](void*, Marker& marker) {
          marker.cell(g_registry.handlers);
          marker.cell(g_registry.searches);
          marker.cell(g_registry.found);
        },
        nullptr);
    rooted = true;
  }
  COIL_TRY(g_registry.handlers, new_dict(vm));
  COIL_TRY(g_registry.searches, new_list(vm));
  COIL_TRY(g_registry.found, new_dict(vm));
  return ok();
}

/// The answer of a search function: a CodecInfo (a tuple of four), or None.
Result<Value> ask_search_reenter(Vm& vm, Value search, Str* name) {
  COIL_TRY(Value info, call_reenter(vm, search, {name}));
  if (info.is_none()) return Value::stop();
  if (!info.is(Kind::Tuple) || info.as<Tuple>()->size != 4) return raise_type_error(vm, "codec search functions must return 4-tuples");
  return info;
}

/// The first item of the pair that an encoder or decoder returns.
Result<Value> first_of_pair(Vm& vm, Value pair, const char* who) {
  if (!pair.is(Kind::Tuple) || pair.as<Tuple>()->size != 2) return raise_type_error(vm, "%s must return a tuple (object, integer)", who);
  return pair.as<Tuple>()->items[0];
}

Result<Value> text_codec_reenter(Vm& vm, std::string_view encoding, bool text_only, const char* alternative) {
  COIL_TRY(Value info, lookup_codec_reenter(vm, encoding));
  if (!text_only) return info;
  COIL_TRY(Value is_text, find_attr_reenter(vm, info, intern(vm, "_is_text_encoding")));
  if (!is_text.is_false()) return info;
  return raise_text(vm, Exc::LookupError, "'" + std::string(encoding) + "' is not a text encoding; use codecs." + alternative +
                                              "() to handle arbitrary codecs");
}

Result<Value> run_codec_reenter(Vm& vm, Value function, Value source, std::string_view errors) {
  if (errors == "strict") return call_reenter(vm, function, {source});
  COIL_TRY(Str* handler, new_str(vm, errors));
  return call_reenter(vm, function, {source, handler});
}

}  // namespace

Error name_codec_in_error(Vm& vm, const char* doing, std::string_view encoding) {
  auto* exception = vm.pending.as<Exception>();
  Class* cls = class_of(vm.pending);
  bool plain = cls->slots.init == vm.exception(Exc::Exception)->slots.init && static_cast<ExcLayout>(cls->exception_layout) == ExcLayout::Plain;
  size_t count = exception->args->size;
  if (!plain || count > 1 || (count && !exception->args->items[0].is(Kind::Str))) return Error{};
  Value cause = clear_pending(vm);
  // What a program gave the exception would be lost.
  COIL_TRY(Value attributes, instance_dict(vm, cause));
  if (attributes.is(Kind::Dict) && attributes.as<Dict>()->used) return raise_exception(vm, cause);
  COIL_TRY(Str* shown, str_reenter(vm, cause));
  std::string text = std::string(doing) + " with '" + std::string(encoding) + "' codec failed (" + class_name(cls) + ": " + str_utf8(shown) + ")";
  COIL_TRY(Str* message, new_str(vm, text));
  COIL_TRY(Exception* wrapped, new_exception(vm, cls, {message}));
  store(wrapped, wrapped->cause, cause);
  wrapped->suppress_context = true;
  return raise_exception(vm, wrapped);
}

Result<void> register_error_handler(Vm& vm, Str* name, Value handler) {
  if (!is_callable(handler)) return raise_type_error(vm, "handler must be callable");
  COIL_CHECK(prepare(vm));
  return dict_set_str(vm, g_registry.handlers, name, handler);
}

Result<Value> registered_error_handler(Vm& vm, std::string_view name) {
  COIL_CHECK(prepare(vm));
  COIL_TRY(Str* key, new_str(vm, name));
  Value handler = dict_get_str(g_registry.handlers, key);
  return handler.is_nothing() ? Value::stop() : handler;
}

Result<void> register_codec_search(Vm& vm, Value search) {
  if (!is_callable(search)) return raise_type_error(vm, "argument must be callable");
  COIL_CHECK(prepare(vm));
  return list_append(vm, g_registry.searches, search);
}

void unregister_codec_search(Vm&, Value search) {
  if (!g_registry.searches) return;
  for (size_t i = 0; i < g_registry.searches->size; i++) {
    if (g_registry.searches->items()[i] != search) continue;
    list_remove_range(g_registry.searches, i, i + 1);
    dict_clear(g_registry.found);
    return;
  }
}

Result<Value> lookup_codec_reenter(Vm& vm, std::string_view name) {
  if (name.find('\0') != name.npos) return raise_value_error(vm, "embedded null character");
  COIL_CHECK(prepare(vm));
  COIL_TRY(Str* key, new_str(vm, normalized_encoding(name)));
  Value known = dict_get_str(g_registry.found, key);
  if (known) return known;
  COIL_TRY(Value package, call_reenter(vm, dict_get_str(vm.builtins, intern(vm, "__import__")), {intern(vm, "encodings")}));
  COIL_TRY(Value search, get_attr_reenter(vm, package, intern(vm, "search_function")));
  COIL_TRY(Value info, ask_search_reenter(vm, search, key));
  for (size_t i = 0; info.is_stop() && i < g_registry.searches->size; i++) {
    COIL_TRY(info, ask_search_reenter(vm, g_registry.searches->items()[i], key));
  }
  if (info.is_stop()) return raise_text(vm, Exc::LookupError, "unknown encoding: " + std::string(name));
  COIL_CHECK(dict_set_str(vm, g_registry.found, key, info));
  return info;
}

Result<Value> encode_registered_reenter(Vm& vm, Value source, std::string_view encoding, std::string_view errors, bool text_only) {
  COIL_TRY(Value info, text_codec_reenter(vm, encoding, text_only, "encode"));
  Result<Value> pair = run_codec_reenter(vm, info.as<Tuple>()->items[0], source, errors);
  if (!pair) return name_codec_in_error(vm, "encoding", encoding);
  COIL_TRY(Value made, first_of_pair(vm, *pair, "encoder"));
  if (text_only && !made.is(Kind::Bytes)) {
    return raise_text(vm, Exc::TypeError, "'" + std::string(encoding) + "' encoder returned '" + type_name(made) +
                                              "' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
  }
  return made;
}

Result<Value> decode_registered_reenter(Vm& vm, Value source, std::string_view encoding, std::string_view errors, bool text_only) {
  COIL_TRY(Value info, text_codec_reenter(vm, encoding, text_only, "decode"));
  Result<Value> pair = run_codec_reenter(vm, info.as<Tuple>()->items[1], source, errors);
  if (!pair) return name_codec_in_error(vm, "decoding", encoding);
  COIL_TRY(Value made, first_of_pair(vm, *pair, "decoder"));
  if (text_only && !made.is(Kind::Str)) {
    return raise_text(vm, Exc::TypeError, "'" + std::string(encoding) + "' decoder returned '" + type_name(made) +
                                              "' instead of 'str'; use codecs.decode() to decode to arbitrary types");
  }
  return made;
}

}  // namespace coil
