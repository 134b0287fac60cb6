#include "editor/traceback_colours.hpp"

#include <algorithm>

#include "editor/highlight.hpp"

namespace coil::editor {

namespace {

constexpr std::string_view kPlace = "\x1b[35m", kException = "\x1b[1;35m", kCarets = "\x1b[1;31m";

std::string in(std::string_view colour, std::string_view text) { return std::string(colour) + std::string(text) + std::string(kPlainSequence); }

/// The margin of an exception group: blanks, then "| " or "+ ".
size_t margin_of(std::string_view line) {
  size_t mark = line.find_first_not_of(' ');
  bool has = mark != std::string_view::npos && mark + 1 < line.size() && (line[mark] == '|' || line[mark] == '+') && line[mark + 1] == ' ';
  return has ? mark + 2 : 0;
}

bool is_carets(std::string_view line) { return line.find_first_not_of(" ~^") == std::string_view::npos && line.find_first_of("~^") != std::string_view::npos; }

/// `  File "name", line 3, in function`.
std::string place(std::string_view line) {
  size_t from = line.find('"'), to = line.rfind("\", line ");
  if (to == std::string_view::npos || to <= from) return std::string(line);
  size_t number = to + 8, comma = line.find(", in ", number);
  std::string out = std::string(line.substr(0, from)) + in(kPlace, line.substr(from, to + 1 - from)) + std::string(line.substr(to + 1, 7));
  out += in(kPlace, line.substr(number, std::min(comma, line.size()) - number));
  if (comma != std::string_view::npos) out += std::string(line.substr(comma, 5)) + in(kPlace, line.substr(comma + 5));
  return out;
}

/// `some.Error: what happened`: the name of a class, alone or before a colon.
size_t exception_name(std::string_view line) {
  size_t end = 0;
  while (end < line.size() && (std::isalnum(static_cast<unsigned char>(line[end])) || line[end] == '_' || line[end] == '.')) end++;
  bool ends = end == line.size() || line.substr(end).starts_with(": ");
  return ends ? end : 0;
}

}  // namespace

std::string coloured_traceback(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    size_t margin = margin_of(line);
    out += line.substr(0, margin);
    line.remove_prefix(margin);
    if (line.starts_with("  File \"")) {
      out += place(line);
    } else if (line.starts_with("    ")) {
      out += is_carets(line) ? in(kCarets, line) : highlighted(line);
    } else if (size_t name = exception_name(line); name > 0) {
      out += in(kException, line.substr(0, name));
      out += line.substr(name);
    } else {
      out += line;
    }
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace coil::editor
