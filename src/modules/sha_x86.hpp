// SHA-1 and SHA-256 by instructions of x86 processors; the portable forms are in sha.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace coil {

/// Whether the processor has them; nothing else here may be called otherwise.
bool has_sha_instructions();
/// Mix blocks of 64 bytes into the words of the state.
void mix_sha1_x86(uint64_t* state, const uint8_t* p, size_t blocks);
void mix_sha256_x86(uint64_t* state, const uint8_t* p, size_t blocks, const uint32_t* constants);

}  // namespace coil
