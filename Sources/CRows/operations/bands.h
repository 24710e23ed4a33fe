INLINE double positive_part(double x) { return 0.0 > x ? 0.0 : x; }

OPERATION void rows_set_band(
  RowsMoney self, RowsMoneyIn volume, double rate, double lo, double hi) {
  const double breadth = hi - lo;
  EACH_DOUBLE self[i] = rate * at_most(positive_part(volume[i] - lo), breadth);
}

OPERATION void rows_add_band(
  RowsMoney self, RowsMoneyIn volume, double rate, double lo, double hi) {
  const double breadth = hi - lo;
  EACH_DOUBLE self[i] += rate * at_most(positive_part(volume[i] - lo), breadth);
}

OPERATION void rows_add_beyond(
  RowsMoney self, RowsMoneyIn volume, double baseline, double above, double rate) {
  EACH_DOUBLE self[i] += volume[i] > above ? rate * (volume[i] - baseline) : 0.0;
}

OPERATION void rows_add_below(
  RowsMoney self, RowsMoneyIn volume, double baseline, double below, double rate) {
  EACH_DOUBLE self[i] += volume[i] < below ? rate * (baseline - volume[i]) : 0.0;
}

OPERATION void rows_set_outside(
  RowsMoney self, RowsMoneyIn volume, double over, double above, double under, double below) {
  EACH_DOUBLE {
    self[i] = above * positive_part(volume[i] - over) + below * positive_part(under - volume[i]);
  }
}
