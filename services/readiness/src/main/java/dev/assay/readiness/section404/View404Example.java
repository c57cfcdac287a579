package dev.assay.readiness.section404;

/** A whole view for the API's documentation; a test checks that it is one. */
final class View404Example {

  static final String JSON =
      """
      {
        "clientId": "01937f6e-0000-7000-8000-0000000000c1",
        "fiscalYear": 2026,
        "asOf": "2026-11-23T09:30:00Z",
        "fiscalYearEnd": "2026-12-31",
        "state": "CANNOT_CONCLUDE",
        "headline": "x",
        "blockers": [],
        "blockerCounts": {}
      }
      """;

  private View404Example() {}
}
