// Where an exception crossed from one task into another: notes taken when tasks fail or are cancelled, while hints are wanted. A note refers weakly to its
// exception or task, so that it changes no lifetime, and there are only the latest ones. The levels of a traceback from `head` on ran inside the task
// of the note; the level before is where somebody awaited it.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "async/future.hpp"
#include "builtins/weakref.hpp"
#include "bytecode/code.hpp"
#include "host/hints.hpp"
#include "host/host.hpp"
#include "objects/containers.hpp"
#include "objects/exception.hpp"
#include "objects/protocol.hpp"
#include "objects/str.hpp"
#include "vm/interpreter.hpp"

namespace coil {

namespace {

constexpr size_t kMaxLines = 6;

struct Note {
  Value about;                      // WeakRef to an exception or a cancelled task
  const Traceback* head = nullptr;  // of an exception: its outermost level when the task failed
  std::string task;                 // as "task 'Task-1'"
  std::string created;              // place, or empty
  std::string cancelled;            // by whom and where, or empty
};

template <size_t Size>
class Notes {
 public:
  Note& add() { return notes_[next_++ % Size] = Note{}; }
  template <class Visit>
  void each(Value target, Visit visit) const {
    for (const Note& note : notes_) {
      if (note.about && note.about.as<WeakRef>()->target == target) visit(note);
    }
  }
  void trace(Marker& marker) const {
    for (const Note& note : notes_) marker.value(note.about);
  }

 private:
  std::array<Note, Size> notes_;
  size_t next_ = 0;
};

Notes<32> g_failures;
Notes<32> g_cancellations;

/// Nothing when memory is short.
Value refer_weakly(Vm& vm, Value target) {
  Result<WeakRef*> ref = alloc_for_class<WeakRef>(vm, vm.type(Kind::WeakRef), Kind::WeakRef);
  if (!ref) {
    clear_pending(vm);
    return {};
  }
  (*ref)->target = target;
  g_heap.add_weak(*ref, &(*ref)->target, target.cell());
  return *ref;
}

bool is_library(const CodeUnit& unit) { return is_library_path(unit.filename); }

std::string place(const CodeUnit& unit, size_t instr) {
  uint32_t line = instr < unit.positions.size() ? unit.positions[instr].line : unit.first_line;
  std::string name = unit.qualname.empty() ? unit.name : unit.qualname;
  return unit.filename + ":" + std::to_string(line) + (name == "<module>" ? "" : " in " + name);
}

/// The nearest running level of the program, or the function of the library that runs when there is none.
std::string running_place(Vm& vm) {
  std::string library;
  for (Frame* frame = vm.thread->frame; frame; frame = frame->caller) {
    if (!frame->function) continue;
    const Code* code = frame->code();
    if (!is_library(*code->unit)) return " at " + place(*code->unit, static_cast<size_t>(std::max<ptrdiff_t>(frame->ip - code->instrs, 1)) - 1);
    if (library.empty()) library = " by " + std::string(code->unit->qualname) + "()";
  }
  return library;
}

std::string task_text(Vm& vm, Task* task) {
  Value given = task->given_name();
  if (!given.is(Kind::Str)) return "task 'Task-" + std::to_string(given ? given.small_int() : task->number) + "'";
  Result<Str*> name = repr_reenter(vm, given);
  if (name) return "task " + str_utf8(*name);
  clear_pending(vm);
  return "a task";
}

std::string created_place(Task* task) {
  Generator* coroutine = task->coroutine() ? task_frames(task) : nullptr;
  if (!coroutine || !coroutine->origin() || coroutine->origin()->kind != Kind::Code) return "";
  return place(*static_cast<Code*>(coroutine->origin())->unit, coroutine->origin_instr);
}

void task_failed(Vm& vm, Task* task, Value exception) {
  Value about = refer_weakly(vm, exception);
  if (!about) return;
  std::string cancelled;
  if (is_instance(exception, vm.exception(Exc::CancelledError))) {
    g_cancellations.each(task, [&](const Note& note) { cancelled = note.cancelled; });
  }
  Note& note = g_failures.add();
  note.about = about;
  note.head = exception.as<Exception>()->traceback;
  note.task = task_text(vm, task);
  note.created = created_place(task);
  note.cancelled = cancelled;
}

void task_cancelled(Vm& vm, Task* task) {
  Value about = refer_weakly(vm, task);
  if (!about) return;
  std::string by;
  Value current = vm.thread->current_task;
  if (current.is(Kind::Task)) by = "by " + task_text(vm, current.as<Task>());
  std::string where = running_place(vm);
  Note& note = g_cancellations.add();
  note.about = about;
  note.cancelled = by + where;
}

constexpr TaskObserver kObserver{task_failed, task_cancelled};

struct Crossing {
  size_t level;  // of the traceback
  const Note* note;
};

class Report {
 public:
  explicit Report(Vm& vm) : vm_(vm) {}

