// Module _codecs: the registry, and the encoders and decoders between text and bytes as functions that return pairs. Everything else of
// the public module is in stdlib/codecs.py, other encodings are in stdlib/encodings; escapes are in codec_escapes.cpp.
#include <algorithm>
#include <cstring>

#include "modules/codecs.hpp"
#include "modules/support.hpp"
#include "objects/codecs.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"

namespace coil {

namespace {

/// The text of an optional argument, kept alive by the caller's frame.
Result<std::string> text_option(Vm& vm, Value value, const char* fallback, const char* function, const char* what) {
  if (value.is_nothing()) return std::string(fallback);
  if (value.is(Kind::Str)) return str_utf8(value);
  if (value.is_none() && std::strcmp(what, "'errors'") != 0 && what[0] != '\'') return std::string(fallback);
  return raise_type_error(vm, "%s() argument %s must be str, not %s", function, what, argument_type_name(value));
}

}  // namespace

Result<Value> codec_pair(Vm& vm, Value made, size_t length) {
  return make_tuple(vm, {made, Value::small_int(static_cast<int64_t>(length))});
}

Result<std::string> codec_errors_argument(Vm& vm, Value value, const char* function, const char* what) {
  if (value.is_none()) return std::string("strict");
  return text_option(vm, value, "strict", function, what);
}

namespace {

NATIVE(codecs_lookup, "lookup(encoding, /)", "The CodecInfo of an encoding.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "lookup() argument must be str, not %s", argument_type_name(args[0]));
  return lookup_codec_reenter(vm, str_utf8(args[0]));
}
NATIVE(codecs_register, "register(search_function, /)", "Add a function that finds codecs by name.") {
  COIL_CHECK(register_codec_search(vm, args[0]));
  return none();
}
NATIVE(codecs_unregister, "unregister(search_function, /)", "Remove a function that finds codecs, and forget what was found.") {
  unregister_codec_search(vm, args[0]);
  return none();
}
NATIVE(codecs_register_error, "register_error(errors, handler, /)", "Add an error handler under a name.") {
  if (!args[0].is(Kind::Str)) {
    return raise_type_error(vm, "register_error() argument 1 must be str, not %s", argument_type_name(args[0]));
  }
  COIL_CHECK(register_error_handler(vm, args[0].as<Str>(), args[1]));
  return none();
}
NATIVE(codecs_lookup_error, "_registered_error(name, /)", "The error handler that was registered under a name, or None.") {
  if (!args[0].is(Kind::Str)) return raise_type_error(vm, "lookup_error() argument must be str, not %s", argument_type_name(args[0]));
  COIL_TRY(Value handler, registered_error_handler(vm, str_utf8(args[0])));
  return handler.is_stop() ? none() : handler;
}
NATIVE(codecs_backslash_escape, "_backslash_escape(char, /)", "\\xe9, \\u20ac or \\U0001f600 for a character.") {
  return new_str_ascii(vm, backslash_escape(view(args[0])[0]));
}
NATIVE(codecs_name_escape, "_name_escape(char, /)", "\\N{NAME} for a character that has a name.") {
  return new_str_ascii(vm, name_escape(view(args[0])[0]));
}

/// Names the codec in the pending error, if that was not done already.
Error name_codec_once(Vm& vm, const char* doing, std::string_view encoding) {
  if (vm.pending.as<Exception>()->cause) return Error{};
  return name_codec_in_error(vm, doing, encoding);
}

NATIVE(codecs_encode, "encode(obj, encoding='utf-8', errors='strict')", "Encode an object by the encoder of an encoding.") {
  COIL_TRY(std::string encoding, text_option(vm, args[1], "utf-8", "encode", "'encoding'"));
  COIL_TRY(std::string errors, text_option(vm, args[2], "strict", "encode", "'errors'"));
  if (args[0].is(Kind::Str) && find_native_codec(encoding).codec != Codec::None) {
    Result<Bytes*> bytes = encode_str(vm, args[0].as<Str>(), encoding, errors);
    if (!bytes) return name_codec_once(vm, "encoding", encoding);
    return Value(*bytes);
  }
  return encode_registered_reenter(vm, args[0], encoding, errors, false);
}
NATIVE(codecs_decode, "decode(obj, encoding='utf-8', errors='strict')", "Decode an object by the decoder of an encoding.") {
  COIL_TRY(std::string encoding, text_option(vm, args[1], "utf-8", "decode", "'encoding'"));
  COIL_TRY(std::string errors, text_option(vm, args[2], "strict", "decode", "'errors'"));
  if (find_native_codec(encoding).codec != Codec::None) {
    Result<ByteSpan> bytes = require_bytes(vm, args[0]);
    Result<Str*> text = bytes ? decode_bytes(vm, *bytes, encoding, errors) : Result<Str*>(Error{});
    if (!text) return name_codec_once(vm, "decoding", encoding);
    return Value(*text);
  }
  return decode_registered_reenter(vm, args[0], encoding, errors, false);
}

/// (name, text encoding?) of a native encoding, or None.
NATIVE(codecs_native_name, "_native_name(encoding, /)", "The name of an encoding that needs no Python code, or None.") {
  CodecChoice choice = find_native_codec(str_utf8(args[0]));
  if (choice.codec == Codec::None) return none();
  return new_str(vm, choice.name);
}

NATIVE(codecs_encode_native, "_encode(encoding, text, errors, /)", "(bytes, length) of text in a native encoding.") {
  COIL_TRY(std::string errors, codec_errors_argument(vm, args[2], "encode", "2"));
  if (!args[1].is(Kind::Str)) {
    std::string function = str_is(args[0].as<Str>(), "iso8859-1") ? "latin_1" : str_utf8(args[0]);
    std::replace(function.begin(), function.end(), '-', '_');
    return raise_type_error(vm, "%s_encode() argument 1 must be str, not %s", function.c_str(), argument_type_name(args[1]));
  }
  COIL_TRY(Bytes* bytes, encode_native_reenter(vm, args[1].as<Str>(), find_native_codec(str_utf8(args[0])), errors));
  return codec_pair(vm, bytes, args[1].as<Str>()->length);
}

/// Also the byte order, for streams of utf-16 and utf-32.
NATIVE(codecs_decode_native, "_decode(encoding, data, errors, final, byte_order, /)", "(text, bytes used, byte order) of bytes in a native encoding.") {
  COIL_TRY(std::string errors, codec_errors_argument(vm, args[2], "decode", "2"));
  COIL_TRY(bool final, truthy_reenter(vm, args[3]));
  COIL_TRY(int64_t order, ssize_from_reenter(vm, args[4]));
  COIL_TRY(ByteSpan span, require_bytes(vm, args[1]));
  COIL_TRY(Bytes* bytes, new_bytes(vm, span.data, span.size));
  args.values[1] = bytes;
  DecodeState state{final, static_cast<int>(order), 0};
  COIL_TRY(Str* text, decode_native_reenter(vm, {bytes->data, bytes->size}, find_native_codec(str_utf8(args[0])), errors, &state));
  return make_tuple(vm, {text, Value::small_int(static_cast<int64_t>(state.consumed)), Value::small_int(state.byte_order)});
}

}  // namespace

MODULE(codecs_native, "_codecs", "The registry of codecs, and the native encodings.", nullptr, FN(codecs_lookup), FN(codecs_register),
       FN(codecs_unregister), FN(codecs_register_error), FN(codecs_lookup_error), FN(codecs_backslash_escape), FN(codecs_name_escape),
       FN(codecs_encode), FN(codecs_decode), FN(codecs_native_name), FN(codecs_encode_native), FN(codecs_decode_native))

}  // namespace coil
