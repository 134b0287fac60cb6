// Encodings between the files of codecs: which are native, partial decoding for streams, the registry that programs may add to.
// encode_str and decode_bytes in str.hpp are what everybody else uses.
#pragma once

#include <string>
#include <string_view>

#include "base/encodings.hpp"
#include "objects/str.hpp"

namespace coil {

Result<Bytes*> encode_native_reenter(Vm&, Str*, const CodecChoice&, std::string_view errors);

/// State of a decoder between pieces of a stream.
struct DecodeState {
  bool final = true;        // nothing follows: incomplete characters are errors
  int byte_order = 0;       // utf-16 and utf-32: -1 little, 1 big, 0 to be found out
  size_t consumed = 0;      // bytes that have become text
};
/// `bytes` must not change while handlers run.
Result<Str*> decode_native_reenter(Vm&, ByteSpan bytes, const CodecChoice&, std::string_view errors, DecodeState* state);

// -- error handlers (codec_errors.cpp)

/// Whether the name is one of CPython's own handlers, which can't be replaced.
bool is_builtin_error_handler(std::string_view name);
/// What the handler answers to an exception: text or bytes to put in the place of the error, and where to go on.
struct Replacement {
  Value text;
  size_t position;
  Bytes* object;  // decoding goes on with these bytes, which the handler may have put into the exception; encoding: nullptr
};
/// Calls the handler that a program registered; LookupError when there is none. `length` of what is encoded.
Result<Replacement> call_error_handler_reenter(Vm&, std::string_view name, Value exception, size_t length, bool encoding);
/// \xe9, \u20ac or \U0001f600.
std::string backslash_escape(Char c);
/// \N{EURO SIGN}, or a backslash escape for characters without a name.
std::string name_escape(Char c);

// -- the registry (codec_registry.cpp)

Result<void> register_error_handler(Vm&, Str* name, Value handler);
/// The handler of this name that was registered; Value::stop() when there is none.
Result<Value> registered_error_handler(Vm&, std::string_view name);
Result<void> register_codec_search(Vm&, Value search);
void unregister_codec_search(Vm&, Value search);
/// The CodecInfo of an encoding; LookupError.
Result<Value> lookup_codec_reenter(Vm&, std::string_view name);
/// Where the pending exception is of a plain kind, with a text or nothing, it becomes the cause of one that also names the codec.
Error name_codec_in_error(Vm&, const char* doing, std::string_view encoding);
/// Encoding and decoding through the registry, for encodings that are not native. `text_only`: as str.encode and bytes.decode, which
/// refuse codecs between bytes and bytes.
Result<Value> encode_registered_reenter(Vm&, Value source, std::string_view encoding, std::string_view errors, bool text_only);
Result<Value> decode_registered_reenter(Vm&, Value source, std::string_view encoding, std::string_view errors, bool text_only);

}  // namespace coil