  /// `outer`: the task that got the group the exception is in.
  void add(Value exception, const std::string& outer) {
    std::vector<const Traceback*> levels;
    for (const Traceback* entry = exception.as<Exception>()->traceback; entry; entry = entry->next) levels.push_back(entry);
    std::vector<Crossing> crossings;
    g_failures.each(exception, [&](const Note& note) {
      auto level = std::find(levels.begin(), levels.end(), note.head);
      if (level != levels.end()) crossings.push_back({static_cast<size_t>(level - levels.begin()), &note});
    });
    std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) { return a.level < b.level; });
    std::string awaiter = outer;
    size_t start = 0;
    for (const Crossing& crossing : crossings) {
      // Nobody but the loop waited for the outermost task: its levels tell all.
      if (!awaiter.empty()) say(*crossing.note, awaiter, awaited_place(levels, start, crossing.level));
      else if (!crossing.note->cancelled.empty()) say(*crossing.note, "", "");
      awaiter = crossing.note->task;
      start = crossing.level;
    }
    if (!is_instance(exception, vm_.exception(Exc::BaseExceptionGroup))) return;
    Value members = exception_field(exception.as<Exception>(), kGroupExceptions);
    if (!members.is(Kind::Tuple)) return;
    for (size_t i = 0; i < members.as<Tuple>()->size && lines_ < kMaxLines; i++) {
      if (is_exception(members.as<Tuple>()->items[i])) add(members.as<Tuple>()->items[i], awaiter);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  static std::string awaited_place(const std::vector<const Traceback*>& levels, size_t start, size_t end) {
    for (size_t i = end; i-- > start;) {
      if (!is_library(*levels[i]->code->unit)) return " at " + place(*levels[i]->code->unit, levels[i]->instr_index);
    }
    return "";
  }

  void say(const Note& note, const std::string& awaiter, const std::string& where) {
    if (lines_ >= kMaxLines) return;
    std::string line = "task: " + note.task.substr(note.task.starts_with("task ") ? 5 : 0);
    if (!note.created.empty()) line += ", created at " + note.created;
    if (!awaiter.empty()) line += ", awaited by " + awaiter + where;
    out_ += line + "\n";
    lines_++;
    if (note.cancelled.empty()) return;
    out_ += "task: cancelled " + note.cancelled + "\n";
    lines_++;
  }

  Vm& vm_;
  std::string out_;
  size_t lines_ = 0;
};

}  // namespace

std::string task_lines(Vm& vm, Value exception) {
  Report report(vm);
  report.add(exception, "");
  return report.take();
}

void setup_task_notes(Vm& vm) {
  g_task_observer = &kObserver;
  g_heap.add_roots(
      [](void*, Marker& marker) {
        g_failures.trace(marker);
        g_cancellations.trace(marker);
      },
      &vm);
}

}  // namespace coil
