package dev.assay.controls.year;

/** The examples that the OpenAPI document shows. */
public final class ControlExample {

  /** One control of a year. */
  public static final String CONTROL =
      """
      {"fiscalYear": 2026, "controlId": "AM-04", "title": "User access is reviewed",
       "domain": "AM", "libraryVersion": "0.2", "key": true, "risk": "HIGH",
       "status": "EFFECTIVE", "conclusionId": "019a3c1e-7a10-7c3e-8f00-5a1d2b3c4d5e",
       "evidenceCount": 1, "awaitingReview": false, "waitingConclusionId": null,
       "ownerPersonId": "019a3c1e-7a10-7c3e-8f00-000000000001",
       "operatorPersonId": "019a3c1e-7a10-7c3e-8f00-000000000002",
       "reviewerPersonId": "019a3c1e-7a10-7c3e-8f00-000000000003",
       "dueOn": "2026-12-15", "systemIds": ["019a3c1e-7a10-7c3e-8f00-000000000009"]}
      """;

  static final String PAGE = "{\"items\": [" + CONTROL + "], \"nextCursor\": null}";

  private ControlExample() {}
}
