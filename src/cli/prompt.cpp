// One Prompt per process. While it reads, three handles of the loop belong to it: standard input, an eventfd through which signal handlers and other threads send
// news, and SIGINT. All drawing happens in the loop's thread; others only erase (before they print) and ask for a redraw.
#include "cli/prompt.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include "async/loop.hpp"
#include "async/signals.hpp"
#include "cli/terminal.hpp"
#include "editor/characters.hpp"
#include "editor/line_editor.hpp"
#include "editor/renderer.hpp"
#include "modules/host_services.hpp"
#include "modules/module.hpp"
#include "modules/terminal_hooks.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/number.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "objects/stream.hpp"

namespace coil {

namespace {

class Prompt {
 public:
  Prompt() : editor_(history_), renderer_(colors_wanted(STDOUT_FILENO)) {}

  void open();
  Result<Input> read_reenter(Vm&, Session&);
  /// Standard input can be read.
  Result<void> input_arrived_reenter(Vm&);
  /// Something came through the eventfd.
  Result<void> news_arrived(Vm&);
  /// Ctrl-C: the first one clears the input; when the loop does not come to that before the second one, that interrupts what runs.
  Result<void> interrupted(Vm&);

  void before_write(int descriptor, std::string_view bytes);
  void after_read(int descriptor);
  /// The process ends without coming back.
  void leave();

 private:
  enum class State : uint8_t { Idle, Editing, Done };

  Result<void> watch(Vm&, Loop*);
  Result<void> wait_reenter(Vm&, Session&);
  void handle(editor::Event);
  void give_back_interrupts_reenter(Vm&, Value old_handler);
  void clear_input();
  void draw();
  void finish(Input::Kind kind);
  void stop();
  void notify();
  void tell(const std::string& problem);
  std::string fresh_line();
  void read_prompts_reenter(Vm&);
  editor::Completions complete_reenter(Vm&, std::string_view before_cursor);

  editor::History history_;
  editor::LineEditor editor_;
  editor::Renderer renderer_;
  State state_ = State::Idle;
  Input input_{Input::Text, ""};
  Session* session_ = nullptr;
  Loop* loop_ = nullptr;
  int news_ = -1;            // the eventfd
  bool shares_terminal_[3] = {};  // whether a descriptor is a terminal
  bool redraw_ = false;      // others have printed
  int interrupts_ = 0;       // that the loop has not seen yet
  int column_ = 0;           // where output ended that did not end its line
  std::string first_ = ">>> ", next_ = "... ";
  Value input_callback_, news_callback_, interrupt_callback_;
};

Prompt* g_prompt = nullptr;

NATIVE(prompt_input_arrived, "input_arrived()", "The terminal can be read.") {
  COIL_CHECK(g_prompt->input_arrived_reenter(vm));
  return none();
}
NATIVE(prompt_news_arrived, "news_arrived()", "A signal or another thread has news for the prompt.") {
  COIL_CHECK(g_prompt->news_arrived(vm));
  return none();
}
NATIVE(prompt_interrupted, "interrupted(signal, frame, /)", "Ctrl-C at the prompt.") {
  COIL_CHECK(g_prompt->interrupted(vm));
  return none();
}

/// Where the cursor is after text was written at `column`; escape sequences have no width.
int column_after(std::string_view text, int column, int width) {
  if (size_t newline = text.rfind('\n'); newline != std::string_view::npos) {
    text.remove_prefix(newline + 1);
    column = 0;
  }
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '\r') {
      column = 0;
      at++;
    } else if (text[at] == '\x1b') {
      at++;
      if (at < text.size() && text[at] == '[') {
        at++;
        while (at < text.size() && (text[at] < 0x40 || text[at] > 0x7e)) at++;
      }
      at++;
    } else {
      size_t end = editor::next_character(text, at);
      column += editor::text_width(text.substr(at, end - at), column);
      if (column > width) column -= width;
      at = end;
    }
  }
  return column;
}

}  // namespace

