// The operations for x86-64-v3: AVX2, and FMA that is not used.

#define ROWS_DEFINED_HERE
#define LANES_AT_ONCE 32
#define MONEY_AT_ONCE 16
#define BLOCKS_AT_ONCE 2
#define PAIRS_AT_ONCE 32
#define PICKS_HALVES
#include "levels.h"

#ifdef LEVELS_OF_X86
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#include "operations/all.h"
#pragma clang attribute pop

const RowsTable rows_avx2 = TABLE_OF_OPERATIONS;
#endif
