// Prints tokens, tree, scopes and bytecode of a program without running it. No virtual machine is needed for that.
#include "cli/dump.hpp"

#include <cstdio>

#include "bytecode/disassembler.hpp"
#include "compiler/compile.hpp"
#include "compiler/scopes.hpp"
#include "host/host.hpp"
#include "syntax/ast_dump.hpp"
#include "syntax/lexer.hpp"
#include "syntax/parse.hpp"

namespace coil {

namespace {

void print_text(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (!text.empty() && text.back() != '\n') std::fputc('\n', stdout);
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (c == '\'' || c == '\\') (out += '\\') += c;
    else out += c;
  }
  return out + "'";
}

void dump_tokens(const Source& source, DiagnosticSink& sink) {
  std::string text;
  for (size_t i = 0; i < source.text().size(); i++) {
    // The lexer wants "\n" line ends.
    char c = source.text()[i];
    if (c == '\r') {
      if (i + 1 < source.text().size() && source.text()[i + 1] == '\n') continue;
      c = '\n';
    }
    text += c;
  }
  syntax::Lexer lexer(text, sink);
  for (;;) {
    syntax::Token token = lexer.next();
    if (token.kind == 0 || lexer.failed()) break;
    std::string_view slice(token.text.data, token.text.size);
    std::printf("%d,%d-%d,%d:\t%d\t%s\n", token.span.lineno, token.span.col_offset, token.span.end_lineno, token.span.end_col_offset,
                token.kind, quoted(slice).c_str());
  }
}

const char* kind_text(NameKind kind) {
  switch (kind) {
    case NameKind::Local: return "local";
    case NameKind::Cell: return "cell";
    case NameKind::Free: return "free";
    case NameKind::GlobalExplicit: return "global (declared)";
    case NameKind::GlobalImplicit: return "global";
    case NameKind::Unknown: break;
  }
  return "unknown";
}

void dump_scope(const Scope& scope, int depth) {
  static constexpr const char* kKinds[] = {"module", "class", "function", "lambda", "comprehension", "type parameters"};
  std::printf("%*s%s %.*s line %d\n", 2 * depth, "", kKinds[static_cast<int>(scope.kind)], static_cast<int>(scope.name.size()),
              scope.name.data(), scope.span.lineno);
  for (const Symbol& symbol : scope.symbols) {
    std::printf("%*s%.*s: %s%s\n", 2 * depth + 4, "", static_cast<int>(symbol.name.size()), symbol.name.data(), kind_text(symbol.kind),
                symbol.flags & kSymParam ? ", parameter" : "");
  }
  for (const Scope* child : scope.children) dump_scope(*child, depth + 1);
}

}  // namespace

int dump_source(const std::string& text, const std::string& filename, const std::string& stages) {
  Source source(filename, text, SourceForm::File);
  DiagnosticSink sink(source);
  for (size_t at = 0; at <= stages.size();) {
    size_t end = std::min(stages.find(',', at), stages.size());
    std::string stage = stages.substr(at, end - at);
    at = end + 1;
    Arena arena;
    if (stage == "tokens") {
      dump_tokens(source, sink);
    } else if (stage == "ast" || stage == "scopes") {
      ast::Module* tree = parse_module(source, arena, sink);
      if (tree && stage == "ast") print_text(dump(*tree));
      if (tree && stage == "scopes") {
        if (auto scopes = analyze_scopes(tree->body, nullptr, {}, sink)) dump_scope(*scopes->root, 0);
      }
    } else if (stage == "bytecode") {
      if (auto unit = compile_unit(source, SourceMode::Exec, {}, sink)) print_text(disassemble(*unit));
    } else {
      std::fprintf(stderr, "coil: --dump: unknown stage '%s' (tokens, ast, scopes, bytecode)\n", stage.c_str());
      return 2;
    }
    if (sink.has_error()) {
      std::fputs(render(sink.error()).c_str(), stderr);
      return 1;
    }
  }
  return 0;
}

}  // namespace coil