void Prompt::open() {
  news_ = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  tell(history_.open(editor::history_path()));
  input_callback_ = new_native(g_vm, prompt_input_arrived_spec, "_prompt");
  news_callback_ = new_native(g_vm, prompt_news_arrived_spec, "_prompt");
  interrupt_callback_ = new_native(g_vm, prompt_interrupted_spec, "_prompt");
  for (Value callback : {input_callback_, news_callback_, interrupt_callback_}) {
    if (!keep_forever(g_vm, callback)) clear_pending(g_vm);
  }
  editor_.complete = [this](std::string_view before_cursor) { return complete_reenter(g_vm, before_cursor); };
}

/// A line about the prompt itself.
void Prompt::tell(const std::string& problem) {
  if (problem.empty()) return;
  terminal_write(fresh_line() + "coil: " + problem + "\n");
}

void Prompt::notify() {
  uint64_t one = 1;
  (void)!::write(news_, &one, sizeof one);
}

/// The prompt begins a line even when the output before it did not end its own.
std::string Prompt::fresh_line() {
  bool open_line = column_ > 0;
  if (!renderer_.is_shown() && open_line) return "\r\n";
  return "";
}

void Prompt::draw() {
  redraw_ = false;
  std::vector<std::string> below;
  if (!editor_.search_line().empty()) below.push_back(editor_.search_line());
  else if (!editor_.offered().empty()) below = editor::in_columns(editor_.offered(), renderer_.width(), static_cast<size_t>(std::max(2, renderer_.height() / 2)));
  std::string out = fresh_line();
  out += renderer_.draw({first_, next_, editor_.text(), editor_.cursor(), false, std::move(below)});
  if (editor_.take_bell()) out += '\a';
  terminal_write(out);
}

void Prompt::stop() {
  state_ = State::Done;
  if (loop_) loop_->stopping = true;
}

void Prompt::finish(Input::Kind kind) {
  // The input stays on the screen as it was typed, without offers and the highlighted bracket.
  std::string text = editor_.text();
  std::string out = fresh_line();
  out += renderer_.draw({first_, next_, text, text.size(), true, {}});
  out += renderer_.finish();
  column_ = 0;
  terminal_write(out);
  input_ = {kind, editor_.take_input()};
  if (kind == Input::Text) tell(history_.add(input_.text));
  stop();
}

void Prompt::clear_input() {
  std::string text = editor_.text();
  editor_.clear();
  if (!terminal_has_input()) editor_.end_paste();
  std::string out = fresh_line();
  out += renderer_.draw({first_, next_, text, text.size(), true, {}});
  out += "^C";
  out += renderer_.finish();
  column_ = 0;
  terminal_write(out);
  draw();
}

void Prompt::handle(editor::Event event) {
  switch (event) {
    case editor::Event::Edited:
      // Bytes that wait already are read first; a paste is shown when it is there.
      if (!editor_.in_paste() && !terminal_has_input()) draw();
      return;
    case editor::Event::Submit: return finish(Input::Text);
    case editor::Event::EndOfFile: return finish(Input::EndOfFile);
    case editor::Event::Interrupt: return clear_input();
    case editor::Event::Suspend: return RawTerminal::suspend();
    case editor::Event::ClearScreen:
      renderer_.forget();
      column_ = 0;
      terminal_write("\x1b[H\x1b[2J");
      draw();
      return;
  }
}

Result<void> Prompt::input_arrived_reenter(Vm&) {
  if (state_ != State::Editing) return ok();
  char bytes[65536];
  ssize_t got = ::read(STDIN_FILENO, bytes, sizeof bytes);
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return ok();
  if (got <= 0) {  // the terminal is gone
    finish(Input::EndOfFile);
    return ok();
  }
  editor::Event event = editor_.feed({bytes, static_cast<size_t>(got)});
  handle(event);
  while (state_ == State::Editing && event != editor::Event::Edited && editor_.has_unread()) {
    event = editor_.feed({});
    handle(event);
  }
  return ok();
}

