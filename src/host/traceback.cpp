// Exceptions as text, as CPython 3.11 prints them: stack levels with source lines and carets, chains, groups, notes, syntax errors.
// "Did you mean" is in suggestions.cpp. Formatting never raises: whatever fails in a program's __str__ is shown as such.
#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "compiler/constants.hpp"
#include "host/host.hpp"
#include "host/suggestions.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "syntax/lexer.hpp"
#include "syntax/parse.hpp"
#include "unidata/unidata.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

constexpr int kRecursiveCutoff = 3;
constexpr int kMaxGroupDepth = 10;
constexpr size_t kMaxGroupWidth = 15;
/// Links of one __cause__ / __context__ chain that are shown.
constexpr size_t kMaxChain = 1000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r' || c == '\v'; }

int64_t count_chars(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

/// Columns of a terminal that the text takes: wide characters take two.
int64_t count_columns(std::string_view text) {
  int64_t columns = 0;
  const std::string padded = std::string(text) + std::string(3, '\0');  // the file may have changed: its last character may be cut
  for (const char *at = padded.data(), *end = at + text.size(); at < end;) {
    if (static_cast<unsigned char>(*at) < 0x80) {
      at++;
      columns++;
    } else {
      const char width = unidata::east_asian_width(syntax::decode_utf8(at))[0];
      columns += width == 'W' || width == 'F' ? 2 : 1;
    }
  }
  return columns;
}

constexpr std::string_view kRepeated = "  [Previous line repeated ";

std::string plural_lines(int64_t count) {
  return std::string(kRepeated) + std::to_string(count) + " more time" + (count > 1 ? "s" : "") + "]\n";
}

struct Anchors {
  bool found = false;
  int64_t left = 0, right = 0;  // columns of the segment
};

/// Where the operator or the subscript of the failing expression is; byte offsets, then columns.
Anchors find_anchors(std::string_view segment, bool uncaught) {
  Anchors anchors;
  Source source("<segment>", segment);
  Arena arena;
  DiagnosticSink sink(source);
  ast::Expression* tree = parse_expression(source, arena, sink);
  if (!tree || !tree->body) return anchors;
  const ast::Expr* expr = tree->body;
  size_t size = segment.size(), left, right;
  if (const auto* binary = ast::try_as<ast::BinOp>(expr)) {
    if (binary->left->span.end_lineno != 1 || binary->right->span.lineno != 1) return anchors;
    size_t end = static_cast<size_t>(binary->right->span.col_offset);
    size_t at = static_cast<size_t>(binary->left->span.end_col_offset);
    // Module traceback takes what follows the left operand for the operator, as long as that, and then moves on to it.
    size_t first = at;
    while (first < end && is_space(segment[first])) first++;
    const bool looks_long = first + 1 < end && !is_space(segment[first + 1]);
    while (at < end && (is_space(segment[at]) || segment[at] == ')' || segment[at] == '(')) at++;
    if (at >= end) return anchors;
    left = at;
    right = at + 1;
    if (uncaught ? right < end && !is_space(segment[right]) && segment[right] != '(' : looks_long) right++;
  } else if (const auto* subscript = ast::try_as<ast::Subscript>(expr)) {
    if (subscript->value->span.end_lineno != 1 || subscript->slice->span.end_lineno != 1) return anchors;
    if (uncaught && fold(expr, true)) return anchors;  // `(1, 2)[0] = 3`: read as an expression, it is a constant
    left = static_cast<size_t>(subscript->value->span.end_col_offset);
    right = static_cast<size_t>(subscript->slice->span.end_col_offset) + 1;
    while (left < size && (is_space(segment[left]) || segment[left] == ')')) left++;
    while (right < size && (is_space(segment[right]) || segment[right] != ']')) right++;
    if (right < size) right++;
  } else {
    return anchors;
  }
  left = std::min(left, size);
  right = std::min(std::max(right, left), size);
  anchors.found = right > left;
  anchors.left = count_columns(segment.substr(0, left));
  anchors.right = count_columns(segment.substr(0, right));
  return anchors;
}

std::string source_lines_reenter(Vm& vm, Traceback* level, const Position& position, bool uncaught) {
  const std::string& filename = level->code->unit->filename;
  std::string_view line = source_line(filename, position.line);
  if (line.empty() && g_extra_sources && !uncaught) {
    g_extra_sources->load_reenter(vm, level);
    line = source_line(filename, position.line);
  }
  return marked_line(line, position, uncaught);
}

std::string safe_text(Vm& vm, Value value, bool as_repr, std::string_view failed) {
  Result<Str*> text = as_repr ? repr_reenter(vm, value) : str_reenter(vm, value);
  if (text) return str_utf8(*text);
  clear_pending(vm);
  return std::string(failed);
}

Value safe_attribute(Vm& vm, Value object, const char* name) {
  Result<Value> value = find_attr_reenter(vm, object, intern(vm, name));
  if (!value) {
    clear_pending(vm);
    return {};
  }
  return (*value).is_stop() ? Value() : *value;
}

std::string class_text(Vm& vm, Value exception) {
  Class* cls = class_of(exception);
  std::string name = cls->qualname ? str_utf8(cls->qualname) : class_name(cls);
  Value module = safe_attribute(vm, cls, "__module__");
  if (!module.is(Kind::Str)) return "<unknown>." + name;
  std::string prefix = str_utf8(module);
  if (prefix == "builtins" || prefix == "__main__") return name;
  return prefix + "." + name;
}

/// File, line, text and carets of a SyntaxError; also gives what stands for str(exception).
std::string syntax_error_lines(Vm& vm, Value exception, bool uncaught, std::string* message) {
  Value msg = safe_attribute(vm, exception, "msg"), filename = safe_attribute(vm, exception, "filename");
  Value lineno = safe_attribute(vm, exception, "lineno"), text = safe_attribute(vm, exception, "text");
  Value offset_value = safe_attribute(vm, exception, "offset"), end_value = safe_attribute(vm, exception, "end_offset");
  Value end_line_value = safe_attribute(vm, exception, "end_lineno");
  std::string out, suffix;
  bool has_file = filename.is(Kind::Str);
  int64_t line_number = 0;
  if (!lineno.is_nothing() && !lineno.is_none()) {
    if (lineno.is_int()) int_to_i64(lineno, &line_number);
    std::string shown = has_file ? str_utf8(filename) : "<string>";
    if (shown.empty() && !uncaught) shown = "<string>";
    out += "  File \"" + shown + "\", line " + safe_text(vm, lineno, false, "?") + "\n";
  } else if (has_file) {
    suffix = " (" + str_utf8(filename) + ")";
  }
  std::string line;
  if (text.is(Kind::Str)) line = str_utf8(text);
  else if (has_file && line_number > 0) line = source_line(str_utf8(filename), static_cast<uint32_t>(line_number));
  if (text.is(Kind::Str) || !line.empty()) {
    const int64_t behind = count_chars(line) + 1;  // the line end counts
    while (!line.empty() && line.back() == '\n') line.pop_back();
    // Module traceback keeps tabs.
    const size_t spaces = std::min(line.find_first_not_of(uncaught ? " \n\f\t" : " \n\f"), line.size());
    std::string_view stripped = std::string_view(line).substr(spaces);
    out += "    " + std::string(stripped) + "\n";
    int64_t offset = 0, end = 0, end_line = line_number;
    if (offset_value.is_int() && int_to_i64(offset_value, &offset)) {
      if (!(end_value.is_int() && int_to_i64(end_value, &end)) || end == 0) end = offset;
      if (end_line_value.is_int()) int_to_i64(end_line_value, &end_line);
      // The interpreter itself marks one place for subclasses.
      if (uncaught && class_of(exception) != vm.exception(Exc::SyntaxError)) end = offset;
      // Over several lines: up to the end of the first. Module traceback takes the column of the last line.
      if (uncaught && end_line > line_number && line_number > 0) end = count_chars(line) + 1;
      if (offset == end || end == -1) end = offset + 1;
      // The interpreter itself points no further than just behind the text.
      if (uncaught) {
        offset = std::min(offset, count_chars(line) + 1);
        end = std::min(end, std::max(behind, offset + 1));
      }
      int64_t first = offset - 1 - static_cast<int64_t>(spaces), last = end - 1 - static_cast<int64_t>(spaces);
      if (first >= 0 && first <= 1000000) {
        std::string blanks;
        size_t at = 0;
        // Module traceback has no blanks for what is not there.
        for (int64_t i = 0; i < first && (uncaught || at < stripped.size()); i++) {
          char c = at < stripped.size() ? stripped[at] : ' ';
          blanks += !uncaught && is_space(c) && c != '\n' ? c : ' ';
          at++;
          while (at < stripped.size() && (stripped[at] & 0xC0) == 0x80) at++;
        }
        out += "    " + blanks + std::string(static_cast<size_t>(std::clamp<int64_t>(last - first, uncaught ? 1 : 0, 1000000)), '^') + "\n";
      }
    }
  }
  const bool silent = msg.is_nothing() || msg.is_none();
  std::string said = silent ? (uncaught ? "None" : "") : safe_text(vm, msg, false, "<exception str() failed>");
  if (said.empty() && !uncaught) said = "<no detail available>";
  *message = said + suffix;
  return out;
}

class Formatter {
 public:
  Formatter(Vm& vm, const TracebackOptions& options) : vm_(vm), options_(options) {}

  void format(Value exception, Value traceback) {
    if (native_depth_ > 2 * kMaxGroupDepth) return;
    native_depth_++;
    struct Link { Value exception; const char* message; };
    // The links stay alive through the first exception and, for chains changed meanwhile, through this list cell.
    Result<List*> kept = new_list(vm_);
    std::vector<Link> chain;
    Value at = exception;
    const char* message = nullptr;
    while (chain.size() < kMaxChain) {
      chain.push_back({at, message});
      seen_.push_back(at.cell());
      if (kept) (void)list_append(vm_, *kept, at);
      if (!options_.chain) break;
      auto* cell = at.as<Exception>();
      Value next;
      if (is_exception(cell->cause)) {
        next = cell->cause;
        message = "\nThe above exception was the direct cause of the following exception:\n\n";
      } else if (is_exception(cell->context) && !cell->suppress_context) {
        next = cell->context;
        message = "\nDuring handling of the above exception, another exception occurred:\n\n";
      }
      if (next.is_nothing() || std::find(seen_.begin(), seen_.end(), next.cell()) != seen_.end()) break;
      at = next;
    }
    const bool outer_close = need_close_;
    for (size_t i = chain.size(); i-- > 0;) {
      format_one(chain[i].exception, i == 0 ? traceback : Value());
      if (!chain[i].message) continue;
      emit(chain[i].message);
      // The interpreter's own report remembers the frame around a chain, module traceback does not.
      if (options_.uncaught) need_close_ = outer_close;
    }
    native_depth_--;
  }

  std::string take() { return std::move(out_); }

 private:
  void emit(std::string_view text, char margin = '|') {
    if (!depth_) {
      out_ += text;
      return;
    }
    while (!text.empty()) {
      size_t end = text.find('\n');
      size_t length = end == std::string_view::npos ? text.size() : end + 1;
      if (!options_.uncaught || !text.starts_with(kRepeated)) {
        out_.append(2 * static_cast<size_t>(depth_), ' ');
        out_ += margin;
        out_ += ' ';
      }
      out_ += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  /// CPython's report of what nobody caught leaves the margin out behind the first line of a message.
  void emit_first_line(std::string_view text) {
    const size_t first = options_.uncaught ? text.find('\n') + 1 : text.size();
    emit(text.substr(0, first));
    out_ += text.substr(first);
  }
  void indent() { out_.append(2 * static_cast<size_t>(depth_), ' '); }

  void format_stack(Value exception, Value traceback, const char* header, char margin) {
    if (!options_.stack) return;
    Traceback* stack = traceback.is(Kind::Traceback) ? traceback.as<Traceback>()
                       : traceback.is_none()         ? nullptr
                                                     : exception.as<Exception>()->traceback;
    if (!stack) return;
    const std::string levels = format_traceback(vm_, stack, options_.limit, options_.uncaught);
    if (levels.empty()) return;
    emit(header, margin);
    emit(levels);
  }

  void format_one(Value exception, Value traceback) {
    Value members;
    if (is_instance(exception, vm_.exception(Exc::BaseExceptionGroup))) {
      members = exception_field(exception.as<Exception>(), kGroupExceptions);
    }
    if (!members.is(Kind::Tuple)) {
      format_stack(exception, traceback, "Traceback (most recent call last):\n", '|');
      format_only(exception);
      return;
    }
    if (depth_ > kMaxGroupDepth) {
      emit("... (max_group_depth is " + std::to_string(kMaxGroupDepth) + ")\n");
      return;
    }
    bool top = depth_ == 0;
    if (top) depth_ = 1;
    format_stack(exception, traceback, "Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
    format_only(exception);
    auto* group = members.as<Tuple>();
    size_t total = group->size, shown = total <= kMaxGroupWidth ? total : kMaxGroupWidth + 1;
    need_close_ = false;
    for (size_t i = 0; i < shown; i++) {
      bool last = i == shown - 1, truncated = i >= kMaxGroupWidth;
      if (last) need_close_ = true;
      indent();
      out_ += i == 0 ? "+-" : "  ";
      out_ += "+---------------- " + (truncated ? "..." : std::to_string(i + 1)) + " ----------------\n";
      depth_++;
      if (truncated) {
        size_t rest = total - kMaxGroupWidth;
        emit("and " + std::to_string(rest) + " more exception" + (rest > 1 ? "s" : "") + "\n");
      } else if (is_exception(group->items[i])) {
        format(group->items[i], {});
      }
      if (last && need_close_) {
        indent();
        out_ += "+------------------------------------\n";
        need_close_ = false;
      }
      depth_--;
    }
    if (top) depth_ = 0;
  }

  /// Class, message, suggestion, notes.
  void format_only(Value exception) {
    std::string text = class_text(vm_, exception), message;
    if (is_instance(exception, vm_.exception(Exc::SyntaxError))) {
      emit_first_line(syntax_error_lines(vm_, exception, options_.uncaught, &message));
    } else {
      Result<Str*> said = exception_text_reenter(vm_, exception);
      if (said) {
        message = str_utf8(*said);
      } else {
        clear_pending(vm_);
        message = "<exception str() failed>";
      }
    }
    if (!message.empty()) text += ": " + message;
    if (options_.uncaught) text += suggestion_for_reenter(vm_, exception);
    emit_first_line(text + "\n");
    format_notes(exception);
  }

  void format_notes(Value exception) {
    Value notes = safe_attribute(vm_, exception, "__notes__");
    if (notes.is_nothing() || notes.is_none()) return;
    if (notes.is(Kind::Dict) || !class_of(notes)->slots.get_item) {
      emit(safe_text(vm_, notes, true, "<__notes__ repr() failed>") );
      return;
    }
    Result<Tuple*> items = tuple_from_iterable_reenter(vm_, notes);
    if (!items) {
      clear_pending(vm_);
      return;
    }
    for (size_t i = 0; i < items->size; i++) {
      std::string note = safe_text(vm_, items->items[i], false, "<note str() failed>");
      size_t start = 0;
      do {
        size_t end = std::min(note.find('\n', start), note.size());
        emit(note.substr(start, end - start) + "\n");
        start = end + 1;
      } while (start < note.size() + !options_.uncaught);
    }
  }

  Vm& vm_;
  const TracebackOptions& options_;
  std::string out_;
  std::vector<Cell*> seen_;
  int depth_ = 0, native_depth_ = 0;
  bool need_close_ = false;
};

}  // namespace

bool g_modules_torn_down = false;

std::string marked_line(std::string_view line, const Position& position, bool uncaught) {
  size_t indent = 0;
  while (indent < line.size() && is_blank(line[indent])) indent++;
  std::string_view stripped = line.substr(indent);
  // CPython's module leaves out blanks at the end of the line, and shifts the marks to the left by as many columns.
  int64_t blanks = 0;
  for (; !uncaught && !stripped.empty() && is_space(stripped.back()); blanks++) stripped.remove_suffix(1);
  if (stripped.empty()) return "";
  std::string out = "    " + std::string(stripped) + "\n";
  if (position.end_col == 0xffff || position.col > line.size()) return out;

  size_t end_byte;
  if (position.end_line == position.line) {
    end_byte = std::min<size_t>(position.end_col, line.size());
  } else {
    end_byte = line.size();
    while (end_byte > 0 && is_space(line[end_byte - 1])) end_byte--;
  }
  if (end_byte < position.col) return out;
  std::string_view segment = line.substr(position.col, end_byte - position.col);
  Anchors anchors;
  if (position.end_line == position.line && (uncaught || !g_modules_torn_down)) anchors = find_anchors(segment, uncaught);
  int64_t start = count_columns(line.substr(0, position.col)) - static_cast<int64_t>(indent);
  const int64_t width = count_columns(segment) + (position.end_line == position.line ? 0 : blanks);
  if (start < 0 || width <= 0) return out;
  if (width >= count_columns(stripped) && !anchors.found) return out;
  out += "    ";
  out.append(static_cast<size_t>(std::max<int64_t>(start - blanks, 0)), ' ');
  for (int64_t i = 0; i < width; i++) {
    bool inside = anchors.found && (i < anchors.left || i >= anchors.right);
    out += inside ? '~' : '^';
  }
  out += '\n';
  return out;
}

std::string brief_exception_reenter(Vm& vm, Value exception, Value traceback) {
  std::string out;
  if (traceback.is(Kind::Traceback)) out = "Traceback (most recent call last):\n" + format_traceback(vm, traceback.as<Traceback>(), 1000, true);
  return out + class_text(vm, exception) + ": " + safe_text(vm, exception, false, "<exception str() failed>") + "\n";
}

std::string format_traceback(Vm& vm, Traceback* stack, int64_t limit, bool uncaught) {
  int64_t depth = 0;
  for (Traceback* entry = stack; entry; entry = entry->next) depth++;
  if (limit >= 0) {
    for (; depth > limit; depth--) stack = stack->next;
  }
  int64_t remaining = limit < 0 ? -limit : depth;
  std::string out;
  Code* last_code = nullptr;
  uint32_t last_line = 0;
  int64_t repeated = 0;
  for (Traceback* entry = stack; entry && remaining > 0; entry = entry->next, remaining--) {
    Position position = position_of(entry);
    if (entry->code != last_code || position.line != last_line) {
      if (repeated > kRecursiveCutoff) out += plural_lines(repeated - kRecursiveCutoff);
      last_code = entry->code;
      last_line = position.line;
      repeated = 0;
    }
    if (++repeated > kRecursiveCutoff) continue;
    out += "  File \"" + entry->code->unit->filename + "\", line " + std::to_string(position.line) + ", in " + entry->code->unit->name + "\n";
    out += source_lines_reenter(vm, entry, position, uncaught);
  }
  if (repeated > kRecursiveCutoff) out += plural_lines(repeated - kRecursiveCutoff);
  return out;
}

std::string format_exception_reenter(Vm& vm, Value exception, const TracebackOptions& options) {
  Formatter formatter(vm, options);
  formatter.format(exception, options.traceback);
  return formatter.take();
}

}  // namespace coil
