// The line table of a source text. It is only needed for messages, so it is built when first asked for.
// A line ends with "\n", "\r\n" or a lone "\r", as for the lexer.
#include "base/source.hpp"

#include <algorithm>

#include "base/encodings.hpp"

namespace coil {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_name_part(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
}

/// The name behind "coding:" or "coding=" in a comment.
std::string_view coding_cookie(std::string_view comment) {
  constexpr std::string_view kWord = "coding";
  for (std::size_t at = comment.find(kWord); at != comment.npos; at = comment.find(kWord, at)) {
    at += kWord.size();
    if (at == comment.size() || (comment[at] != ':' && comment[at] != '=')) continue;
    std::size_t start = std::min(comment.find_first_not_of(" \t", at + 1), comment.size());
    std::size_t end = start;
    while (end < comment.size() && is_name_part(comment[end])) ++end;
    if (end > start) return comment.substr(start, end - start);
  }
  return {};
}

/// Whether the name is `known`, or `known` and a line end in the manner of editors ("utf-8-unix").
bool is_variant(std::string_view name, std::string_view known) {
  return name.starts_with(known) && (name.size() == known.size() || name[known.size()] == '-');
}

}  // namespace

std::string declared_encoding(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  for (int number = 0; number < 2; ++number) {
    std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    std::size_t hash = line.find_first_not_of(" \t\f");
    if (hash != line.npos && line[hash] != '#') return {};
    if (std::string_view name = hash == line.npos ? "" : coding_cookie(line.substr(hash)); !name.empty()) {
      std::string normal;
      for (char c : name) normal += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      if (is_variant(normal, "utf-8")) return {};
      bool latin1 = is_variant(normal, "latin-1") || is_variant(normal, "iso-8859-1") || is_variant(normal, "iso-latin-1");
      return latin1 ? "iso-8859-1" : std::string(name);
    }
    text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : std::min(end + 1, text.size()));
  }
  return {};
}

Source::Source(std::string filename, std::string_view text, SourceForm form) : filename_(std::move(filename)), form_(form) {
  bool marked = !is_decoded(form) && text.starts_with(kByteOrderMark);
  std::string encoding = is_decoded(form) ? "" : declared_encoding(text);
  if (marked) text.remove_prefix(kByteOrderMark.size());
  std::optional<std::string> decoded;
  if (!encoding.empty() && !marked) decoded = text_as_utf8(text, find_native_codec(encoding));
  if (!encoding.empty() && !decoded) encoding_problem_ = "encoding problem: " + encoding + (marked ? " with BOM" : "");
  text_ = decoded ? std::move(*decoded) : std::string(text);
}

const std::vector<std::uint32_t>& Source::line_starts() const {
  if (!line_starts_.empty()) return line_starts_;
  line_starts_.push_back(0);
  for (std::size_t at = 0; at < text_.size(); ++at) {
    char c = text_[at];
    if (c == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n') continue;
    if (c == '\n' || c == '\r') line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return line_starts_;
}

std::int32_t Source::line_count() const { return static_cast<std::int32_t>(line_starts().size()); }

std::string_view Source::line(std::int32_t lineno) const {
  const auto& starts = line_starts();
  if (lineno < 1 || static_cast<std::size_t>(lineno) > starts.size()) return {};
  std::size_t start = starts[lineno - 1];
  std::size_t end = static_cast<std::size_t>(lineno) < starts.size() ? starts[lineno] : text_.size();
  while (end > start && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return std::string_view(text_).substr(start, end - start);
}

std::int32_t Source::column_in_characters(std::int32_t lineno, std::int32_t byte_column) const {
  std::string_view text = line(lineno);
  std::int32_t count = 0;
  std::size_t end = std::min<std::size_t>(std::max(byte_column, 0), text.size());
  for (std::size_t at = 0; at < end; ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) ++count;
  }
  // Columns past the end of the line exist: an error at the end of the input points there.
  return count + (byte_column - static_cast<std::int32_t>(end));
}

}  // namespace coil
