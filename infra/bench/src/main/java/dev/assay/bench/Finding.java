package dev.assay.bench;

/**
 * One row of the report.
 *
 * @param target what was promised; empty where a number is only reported
 * @param measured the number that the target speaks of
 * @param detail rounds, spread and what else belongs to the number
 * @param verdict whether the target is met
 */
record Finding(String what, String target, String measured, String detail, Verdict verdict) {

  enum Verdict {
    MET("met"),
    MISSED("**missed**"),
    REPORTED("");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    static Verdict of(boolean met) {
      return met ? MET : MISSED;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static Finding reported(String what, String measured, String detail) {
    return new Finding(what, "", measured, detail, Verdict.REPORTED);
  }

  String row() {
    return "| %s | %s | %s | %s | %s |%n".formatted(what, target, measured, verdict, detail);
  }
}
