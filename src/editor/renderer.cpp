#include "editor/renderer.hpp"

#include <algorithm>

#include "editor/characters.hpp"

namespace coil::editor {

namespace {

std::string up(int rows) { return rows > 0 ? "\x1b[" + std::to_string(rows) + "A" : ""; }
std::string down(int rows) { return rows > 0 ? "\x1b[" + std::to_string(rows) + "B" : ""; }
std::string to_column(int column) { return column > 0 ? "\r\x1b[" + std::to_string(column) + "C" : "\r"; }
constexpr std::string_view kClearLine = "\x1b[K", kClearBelow = "\x1b[J";

/// As much of the text as fits into the width.
std::string_view clipped(std::string_view text, int width) {
  std::string stand_in;
  int column = 0;
  size_t at = 0;
  while (at < text.size()) {
    size_t end = next_character(text, at);
    column += show_character(text.substr(at, end - at), column, stand_in).width;
    if (column > width) break;
    at = end;
  }
  return text.substr(0, at);
}

}  // namespace

void Renderer::resize(int width, int height) {
  width = std::max(width, 1);
  height = std::max(height, 1);
  if (width != width_ && !rows_.empty()) {
    // Terminals that wrap again keep the cursor at its character, so that more or fewer rows are above it.
    int above = column_ / width;
    for (int i = 0; i < row_ && i < static_cast<int>(rows_.size()); i++) above += std::max(1, (rows_[static_cast<size_t>(i)].width + width - 1) / width);
    forget();
    stale_ = up(above) + "\r" + std::string(kClearBelow);
  }
  width_ = width;
  height_ = height;
}

std::vector<Renderer::Line> Renderer::wrap(const Frame& frame, int* cursor_row, int* cursor_column) const {
  std::vector<Line> lines;
  std::string stand_in;
  std::string_view text = frame.text;
  size_t at = 0;
  int kind = 1;
  *cursor_row = *cursor_column = 0;
  for (;;) {  // each line of the text
    size_t end = std::min(text.find('\n', at), text.size());
    int prompt_width = std::min(text_width(kind == 1 ? frame.first_prompt : frame.next_prompt), width_ - 1);
    int column = prompt_width, text_column = 0;
    lines.push_back({at, at, kind});
    while (true) {
      if (at == frame.cursor) {
        *cursor_row = static_cast<int>(lines.size()) - 1;
        *cursor_column = column;
      }
      if (at == end) break;
      size_t next;
      int width;
      auto byte = static_cast<unsigned char>(text[at]);
      bool simple = byte >= 0x20 && byte < 0x7f && (at + 1 == end || static_cast<unsigned char>(text[at + 1]) < 0x80);
      if (simple) {
        next = at + 1;
        width = 1;
      } else {
        next = std::min(next_character(text, at), end);
        width = show_character(text.substr(at, next - at), text_column, stand_in).width;
      }
      if (column + width > width_ && column > 0) {
        lines.back().to = at;
        lines.push_back({at, at, 0});
        column = 0;
        if (at == frame.cursor) {
          *cursor_row = static_cast<int>(lines.size()) - 1;
          *cursor_column = 0;
        }
      }
      column += width;
      text_column += width;
      at = next;
    }
    lines.back().to = end;
    // The cursor behind a full row stands at the start of the next one.
    if (frame.cursor == end && column >= width_) {
      lines.push_back({end, end, 0});
      *cursor_row = static_cast<int>(lines.size()) - 1;
      *cursor_column = 0;
    }
    if (end == text.size()) return lines;
    at = end + 1;
    kind = 2;
  }
}

Renderer::Row Renderer::render(const Frame& frame, const Line& line, const std::vector<Style>& styles) const {
  Row row;
  Style current = Style::Plain;
  auto change = [&](Style style) {
    if (!colour_ || style == current) return;
    if (current != Style::Plain) row.bytes += kPlainSequence;
    row.bytes += style_sequence(style);
    current = style;
  };
  if (line.prompt) {
    std::string_view prompt = clipped(line.prompt == 1 ? frame.first_prompt : frame.next_prompt, width_ - 1);
    change(Style::Definition);
    row.bytes += prompt;
    change(Style::Plain);
    row.width = text_width(prompt);
  }
  std::string stand_in;
  size_t line_start = line.from;
  while (line_start > 0 && frame.text[line_start - 1] != '\n' && !line.prompt && line.from - line_start < 4096) line_start--;
  int text_column = line.from == line_start ? 0 : text_width(frame.text.substr(line_start, line.from - line_start));
  for (size_t at = line.from; at < line.to;) {
    size_t next = std::min(next_character(frame.text, at), line.to);
    Shown shown = show_character(frame.text.substr(at, next - at), text_column, stand_in);
    change(shown.replaced ? Style::Error : at < styles.size() ? styles[at] : Style::Plain);
    row.bytes += shown.bytes;
    row.width += shown.width;
    text_column += shown.width;
    at = next;
  }
  change(Style::Plain);
  return row;
}

void Renderer::go_to(std::string& out, int row) {
  int last = static_cast<int>(rows_.size()) - 1;
  if (row <= last) {
    out += row < row_ ? up(row_ - row) : down(row - row_);
  } else {  // a row that is not there yet: the screen scrolls if it has to
    out += down(last - row_);
    for (int i = std::max(last, 0); i < row; i++) out += "\r\n";
  }
  row_ = row;
}

std::string Renderer::draw(const Frame& frame) {
  int cursor_row, cursor_column;
  std::vector<Line> lines = wrap(frame, &cursor_row, &cursor_column);
  std::vector<Style> styles;
  if (colour_) {
    Highlighter look(frame.text);
    styles = look.styles();
    if (auto match = frame.settled ? std::nullopt : look.matching_brackets(frame.cursor)) styles[match->first] = styles[match->second] = Style::Match;
  }
  int total = static_cast<int>(lines.size());
  int below = std::min(static_cast<int>(frame.below.size()), std::max(0, height_ - 1));
  int room = std::max(1, height_ - below);
  if (cursor_row < first_) first_ = cursor_row;
  if (cursor_row >= first_ + room) first_ = cursor_row - room + 1;
  first_ = std::clamp(first_, 0, std::max(0, total - room));
  int shown = std::min(room, total - first_);

  std::vector<Row> rows;
  for (int i = 0; i < shown; i++) rows.push_back(render(frame, lines[static_cast<size_t>(first_ + i)], styles));
  for (int i = 0; i < below; i++) {
    std::string_view line = clipped(frame.below[static_cast<size_t>(i)], width_ - 1);
    Row row{std::string(line), text_width(line)};
    if (colour_) row.bytes = std::string(style_sequence(Style::Dim)) + row.bytes + std::string(kPlainSequence);
    rows.push_back(std::move(row));
  }

  std::string out = std::move(stale_);
  stale_.clear();
  bool fresh = rows_.empty();
  for (size_t i = 0; i < rows.size(); i++) {
    bool is_new = i >= rows_.size();
    if (!is_new && rows_[i] == rows[i]) continue;
    if (!fresh || i > 0) go_to(out, static_cast<int>(i));
    out += '\r';
    out += rows[i].bytes;
    if (rows[i].width < width_) out += kClearLine;
    if (is_new) rows_.push_back(rows[i]);
    row_ = static_cast<int>(i);
  }
  if (rows_.size() > rows.size()) {
    go_to(out, static_cast<int>(rows.size()));
    out += '\r';
    out += kClearBelow;
  }
  rows_ = std::move(rows);
  go_to(out, cursor_row - first_);
  column_ = cursor_column;
  out += to_column(cursor_column);
  return out;
}

std::string Renderer::erase() {
  std::string out = stale_;
  if (!rows_.empty()) {
    go_to(out, 0);
    out += '\r';
    out += kClearBelow;
  }
  forget();
  return out;
}

std::string Renderer::finish() {
  if (rows_.empty()) return erase();
  std::string out;
  go_to(out, static_cast<int>(rows_.size()) - 1);
  out += "\r\n";
  forget();
  return out;
}

void Renderer::forget() {
  rows_.clear();
  stale_.clear();
  row_ = first_ = 0;
}

std::vector<std::string> in_columns(const std::vector<std::string>& words, int width, size_t most_lines) {
  int widest = 0;
  for (const std::string& word : words) widest = std::max(widest, text_width(word));
  constexpr int kGap = 2;
  size_t columns = static_cast<size_t>(std::max(1, (width - 1 + kGap) / (widest + kGap)));
  size_t needed = (words.size() + columns - 1) / columns;
  bool cut = needed > most_lines;
  size_t lines = cut ? std::max<size_t>(most_lines, 2) - 1 : needed;
  // Down the columns, as lists are read; a list that is cut goes on in the same order.
  std::vector<std::string> out(lines);
  for (size_t i = 0; i < words.size() && i < lines * columns; i++) {
    std::string& line = out[i % lines];
    auto start = static_cast<int>(i / lines) * (widest + kGap);
    line.append(static_cast<size_t>(std::max(0, start - text_width(line))), ' ');
    line += words[i];
  }
  if (cut) out.push_back("and " + std::to_string(words.size() - std::min(words.size(), lines * columns)) + " more");
  return out;
}

}  // namespace coil::editor
