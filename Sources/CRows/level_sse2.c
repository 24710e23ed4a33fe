// The operations for x86-64, which every such processor runs.

#define ROWS_DEFINED_HERE
#define LANES_AT_ONCE 16
#define MONEY_AT_ONCE 8
#define BLOCKS_AT_ONCE 1
#define PAIRS_AT_ONCE 32
#include "levels.h"

#ifdef LEVELS_OF_X86
#pragma clang attribute push(__attribute__((target("arch=x86-64"))), apply_to = function)
#include "operations/all.h"
#pragma clang attribute pop

const RowsTable rows_sse2 = TABLE_OF_OPERATIONS;
#endif
