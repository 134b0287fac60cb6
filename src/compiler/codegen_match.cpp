// match statements. Sub-values live in temporaries until the case is decided; names are bound only after the whole pattern has
// succeeded, before the guard.
#include "compiler/codegen_internal.hpp"
#include "compiler/unparse.hpp"

#include <algorithm>

namespace coil {

using namespace ast;

namespace {

bool is_wildcard(const Pattern* node) {
  const auto* as_pattern = try_as<MatchAs>(node);
  return as_pattern != nullptr && as_pattern->pattern == nullptr && !as_pattern->has_name;
}
bool is_star_wildcard(const Pattern* node) {
  const auto* star = try_as<MatchStar>(node);
  return star != nullptr && !star->has_name;
}
/// The part of a pattern that comes last in the source. Wildcards of attributes do not count, nor those beside a starred one.
const Pattern* last_part(const Pattern* node) {
  const List<Pattern*>* parts = nullptr;
  if (const auto* sequence = try_as<MatchSequence>(node)) parts = &sequence->patterns;
  else if (const auto* mapping = try_as<MatchMapping>(node)) parts = &mapping->patterns;
  else if (const auto* either = try_as<MatchOr>(node)) parts = &either->patterns;
  else if (const auto* of_class = try_as<MatchClass>(node)) parts = of_class->kwd_patterns.empty() ? &of_class->patterns : &of_class->kwd_patterns;
  else if (const auto* as_pattern = try_as<MatchAs>(node)) return as_pattern->pattern != nullptr ? last_part(as_pattern->pattern) : node;
  if (parts == nullptr) return node;
  const bool skips = node->kind == PatternKind::MatchClass ||
                     (node->kind == PatternKind::MatchSequence && std::any_of(parts->begin(), parts->end(), is_star_wildcard));
  for (size_t i = parts->size(); i-- > 0;) {
    const Pattern* part = (*parts)[i];
    if (!skips || !(is_wildcard(part) || is_star_wildcard(part))) return last_part(part);
  }
  return node;
}
std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

}  // namespace

void CodeGen::match_statement(const Match* node) {
  const TempScope temps(*this);
  // Always a copy: a capture may rebind the subject's name while later cases still need it.
  const Reg subject = temporary(node->subject);
  const Label end = new_label();
  const size_t count = node->cases.size();
  for (size_t i = 0; i < count; ++i) {
    if (failed()) return;
    const match_case* item = node->cases[i];
    const TempScope inner(*this);
    const Label next = new_label();
    std::vector<Capture> captures;
    allow_irrefutable_ = item->guard != nullptr || i + 1 == count;
    {
      const At at(*this, item->pattern->span);
      pattern(item->pattern, subject, next, captures);
      for (const Capture& capture : captures) store_name(mangle(capture.name), capture.reg);
    }
    if (item->guard != nullptr) {
      const At at(*this, item->pattern->span);
      jump_on(item->guard, false, next);
    }
    statements(item->body);
    jump(end);
    bind(next);
  }
  bind(end);
}

void CodeGen::capture_name(std::string_view name, Reg reg, const Span& span, std::vector<Capture>& captures) {
  if (forbidden(name, span)) return;
  for (const Capture& capture : captures) {
    if (capture.name == name) {
      error("multiple assignments to name " + quoted(name) + " in pattern", span);
      return;
    }
  }
  captures.push_back({name, reg});
}

void CodeGen::pattern(const Pattern* node, Reg subject, Label fail, std::vector<Capture>& captures) {
  if (failed()) return;
  const Depth depth(*this);
  if (depth_ > 1000) {
    error("too many nested expressions or statements", node->span);
    return;
  }
  const At at(*this, node->span);
  switch (node->kind) {
    case PatternKind::MatchValue: {
      const TempScope temps(*this);
      const Expr* value = as<MatchValue>(node)->value;
      if (value->kind == ExprKind::JoinedStr) {
        error("patterns may only match literals and attribute lookups", node->span);
        return;
      }
      if (const std::optional<Const> literal_value = constant(value)) {
        test(Op::TestEqK, subject, const16(*literal_value), false, fail);
        return;
      }
      const Reg reg = operand(value);
      test(Op::TestEq, subject, reg, false, fail);
      break;
    }
    case PatternKind::MatchSingleton: {
      const TempScope temps(*this);
      const ConstantKind value = as<MatchSingleton>(node)->value;
      if (value == ConstantKind::None) {
        jump_if(Op::JumpIfNotNone, subject, fail);
        return;
      }
      const Reg reg = alloc();
      load_const(reg, value == ConstantKind::True);
      test(Op::TestIs, subject, reg, false, fail);
      break;
    }
    case PatternKind::MatchSequence: sequence_pattern(as<MatchSequence>(node), subject, fail, captures); break;
    case PatternKind::MatchMapping: mapping_pattern(as<MatchMapping>(node), subject, fail, captures); break;
    case PatternKind::MatchClass: class_pattern(as<MatchClass>(node), subject, fail, captures); break;
    case PatternKind::MatchStar: {
      const auto* star = as<MatchStar>(node);
      if (star->has_name) capture_name(star->name, subject, node->span, captures);
      break;
    }
    case PatternKind::MatchAs: {
      const auto* as_pattern = as<MatchAs>(node);
      if (as_pattern->pattern == nullptr) {
        if (!allow_irrefutable_) {
          if (as_pattern->has_name) {
            error("name capture " + quoted(as_pattern->name) + " makes remaining patterns unreachable",
                  node->span);
          } else {
            error("wildcard makes remaining patterns unreachable", node->span);
          }
          return;
        }
        if (as_pattern->has_name) capture_name(as_pattern->name, subject, node->span, captures);
        return;
      }
      pattern(as_pattern->pattern, subject, fail, captures);
      if (!failed()) capture_name(as_pattern->name, subject, last_part(as_pattern->pattern)->span, captures);
      break;
    }
    case PatternKind::MatchOr: or_pattern(as<MatchOr>(node), subject, fail, captures); break;
  }
}

void CodeGen::sequence_pattern(const MatchSequence* node, Reg subject, Label fail,
                               std::vector<Capture>& captures) {
  const size_t size = node->patterns.size();
  size_t star = size;
  bool only_wildcards = true;
  bool star_wildcard = false;
  for (size_t i = 0; i < size; ++i) {
    const Pattern* item = node->patterns[i];
    if (item->kind == PatternKind::MatchStar) {
      if (star != size) {
        error("multiple starred names in sequence pattern", node->span);
        return;
      }
      star = i;
      star_wildcard = is_star_wildcard(item);
      only_wildcards = only_wildcards && star_wildcard;
      continue;
    }
    only_wildcards = only_wildcards && is_wildcard(item);
  }
  const bool starred = star != size;
  {
    const TempScope temps(*this);
    const Reg check = alloc();
    emit(Op::MatchSequence, check, subject);
    jump_if(Op::JumpIfFalse, check, fail);
    const int64_t wanted = static_cast<int64_t>(starred ? size - 1 : size);
    if (!starred || wanted > 0) {
      emit(Op::GetLen, check, subject);
      test(starred ? Op::TestGeK : Op::TestEqK, check, const16(wanted), false, fail);
    }
  }
  if (only_wildcards) return;
  const bool saved = allow_irrefutable_;
  allow_irrefutable_ = true;
  if (starred && star_wildcard) {
    // The starred part is not wanted: fetch the others one by one.
    for (size_t i = 0; i < size; ++i) {
      const Pattern* item = node->patterns[i];
      if (i == star || is_wildcard(item)) continue;
      const Reg value = alloc();
      const Reg index = alloc();
      if (i < star) {
        load_const(index, static_cast<int64_t>(i));
      } else {
        emit(Op::GetLen, index, subject);
        emit(Op::SubK, index, index, const16(static_cast<int64_t>(size - i)));
      }
      emit(Op::GetItem, value, subject, index);
      pattern(item, value, fail, captures);
    }
    allow_irrefutable_ = saved;
    return;
  }
  const Reg first = alloc(static_cast<Reg>(size));
  if (starred) {
    const size_t after = size - star - 1;
    if (star > 255 || after > 255) {
      error("too many expressions in star-unpacking sequence pattern", node->span);
      return;
    }
    emit(Op::UnpackEx, subject, first, static_cast<Reg>(star | after << 8));
  } else {
    emit(Op::UnpackSequence, subject, first, static_cast<Reg>(size));
  }
  for (size_t i = 0; i < size; ++i) pattern(node->patterns[i], first + static_cast<Reg>(i), fail, captures);
  allow_irrefutable_ = saved;
}

void CodeGen::mapping_pattern(const MatchMapping* node, Reg subject, Label fail,
                              std::vector<Capture>& captures) {
  const size_t size = node->keys.size();
  const Reg check = alloc();
  emit(Op::MatchMapping, check, subject);
  jump_if(Op::JumpIfFalse, check, fail);
  if (size == 0 && !node->has_rest) return;
  const bool saved = allow_irrefutable_;
  allow_irrefutable_ = true;
  if (size > 0) {
    emit(Op::GetLen, check, subject);
    test(Op::TestGeK, check, const16(static_cast<int64_t>(size)), false, fail);
  }
  const Reg keys = alloc();
  const Reg values = alloc();
  {
    const TempScope temps(*this);
    std::vector<std::string> seen;
    const Reg first = fn_->next_reg;
    for (const Expr* key : node->keys) {
      if (const std::optional<Const> value = constant(key)) {
        std::string text = const_key(*value);
        // 1, 1.0, 1+0j and True are one key.
        const auto* complex = std::get_if<ConstComplex>(&*value);
        const double* number = complex != nullptr && complex->imag == 0 ? &complex->real : std::get_if<double>(&*value);
        if (number != nullptr) {
          text = const_key(*number);
          if (*number == static_cast<double>(static_cast<int64_t>(*number))) {
            text = const_key(static_cast<int64_t>(*number));
          }
        } else if (const bool* flag = std::get_if<bool>(&*value)) {
          text = const_key(int64_t{*flag});
        }
        if (std::find(seen.begin(), seen.end(), text) != seen.end()) {
          error("mapping pattern checks duplicate key (" + unparse(*key) + ")", node->span);
          return;
        }
        seen.push_back(std::move(text));
      } else if (key->kind != ExprKind::Attribute && key->kind != ExprKind::BinOp &&
                 key->kind != ExprKind::UnaryOp) {
        error("mapping pattern keys may only match literals and attribute lookups", node->span);
        return;
      }
      temporary(key);
    }
    emit(Op::BuildTuple, keys, first, static_cast<Reg>(size));
  }
  if (size > 0) {
    emit(Op::MatchKeys, values, subject, keys);
    jump_if(Op::JumpIfNone, values, fail);
    const Reg first = alloc(static_cast<Reg>(size));
    emit(Op::UnpackSequence, values, first, static_cast<Reg>(size));
    const Reg rest = node->has_rest ? alloc() : kNone;
    for (size_t i = 0; i < size; ++i) pattern(node->patterns[i], first + static_cast<Reg>(i), fail, captures);
    if (node->has_rest && !failed()) {
      capture_name(node->rest, rest, last_part(node->patterns.back())->span, captures);
      emit(Op::MatchRest, rest, subject, keys);
    }
  } else {
    const Reg rest = alloc();
    capture_name(node->rest, rest, node->span, captures);
    emit(Op::MatchRest, rest, subject, keys);
  }
  allow_irrefutable_ = saved;
}

void CodeGen::class_pattern(const MatchClass* node, Reg subject, Label fail, std::vector<Capture>& captures) {
  const size_t positional = node->patterns.size();
  const size_t named = node->kwd_attrs.size();
  for (size_t i = 0; i < named; ++i) {
    if (forbidden(node->kwd_attrs[i], node->kwd_patterns[i]->span)) return;
    for (size_t j = i + 1; j < named; ++j) {
      if (node->kwd_attrs[i] == node->kwd_attrs[j]) {
        error("attribute name repeated in class pattern: " + std::string(node->kwd_attrs[i]),
              node->kwd_patterns[j]->span);
        return;
      }
    }
  }
  const Reg result = alloc();
  {
    const TempScope temps(*this);
    const Reg base = alloc(3);
    {
      const TempScope inner(*this);
      set_top(base + 1);
      expr_into(node->cls, base);
    }
    auto names = std::make_shared<ConstTuple>();
    for (const Identifier& name : node->kwd_attrs) names->items.push_back(ConstStr{std::string(name)});
    load_const(base + 1, names);
    load_const(base + 2, static_cast<int64_t>(positional));
    emit(Op::MatchClass, result, subject, base);
  }
  jump_if(Op::JumpIfNone, result, fail);
  const size_t count = positional + named;
  if (count == 0) return;
  const bool saved = allow_irrefutable_;
  allow_irrefutable_ = true;
  const Reg first = alloc(static_cast<Reg>(count));
  emit(Op::UnpackSequence, result, first, static_cast<Reg>(count));
  for (size_t i = 0; i < count; ++i) {
    const Pattern* item = i < positional ? node->patterns[i] : node->kwd_patterns[i - positional];
    if (!is_wildcard(item)) pattern(item, first + static_cast<Reg>(i), fail, captures);
  }
  allow_irrefutable_ = saved;
}

void CodeGen::or_pattern(const MatchOr* node, Reg subject, Label fail, std::vector<Capture>& captures) {
  const size_t count = node->patterns.size();
  const Label matched = new_label();
  const bool saved = allow_irrefutable_;
  // Every alternative binds the same names; the registers of the first one's copies serve all.
  std::vector<Capture> common;
  const size_t outer = captures.size();
  for (size_t i = 0; i < count; ++i) {
    if (failed()) return;
    const Pattern* alternative = node->patterns[i];
    // The last alternative fails as the whole pattern does, and falls through when it matches.
    const bool last = i + 1 == count;
    const Label next = last ? fail : new_label();
    std::vector<Capture> own = captures;
    allow_irrefutable_ = saved && last;
    pattern(alternative, subject, next, own);
    if (failed()) return;
    own.erase(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(outer));
    if (i == 0) {
      for (const Capture& capture : own) common.push_back({capture.name, alloc()});
    }
    bool same = own.size() == common.size();
    for (const Capture& wanted : common) {
      const auto found = std::find_if(own.begin(), own.end(),
                                      [&](const Capture& capture) { return capture.name == wanted.name; });
      if (found == own.end()) {
        same = false;
        break;
      }
      move(wanted.reg, found->reg);
    }
    if (!same) {
      error("alternative patterns bind different names", last_part(alternative)->span);
      return;
    }
    if (!last) {
      jump(matched);
      bind(next);
    }
  }
  bind(matched);
  allow_irrefutable_ = saved;
  for (const Capture& capture : common) capture_name(capture.name, capture.reg, node->span, captures);
}

}  // namespace coil
