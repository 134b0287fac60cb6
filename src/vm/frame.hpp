// Frames, code cells and coroutine objects: the stackful half (frames on a thread's VM stack) and the stackless half (the same layout as heap cells).
//
// A call window in the caller's registers becomes the callee's Frame in place: its first kFrameHeaderWords words are the header below, the arguments are already
// registers 0.. of the callee. Frames of coroutine *objects* and generators are heap cells (Kind::Frame) from the start; frames of coroutines called by
// `await f()` live on the stack until something suspends, then they move once into heap frames (interpreter.hpp, spill_chain).
//
//   task ──> Generator (root) ──frame──> [heap frame main] <──caller── [heap frame f] <──caller── [heap frame g]
//                    └───────────────────── innermost ─────────────────────────────────────────────┘
//
// `caller` is the frame that receives the result: for awaited and delegated frames the awaiter, for others the frame below. A chain is the run of frames between a
// root (Task or Generator object that something resumes) and the innermost suspended frame: yields go to the root's resumer in O(1), resumption jumps to `innermost`.
#pragma once

#include <span>

#include "bytecode/image.hpp"
#include "objects/vm.hpp"

namespace coil {

struct AsyncOp;

/// Inline cache of one attribute, method or global site. Those of attributes and methods are emptied when a class changes (g_empty_inline_caches).
struct InlineCache {
  Str* name;
  uint32_t shape;    // receiver's shape, 0: empty; globals: keys version of the dict that has the name
  uint32_t globals_version;  // builtins: keys version of the module's dict, which has no such name
  uint32_t offset;   // byte offset of the slot in the receiver
  uint32_t new_shape;// SetAttr that adds an attribute: shape afterwards
  Value value;       // method or class attribute

  /// The shape of a cache that was emptied: neither a shape nor a version, nor what a dict without a version has.
  static constexpr uint32_t kEmptied = ~uint32_t{0};

  bool is_empty() const { return shape == 0 || shape == kEmptied; }
  bool is_for(Value object) const { return object.is_cell() && object.cell()->shape == shape; }
  Value& slot_of(Value object) const { return *reinterpret_cast<Value*>(reinterpret_cast<char*>(object.cell()) + offset); }
  /// In `offset` and `new_shape` LoadSuperMethod keeps the class behind which the look-up began, LoadGlobal where the dict has the value.
  template <class T> T* address() const { return reinterpret_cast<T*>(uint64_t{new_shape} << 32 | offset); }
  void set_address(const void* to) {
    offset = static_cast<uint32_t>(reinterpret_cast<uint64_t>(to));
    new_shape = static_cast<uint32_t>(reinterpret_cast<uint64_t>(to) >> 32);
  }
};

/// What a call of the function does; Plain and Coroutine take positional parameters only.
enum class CallKind : uint8_t {
  Plain,           // push a frame; parameters are positional only, without defaults given by the caller's count
  PlainBind,       // push a frame after binding (*args, **kwargs, keyword-only)
  Suspendable,     // makes a generator, coroutine or async generator object
};

/// The unit a Code cell was made from. Code of an image has none until somebody asks: tracebacks, handlers, introspection.
class UnitRef {
 public:
  explicit UnitRef(std::shared_ptr<const CodeUnit> unit) : unit_(std::move(unit)) {}
  UnitRef(const ImageBlock& block, const ImageUnit& row) : block_(&block), row_(&row) {}

  const CodeUnit& operator*() const { return unit_ ? *unit_ : decode(); }
  const CodeUnit* operator->() const { return &**this; }
  /// Parts that need no decoding.
  std::span<const Instr> instrs() const { return unit_ ? std::span(unit_->instrs) : in_image(&ImageTables::instrs); }
  std::span<const uint16_t> caches() const { return unit_ ? std::span(unit_->caches) : in_image(&ImageTables::caches); }
  std::span<const Handler> handlers() const { return unit_ ? std::span(unit_->handlers) : in_image(&ImageTables::handlers); }
  std::span<const HandledRange> handled() const { return unit_ ? std::span(unit_->handled) : in_image(&ImageTables::handled); }
  std::string_view free_var(size_t index) const { return row_ ? block_->string(block_->array(tables().free_vars)[index]) : unit_->free_vars[index]; }
  int32_t class_free() const { return row_ ? row_->class_free : unit_->class_free; }
  /// Whether the register holds the box of a captured variable.
  bool is_boxed(uint16_t reg) const;
  /// How many registers the boxes of captured variables reach to, those of parameters excepted.
  size_t boxed_registers() const;
  /// Images keep none: what the library drops is awaited.
  std::span<const DeadCall> dead_calls() const { return unit_ ? std::span(unit_->dead_calls) : std::span<const DeadCall>(); }
  /// nullptr for code that was compiled in this process.
  const ImageBlock* block() const { return block_; }
  const ImageUnit* row() const { return row_; }

 private:
  const ImageTables& tables() const { return block_->tables(*row_); }
  template <class T>
  std::span<const T> in_image(ImageArray<T> ImageTables::* table) const {
    return block_->array(tables().*table);
  }
  const CodeUnit& decode() const;

