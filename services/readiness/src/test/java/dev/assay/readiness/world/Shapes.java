package dev.assay.readiness.world;

import java.util.UUID;

/** What controls and tenants answer: their own OpenAPI documents say so. */
public final class Shapes {

  private Shapes() {}

  static String client(UUID client, int month, int day, String zone) {
    return """
    {"id":"%s","mspId":"%s","legalName":"Copperfield Instruments (demo)",
     "fiscalYearEnd":{"month":%d,"day":%d},"timeZone":"%s",
     "status":"ONBOARDING","createdAt":"2026-11-23T10:00:00Z"}
    """
        .formatted(client, World.MSP, month, day, zone);
  }

  static String people(String id, String name) {
    return """
    {"items":[{"id":"%s","displayName":"%s","kind":"PERSON","side":"CLIENT",
     "createdAt":"2026-11-23T10:00:00Z","state":"ACTIVE","stateSince":"2026-11-23T10:00:00Z",
     "provisioning":{"state":"DONE","since":"2026-11-23T10:00:00Z"}}],"nextCursor":null}
    """
        .formatted(id, name);
  }

  static String inputs(UUID client, int year, boolean scopingApproved, String... controls) {
    return """
    {"clientId":"%s","fiscalYear":%d,"scopingApproved":%s,"scopingReason":%s,"conclusionsAwaitingReview":0,
     "controls":[%s]}
    """
        .formatted(
            client,
            year,
            scopingApproved,
            quoted(scopingApproved ? null : "Nobody has approved the scope of this fiscal year."),
            String.join(",", controls));
  }

  /** A control nobody has touched since it was applied. */
  public static String unassigned(String id, boolean key, String risk) {
    return control(id, key, risk, "NOT_STARTED", false, null, null);
  }

  public static String control(
      String id,
      boolean key,
      String risk,
      String status,
      boolean awaitingReview,
      String owner,
      String dueOn) {
    return """
    {"controlId":"%s","title":"Control %s","key":%s,"risk":"%s","status":"%s",
     "earlierSeverity":null,"awaitingReview":%s,"ownerPersonId":%s,"dueOn":%s,
     "conclusionId":null,"evidenceCount":0}
    """
        .formatted(id, id, key, risk, status, awaitingReview, quoted(owner), quoted(dueOn));
  }

  private static String quoted(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}
