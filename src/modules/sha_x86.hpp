// SHA-1 and SHA-256 by instructions of x86 processors, SHA-512 with its message words in vectors; the portable forms are in sha.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace coil {

/// Whether the processor has what SHA-1 and SHA-256 need here, and what SHA-512 and Keccak can use; the functions may not be called otherwise.
bool has_sha_instructions();
bool has_wide_rotations();
/// Mix blocks of 64 bytes into the words of the state.
void mix_sha1_x86(uint64_t* state, const uint8_t* p, size_t blocks);
void mix_sha256_x86(uint64_t* state, const uint8_t* p, size_t blocks, const uint32_t* constants);
/// The same with blocks of 128 bytes.
void mix_sha512_x86(uint64_t* state, const uint8_t* p, size_t blocks, const uint64_t* constants);

}  // namespace coil
