// The slow path of the arena: a new block, twice as large as the last one up to a limit.
// The fast path is inline in arena.hpp.
#include "base/arena.hpp"

#include "base/out_of_memory.hpp"

namespace coil {

namespace {
constexpr std::size_t kLargestBlock = 1024 * 1024;
}

Arena::~Arena() {
  while (blocks_ != nullptr) {
    Block* previous = blocks_->previous;
    ::operator delete(blocks_);
    blocks_ = previous;
  }
}

void* Arena::allocate_slow(std::size_t size, std::size_t align) {
  std::size_t needed = size + align + sizeof(Block);
  if (needed < size) out_of_memory();
  // A large request gets a block of its own, so that the rest of the current block stays usable.
  bool own_block = needed > block_size_ / 4;
  std::size_t bytes = own_block ? needed : block_size_;
  auto* block = static_cast<Block*>(::operator new(bytes));
  block->previous = blocks_;
  blocks_ = block;
  bytes_reserved_ += bytes;
  auto start = reinterpret_cast<std::uintptr_t>(block + 1);
  std::uintptr_t result = (start + (align - 1)) & ~(std::uintptr_t{align} - 1);
  if (!own_block) {
    next_ = result + size;
    limit_ = reinterpret_cast<std::uintptr_t>(block) + bytes;
    if (block_size_ < kLargestBlock) block_size_ *= 2;
  }
  return reinterpret_cast<void*>(result);
}

}  // namespace coil
