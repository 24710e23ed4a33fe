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

// Whether the chunk has room for `bytes` and the entry that leads elsewhere.
static int has_room(const RowsTape *_Nonnull tape, size_t bytes) {
  return (size_t)(tape->end - tape->at) >= bytes + sizeof(GoesOnElsewhere);
}

// Room for the next entry, of `bytes`, which is a multiple of 8.
static void *_Nonnull take(RowsTape *_Nonnull tape, int32_t operation, size_t bytes) {
  if (!has_room(tape, bytes)) {
    GoesOnElsewhere *here = (GoesOnElsewhere *)tape->at;
    add_chunk(tape, bytes);
    *here = (GoesOnElsewhere){{GOES_ON_ELSEWHERE, sizeof *here}, (RowsEntry *)tape->at};
  }
  RowsEntry *entry = (RowsEntry *)tape->at;
  *entry = (RowsEntry){operation, (int32_t)bytes};
  tape->at += bytes;
  tape->last = entry;
  return entry;
}

static void drop_last(RowsTape *_Nonnull tape) {
  tape->at = (char *)tape->last;
  tape->last = NULL;
}

static uint64_t double_bits(double x) { return __builtin_bit_cast(uint64_t, x); }

// The last entry of the recording, where it is one of `operation`.
static void *_Nullable last_entry(const RowsTape *_Nonnull tape, int32_t operation) {
  return tape->last && tape->last->operation == operation ? tape->last : NULL;
}

const RowsEntry *rows_tape_begin(RowsTape *_Nonnull tape) {
  rows_tape_in_use = tape;
  tape->last = NULL;
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
  *tape = (RowsTape){NULL, NULL, NULL, NULL, 0};
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

// but for sums that begin with 0, which are set,
void rows_record_add_scaled(
  RowsMoney self, RowsMoneyIn other, double c, RowsMoneyFactor factor) {
  RowsTape *tape = rows_tape_in_use;
  const Given_fill *filled = last_entry(tape, OPERATION_fill);
  const int sets = filled && filled->self == self && double_bits(filled->c) == 0 && other != self
    && factor != self;
  if (sets) drop_last(tape);
  Given_add_scaled *given =
    take(tape, sets ? OPERATION_set_scaled : OPERATION_add_scaled, sizeof *given);
  given->self = self;
  given->other = other;
  given->c = c;
  given->factor = factor;
}

// and lists, which are copied behind it, for their owner may change or free them.
static void *_Nonnull take_list(
  int32_t operation, size_t head, const void *_Nullable list, int32_t count, size_t size) {
  const size_t bytes = (size_t)count * size;
  char *given = take(rows_tape_in_use, operation, head + bytes);
  if (bytes) memcpy(given + head, list, bytes);
  return given;
}

void rows_record_post(
  RowsMoney self, double *_Nullable plain, const RowsPost *_Nullable posts, int32_t count) {
  Given_post *given = take_list(OPERATION_post, sizeof *given, posts, count, sizeof *posts);
  given->self = self;
  given->plain = plain;
  given->posts = (RowsPost *)(given + 1);
  given->count = count;
}

void rows_record_add_bands(
  RowsMoney self, RowsMoneyIn volume, double from, const RowsBand *_Nullable bands, int32_t count,
  RowsMoneyFactor factor) {
  Given_add_bands *given =
    take_list(OPERATION_add_bands, sizeof *given, bands, count, sizeof *bands);
  given->self = self;
  given->volume = volume;
  given->from = from;
  given->bands = (RowsBand *)(given + 1);
  given->count = count;
  given->factor = factor;
}

// Runs that are added to the same row one after the other are one list.
void rows_record_add_runs(
  RowsMoney self, RowsMoneyIn base, const RowsRun *_Nullable runs, int32_t count) {
  RowsTape *tape = rows_tape_in_use;
  const size_t bytes = (size_t)count * sizeof *runs;
  Given_add_runs *last = last_entry(tape, OPERATION_add_runs);
  if (last && last->self == self && last->base == base && base != self && has_room(tape, bytes)) {
    if (bytes) memcpy(tape->at, runs, bytes);
    tape->at += bytes;
    last->entry.bytes += (int32_t)bytes;
    last->count += count;
    return;
  }
  Given_add_runs *given = take_list(OPERATION_add_runs, sizeof *given, runs, count, sizeof *runs);
  given->self = self;
  given->base = base;
  given->runs = (RowsRun *)(given + 1);
  given->count = count;
}
