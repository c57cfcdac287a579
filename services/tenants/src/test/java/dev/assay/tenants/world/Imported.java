package dev.assay.tenants.world;

import static dev.assay.tenants.world.World.as;
import static dev.assay.tenants.world.World.get;

import dev.assay.tenants.world.World.Msp;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files of clients and people, sent in an admin's name. */
public final class Imported {

  private Imported() {}

  /** Sends NDJSON and answers the import's id. */
  public static UUID file(Msp msp, String rows) {
    return UUID.fromString(
        send(msp, "application/x-ndjson", rows, "").then().statusCode(201).extract().path("id"));
  }

  public static Response send(Msp msp, String type, String rows, String query) {
    return send(msp, type, rows, query, UUID.randomUUID().toString());
  }

  public static Response send(Msp msp, String type, String rows, String query, String key) {
    return as(msp.admin())
        .contentType(type)
        .header("Idempotency-Key", key)
        .body(rows.getBytes(StandardCharsets.UTF_8))
        .when()
        .post(msp.path() + "/imports" + query);
  }

  /** What became of every row, page by page. */
  public static List<Map<String, Object>> results(Msp msp, UUID id) {
    List<Map<String, Object>> results = new ArrayList<>();
    String cursor = "";
    do {
      Response page =
          get(msp.admin(), msp.path() + "/imports/" + id + "/results?limit=200" + cursor);
      results.addAll(page.then().statusCode(200).extract().path("items"));
      String next = page.path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);
    return results;
  }

  /** A row that brings a client. */
  public static String client(String key, String legalName, String identifiers) {
    return """
    {"type":"CLIENT","key":"%s","client":{"legalName":"%s","fiscalYearEnd":{"month":12,"day":31},\
    "timeZone":"America/New_York"},"identifiers":[%s]}
    """
        .formatted(key, legalName, identifiers);
  }

  /** A row that brings somebody in a role. */
  public static String person(String key, String subject, String role) {
    return """
    {"type":"PERSON","key":"%s","person":{"subject":"%s","displayName":"Demo person",\
    "kind":"PERSON"},"grant":{"role":"%s","reason":"Works on this engagement."}}
    """
        .formatted(key, subject, role);
  }
}
