#include "editor/line_editor.hpp"

#include <algorithm>

#include "editor/characters.hpp"
#include "editor/indentation.hpp"

namespace coil::editor {

namespace {

constexpr size_t kMostKills = 60;

std::string common_prefix(const std::vector<std::string>& words) {
  std::string prefix = words.front();
  for (const std::string& word : words) {
    auto [end, ignored] = std::mismatch(prefix.begin(), prefix.end(), word.begin(), word.end());
    prefix.erase(end, prefix.end());
  }
  while (!prefix.empty() && sequence_length(std::string_view(prefix).substr(previous_character(prefix, prefix.size()))) == 0) prefix.pop_back();
  return prefix;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

}  // namespace

Event LineEditor::feed(std::string_view bytes) {
  decoder_.feed(bytes);
  for (;;) {
    Key key = decoder_.next();
    if (key.kind == KeyKind::None) return Event::Edited;
    Event event = handle(key);
    if (event != Event::Edited) return event;
  }
}

bool LineEditor::take_bell() {
  bool bell = bell_;
  bell_ = false;
  return bell;
}

std::string LineEditor::take_input() {
  std::string input = buffer_.text();
  clear();
  size_t last = input.find_last_not_of(" \t\n");
  bool ended_by_blank_line = last != std::string::npos && input.find('\n', last) != std::string::npos;
  if (ended_by_blank_line) input.erase(input.find('\n', last));
  if (last == std::string::npos) input.clear();
  return input;
}

void LineEditor::clear() {
  buffer_.reset();
  offered_.clear();
  leave_history();
  searching_ = killing_ = yanking_ = false;
}

void LineEditor::set_text(std::string_view text) {
  clear();
  buffer_.insert(text);
}

Event LineEditor::handle(const Key& key) {
  offered_.clear();
  if (searching_ && handle_search(key)) return Event::Edited;
  bool killed_before = killing_, yanked_before = yanking_;
  killing_ = yanking_ = false;
  bool walks = key.kind == KeyKind::Up || key.kind == KeyKind::Down || (key.kind == KeyKind::Letter && key.ctrl && (key.letter == 'p' || key.letter == 'n'));
  bool submits = key.kind == KeyKind::Enter;
  if (!walks && !submits) leave_history();
  if (key.kind != KeyKind::Text) buffer_.end_step();
  switch (key.kind) {
    case KeyKind::Text:
    case KeyKind::Paste: buffer_.insert(key.text); break;
    case KeyKind::Enter:
      if (key.alt || key.shift || key.ctrl) {
        buffer_.insert("\n" + next_indentation(text(), cursor()));
        break;
      }
      return enter(decoder_.unread().starts_with(' ') || decoder_.unread().starts_with('\t'));
    case KeyKind::Tab: tab(); break;
    case KeyKind::BackTab: {
      size_t start = buffer_.line_start(), at = cursor();
      size_t blanks = std::min(text().find_first_not_of(' ', start), text().size()) - start;
      size_t less = std::min(blanks, kIndentStep);
      buffer_.erase(start, start + less);
      buffer_.move_to(std::max(start, at - std::min(at, less)));
      break;
    }
    case KeyKind::Backspace:
      killing_ = killed_before;
      if (key.alt || key.ctrl) kill(previous_word(text(), cursor()), cursor(), true);
      else backspace();
      break;
    case KeyKind::Delete:
      killing_ = killed_before;
      if (key.alt || key.ctrl) kill(cursor(), next_word_end(text(), cursor()), false);
      else delete_forward();
      break;
    case KeyKind::Left:
      buffer_.move_to(key.ctrl || key.alt ? previous_word(text(), cursor()) : previous_character(text(), cursor()));
      break;
    case KeyKind::Right:
      buffer_.move_to(key.ctrl || key.alt ? next_word_end(text(), cursor()) : next_character(text(), cursor()));
      break;
    case KeyKind::Up: move_line(true); break;
    case KeyKind::Down: move_line(false); break;
    case KeyKind::Home: buffer_.move_to(key.ctrl ? 0 : buffer_.line_start()); break;
    case KeyKind::End: buffer_.move_to(key.ctrl ? text().size() : buffer_.line_end()); break;
    case KeyKind::PageUp: buffer_.move_to(0); break;
    case KeyKind::PageDown: buffer_.move_to(text().size()); break;
    case KeyKind::Letter:
      killing_ = killed_before;
      yanking_ = yanked_before;
      if (key.ctrl && !key.alt) return handle_ctrl(key.letter);
      handle_alt(key.letter);
      break;
    case KeyKind::Escape:
    case KeyKind::Unknown:
    case KeyKind::None: break;
  }
  return Event::Edited;
}

Event LineEditor::handle_ctrl(char letter) {
  bool killing = killing_;
  killing_ = yanking_ = false;
  switch (letter) {
    case 'a': buffer_.move_to(buffer_.line_start()); break;
    case 'e': buffer_.move_to(buffer_.line_end()); break;
    case 'b': buffer_.move_to(previous_character(text(), cursor())); break;
    case 'f': buffer_.move_to(next_character(text(), cursor())); break;
    case 'p': move_line(true); break;
    case 'n': move_line(false); break;
    case 'c': return Event::Interrupt;
    case 'd':
      if (buffer_.empty()) return Event::EndOfFile;
      delete_forward();
      break;
    case 'g': bell_ = true; break;
    case 'k': {
      killing_ = killing;
      size_t end = buffer_.line_end();
      kill(cursor(), end == cursor() ? next_character(text(), cursor()) : end, false);
      break;
    }
    case 'u': {
      killing_ = killing;
      size_t start = buffer_.line_start();
      kill(start == cursor() && start > 0 ? start - 1 : start, cursor(), true);
      break;
    }
    case 'w':
      killing_ = killing;
      kill(previous_blank_delimited(text(), cursor()), cursor(), true);
      break;
    case 'l': return Event::ClearScreen;
    case 'r': begin_search(true); break;
    case 's': begin_search(false); break;
    case 't': transpose(); break;
    case 'y': yank(); break;
    case 'z': return Event::Suspend;
    case '_':
      if (!buffer_.undo()) bell_ = true;
      break;
    default: bell_ = true;
  }
  return Event::Edited;
}

void LineEditor::handle_alt(char letter) {
  bool killing = killing_, yanking = yanking_;
  killing_ = yanking_ = false;
  switch (letter) {
    case 'b': buffer_.move_to(previous_word(text(), cursor())); break;
    case 'f': buffer_.move_to(next_word_end(text(), cursor())); break;
    case 'd':
      killing_ = killing;
      kill(cursor(), next_word_end(text(), cursor()), false);
      break;
    case 'y':
      yanking_ = yanking;
      yank_older();
      break;
    case '<': buffer_.move_to(0); break;
    case '>': buffer_.move_to(text().size()); break;
    case 'u': case 'l': case 'c': change_word(letter); break;
    case 'm': buffer_.move_to(std::min(text().find_first_not_of(" \t", buffer_.line_start()), buffer_.line_end())); break;
    default: bell_ = true;
  }
}

/// `indented`: the line that follows brings its own indentation, as an unmarked paste does.
Event LineEditor::enter(bool indented) {
  const std::string& input = text();
  bool recalled = walking_ && walk_at_ < history_.size() && input == history_.at(walk_at_);
  leave_history();
  bool in_last_line = input.find('\n', cursor()) == std::string::npos;
  bool one_line = input.find('\n') == std::string::npos;
  if (one_line || in_last_line || recalled) {
    bool in_block = !one_line && !is_blank(std::string_view(input).substr(buffer_.line_start(input.size())));
    // Enter in the middle of a last line splits it, unless the line is all there is.
    bool splits = in_block && cursor() != input.size();
    if (recalled || (!splits && is_complete(input))) {
      buffer_.move_to(input.size());
      return Event::Submit;
    }
  }
  std::string blanks = indented ? "" : next_indentation(input, cursor());
  // A line of blanks only stays empty, so that it ends a block.
  size_t start = buffer_.line_start();
  if (is_blank(std::string_view(input).substr(start, cursor() - start)) && cursor() == buffer_.line_end() && start > 0) buffer_.erase(start, cursor());
  // The rest of a split line brings its own blanks.
  size_t rest = std::min(text().find_first_not_of(' ', cursor()), text().size());
  if (!blanks.empty() && rest < buffer_.line_end()) buffer_.erase(cursor(), rest);
  buffer_.insert("\n" + blanks);
  buffer_.end_step();
  return Event::Edited;
}

void LineEditor::tab() {
  size_t start = buffer_.line_start();
  std::string_view before = std::string_view(text()).substr(start, cursor() - start);
  if (is_blank(before)) {
    buffer_.insert(std::string(kIndentStep - before.size() % kIndentStep, ' '));
    return;
  }
  if (!complete) return;
  Completions found = complete(std::string_view(text()).substr(0, cursor()));
  if (found.candidates.empty() || found.start > cursor()) {
    bell_ = true;
    return;
  }
  std::string prefix = common_prefix(found.candidates);
  bool progress = prefix.size() > cursor() - found.start;
  if (progress || found.candidates.size() == 1) buffer_.replace(found.start, cursor(), prefix);
  if (found.candidates.size() > 1) offered_ = std::move(found.candidates);
}

void LineEditor::backspace() {
  if (cursor() == 0) {
    bell_ = true;
    return;
  }
  size_t start = buffer_.line_start(), blanks = cursor() - start;
  bool in_indentation = blanks > 0 && text().find_first_not_of(' ', start) >= cursor();
  size_t from = in_indentation ? start + (blanks - 1) / kIndentStep * kIndentStep : previous_character(text(), cursor());
  buffer_.erase(from, cursor());
}

void LineEditor::delete_forward() {
  if (cursor() == text().size()) bell_ = true;
  else buffer_.erase(cursor(), next_character(text(), cursor()));
}

/// Within the block, and beyond its first and last line through the history.
void LineEditor::move_line(bool up) {
  bool at_edge = up ? buffer_.line_start() == 0 : buffer_.line_end() == text().size();
  if (walking_ || at_edge) return recall(up);
  size_t start = buffer_.line_start();
  int column = text_width(std::string_view(text()).substr(start, cursor() - start));
  size_t at = up ? buffer_.line_start(start - 1) : buffer_.line_end() + 1;
  size_t end = buffer_.line_end(at);
  for (int passed = 0; at < end;) {
    size_t next = next_character(text(), at);
    passed += text_width(std::string_view(text()).substr(at, next - at), passed);
    if (passed > column) break;
    at = next;
  }
  buffer_.move_to(at);
}

/// The next entry that begins as the text did before the walk.
void LineEditor::recall(bool older) {
  if (!walking_) {
    if (!older) {
      bell_ = true;
      return;
    }
    walk_at_ = history_.size();
    walk_draft_ = text();
    walk_prefix_ = text().substr(0, cursor());
  }
  size_t at = walk_at_;
  for (;;) {
    if (older ? at == 0 : at >= history_.size()) {
      bell_ = true;
      return;
    }
    at = older ? at - 1 : at + 1;
    if (at == history_.size() || (history_.at(at).starts_with(walk_prefix_) && history_.at(at) != text())) break;
  }
  walking_ = true;
  walk_at_ = at;
  buffer_.replace(0, text().size(), at == history_.size() ? walk_draft_ : history_.at(at));
}

void LineEditor::leave_history() {
  walking_ = false;
  walk_draft_.clear();
}

void LineEditor::kill(size_t from, size_t to, bool backwards) {
  if (from == to) {
    bell_ = true;
    return;
  }
  std::string killed = text().substr(from, to - from);
  if (killing_ && !kills_.empty()) kills_.back() = backwards ? killed + kills_.back() : kills_.back() + killed;
  else kills_.push_back(std::move(killed));
  if (kills_.size() > kMostKills) kills_.erase(kills_.begin());
  buffer_.erase(from, to);
  killing_ = true;
}

void LineEditor::yank() {
  if (kills_.empty()) {
    bell_ = true;
    return;
  }
  yank_at_ = kills_.size() - 1;
  yank_from_ = cursor();
  buffer_.insert(kills_[yank_at_]);
  yanking_ = true;
}

void LineEditor::yank_older() {
  if (!yanking_) {
    bell_ = true;
    return;
  }
  yank_at_ = (yank_at_ + kills_.size() - 1) % kills_.size();
  buffer_.replace(yank_from_, cursor(), kills_[yank_at_]);
}

/// Exchanges the characters around the cursor, at the end of a line those before it.
void LineEditor::transpose() {
  size_t middle = cursor() == buffer_.line_end() ? previous_character(text(), cursor()) : cursor();
  if (middle <= buffer_.line_start()) {
    bell_ = true;
    return;
  }
  size_t start = previous_character(text(), middle), end = next_character(text(), middle);
  std::string swapped = text().substr(middle, end - middle) + text().substr(start, middle - start);
  buffer_.replace(start, end, swapped);
}

/// Upper case, lower case or a capital, from the cursor to the end of the word. ASCII letters only.
void LineEditor::change_word(char how) {
  size_t from = cursor(), to = next_word_end(text(), from);
  std::string word = text().substr(from, to - from);
  bool first = true;
  for (char& byte : word) {
    bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (!letter) continue;
    bool upper = how == 'u' || (how == 'c' && first);
    byte = static_cast<char>(upper ? byte & ~0x20 : byte | 0x20);
    first = false;
  }
  buffer_.replace(from, to, word);
}

// -- incremental search

std::string LineEditor::search_line() const {
  if (!searching_) return "";
  return std::string(search_failed_ ? "no match " : "") + (search_older_ ? "search back: " : "search forward: ") + query_;
}

void LineEditor::begin_search(bool older) {
  searching_ = true;
  search_failed_ = false;
  search_older_ = older;
  query_.clear();
  search_at_ = history_.size();
  search_draft_ = text();
  search_draft_cursor_ = cursor();
}

void LineEditor::end_search(bool keep) {
  searching_ = false;
  if (keep) return;
  buffer_.replace(0, text().size(), search_draft_);
  buffer_.move_to(search_draft_cursor_);
}

/// `from_here`: the entry that is shown counts too.
void LineEditor::search(bool older, bool from_here) {
  search_older_ = older;
  size_t at = search_at_;
  for (bool first = true;; first = false) {
    if (!(first && from_here && at < history_.size())) {
      if (older ? at == 0 : at + 1 >= history_.size()) {
        search_failed_ = true;
        bell_ = true;
        return;
      }
      at = older ? at - 1 : at + 1;
    }
    bool same_as_shown = !from_here && history_.at(at) == text();
    size_t found = same_as_shown ? std::string::npos : history_.at(at).find(query_);
    if (found == std::string::npos) continue;
    search_failed_ = false;
    search_at_ = at;
    buffer_.replace(0, text().size(), history_.at(at));
    buffer_.move_to(found);
    return;
  }
}

/// False: the key ends the search and means what it always means.
bool LineEditor::handle_search(const Key& key) {
  if (key.kind == KeyKind::Text || key.kind == KeyKind::Paste) {
    query_ += key.text;
    search(search_older_, true);
    return true;
  }
  if (key.kind == KeyKind::Backspace && !key.alt && !key.ctrl) {
    query_.erase(previous_character(query_, query_.size()));
    search_at_ = history_.size();
    if (query_.empty()) {
      buffer_.replace(0, text().size(), search_draft_);
      search_failed_ = false;
    } else {
      search(true, true);
    }
    return true;
  }
  if (key.kind == KeyKind::Letter && key.ctrl && (key.letter == 'r' || key.letter == 's')) {
    if (!query_.empty()) search(key.letter == 'r', false);
    return true;
  }
  if (key.kind == KeyKind::Letter && key.ctrl && key.letter == 'g') {
    end_search(false);
    return true;
  }
  if (key.kind == KeyKind::Escape) {
    end_search(true);
    return true;
  }
  end_search(true);
  if (key.kind == KeyKind::Enter && search_at_ < history_.size() && text() == history_.at(search_at_)) {
    // Enter takes the entry as a walk through the history does: it need not be ended again.
    walking_ = true;
    walk_at_ = search_at_;
  }
  return false;
}

}  // namespace coil::editor