  mutable std::shared_ptr<const CodeUnit> unit_;
  const ImageBlock* block_ = nullptr;
  const ImageUnit* row_ = nullptr;
};

/// Run-time form of a CodeUnit. Immutable but for its inline caches.
/// Code of an image begins as a head: what making functions and pushing frames needs. Its instructions are then one LoadCode, which makes the rest
/// at the first call, so that importing a module costs nothing for the functions that are not used.
struct Code : Cell {
  UnitRef unit;
  Instr* instrs;              // own copy of the unit's; of a head: LoadCode
  ValueArray* consts;
  InlineCache* caches;
  ValueArray* name_array;     // interned Str of unit->names
  ValueArray* parameters;     // interned names of the parameters that are no * or **
  std::span<const Handler> handlers;
  std::span<const HandledRange> handled;
  Str* name;
  Str* qualname;
  Str* filename;
  uint32_t flags;             // CodeFlags
  uint16_t reg_count;
  uint16_t arg_count;
  uint16_t posonly_count;
  uint16_t kwonly_count;
  uint16_t local_count;       // registers with names; those after the parameters start unbound
  uint16_t cache_count;
  uint16_t kept_count;        // registers that a traceback keeps: with names, or boxes of captured variables
  bool has_handlers;
  uint8_t call_kind;          // CallKind
  bool positional_only_call;  // no *args, **kwargs or keyword-only parameters
  bool plain_await;           // `await f(...)` with as many arguments as parameters is a call: a coroutine function without `direct`
  bool iterable_coroutine;    // types.coroutine
  bool in_library;            // of a file of the embedded library
  Value names_tuple[4];       // co_varnames, co_names, co_freevars, co_cellvars, made when asked
  const AsyncOp* direct;      // what `await f(...)`, or f(...) of a plain function, runs instead of a frame (async_op.hpp), or nullptr
  Code* next_loaded;          // list of all code that has inline caches (code.cpp)
  Code* previous_loaded;
};

enum FrameFlags : uint16_t {  // Cell::flags of a Frame
  kFrameHeap = 1,        // a heap cell, not a window on the stack
  kFrameEntry = 2,       // returning leaves the C++ function that entered the interpreter
  kFrameAwaited = 4,     // coroutine frame whose caller awaits it (stackful or delegated): suspension passes through it
  kFrameConstruct = 8,   // __init__ of Class(...): the result must be None; the caller gets the instance in register kFrameSelf
  kFrameRoot = 16,       // root of the running chain: the resumer is known to the Generator object in `owner`
  kFrameAsyncNext = 128, // reached through AsyncForIter: its return value or yield is the item
  kFrameNamespace = 256, // `owner` is the namespace (class body, exec)
  kFrameProfiled = 512,  // leaving it is told to the thread's profile hook
  kFrameWatched = 1024,  // a frame object shows it while it runs (modules/introspection.cpp)
  kFrameThrown = 2048,   // waited when an exception was thrown into its chain; of a root: into the chain that runs
};

struct Frame : Cell {
  Frame* caller;
  const Instr* ip;      // next instruction, saved whenever control leaves the frame
  Function* function;
  Value owner;          // Generator object, namespace, the instance being constructed, or nothing
  Value regs[1];

  Code* code() const { return function->code; }
};
static_assert(sizeof(Frame) == 8 * (kFrameHeaderWords + 1), "the header is kFrameHeaderWords words; function is word kCalleeSlot");

inline size_t frame_bytes(const Code* code) { return 8 * (size_t{kFrameHeaderWords} + code->reg_count); }
/// First word after a stack frame.
inline Value* frame_end(Frame* frame) { return reinterpret_cast<Value*>(frame) + kFrameHeaderWords + frame->code()->reg_count; }

enum class GenState : uint8_t { Created, Suspended, Running, Done };

/// How many asynchronous generators of loops began and are not finished; those that were dropped count until a loop looks for them.
extern size_t g_started_async_generators;

/// Generator, coroutine and async generator objects.
struct Generator : Cell {  // Cell::flags: 1 when a program has named it
  Frame* frame;            // its own heap frame; nullptr when done
  union {
    Frame* innermost;      // while not running: where to resume, the end of the chain that hangs below `frame`
    Generator* previous;   // while running as a root: the chain that was running before
    Function* finished;    // when done: what it ran
  };
  Cell* notes;             // see origin(); when named, the Tuple (origin or None, __name__, __qualname__)
  uint32_t depth;          // while not running: frames of the chain, for the recursion limit; while running as a root: thread depth of the resumer
  uint32_t origin_instr : 22; // the call that made it, in the Code that is its origin
  bool called_by_frame : 1;   // while running as a root: the caller of `frame` gets the yield or result, not a C++ resumer
  bool loop_owned : 1;     // only its for / async for statement holds it: closed when the loop is left
  GenState state : 2;      // at a byte of its own, which bits do not cross
  bool is_task_root : 1;   // a Task was made of it
  bool awaited : 1;        // a coroutine that was ever started
  bool closed : 1;         // async generators: an aclose() began, now or earlier
  bool closing : 1;        // async generators: the step under way is an aclose()
  bool async_running : 1;  // async generators: an asend/athrow/anext step is under way
  bool iterable_coroutine : 1; // a generator marked by types.coroutine: may be awaited; async generators: see belongs_to_loop()

  Function* function() const { return frame ? frame->function : finished; }
  Code* code() const { return function()->code; }
  Tuple* names() const { return flags ? static_cast<Tuple*>(notes) : nullptr; }
  Str* name() const { return flags ? names()->items[1].as<Str>() : function()->name; }
  Str* qualname() const { return flags ? names()->items[2].as<Str>() : function()->qualname; }
  /// Coroutines: the Code that made the object, or the Tuple of cr_origin while tracking is on; or nullptr.
  Cell* origin() const { return !flags ? notes : names()->items[0].is_none() ? nullptr : names()->items[0].cell(); }

  void finish() {
    if (iterable_coroutine && kind == Kind::AsyncGenerator) [[unlikely]] {
      iterable_coroutine = false;
      g_started_async_generators--;
    }
    state = GenState::Done;
    finished = frame->function;
    frame = nullptr;
    write_barrier(this);
  }
};
static_assert(sizeof(Generator) == 40, "every task has one");

}  // namespace coil
