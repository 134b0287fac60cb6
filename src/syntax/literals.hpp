// From the source form of literals to their values: numbers, strings, bytes, escapes.
// Failures carry CPython's message; where it points is the caller's business.
#pragma once

#include "base/arena.hpp"
#include "syntax/ast.hpp"

#include <optional>
#include <string>

namespace coil::syntax {

/// Fills in the value of a number literal that the lexer accepted. False: too many digits.
void decode_number(std::string_view text, ast::Constant& constant, Arena& arena);

struct StringLiteral {
  bool bytes = false;
  bool raw = false;
  bool unicode_prefix = false;
  std::string_view body;  // between the quotes
};
StringLiteral split_string_literal(std::string_view text);

/// Appends the meaning of `body` to `out` (WTF-8 for text). Returns false with a message in `error`. `odd_escape` is set to what follows the
/// backslash of the first escape that has no meaning or is an octal number above 377, and is left alone when there is none.
bool decode_text(std::string_view body, bool raw, std::string& out, std::string& error, std::string_view& odd_escape);
/// False with a message in `error` when the bytes between the quotes are no UTF-8, as the decoder for the whole body or, beside escapes, for each run
/// of other characters than ASCII says it.
bool check_utf8(std::string_view body, bool raw, std::string& error);
bool decode_bytes(std::string_view body, bool raw, std::string& out, std::string& error, std::string_view& odd_escape);

/// Where bytes are no UTF-8.
struct Utf8Error {
  std::size_t from, end;
  const char* reason;
};
std::optional<Utf8Error> find_utf8_error(std::string_view bytes);
/// What UTF-8's decoder says of the bytes, as in a SyntaxError; empty when they are right.
std::string utf8_problem(std::string_view bytes);

}  // namespace coil::syntax
