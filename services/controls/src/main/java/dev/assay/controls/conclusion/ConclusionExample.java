package dev.assay.controls.conclusion;

/** The examples that the OpenAPI document shows. */
final class ConclusionExample {

  static final String CONCLUSION =
      """
      {"id": "019a3c1e-7a10-7c3e-8f00-5a1d2b3c4d5e", "fiscalYear": 2026, "controlId": "AM-04",
       "number": 1, "status": "EFFECTIVE",
       "reason": "Every line of the review was decided and every removal was carried out.",
       "evidence": [
         {"evidenceId": "019a3c1e-7a10-7c3e-8f00-0000000000e1",
          "fileId": "019a3c1e-7a10-7c3e-8f00-0000000000f1",
          "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}],
       "concludedOn": "2026-11-20",
       "concludedByPersonId": "019a3c1e-7a10-7c3e-8f00-000000000001",
       "operatorPersonId": "019a3c1e-7a10-7c3e-8f00-000000000002",
       "recordedAt": "2026-11-20T15:04:05.123456Z",
       "review":
         {"decision": "ACCEPTED", "note": "Agreed.",
          "reviewedByPersonId": "019a3c1e-7a10-7c3e-8f00-000000000003",
          "reviewedAt": "2026-11-21T09:00:00Z"}}
      """;

  static final String PAGE = "{\"items\": [" + CONCLUSION + "], \"nextCursor\": null}";

  private ConclusionExample() {}
}
