// Error handlers of codecs: the texts that the built-in ones write, and calling those of programs.
#include <algorithm>
#include <cstdio>
#include <iterator>

#include "objects/codecs.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "unidata/unidata.hpp"

namespace coil {

bool is_builtin_error_handler(std::string_view name) {
  static constexpr std::string_view kNames[] = {"strict",            "ignore",      "replace",         "backslashreplace",
                                                "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

std::string backslash_escape(Char c) {
  char escape[16];
  std::snprintf(escape, sizeof escape, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
  return escape;
}

std::string name_escape(Char c) {
  std::string name;
  return unidata::character_name(c, &name) ? "\\N{" + name + "}" : backslash_escape(c);
}

Result<Replacement> call_error_handler_reenter(Vm& vm, std::string_view name, Value exception, size_t length, bool encoding) {
  COIL_TRY(Value handler, registered_error_handler(vm, name));
  if (handler.is_stop()) {
    return raise_text(vm, Exc::LookupError, "unknown error handler name '" + std::string(name) + "'");
  }
  COIL_TRY(Value answer, call_reenter(vm, handler, {exception}));
  auto wrong = [&]() -> Error {
    return raise_type_error(vm, encoding ? "encoding error handler must return (str/bytes, int) tuple"
                                         : "decoding error handler must return (str, int) tuple");
  };
  if (!answer.is(Kind::Tuple) || answer.as<Tuple>()->size != 2) return wrong();
  Value text = answer.as<Tuple>()->items[0], place = answer.as<Tuple>()->items[1];
  if (!text.is(Kind::Str) && !(encoding && text.is(Kind::Bytes))) return wrong();
  COIL_TRY(int64_t position, index_int64_reenter(vm, place));
  Bytes* object = nullptr;
  if (!encoding) {
    Value decoded = exception_field(exception.as<Exception>(), kUnicodeObject);
    if (!decoded.is(Kind::Bytes)) return raise_type_error(vm, "object attribute must be bytes");
    object = decoded.as<Bytes>();
    length = object->size;
  }
  auto size = static_cast<int64_t>(length);
  if (position < 0) position += size;
  if (position < 0 || position > size) {
    return raise(vm, Exc::IndexError, "position %lld from error handler out of bounds", static_cast<long long>(position));
  }
  return Replacement{text, static_cast<size_t>(position), object};
}

}  // namespace coil
