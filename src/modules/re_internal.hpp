// What the files of module _re share: pattern and match objects, subjects, and one search over a subject.
//
//   re_tokens.cpp, re_parser.cpp   Python's syntax to nodes          re_pattern.cpp   pattern objects and their methods
//   re_case.cpp, re_translate.cpp  nodes to PCRE2's syntax           re_match.cpp     match objects
//   re_compile.cpp                 compiling and running by PCRE2    re_template.cpp  replacement templates
//   re_module.cpp                  module functions and their cache
#pragma once

#include "modules/re_syntax.hpp"
#include "modules/support.hpp"

namespace coil::re {

enum class Mode : uint8_t { Search, Match, FullMatch };

/// A text compiled by one of the two libraries.
struct Code {
  void* code;
  bool wide_units;  // of the 32-bit library
  bool jit;
};
void free_code(Code*);

struct Pattern : NativeObject {
  Value source;      // Str or Bytes
  Dict* group_index; // name -> number
  Tuple* group_names;// by number; None without a name
  Regex* regex;      // owned
  Code codes[2][3][2];  // [wide subject][mode][searches in windows], made at first need
  uint32_t groups;
  bool is_text;
  Value template_source;  // the last replacement template and what it was parsed to
  Tuple* template_parts;
};
extern Class* g_pattern_class;
extern Class* g_match_class;

struct Match : NativeObject {
  Pattern* pattern;
  Value string;
  int64_t position, end_position;
  uint32_t group_count;     // group 0 included
  int64_t spans[2];         // `group_count` pairs; -1 where a group did not take part

  int64_t start(uint32_t group) const { return spans[2 * group]; }
  int64_t end(uint32_t group) const { return spans[2 * group + 1]; }
};

/// The text a pattern works on. Mutable bytes are copied, so that nothing moves while language code runs between matches.
struct Subject {
  Value original;      // what the program gave
  Value text;          // Str or Bytes that is read
  Buffer* widened;     // four bytes a character, when narrow text has to go to the 32-bit library
  const void* data;
  size_t length;
  bool wide;

  void trace(Marker& marker) const {
    marker.value(original);
    marker.value(text);
    marker.cell(widened);
  }
};
Result<Subject> make_subject(Vm&, Pattern*, Value string);
/// A part of the text as a new object of its type.
Result<Value> subject_slice(Vm&, const Subject&, size_t start, size_t end);
/// pos and endpos arguments, clamped as slices are (negative ones are 0); the subject is cut at endpos.
Result<size_t> clamp_positions_reenter(Vm&, Subject*, Value position, Value end_position);

/// The outcome of a search; valid until the next one of any pattern.
struct Found {
  const size_t* spans;
  uint32_t count;      // pairs that are set at all; later groups did not take part
  size_t start() const { return spans[0]; }
  size_t end() const { return spans[1]; }
};
/// Searches from `start`. `not_empty_here`: an empty match at `start` does not count. May run signal handlers.
Result<bool> search_reenter(Vm&, Pattern*, Mode, Subject*, size_t start, bool not_empty_here, Found*);

Result<Value> new_match(Vm&, Pattern*, const Subject&, size_t position, const Found&);
/// The text of a group, or `fallback` when it did not take part.
Result<Value> match_slice(Vm&, Match*, uint32_t group, Value fallback);
Result<void> init_match_class(Vm&, Dict* ns);
Result<void> init_pattern_class(Vm&, Dict* ns);

/// A replacement template as a flat tuple: texts (str or bytes) and group numbers in order.
Result<Tuple*> parse_template_reenter(Vm&, Pattern*, Value source);
/// The same with the pattern's one-entry cache.
Result<Tuple*> cached_template_reenter(Vm&, Pattern*, Value source);

/// Warns the caller of the module's functions.
Result<void> issue_warnings_reenter(Vm&, const std::vector<ParseWarning>&);
/// A new pattern object; issues the parser's warnings.
Result<Pattern*> compile_pattern_reenter(Vm&, Value source, uint32_t flags);

Result<Value> pattern_search_reenter(Vm&, Pattern*, Mode, Value string, Value position, Value end_position);
Result<Value> pattern_findall_reenter(Vm&, Pattern*, Value string, Value position, Value end_position);
Result<Value> pattern_finditer_reenter(Vm&, Pattern*, Value string, Value position, Value end_position, bool as_scanner);
Result<Value> pattern_split_reenter(Vm&, Pattern*, Value string, Value limit);
/// `with_count`: (text, number) as subn() gives.
Result<Value> pattern_sub_reenter(Vm&, Pattern*, Value replacement, Value string, Value count, bool with_count);

/// Text of a str or bytes being put together from parts.
class Joiner {
 public:
  Joiner(Vm& vm, bool is_text) : vm_(vm), is_text_(is_text), text_(vm) {}
  void add_subject(const Subject& subject, size_t start, size_t end);
  /// A Str or bytes-like value of the right kind.
  Result<void> add_value(Value piece);
  Result<Value> finish();

 private:
  Vm& vm_;
  bool is_text_;
  StrBuilder text_;
  std::string bytes_;
};

}  // namespace coil::re
