#include "Lanes.h"

#define INDICATE(relation, bound) \
  EACH_DOUBLE self[i] = value[i] relation bound ? 1.0 : 0.0; \
  break

OPERATION void rows_indicate(
  RowsMoney self, RowsMoneyIn value, RowsComparison comparison, RowsMoneyIn bound) {
  switch (comparison) {
    case ROWS_BELOW: INDICATE(<, bound[i]);
    case ROWS_AT_MOST: INDICATE(<=, bound[i]);
    case ROWS_ABOVE: INDICATE(>, bound[i]);
    case ROWS_AT_LEAST: INDICATE(>=, bound[i]);
  }
}

OPERATION void rows_indicate_constant(
  RowsMoney self, RowsMoneyIn value, RowsComparison comparison, double bound) {
  switch (comparison) {
    case ROWS_BELOW: INDICATE(<, bound);
    case ROWS_AT_MOST: INDICATE(<=, bound);
    case ROWS_ABOVE: INDICATE(>, bound);
    case ROWS_AT_LEAST: INDICATE(>=, bound);
  }
}

OPERATION void rows_set_bit(RowsMoney self, RowsWordsIn words, double hit, double miss) {
  EACH_DOUBLE self[i] = (words[i] & 1) ? hit : miss;
}

OPERATION void rows_set_run(
  RowsMoney self, RowsWordsIn words, uint32_t mask, double run, double single, double none) {
  EACH_DOUBLE {
    const double now = (words[i] & 1) ? single : none;
    self[i] = (words[i] & mask) == mask ? run : now;
  }
}

OPERATION void rows_set_count(
  RowsMoney self, RowsWordsIn words, uint32_t mask, int32_t least) {
  EACH_DOUBLE self[i] = __builtin_popcount(words[i] & mask) >= least ? 1.0 : 0.0;
}

OPERATION void rows_add_bit(RowsMoney self, RowsWordsIn words, RowsMoneyIn weight) {
  EACH_DOUBLE self[i] += (words[i] & 1) ? weight[i] : 0.0;
}


OPERATION void rows_add_count(
  RowsMoney self, RowsWordsIn words, uint32_t mask, double weight) {
  EACH_DOUBLE self[i] += (double)__builtin_popcount(words[i] & mask) * weight;
}
