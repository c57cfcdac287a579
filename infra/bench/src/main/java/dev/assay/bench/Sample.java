package dev.assay.bench;

import java.util.ArrayList;
import java.util.List;

/** Measured values of one thing, in the order in which they were measured. */
record Sample(List<Double> values) {

  Sample {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured.");
    }
    values = List.copyOf(values);
  }

  int size() {
    return values.size();
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
    var sorted = values.stream().sorted().toList();
    double at = q * (sorted.size() - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (at - below);
  }

  /** Value by value of another sample of the same rounds. */
  Sample dividedBy(Sample other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException("Not the same rounds.");
    }
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < size(); i++) {
      ratios.add(values.get(i) / other.values.get(i));
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
