// From a refusal to CPython's message. Runs only after the parser has refused a text.
#include "syntax/builder.hpp"

#include "parser.hpp"

namespace coil::syntax {

void explain_error(std::string_view, DiagnosticSink& sink, const Builder& builder, int) {
  if (sink.has_error()) return;
  if (builder.error()) sink.syntax_error(builder.error()->message, builder.error()->span);
  else sink.syntax_error("invalid syntax", {1, 0, 1, 1});
}

}  // namespace coil::syntax
