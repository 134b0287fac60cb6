// Strings, f-strings and patterns. Implicit concatenation is folded here: runs of plain text become one
// Constant, as in CPython 3.12.
#include "syntax/builder.hpp"

#include "syntax/literals.hpp"

namespace coil::syntax {

using namespace ast;

// --- Strings ---

Seq<StringPart>* Builder::append_string(Seq<StringPart>* list, const Span& span, Text text) {
  return append(list != nullptr ? list : seq<StringPart>(), StringPart{span, text, nullptr});
}

Seq<StringPart>* Builder::append_fstring(Seq<StringPart>* list, const Span& span, Seq<Expr*>* parts) {
  return append(list != nullptr ? list : seq<StringPart>(), StringPart{span, Text{}, parts});
}

void Builder::warn_of_escape(std::string_view escape, const Span& span) {
  if (escape.empty()) return;
  const char* kind = escape.size() == 3 ? "invalid octal escape sequence" : "invalid escape sequence";
  sink_.warn(SourceWarning::Deprecation, std::string(kind) + " '\\" + std::string(escape) + "'", span, DiagnosticStage::Parser);
}

void Builder::check_encoding(std::string_view body, bool raw, const Span& span) {
  std::string error;
  if (sink_.has_broken_utf8() && !check_utf8(body, raw, error)) fail(error, span);
}

Expr* Builder::concatenate(const Span& span, Seq<StringPart>* parts) {
  bool any_bytes = false, any_text = false, any_fstring = false;
  auto plain = [&](const StringPart& part) {
    StringLiteral literal = split_string_literal(part.text.view());
    auto* node = make<Constant>(part.span);
    node->type = literal.bytes ? ConstantKind::Bytes : ConstantKind::Str;
    node->unicode_prefix = literal.unicode_prefix;
    (literal.bytes ? any_bytes : any_text) = true;
    if (!literal.bytes) check_encoding(literal.body, literal.raw, part.span);
    if (literal.body.find('\\') == std::string_view::npos && !literal.bytes) {
      node->text = literal.body;  // a slice of the source, which lives in the arena
      return node;
    }
    scratch_.clear();
    std::string error;
    std::string_view odd_escape;
    bool good = literal.bytes ? decode_bytes(literal.body, literal.raw, scratch_, error, odd_escape)
                              : decode_text(literal.body, literal.raw, scratch_, error, odd_escape);
    if (!good) fail(error, part.span);
    warn_of_escape(odd_escape, part.span);
    node->text = arena_.copy(std::string_view(scratch_));
    return node;
  };
  if (parts->size == 1 && parts->data[0].fstring == nullptr) return plain(parts->data[0]);

  Seq<Expr*> pieces;
  for (std::uint32_t i = 0; i < parts->size; ++i) {
    const StringPart& part = parts->data[i];
    if (part.fstring == nullptr) {
      push(pieces, static_cast<Expr*>(plain(part)));
      continue;
    }
    any_fstring = any_text = true;
    for (std::uint32_t j = 0; j < part.fstring->size; ++j) push(pieces, part.fstring->data[j]);
  }
  if (any_bytes && any_text) {
    fail("cannot mix bytes and nonbytes literals", parts->data[0].span);
    return constant(span, ConstantKind::None);
  }

  Seq<Expr*> folded;
  for (std::uint32_t i = 0; i < pieces.size;) {
    auto* first = try_as<Constant>(pieces.data[i]);
    if (first == nullptr) {
      push(folded, pieces.data[i++]);
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < pieces.size && pieces.data[end]->kind == ExprKind::Constant) ++end;
    Constant* result = first;
    if (end - i > 1) {
      scratch_.clear();
      for (std::uint32_t j = i; j < end; ++j) scratch_ += as<Constant>(pieces.data[j])->text;
      result = make<Constant>(join(first->span, pieces.data[end - 1]->span));
      result->type = first->type;
      result->unicode_prefix = first->unicode_prefix;
      result->text = arena_.copy(std::string_view(scratch_));
    }
    if (!any_fstring) {
      result->span = span;
      return result;
    }
    if (!result->text.empty()) push(folded, static_cast<Expr*>(result));
    i = end;
  }
  auto* joined = make<JoinedStr>(span);
  joined->values = {folded.data, folded.size};
  return joined;
}

Expr* Builder::fstring_text(const Span& span, Text text) {
  auto* node = make<Constant>(span);
  node->type = ConstantKind::Str;
  check_encoding(text.view(), text.raw, span);
  if (text.raw || text.view().find('\\') == std::string_view::npos) {
    node->text = text.view();
    return node;
  }
  scratch_.clear();
  std::string error;
  std::string_view odd_escape;
  if (!decode_text(text.view(), false, scratch_, error, odd_escape)) fail(error, span);
  warn_of_escape(odd_escape, span);
  node->text = arena_.copy(std::string_view(scratch_));
  return node;
}

FieldConversion* Builder::conversion(Text bang, Text name, const Span& span) {
  const bool follows = bang.data + bang.size == name.data;
  if (!follows || std::string_view("sra").find(name.data[0]) == std::string_view::npos) {
    fail(kInvalidConversion, span);
  } else if (name.size != 1) {
    fail("f-string: expecting '}'", span);
  }
  return arena_.make<FieldConversion>(bang, name, span);
}

JoinedStr* Builder::format_spec(const Span& span, Seq<Expr*>* parts) {
  auto* node = make<JoinedStr>(span);
  Seq<Expr*> kept;
  for (std::uint32_t i = 0; i < parts->size; ++i) {
    auto* text = try_as<Constant>(parts->data[i]);
    if (text == nullptr || !text->text.empty()) push(kept, parts->data[i]);
  }
  node->values = {kept.data, kept.size};
  return node;
}

Seq<Expr*>* Builder::replacement_field(Seq<Expr*>* parts, const Span& span, Text open, Expr* value,
                                       Text debug, FieldConversion* conversion, FormatSpec spec, Text close) {
  auto* field = make<FormattedValue>(span);
  if (value->kind == ExprKind::Starred) fail("cannot use starred expression here", value->span);
  field->value = value;
  field->format_spec = spec.spec;
  if (conversion != nullptr) {
    field->conversion = conversion->name.data[0];
  } else if (debug.data != nullptr && spec.spec == nullptr) {
    field->conversion = 'r';
  }
  if (debug.data != nullptr) {
    // `{value = }` also shows its own source, from the brace up to what ends the expression.
    const char* end = conversion != nullptr ? conversion->bang.data
                      : spec.colon != nullptr ? spec.colon
                                              : close.data;
    auto* text = make<Constant>(Span{span.lineno, span.col_offset + 1, span.end_lineno, span.end_col_offset - 1});
    if (conversion != nullptr) {
      text->span.end_lineno = conversion->span.lineno;
      text->span.end_col_offset = conversion->span.col_offset - 1;
    } else if (spec.spec != nullptr) {
      text->span.end_lineno = spec.spec->span.lineno;
      text->span.end_col_offset = spec.spec->span.col_offset;
    }
    text->type = ConstantKind::Str;
    std::string_view source(open.data + 1, static_cast<std::size_t>(end - open.data - 1));
    if (source.find('#') == std::string_view::npos) {
      text->text = source;
    } else {
      // Comments are left out; a '#' inside a nested string is not a comment, but then it stands in quotes.
      scratch_.clear();
      char quote = '\0';
      for (std::size_t at = 0; at < source.size(); ++at) {
        char c = source[at];
        if (quote != '\0') {
          if (c == quote) quote = '\0';
        } else if (c == '\'' || c == '"') {
          quote = c;
        } else if (c == '#') {
          while (at < source.size() && source[at] != '\n') ++at;
          if (at == source.size()) break;
          c = source[at];
        }
        scratch_ += c;
      }
      text->text = arena_.copy(std::string_view(scratch_));
    }
    append(parts, text);
  }
  return append(parts, field);
}

// --- Patterns ---

Stmt* Builder::match_stmt(const Span& span, Expr* subject, Seq<ast::match_case*>* cases) {
  auto* node = make<Match>(span);
  node->subject = subject;
  node->cases = span_of(cases);
  return node;
}

match_case* Builder::match_case(Pattern* pattern, Expr* guard, Seq<Stmt*>* body) {
  auto* node = arena_.make<ast::match_case>();
  node->pattern = pattern;
  node->guard = guard;
  node->body = span_of(body);
  return node;
}

Pattern* Builder::match_sequence(const Span& span, Seq<Pattern*>* patterns) {
  auto* node = make<MatchSequence>(span);
  node->patterns = span_of(patterns);
  return node;
}

Pattern* Builder::match_star(const Span& span, Text name) {
  auto* node = make<MatchStar>(span);
  node->has_name = name.view() != "_";
  if (node->has_name) node->name = identifier(name);
  return node;
}

Pattern* Builder::match_as(const Span& span, Pattern* pattern, Text name, const Span& name_span) {
  auto* node = make<MatchAs>(span);
  node->pattern = pattern;
  if (name.view() == "_") fail("cannot use '_' as a target", name_span);
  node->name = identifier(name);
  node->has_name = true;
  return node;
}

Pattern* Builder::match_or(const Span& span, Seq<Pattern*>* patterns) {
  auto* node = make<MatchOr>(span);
  node->patterns = span_of(patterns);
  return node;
}

/// `_` is a whole pattern: what follows it is refused.
void Builder::refuse_wildcard_head(const Expr* head) {
  while (head->kind == ExprKind::Attribute) head = as<Attribute>(head)->value;
  if (head->kind != ExprKind::Name || as<Name>(head)->id != "_") return;
  const Span& span = head->span;
  fail("invalid syntax", {span.end_lineno, span.end_col_offset, span.end_lineno, span.end_col_offset + 1});
}

Pattern* Builder::match_value(const Span& span, Expr* value) {
  refuse_wildcard_head(value);
  auto* node = make<MatchValue>(span);
  node->value = value;
  return node;
}

Pattern* Builder::match_capture(const Span& span, Text name) {
  auto* node = make<MatchAs>(span);
  node->has_name = name.view() != "_";
  if (node->has_name) node->name = identifier(name);
  return node;
}

Pattern* Builder::match_singleton(const Span& span, ConstantKind value) {
  auto* node = make<MatchSingleton>(span);
  node->value = value;
  return node;
}

MappingItems* Builder::mapping_item(MappingItems* items, Expr* key, Pattern* pattern) {
  if (items == nullptr) items = arena_.make<MappingItems>();
  if (items->has_rest) fail("invalid syntax", key->span);
  push(items->keys, key);
  push(items->patterns, pattern);
  return items;
}

MappingItems* Builder::mapping_rest(MappingItems* items, Text name, const Span& span, const Span& stars) {
  if (items == nullptr) items = arena_.make<MappingItems>();
  if (items->has_rest) fail("invalid syntax", stars);
  if (name.view() == "_") fail("invalid syntax", span);
  items->has_rest = true;
  items->rest = identifier(name);
  return items;
}

Pattern* Builder::match_mapping(const Span& span, MappingItems* items) {
  auto* node = make<MatchMapping>(span);
  if (items == nullptr) return node;
  node->keys = {items->keys.data, items->keys.size};
  node->patterns = {items->patterns.data, items->patterns.size};
  node->rest = items->rest;
  node->has_rest = items->has_rest;
  return node;
}

ClassPatternArgs* Builder::class_pattern(ClassPatternArgs* args, Pattern* pattern, const Span& span) {
  if (args == nullptr) args = arena_.make<ClassPatternArgs>();
  if (args->names.size != 0) fail("positional patterns follow keyword patterns", span);
  push(args->patterns, pattern);
  return args;
}

ClassPatternArgs* Builder::keyword_pattern(ClassPatternArgs* args, Text name, Pattern* pattern, const Span&) {
  if (args == nullptr) args = arena_.make<ClassPatternArgs>();
  push(args->names, identifier(name));
  push(args->keyword_patterns, pattern);
  return args;
}

Pattern* Builder::match_class(const Span& span, Expr* cls, ClassPatternArgs* args) {
  refuse_wildcard_head(cls);
  auto* node = make<MatchClass>(span);
  node->cls = cls;
  if (args == nullptr) return node;
  node->patterns = {args->patterns.data, args->patterns.size};
  node->kwd_attrs = {args->names.data, args->names.size};
  node->kwd_patterns = {args->keyword_patterns.data, args->keyword_patterns.size};
  return node;
}

Expr* Builder::complex_pattern(const Span& span, Expr* real, Operator op, Text imaginary, const Span& part) {
  Expr* right = number(part, imaginary);
  auto* number_part = as<Constant>(real->kind == ExprKind::UnaryOp ? as<UnaryOp>(real)->operand : real);
  if (number_part->type == ConstantKind::Complex) {
    fail("real number required in complex literal", number_part->span);
  } else if (as<Constant>(right)->type != ConstantKind::Complex) {
    fail("imaginary number required in complex literal", part);
  }
  return binary(span, real, op, right);
}

}  // namespace coil::syntax
