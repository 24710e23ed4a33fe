// Random words by ARS4x32-7 (Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11): seven
// rounds of AES, whose instructions every x86-64 processor since 2013 has, on a counter.

#ifndef ARS_H
#define ARS_H

#include "CRows.h"

// One word of each lane's block. Vectors that cross a cache line cost twice, hence the alignment.
typedef uint32_t RowsBlockWords[ROWS_LANES] __attribute__((aligned(64)));

/// The four words of the block of each lane, whose counter is (first + lane, block, driver, replicate)
/// and whose key is the seed. One instruction does a round of `most` blocks, 1, 2 or 4, where
/// the processor can, and of one where it cannot.
void rows_draw_words(
  int32_t most, RowsBlockWords out[_Nonnull 4], uint64_t seed, uint32_t driver, uint32_t replicate,
  uint32_t first, uint32_t block);

#endif
