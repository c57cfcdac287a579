package dev.assay.bench;

import java.util.Arrays;

/** Measured values of one thing, in the order in which they were measured. */
record Sample(double[] values) {

  Sample {
    if (values.length == 0) {
      throw new IllegalArgumentException("Nothing was measured.");
    }
    values = values.clone();
  }

  int size() {
    return values.length;
  }

  double p50() {
    return quantile(0.5);
  }

  double p95() {
    return quantile(0.95);
  }

  double min() {
    return quantile(0);
  }

  double max() {
    return quantile(1);
  }

  /** Linear between the nearest ranks; {@code q} from 0 to 1. */
  double quantile(double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = q * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
  }

  /** Value by value of another sample of the same rounds. */
  Sample dividedBy(Sample other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException("Not the same rounds.");
    }
    double[] ratios = new double[size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = values[i] / other.values[i];
    }
    return new Sample(ratios);
  }

  /** "p50 1.20, p95 1.50 (1.10 to 1.60)", in the given format of one number. */
  String text(String format) {
    return "p50 "
        + format.formatted(p50())
        + ", p95 "
        + format.formatted(p95())
        + " ("
        + format.formatted(min())
        + " to "
        + format.formatted(max())
        + ")";
  }
}
