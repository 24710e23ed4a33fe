#include "entries.h"

#include <stdlib.h>
#include <string.h>

_Thread_local RowsTape *_Nullable rows_tape_in_use = NULL;

// Recordings are small, and a contract has one or two for each month.
#define CHUNK_BYTES (64 * 1024)

struct RowsChunk {
  RowsChunk *_Nullable before;
  _Alignas(16) char bytes[];
};

// A chunk in which `bytes` and the entry that leads elsewhere have room.
static void add_chunk(RowsTape *_Nonnull tape, size_t bytes) {
  const size_t least = bytes + sizeof(GoesOnElsewhere);
  const size_t size = least < CHUNK_BYTES ? CHUNK_BYTES : least;
  RowsChunk *chunk = malloc(sizeof(RowsChunk) + size);
  if (!chunk) abort();
  chunk->before = tape->chunks;
  tape->chunks = chunk;
  tape->bytes += (int64_t)size;
  tape->at = chunk->bytes;
  tape->end = chunk->bytes + size;
}

// Room for the next entry, of `bytes`, which is a multiple of 8.
static void *_Nonnull take(RowsTape *_Nonnull tape, int32_t operation, size_t bytes) {
  if ((size_t)(tape->end - tape->at) < bytes + sizeof(GoesOnElsewhere)) {
    GoesOnElsewhere *here = (GoesOnElsewhere *)tape->at;
    add_chunk(tape, bytes);
    *here = (GoesOnElsewhere){{GOES_ON_ELSEWHERE, sizeof *here}, (RowsEntry *)tape->at};
  }
  RowsEntry *entry = (RowsEntry *)tape->at;
  *entry = (RowsEntry){operation, (int32_t)bytes};
  tape->at += bytes;
  return entry;
}

const RowsEntry *rows_tape_begin(RowsTape *_Nonnull tape) {
  rows_tape_in_use = tape;
  if (!tape->at) add_chunk(tape, 0);
  return (const RowsEntry *)tape->at;
}

void rows_tape_end(void) {
  take(rows_tape_in_use, ENDS, sizeof(RowsEntry));
  rows_tape_in_use = NULL;
}

void rows_tape_free(RowsTape *_Nonnull tape) {
  for (RowsChunk *chunk = tape->chunks; chunk;) {
    RowsChunk *before = chunk->before;
    free(chunk);
    chunk = before;
  }
  *tape = (RowsTape){NULL, NULL, NULL, 0};
}

#define CALLED(name) rows_table()->name
void rows_play_by_calls(const RowsEntry *_Nonnull first) { PLAY_ALL(first) }
#undef CALLED

// What an operation was given is written down as it is,
#define KEEP(type, name) given->name = name;
#define RECORD(result, name, ...) \
  void rows_record_##name(ROWS_PARAMETERS(__VA_ARGS__)) { \
    Given_##name *given = take(rows_tape_in_use, OPERATION_##name, sizeof *given); \
    ROWS_EACH(KEEP, __VA_ARGS__) \
  }
ROWS_ARITHMETIC(RECORD)
ROWS_LIMITS(RECORD)
ROWS_BANDS(RECORD)
ROWS_INDICATORS(RECORD)
ROWS_FUNCTIONS(RECORD)
ROWS_LATENTS(RECORD)
ROWS_WORDS(RECORD)

// but for lists, which are copied behind it: their owner may change or free them.
static size_t bytes_of(int32_t count, size_t size) { return (size_t)count * size; }

void rows_record_post(
  RowsMoney self, double *_Nullable plain, const RowsPost *_Nullable posts, int32_t count) {
  const size_t bytes = bytes_of(count, sizeof *posts);
  Given_post *given = take(rows_tape_in_use, OPERATION_post, sizeof *given + bytes);
  RowsPost *own = (RowsPost *)(given + 1);
  if (bytes) memcpy(own, posts, bytes);
  given->self = self;
  given->plain = plain;
  given->posts = own;
  given->count = count;
}

void rows_record_add_bands(
  RowsMoney self, RowsMoneyIn volume, const RowsBand *_Nullable bands, int32_t count,
  RowsMoneyFactor factor) {
  const size_t bytes = bytes_of(count, sizeof *bands);
  Given_add_bands *given = take(rows_tape_in_use, OPERATION_add_bands, sizeof *given + bytes);
  RowsBand *own = (RowsBand *)(given + 1);
  if (bytes) memcpy(own, bands, bytes);
  given->self = self;
  given->volume = volume;
  given->bands = own;
  given->count = count;
  given->factor = factor;
}
