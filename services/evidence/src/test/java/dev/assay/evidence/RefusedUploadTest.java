package dev.assay.evidence;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.assay.evidence.EvidenceApi.A;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.token.TestTokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused for what it is, for whose it is, or for what it would belong to. */
@EvidenceTest
class RefusedUploadTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 1};

  @ParameterizedTest
  @ValueSource(strings = {"application/pdf", "text/csv", "application/json", "image/jpeg"})
  void refusesALieAboutTheMediaType(String said) {
    String item = EvidenceApi.newItem(A);

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(send(item, said, PNG), 422, "media-type-differs"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "application/octet-stream"})
  void takesWhatIsWhatItSays(String said) {
    String item = EvidenceApi.newItem(A);

    assertThat(send(item, said, PNG).statusCode()).isEqualTo(201);
  }

  @Test
  void refusesALieAboutTheMediaTypeOfALargeFileWithItsFirstPart() {
    byte[] bytes = EvidenceApi.bytes(PartsApi.PART + 1);
    System.arraycopy(PNG, 0, bytes, 0, PNG.length);
    String item = EvidenceApi.newItem(A);
    Response begun =
        PartsApi.begin(
            EvidenceApi.technician(A),
            EvidenceApi.items(A),
            item,
            PartsApi.body(bytes.length, EvidenceApi.hex(bytes))
                .replace("application/octet-stream", "application/pdf"));
    var upload =
        new PartsApi(EvidenceApi.items(A), "MSP_TECHNICIAN@" + A, item, begun.path("id"), bytes);

    EvidenceApi.nothingHalfDone(() -> Problems.expect(upload.put(1), 422, "media-type-differs"));
    upload.abort().then().statusCode(204);
  }

  private static Response send(String item, String said, byte[] bytes) {
    // The document names no other type than octets, as any may come: no check against it here.
    return RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("MSP_TECHNICIAN@" + A))
        .contentType(said)
        .queryParam("name", "shot")
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(bytes)
        .post(EvidenceApi.files(A, item));
  }

  @Test
  void refusesFilesForAPeriodWhoseAuditHasConcluded() {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);
    answering(
        client,
        year("2025", "2026-07-01"),
        () ->
            EvidenceApi.upload(client, EvidenceApi.newItem(client), EvidenceApi.bytes(3))
                .then()
                .statusCode(201));
    UUID another = UUID.randomUUID();
    String late = EvidenceApi.newItem(another);

    answering(
        another,
        year("2026", "2026-07-01"),
        () ->
            EvidenceApi.nothingHalfDone(
                () -> {
                  Problems.expect(
                      EvidenceApi.upload(another, late, EvidenceApi.bytes(3)),
                      409,
                      "period-closed");
                  Problems.expect(
                      PartsApi.begin(
                          EvidenceApi.technician(another),
                          EvidenceApi.items(another),
                          late,
                          PartsApi.body(3, "0".repeat(64))),
                      409,
                      "period-closed");
                }));
    assertThat(EvidenceApi.upload(client, item, EvidenceApi.bytes(4)).statusCode()).isEqualTo(201);
  }

  @Test
  void takesNothingWhileNobodySaysWhetherThePeriodIsOpen() {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);

    answering(
        get(urlPathEqualTo(years(client))).willReturn(aResponse().withStatus(500)),
        () ->
            EvidenceApi.nothingHalfDone(
                () ->
                    Problems.expect(
                        EvidenceApi.upload(client, item, EvidenceApi.bytes(3)),
                        503,
                        "dependency-unavailable")));
  }

  private static String years(UUID client) {
    return "/v1/clients/" + client + "/fiscal-years";
  }

  private static String year(String label, String concluded) {
    return """
        {"items":[{"label":"%1$s","kind":"FULL","start":"%1$s-01-01","end":"%1$s-12-31","days":365,
          "auditConcludedOn":"%2$s"}],"nextCursor":null}
        """
        .formatted(label, concluded);
  }

  private static void answering(UUID client, String years, Runnable work) {
    answering(get(urlPathEqualTo(years(client))).willReturn(okJson(years)), work);
  }

  private static void answering(MappingBuilder mapping, Runnable work) {
    StubMapping stub = TenantsStub.tenants().register(mapping.atPriority(1));
    try {
      work.run();
    } finally {
      TenantsStub.tenants().removeStubMapping(stub);
    }
  }

  @Test
  void holdsBytesOfTheQuotaForWhatIsOnItsWay() {
    UUID client = UUID.randomUUID();
    setQuota(client, 1000).then().statusCode(201);
    String item = EvidenceApi.newItem(client);
    var upload = PartsApi.begin(client, item, EvidenceApi.bytes(900));

    EvidenceApi.nothingHalfDone(
        () -> {
          Problems.expect(
              EvidenceApi.upload(client, item, EvidenceApi.bytes(101)), 409, "byte-quota-reached");
          Problems.expect(
              PartsApi.begin(
                  EvidenceApi.technician(client),
                  EvidenceApi.items(client),
                  item,
                  PartsApi.body(101, "0".repeat(64))),
              409,
              "byte-quota-reached");
        });
    EvidenceApi.upload(client, item, EvidenceApi.bytes(100)).then().statusCode(201);
    Response quota = EvidenceApi.as("MSP_ADMIN", client).get(quota(client));
    assertThat(quota.<Integer>path("used")).isEqualTo(100);
    assertThat(quota.<Integer>path("reserved")).isEqualTo(900);
    upload.abort().then().statusCode(204);
    EvidenceApi.upload(client, item, EvidenceApi.bytes(900)).then().statusCode(201);
  }

  @Test
  void givesTheLastBytesOfTheQuotaOnce() {
    UUID client = UUID.randomUUID();
    setQuota(client, 300).then().statusCode(201);
    String item = EvidenceApi.newItem(client);

    List<Integer> answers =
        IntStream.range(200, 212)
            .mapToObj(
                size ->
                    CompletableFuture.supplyAsync(
                        () ->
                            EvidenceApi.upload(client, item, EvidenceApi.bytes(size)).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(11);
  }

  @Test
  void setsAQuotaFromADayOn() {
    UUID client = UUID.randomUUID();
    setQuota(client, 10).then().statusCode(201);
    setQuota(client, 20).then().statusCode(201);
    Response later =
        EvidenceApi.as("MSP_ADMIN", client)
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", EvidenceApi.newKey())
            .body(policy(30).replace(today(), "2199-01-01"))
            .post(quota(client));
    later.then().statusCode(201);

    Response quota = EvidenceApi.as("AUDITOR", client).get(quota(client));

    assertThat(quota.<Integer>path("bytes")).isEqualTo(20);
    assertThat(quota.<List<Integer>>path("policies.bytes")).containsExactly(30, 20, 10);
  }

  @ParameterizedTest
  @CsvSource({"TODAY, 2026-01-01", "\"bytes\": 7, \"bytes\": -7", "Scope grew., ''"})
  void refusesAQuotaThatCannotBe(String good, String bad) {
    UUID client = UUID.randomUUID();
    String body = policy(7).replace(good.replace("TODAY", today()), bad);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                EvidenceApi.as("MSP_ADMIN", client)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", EvidenceApi.newKey())
                    .body(body)
                    .post(quota(client)),
                400,
                "invalid-request"));
  }

  @ParameterizedTest
  @CsvSource({
    "PLATFORM_OPERATOR,403,403",
    "MSP_ADMIN,200,201",
    "MSP_TECHNICIAN,200,403",
    "MSP_REVIEWER,200,403",
    "CLIENT_EXECUTIVE,200,403",
    "AUDITOR,200,403",
    "INTEGRATION,200,403"
  })
  void letsTheMspsAdminsSetAQuotaAndItsReadersReadIt(String role, int read, int set) {
    UUID client = UUID.randomUUID();

    assertThat(EvidenceApi.as(role, client).get(quota(client)).statusCode()).isEqualTo(read);
    assertThat(
            EvidenceApi.as(role, client)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", EvidenceApi.newKey())
                .body(policy(9))
                .post(quota(client))
                .statusCode())
        .isEqualTo(set);
  }

  private static String quota(UUID client) {
    return "/v1/clients/" + client + "/evidence-quota";
  }

  static Response setQuota(UUID client, long bytes) {
    return EvidenceApi.as("MSP_ADMIN", client)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(policy(bytes))
        .post(quota(client));
  }

  private static String policy(long bytes) {
    return """
        {"bytes": %d, "inForceFrom": "%s", "reason": "Scope grew."}
        """
        .formatted(bytes, today());
  }

  private static String today() {
    return java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();
  }
}
