package dev.assay.evidence;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;

/** Legal holds as a test places and lifts them. */
final class LegalHoldApi {

  static final String BY_FILTER =
      """
      {"matter":"Example v. Example","reason":"Counsel's notice",
       "filter":{"controlId":"ZZ-77","periodFrom":"2025-01-01","periodTo":"2025-12-31"}}
      """;
  static final String RELEASE = "{\"reason\":\"The matter is settled\"}";

  private LegalHoldApi() {}

  static String holds(UUID client) {
    return "/v1/clients/" + client + "/legal-holds";
  }

  static Response post(String role, UUID client, String path, String body) {
    return EvidenceApi.as(role, client)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(body)
        .post(holds(client) + path);
  }

  static Response agree(String role, UUID client, String hold) {
    return EvidenceApi.as(role, client)
        .header("Idempotency-Key", EvidenceApi.newKey())
        .post(holds(client) + "/" + hold + "/release/approval");
  }

  static String placed(UUID client, String body) {
    return post("MSP_REVIEWER", client, "", body).then().statusCode(201).extract().path("id");
  }

  static String over(UUID client, String item) {
    return placed(
        client,
        """
        {"matter":"Example v. Example","reason":"Counsel's notice","evidenceIds":["%s"]}
        """
            .formatted(item));
  }

  /** A hold with all its rows, which no longer holds. */
  static String liftedOver(UUID client, String item) {
    String hold = over(client, item);
    post("MSP_REVIEWER", client, "/" + hold + "/release", RELEASE).then().statusCode(200);
    agree("CLIENT_EXECUTIVE", client, hold).then().statusCode(200);
    return hold;
  }
}
