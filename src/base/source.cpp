// The line table of a source text. It is only needed for messages, so it is built when first asked for.
// A line ends with "\n", "\r\n" or a lone "\r", as for the lexer.
#include "base/source.hpp"

#include <algorithm>

namespace coil {

Source::Source(std::string filename, std::string_view text) : filename_(std::move(filename)) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) {
    had_bom_ = true;
    text.remove_prefix(kByteOrderMark.size());
  }
  text_.assign(text);
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