Result<void> Prompt::news_arrived(Vm& vm) {
  uint64_t drained;
  (void)!::read(news_, &drained, sizeof drained);
  if (state_ != State::Editing) return ok();
  TerminalNews news = RawTerminal::take_news();
  if (news.hung_up) {
    finish(Input::EndOfFile);
    return ok();
  }
  if (news.continued) renderer_.forget();
  if (news.resized) {
    int width, height;
    terminal_size(&width, &height);
    renderer_.resize(width, height);
  }
  if (interrupts_ > 0) {
    interrupts_ = 0;
    COIL_CHECK(watch(vm, loop_));  // a task may have taken standard input with add_reader()
    clear_input();
  } else if (news.resized || redraw_) {
    draw();
  }
  return ok();
}

Result<void> Prompt::interrupted(Vm& vm) {
  if (interrupts_++ > 0) {
    interrupts_ = 0;
    return raise_with_args(vm, Exc::KeyboardInterrupt, {});
  }
  notify();
  return ok();
}

void Prompt::before_write(int descriptor, std::string_view bytes) {
  if (descriptor != STDOUT_FILENO && descriptor != STDERR_FILENO) return;
  if (!shares_terminal_[descriptor]) return;
  if (renderer_.is_shown()) {
    std::string out = renderer_.erase();
    // Back to the end of a line that was left open.
    if (column_ > 0) out += "\x1b[A\x1b[" + std::to_string(column_) + "C";
    terminal_write(out);
  }
  column_ = column_after(bytes, column_, renderer_.width());
  if (state_ == State::Editing && !redraw_) {
    redraw_ = true;
    notify();
  }
}

void Prompt::after_read(int descriptor) {
  if (descriptor == STDIN_FILENO) column_ = 0;  // the user's Enter
}

void Prompt::leave() {
  if (state_ == State::Editing && RawTerminal::is_ours()) terminal_write(renderer_.erase());
  restore_terminal();
}

/// sys.ps1 and sys.ps2, which may be any objects.
void Prompt::read_prompts_reenter(Vm& vm) {
  Value sys = dict_get_str(vm.modules, vm.name(Name::k_sys));
  for (auto [name, text] : {std::pair{"ps1", &first_}, std::pair{"ps2", &next_}}) {
    Value prompt = sys.is(Kind::Module) ? dict_get_str(sys.as<Module>()->dict, intern(vm, name)) : Value();
    if (prompt.is_nothing()) continue;
    Result<Str*> shown = str_reenter(vm, prompt);
    if (!shown) clear_pending(vm);
    *text = shown ? editor::valid_utf8(str_utf8(*shown)) : "";
    std::erase(*text, '\n');
  }
}

editor::Completions Prompt::complete_reenter(Vm& vm, std::string_view before_cursor) {
  editor::Completions found;
  auto ask = [&]() -> Result<void> {
    COIL_TRY(Str* text, new_str(vm, before_cursor));
    COIL_TRY(Value answer, session_->call_reenter(vm, "complete", text));
    COIL_TRY(Str* replaced, str_reenter(vm, answer.as<Tuple>()->items[0]));
    found.start = before_cursor.size() - std::min(before_cursor.size(), str_utf8(replaced).size());
    Value words = answer.as<Tuple>()->items[1];
    for (int64_t i = 0; words.is(Kind::List) && i < static_cast<int64_t>(words.as<List>()->size); i++) {
      Value word = words.as<List>()->items()[i];
      if (word.is(Kind::Str)) found.candidates.push_back(editor::valid_utf8(str_utf8(word)));
    }
    return ok();
  };
  if (!ask()) {  // a program's __dir__ or __repr__ fails: there is nothing to offer
    clear_pending(vm);
    found.candidates.clear();
  }
  return found;
}

