// Module _multibyte: pieces of text in the encodings of base/multibyte.def. stdlib/_multibytecodec.py makes codecs of it, which ask the handlers of errors.
#include "base/multibyte.hpp"

#include "modules/support.hpp"
#include "objects/codecs.hpp"

namespace coil {

namespace {

Result<const MultibyteTable*> table_of(Vm& vm, Value name) {
  const MultibyteTable* table = name.is(Kind::Str) ? MultibyteTable::find(str_utf8(name)) : nullptr;
  if (!table) return raise(vm, Exc::LookupError, "no such multibyte encoding");
  return table;
}

NATIVE(multibyte_has, "has(name, /)", "Whether there is an encoding of this name.") {
  return Value::boolean(args[0].is(Kind::Str) && MultibyteTable::find(str_utf8(args[0])));
}

NATIVE(multibyte_decode, "decode(name, data, start, /)",
       "(text, position, reason): the text of the bytes from `start` to where they end or go wrong; `reason` is None, 'illegal' or 'incomplete'.") {
  COIL_TRY(const MultibyteTable* table, table_of(vm, args[0]));
  COIL_TRY(int64_t start, ssize_from_reenter(vm, args[2]));
  COIL_TRY(ByteSpan span, require_bytes(vm, args[1]));
  StrBuilder text(vm);
  size_t at = std::min(static_cast<size_t>(std::max<int64_t>(start, 0)), span.size);
  Value reason = none();
  while (at < span.size) {
    const MultibyteTable::Decoded decoded = table->decode(span.data + at, span.size - at);
    if (decoded.size == MultibyteTable::kIllegal || decoded.size == MultibyteTable::kIncomplete) {
      reason = intern(vm, decoded.size == MultibyteTable::kIllegal ? "illegal" : "incomplete");
      break;
    }
    text.add_char(decoded.character);
    at += decoded.size;
  }
  COIL_TRY(Str* result, text.finish());
  return make_tuple(vm, {result, Value::small_int(static_cast<int64_t>(at)), reason});
}

NATIVE(multibyte_encode, "encode(name, text, start, /)", "(bytes, position): the bytes of the text from `start` to its end, or to a character that has none.") {
  COIL_TRY(const MultibyteTable* table, table_of(vm, args[0]));
  COIL_TRY(int64_t start, ssize_from_reenter(vm, args[2]));
  if (!args[1].is(Kind::Str)) return raise_type_error(vm, "text must be str, not %s", type_name(args[1]));
  StrView text = view(args[1]);
  std::string bytes;
  size_t at = std::min(static_cast<size_t>(std::max<int64_t>(start, 0)), text.length);
  for (; at < text.length; at++) {
    uint8_t character[MultibyteTable::kLongest];
    const size_t size = table->encode(text[at], character);
    if (!size) break;
    bytes.append(reinterpret_cast<const char*>(character), size);
  }
  COIL_TRY(Bytes* result, new_bytes(vm, bytes.data(), bytes.size()));
  return make_tuple(vm, {result, Value::small_int(static_cast<int64_t>(at))});
}

}  // namespace

MODULE(multibyte, "_multibyte", "Encodings of East Asia.", nullptr, FN(multibyte_has), FN(multibyte_decode), FN(multibyte_encode))

}  // namespace coil
