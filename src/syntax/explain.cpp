// From a refusal to CPython's message: reads the tokens of the text again and asks the rules of the other explain*.cpp files in their order.
#include "syntax/explainer.hpp"

namespace coil::syntax {

/// The line of the last token that CPython has read when it words the mistake: the one behind two expressions without a comma between them.
std::int32_t Explainer::last_line_read() const {
  const std::int32_t line = std::max(span(failed_).lineno, found_->span.end_lineno);
  if (!found_->message.ends_with("Perhaps you forgot a comma?")) return line;
  int behind = failed_;
  const auto inside = [&](const Span& token) {
    return std::pair(token.lineno, token.col_offset) < std::pair(found_->span.end_lineno, found_->span.end_col_offset);
  };
  while (!at_end(behind) && inside(span(behind))) ++behind;
  return std::max(line, span(behind).lineno);
}

/// Whether CPython gets beyond the line, or to the end of the tokens, while it looks for words: it reads the expression that the refused token begins, or
/// that is assigned there, and the token behind it.
bool Explainer::reads_beyond(std::optional<std::int32_t> line) {
  const std::string_view said = found_->message;
  if (!said.starts_with("invalid syntax") && !said.starts_with("positional argument follows") && !said.starts_with("cannot use assignment expressions") &&
      !said.ends_with("instead of '='?")) {
    return false;
  }
  const int opener = opener_[failed_];
  int from = failed_;
  if (is(from, {K::T_EQUAL, K::T_COLONEQUAL})) {
    if (kind(opener) == K::T_LPAR && ends_expression(opener - 1)) return false;  // a call
    int target = from - 1;
    while (target > opener + 1 && !(opener_[target - 1] == opener && kind(target - 1) == K::T_COMMA)) --target;
    const bool display = kind(target) == K::T_LSQB || (kind(target) == K::T_LPAR && closer_[target] == from - 1);
    if (!ends_expression(from - 1) || display) return false;
    for (int at = opener + 1; at < failed_; ++at) {
      if (kind(opener) == K::T_LBRACE && opener_[at] == opener && kind(at) == K::T_COLON) return false;  // a value of a dictionary
    }
    ++from;
  } else if (barrier_ != kNone) {
    from = failed_ = barrier_;
  } else if ((kind(from) == K::T_FOR && ends_expression(from - 1)) || (kind(from) == K::T_YIELD && kind(from - 1) == K::T_LPAR)) {
    ++from;
  } else {
    if (behind_clause(from, opener)) return false;
    if (kind(from - 1) == K::T_NOT) --from;
    const bool parameter = kind(opener) == K::T_LPAR && kind(opener - 2) == K::T_DEF && is(from - 2, {K::T_LPAR, K::T_COMMA});
    if (!ends_expression(from - 1) || parameter || is(start_, {K::T_FROM, K::T_IMPORT}) || (opener == kNone && is(start_, {K::T_CLASS, K::T_DEF}))) return false;
  }
  furthest_ = 0;
  expression(from);
  const bool ends = furthest_ > failed_ && furthest_ + 1 >= static_cast<int>(tokens_.size());
  return ends || (line && span(furthest_).lineno > *line);
}

/// Where the simple statement begins, also behind a header in its line.
int Explainer::statement_start() const {
  if (is(start_, {K::T_IF, K::T_ELIF, K::T_ELSE, K::T_WHILE, K::T_FOR, K::T_WITH, K::T_TRY, K::T_EXCEPT, K::T_FINALLY, K::T_DEF, K::T_CLASS, K::T_ASYNC})) {
    for (int at = start_; at < failed_; ++at) {
      if (kind(at) == K::T_COLON && opener_[at] == kNone) return at + 1;
    }
  }
  return start_;
}

/// The end of the last line that is there.
Span Explainer::end_of_input() const {
  const Source& source = sink_.source();
  std::int32_t last = source.line_count();
  if (last > 1 && source.line(last).empty()) --last;
  const bool has_column = source.form() != SourceForm::File;  // the end of a file that runs as a program has none
  return {last, has_column ? static_cast<std::int32_t>(source.line(last).size()) : -1, last, -2};
}

// CPython gives NEWLINE the place behind the blanks, dedents and the end of the input no column (-1).
Span Explainer::visible(int at) const {
  Span place = span(at);
  switch (kind(at)) {
    case K::T_NEWLINE: {
      if (start_kind_ == K::T_START_EVAL && tokens_[at].text.data == nullptr) return {place.lineno, -1, place.lineno, -1};
      // Behind the blanks, and the joined lines, that follow the last token.
      std::string_view line = sink_.source().line(place.lineno);
      auto column = static_cast<std::size_t>(place.col_offset);
      while (column < line.size() && std::string_view(" \t\f\\").find(line[column]) != std::string_view::npos) {
        if (line[column++] != '\\') continue;
        line = sink_.source().line(++place.lineno);
        column = 0;
      }
      auto from = static_cast<std::int32_t>(column);
      // A comment belongs to it.
      auto end = column < line.size() && line[column] == '#' ? static_cast<std::int32_t>(line.size()) : from;
      return {place.lineno, from, place.lineno, end};
    }
    case K::T_DEDENT: {
      int next = at;
      while (kind(next) == K::T_DEDENT) ++next;
      if (kind(next) == K::T_YYEOF) return visible(next);
      return {span(next).lineno, -1, span(next).lineno, -1};
    }
    case K::T_YYEOF: {
      Span end = end_of_input();
      return {end.lineno, -1, end.lineno, -1};
    }
    case K::T_FSTRING_START: {
      int end = string_end(at);
      return end == kNone ? place : range(at, end);
    }
    default: return place;
  }
}

bool Explainer::generic_rules() {
  if (missing_block()) return true;
  if (kind(failed_) == K::T_INDENT) {
    const Span& token = span(failed_ + 1);
    const Span place{token.lineno, token.col_offset - 1, token.lineno, -2};
    int line = failed_ - 1;
    while (line > 0 && !is(line - 1, {K::T_NEWLINE, K::T_INDENT, K::T_DEDENT})) --line;
    if (kind(line) == K::T_TRY) return error("expected 'except' or 'finally' block", place);
    return error("unexpected indent", place, DiagnosticCategory::IndentationError);
  }
  if (wrong_target() || parameters() || assignment() || legacy_statement() || in_brackets() || statement_header() || statement()) return true;
  if (kind(failed_) == K::T_DEDENT) {
    int next = failed_;
    while (kind(next) == K::T_DEDENT) ++next;
    const Span& token = span(next);
    const Span place = at_end(next) ? end_of_input() : Span{token.lineno, token.col_offset - 1, token.lineno, -2};
    return error("unexpected unindent", place, DiagnosticCategory::IndentationError);
  }
  return conditional_around() || behind_target() || (opener_[failed_] == kNone && (assignment_behind_tuple() || sign_without_target()));
}

void Explainer::run() {
  const auto& refusal = builder_.error();
  // A mistake of the tokens behind the refused one was met only in looking ahead.
  if (sink_.has_error() && refusal && refusal->generic && refusal->token_kind != K::T_ERROR) sink_.clear();
  if (sink_.has_error()) return;

  // CPython prefers a mistake of the tokens, anywhere in the rest of the text, to one of the grammar.
  DiagnosticSink token_sink(sink_.source());
  Lexer lexer(text_, token_sink, start_kind_ == K::T_START_FILE);
  std::vector<int> open;
  for (;;) {
    Token token = lexer.next();
    tokens_.push_back(token);
    int at = static_cast<int>(tokens_.size()) - 1;
    opener_.push_back(open.empty() ? kNone : open.back());
    closer_.push_back(kNone);
    if (token.kind == K::T_LPAR || token.kind == K::T_LSQB || token.kind == K::T_LBRACE) open.push_back(at);
    if ((token.kind == K::T_RPAR || token.kind == K::T_RSQB || token.kind == K::T_RBRACE) && !open.empty()) {
      closer_[open.back()] = at;
      closer_[at] = open.back();
      opener_[at] = open.back();
      open.pop_back();
    }
    if (token.kind == K::T_YYEOF || lexer.failed()) break;
  }
  if (!refusal) {
    sink_.syntax_error("invalid syntax", {1, 0, 1, 1});
    return;
  }

  auto before = [](const Span& a, const Span& b) {
    return a.lineno < b.lineno || (a.lineno == b.lineno && a.col_offset < b.col_offset);
  };
  failed_ = 0;
  int count = static_cast<int>(tokens_.size());
  while (failed_ < count - 1 && before(tokens_[failed_].span, refusal->span)) ++failed_;
  // Tokens without width share the place of the end of the token before them; the kind tells them apart.
  if (refusal->generic) {
    for (int at = failed_; at < count && tokens_[at].span == refusal->span; ++at) {
      if (tokens_[at].kind == refusal->token_kind) failed_ = at;
    }
  }
  start_ = failed_;
  while (start_ > 0 && !(opener_[start_ - 1] == kNone &&
                         is(start_ - 1, {K::T_NEWLINE, K::T_INDENT, K::T_DEDENT, K::T_SEMI}))) {
    --start_;
  }

  if (refusal->generic && start_kind_ == K::T_START_SINGLE && follows_simple_statement()) {
    error("multiple statements found while compiling a single statement", visible(failed_ - 1));
  } else if (refusal->generic) {
    if (!generic_rules()) error("invalid syntax", visible(failed_));
  } else {
    Span place = refusal->span;
    std::string_view message = refusal->message;
    if (message.starts_with("(unicode error)") || message.starts_with("(value error)") ||
        message.starts_with("cannot mix bytes")) {
      // CPython points at the token behind the strings.
      int behind = atom(failed_);
      const bool last = start_kind_ == K::T_START_EVAL && behind != kNone && kind(behind) == K::T_NEWLINE && tokens_[behind].text.data == nullptr;
      if (last) place = {span(behind).lineno, span(behind).col_offset - 1, span(behind).lineno, -2};
      else if (behind != kNone) place = visible(behind);
    } else if (message.starts_with("positional argument follows") && opener_[failed_] != kNone &&
               closer_[opener_[failed_]] != kNone) {
      place = span(closer_[opener_[failed_]]);
    } else if (message.starts_with("named arguments must follow")) {
      const bool lambda = opener_[failed_] == kNone || kind(opener_[failed_] - 2) != K::T_DEF;
      const int behind = kind(failed_ + 1) == K::T_COMMA ? failed_ + 2 : failed_ + 1;
      if (!is(behind, {lambda ? K::T_COLON : K::T_RPAR}) && !(behind > failed_ + 1 && kind(behind) == K::T_DOUBLESTAR)) message = "invalid syntax";
      if (lambda || message == "invalid syntax") place = visible(behind);
    } else if (message.starts_with("iterable argument unpacking follows")) {
      place.end_lineno = place.lineno;
      place.end_col_offset = place.col_offset + 1;
    }
    error(std::string(message), place);
    if (message.starts_with("keyword argument repeated")) sink_.set_stage(DiagnosticStage::Compiler);
    // A wrong target next to '=' may be a comparison that was meant.
    if (refusal->message.starts_with("cannot assign to ")) {
      int target = failed_;
      while (target > start_ && kind(target - 1) == K::T_LPAR && opener_[target] == target - 1 && brackets(target - 1) != kNone) --target;
      failed_ = target;
      // Only the first '=' of a statement can be meant so.
      int from = opener_[target] == kNone ? start_ : target;
      while (from < target && !(kind(from) == K::T_EQUAL && opener_[from] == kNone)) ++from;
      from = from < target ? start_ : target;
      int equal = bitwise_or(from);
      bool may_begin = from == 0 || !is(from - 1, {K::T_EQUAL, K::T_STAR});
      if (!assignment_in_tuple() && may_begin && equal != kNone && kind(equal) == K::T_EQUAL && opener_[equal] == kNone) {
        failed_ = equal;
        int save = start_;
        start_ = from;
        assignment();
        start_ = save;
      }
    }
  }

  int fstrings = 0;
  for (int at = 0; at < failed_; ++at) {
    fstrings += kind(at) == K::T_FSTRING_START ? 1 : kind(at) == K::T_FSTRING_END ? -1 : 0;
  }
  const bool of_literal = found_->message.starts_with("(") || found_->message.starts_with("cannot mix");
  if (fstrings > 0 && !of_literal && !found_->message.starts_with("f-string")) {
    found_->message.insert(0, "f-string: ");
  }

  if (token_sink.has_error()) {
    const Diagnostic& mistake = token_sink.error();
    bool unclosed = mistake.message.ends_with("was never closed");
    // These count only when the parser gets there.
    const std::string_view said = mistake.message;
    const bool unread = said.starts_with("unindent does not match") || said.starts_with("inconsistent use of tabs") ||
                        said.starts_with("unexpected character after line");
    // An indentation is refused without a look at the rest.
    const bool indentation = found_->message.starts_with("unexpected ") && found_->category == DiagnosticCategory::IndentationError;
    const bool counts = (!unclosed && !unread) || (unclosed && last_line_read() > mistake.lineno) ||
                        (refusal->generic && reads_beyond(unclosed ? std::optional(mistake.lineno) : std::nullopt));
    if (!indentation && counts) {
      sink_.set_stage(end_of_input().lineno > mistake.lineno ? DiagnosticStage::Lexer : mistake.stage);
      sink_.report_raw(mistake);
      return;
    }
  }
  // CPython has a line without its end once it has read beyond it.
  const bool read_on = found_->span.lineno < span(failed_).lineno && !at_end(failed_) && start_kind_ != K::T_START_SINGLE;
  if (read_on || found_->span.end_lineno > found_->span.lineno) {
    sink_.set_stage(DiagnosticStage::Lexer);
  }
  sink_.report(found_->category, std::move(found_->message), found_->span);
}

void explain_error(std::string_view text, DiagnosticSink& sink, const Builder& builder, int start_kind) {
  Explainer(text, sink, builder, start_kind).run();
}

}  // namespace coil::syntax