Result<void> Prompt::watch(Vm& vm, Loop* loop) {
  struct Watched { int descriptor; Value callback; };
  for (auto [descriptor, callback] : {Watched{STDIN_FILENO, input_callback_}, Watched{news_, news_callback_}}) {
    COIL_TRY(HandleCell* handle, new_handle(vm, loop, callback, vm.empty_tuple, Value()));
    COIL_CHECK(loop->poller->watch(vm, descriptor, Direction::Read, handle));
  }
  return ok();
}

/// Runs the loop until there is an input.
Result<void> Prompt::wait_reenter(Vm& vm, Session& session) {
  COIL_CHECK(session.start_reenter(vm, true));
  loop_ = native_loop(session.loop());
  COIL_CHECK(watch(vm, loop_));
  Result<void> result;
  while (result && state_ == State::Editing) {
    if (loop_->closed) break;  // by a task; the next call makes another one
    result = run_forever_reenter(vm, loop_);
  }
  if (!loop_->closed) {
    loop_->poller->unwatch(STDIN_FILENO, Direction::Read);
    loop_->poller->unwatch(news_, Direction::Read);
  }
  loop_ = nullptr;
  return result;
}

/// The pending exception of the reading, if there is one, stays.
void Prompt::give_back_interrupts_reenter(Vm& vm, Value old_handler) {
  Value pending = vm.pending;
  vm.pending = Value();
  auto restore = [&]() -> Result<void> {
    if (old_handler.is_none()) {  // module _signal, which has the default handler, was not there yet
      COIL_TRY(Value module, import_absolute_reenter(vm, intern(vm, "_signal")));
      COIL_TRY(old_handler, get_attr_reenter(vm, module, intern(vm, "default_int_handler")));
    }
    COIL_CHECK(set_signal_handler(vm, SIGINT, old_handler));
    return ok();
  };
  if (!restore()) clear_pending(vm);
  vm.pending = pending;
}

Result<Input> Prompt::read_reenter(Vm& vm, Session& session) {
  if (!flush_stream_reenter(vm, {})) clear_pending(vm);
  read_prompts_reenter(vm);
  session_ = &session;
  int width, height;
  terminal_size(&width, &height);
  renderer_.resize(width, height);
  for (int descriptor : {STDOUT_FILENO, STDERR_FILENO}) shares_terminal_[descriptor] = isatty(descriptor);
  state_ = State::Editing;
  interrupts_ = 0;
  Value old_handler = signal_handler(SIGINT);
  bool takes_interrupts = old_handler.is_none() || old_handler.is(Kind::Native);  // not when the program has a handler of its own
  Result<void> result;
  {
    RawTerminal raw([] { g_prompt->notify(); });
    if (takes_interrupts && !set_signal_handler(vm, SIGINT, interrupt_callback_)) takes_interrupts = false, clear_pending(vm);
    // The prompt is there before the session is, whose making takes some milliseconds.
    if (editor_.has_unread()) handle(editor_.feed({}));
    else if (!terminal_has_input()) draw();
    while (result && state_ == State::Editing) result = wait_reenter(vm, session);
    if (takes_interrupts && signal_handler(SIGINT) == interrupt_callback_) give_back_interrupts_reenter(vm, old_handler);
    if (state_ == State::Editing) {  // an exception: what was typed is shown again later
      terminal_write(renderer_.erase());
    }
    state_ = State::Idle;
  }
  if (!result) return Error{};
  return std::move(input_);
}

void open_prompt(Vm&) {
  static Prompt prompt;
  g_prompt = &prompt;
  prompt.open();
  g_terminal_hooks.before_write = [](int descriptor, std::string_view bytes) { g_prompt->before_write(descriptor, bytes); };
  g_terminal_hooks.after_read = [](int descriptor) { g_prompt->after_read(descriptor); };
  g_terminal_hooks.before_leaving = [] { g_prompt->leave(); };
}

Result<Input> read_input_reenter(Vm& vm, Session& session) { return g_prompt->read_reenter(vm, session); }

void close_prompt() { g_terminal_hooks = {}; }

}  // namespace coil
