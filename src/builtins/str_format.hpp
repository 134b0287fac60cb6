// The parser of replacement fields, "literal {name!conversion:spec} ...", with CPython's error texts. It only cuts the text into
// ranges; str.format and string.Formatter look the fields up.
#pragma once

#include "objects/str.hpp"

namespace coil {

/// Characters [start, end) of the format string.
struct TextRange {
  size_t start = 0, end = 0;
};

struct Markup {
  TextRange literal, name, spec;
  Char conversion = 0;     // 0: none
  bool has_field = false;
  bool nested = false;     // the spec holds fields itself
};

class MarkupParser {
 public:
  MarkupParser(const StrView& text, TextRange range) : text_(text), at_(range.start), end_(range.end) {}
  /// False at the end.
  Result<bool> next(Vm&, Markup*);

 private:
  Result<void> parse_field(Vm&, Markup*);
  StrView text_;
  size_t at_, end_;
};

/// The part of a field name before the first '.' or '['.
TextRange field_first(const StrView& text, TextRange name);
/// The number that a range of decimal digits spells, -1 when it is none.
Result<int64_t> format_integer(Vm&, const StrView& text, TextRange range);

struct FieldStep {
  bool is_attribute;
  TextRange name;
  int64_t index;           // of an item step, or -1
};

/// The `.name` and `[item]` steps behind the first part of a field name.
class FieldSteps {
 public:
  FieldSteps(const StrView& text, TextRange range) : text_(text), at_(range.start), end_(range.end) {}
  Result<bool> next(Vm&, FieldStep*);

 private:
  StrView text_;
  size_t at_, end_;
};

}  // namespace coil
