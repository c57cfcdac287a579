package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.local.demo.Answer;
import dev.assay.local.demo.AssayApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets what, route by route and caller by caller, over HTTP with real tokens. */
@Order(3)
@ExtendWith(RealStack.class)
class AccessE2ET {

  private static final List<String> CALLERS =
      List.of(
          "anonymous",
          "other-technician",
          "technician",
          "reviewer",
          "executive",
          "control-owner",
          "auditor",
          "msp-admin",
          "operator");

  /** Routes of the client of the main job; the columns are {@link #CALLERS}. */
  private static final String OF_CLIENT =
      """
      tenants   /v1/clients/{client}                          401 404 200 200 200 200 200 200 403
      tenants   /v1/clients/{client}/systems                  401 404 200 200 200 200 200 200 403
      tenants   /v1/clients/{client}/people                   401 404 200 200 200 403 200 200 200
      tenants   /v1/clients/{client}/grants                   401 404 403 200 200 403 200 200 200
      evidence  /v1/clients/{client}/evidence                 401 404 200 200 200 200 200 403 403
      evidence  /v1/clients/{client}/evidence/{item}          401 404 200 200 200 404 200 403 403
      controls  /v1/clients/{client}/years/{year}/controls    401 404 200 200 200 200 200 403 403
      readiness /v1/clients/{client}/years/{year}/views/404   401 404 200 200 200 403 200 200 403
      """;

  private final RealStack real;

  AccessE2ET(RealStack real) {
    this.real = real;
  }

  static Stream<List<String>> routes() {
    return OF_CLIENT.lines().map(line -> Arrays.asList(line.strip().split("\\s+")));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void answersEachCallerAsListed(List<String> row) {
    String path = path(row.get(1), real.made().clientId());
    for (int caller = 0; caller < CALLERS.size(); caller++) {
      Answer answer = access(CALLERS.get(caller)).get(row.get(0), path);

      assertThat(answer.status())
          .as("%s %s: %s", CALLERS.get(caller), path, answer.body().path("type"))
          .isEqualTo(Integer.parseInt(row.get(2 + caller)));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void answersForeignAndUnknownClientsAlike(List<String> row) {
    AssayApi stranger = real.as("technician");

    Answer foreign = stranger.get(row.get(0), path(row.get(1), real.otherClient()));
    Answer sameMspWithoutGrant = stranger.get(row.get(0), path(row.get(1), real.secondClient()));
    Answer unknown = stranger.get(row.get(0), path(row.get(1), UUID.randomUUID()));

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(withoutRequestId(foreign)).isEqualTo(withoutRequestId(unknown));
    assertThat(withoutRequestId(sameMspWithoutGrant)).isEqualTo(withoutRequestId(unknown));
  }

  @Test
  void answersForeignAndUnknownObjectsAlike() {
    String client = "/v1/clients/" + real.made().clientId() + "/evidence/";

    Answer unknown = real.as("technician").get("evidence", client + UUID.randomUUID());
    Answer foreign =
        real.as("other-technician")
            .get(
                "evidence",
                "/v1/clients/%s/evidence/%s"
                    .formatted(real.otherClient(), real.made().files().getFirst().evidenceId()));

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(withoutRequestId(foreign)).isEqualTo(withoutRequestId(unknown));
  }

  @Test
  void endsAGrantWhenItsTimeIsOver() {
    String ofClient = "/v1/clients/" + real.secondClient();
    Instant end = Instant.now().plus(Duration.ofSeconds(3));
    real.as("msp-admin")
        .post(
            "tenants",
            ofClient + "/grants",
            "short-grant-" + end,
            Map.of(
                "personId",
                real.made().team().reviewer(),
                "role",
                "MSP_REVIEWER",
                "reason",
                "Holiday cover.",
                "validUntil",
                end.toString()))
        .expect(201);
    Answer during = real.as("reviewer").get("tenants", ofClient);
    while (Instant.now().isBefore(end.plusMillis(200))) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }

    Answer after = real.as("reviewer").get("tenants", ofClient);

    assertThat(during.status()).isEqualTo(200);
    assertThat(after.status()).isEqualTo(404);
  }

  @Test
  void letsNobodyOfTheMspBecomeTheClientsAuditor() {
    String ofClient = "/v1/clients/" + real.secondClient();

    AssayApi admin = real.as("msp-admin");
    UUID person = real.onboarding("turncoat").person(admin, ofClient, "technician");
    Answer grant =
        admin.post(
            "tenants",
            ofClient + "/grants",
            "turncoat-grant",
            Map.of(
                "personId",
                person,
                "role",
                "AUDITOR",
                "reason",
                "Knows the client well.",
                "validUntil",
                Instant.now().plus(Duration.ofDays(30)).toString()));

    assertThat(grant.status()).isEqualTo(409);
  }

  private AssayApi access(String caller) {
    return caller.equals("anonymous") ? real.anonymous() : real.as(caller);
  }

  private String path(String template, UUID client) {
    return template
        .replace("{client}", client.toString())
        .replace("{item}", real.made().files().getFirst().evidenceId().toString())
        .replace("{year}", Integer.toString(real.made().fiscalYear()));
  }

  private static JsonNode withoutRequestId(Answer answer) {
    ObjectNode body = answer.body().deepCopy();
    body.remove("requestId");
    return body;
  }
}
