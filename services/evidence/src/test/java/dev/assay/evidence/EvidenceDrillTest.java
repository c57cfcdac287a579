package dev.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.evidence.store.FaultyStore;
import dev.assay.tenancy.permission.Role;
import dev.assay.testing.outage.PartOutage;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.ObjectStoreResource;
import dev.assay.testing.statement.SqlStatements;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class EvidenceDrillTest {

  private static final String SEED = "5eed".repeat(16);
  private static final String OF_TWO = "{\"sampleSize\":2,\"seed\":\"" + SEED + "\"}";
  private static final String OF_ALL = "{\"sampleSize\":200}";

  @TempDir Path folder;

  private final UUID client = UUID.randomUUID();

  @Test
  void fetchesASampleThatAnybodyDrawsAgain() throws IOException {
    for (int i = 1; i <= 5; i++) {
      DrillApi.sealedFile(client, EvidenceApi.bytes(i * 100));
    }

    Response drill = DrillApi.run(client, OF_TWO);

    assertThat(drill.<String>path("state")).isEqualTo("PASSED");
    assertThat(drill.<Integer>path("checked")).isEqualTo(2);
    assertThat(drill.<Integer>path("sample.population")).isEqualTo(5);
    assertThat(drill.<String>path("sample.seed")).isEqualTo(SEED);
    String path = DrillApi.path(client) + "/" + drill.path("id");
    List<String> population = DrillApi.all(client, path + "/population", 2, "fileId");
    // From the answers alone, with nothing of ours.
    assertThat(EvidenceApi.hex(bytes(String.join("\n", population) + "\n")))
        .isEqualTo(drill.<String>path("sample.populationSha256"));
    byte[] seed = HexFormat.of().parseHex(drill.<String>path("sample.seed"));
    List<String> sample =
        population.stream()
            .sorted(
                java.util.Comparator.comparing(
                    (String file) -> {
                      byte[] input = new byte[seed.length + file.length()];
                      System.arraycopy(seed, 0, input, 0, seed.length);
                      System.arraycopy(bytes(file), 0, input, seed.length, file.length());
                      return EvidenceApi.hex(input);
                    }))
            .limit(2)
            .toList();
    assertThat(DrillApi.all(client, path + "/lines", 1, "fileId")).isEqualTo(sample);
    Response lines = DrillApi.lines(client, drill.path("id"));
    assertThat(lines.<List<String>>path("items.result")).containsOnly("OK");
    assertThat(lines.<List<String>>path("items.timeStamp")).containsOnly("NONE_HELD");
    assertThat(lines.<List<Map<String, Object>>>path("items.seen"))
        .isEqualTo(lines.path("items.expected"))
        .allMatch(seen -> seen.get("lockedUntil").equals("2033-07-01T12:00:00Z"));
  }

  @Test
  void keepsTheResultAsEvidenceWithASignatureThatOpensslChecks()
      throws IOException, InterruptedException {
    String[] file = DrillApi.sealedFile(client, EvidenceApi.bytes(123));

    Response drill = DrillApi.run(client, OF_TWO);

    byte[] document =
        EvidenceApi.content(client, drill.path("result.evidenceId"), drill.path("result.fileId"))
            .asByteArray();
    Response key = EvidenceApi.as("AUDITOR", client).get("/v1/evidence-drill-key");
    assertThat(key.<String>path("keyId")).isEqualTo(drill.path("result.keyId"));
    assertThat(opensslAccepts(document, drill.path("result.signature"), key.path("publicKey")))
        .isTrue();
    byte[] changed = document.clone();
    changed[changed.length / 2] ^= 1;
    assertThat(opensslAccepts(changed, drill.path("result.signature"), key.path("publicKey")))
        .isFalse();
    assertThat(EvidenceApi.hex(document)).isEqualTo(drill.<String>path("result.sha256"));
    JsonNode result = new ObjectMapper().readTree(document);
    assertThat(result.path("format").asText()).isEqualTo("assay-retrieval-drill-1");
    assertThat(result.path("outcome").asText()).isEqualTo("PASSED");
    assertThat(result.path("clientId").asText()).isEqualTo(client.toString());
    assertThat(result.at("/sample/seed").asText()).isEqualTo(SEED);
    assertThat(result.at("/files/0/fileId").asText()).isEqualTo(file[1]);
    assertThat(result.at("/files/0/seen/sha256").asText())
        .isEqualTo(EvidenceApi.hex(EvidenceApi.bytes(123)));
    assertThat(new String(document, StandardCharsets.UTF_8))
        .isEqualTo(
            new org.erdtman.jcs.JsonCanonicalizer(new String(document, StandardCharsets.UTF_8))
                .getEncodedString());
    Response item =
        EvidenceApi.technician(client)
            .get(EvidenceApi.items(client) + "/" + drill.path("result.evidenceId"));
    assertThat(item.<String>path("sourceSystem")).isEqualTo("Assay");
    assertThat(item.<String>path("controlId")).isEqualTo("BR-06");
    assertThat(item.<String>path("title")).endsWith("PASSED, 1 of 1 files");
    assertThat(item.<String>path("obtainedHow"))
        .contains(drill.<String>path("result.signature"))
        .contains(key.<String>path("publicKey").strip());
    assertThat(item.<List<String>>path("files.id"))
        .containsExactly(drill.<String>path("result.fileId"));
  }

  private boolean opensslAccepts(byte[] document, String signature, String publicKey)
      throws IOException, InterruptedException {
    Path in = Files.write(folder.resolve("document"), document);
    Path sig = Files.write(folder.resolve("sig"), Base64.getDecoder().decode(signature));
    Path key = Files.writeString(folder.resolve("key.pem"), publicKey);
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                key.toString(),
                "-rawin",
                "-in",
                in.toString(),
                "-sigfile",
                sig.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(openssl.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(said).as("what openssl says").contains("Signature Verif");
    return openssl.exitValue() == 0;
  }

  @Test
  void listsTheDifferingFilesAlone() {
    DrillApi.sealedFile(client, EvidenceApi.bytes(50));
    String[] damaged = DrillApi.sealedFile(client, EvidenceApi.bytes(60));
    DrillApi.execute(
        "update evidence_file set sha256 = repeat('0', 64) where id = '" + damaged[1] + "'");

    Response drill = DrillApi.run(client, OF_ALL);

    assertThat(drill.<String>path("state")).isEqualTo("FAILED");
    assertThat(drill.<Integer>path("checked")).isEqualTo(2);
    assertThat(
            EvidenceApi.as("AUDITOR", client)
                .get(DrillApi.path(client) + "/" + drill.path("id") + "/lines?differing=true")
                .<List<String>>path("items.fileId"))
        .containsExactly(damaged[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead", "hanging"})
  void waitsForAStoreThatIsAwayAndGoesOn(String how) {
    DrillApi.sealedFile(client, EvidenceApi.bytes(40));
    String[] id = {""};

    Runnable ask =
        () -> {
          id[0] = DrillApi.asked(client, OF_TWO);
          EvidenceApi.await(
              "it was not tried",
              () ->
                  DrillApi.count(
                          "select count(*) from drill_work where attempts > 0 and subject_id = '"
                              + id[0]
                              + "'")
                      == 1);
          assertThat(DrillApi.get(client, id[0]).<String>path("state")).isNotEqualTo("FAILED");
        };
    if (how.equals("dead")) {
      PartOutage.whileDead(ObjectStoreResource.PART, ask);
    } else {
      PartOutage.whileHanging(ObjectStoreResource.PART, ask);
    }
    assertThat(DrillApi.get(client, id[0]).<Object>path("result")).isNull();

    assertThat(DrillApi.ended(client, id[0]).<String>path("state")).isEqualTo("PASSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "put", "lockAtLeast"})
  void endsOnceWhereverAWorkerDies(String last) {
    DrillApi.sealedFile(client, EvidenceApi.bytes(40));
    FaultyStore.dieAfter(last);
    String id = DrillApi.asked(client, OF_TWO);
    EvidenceApi.awaitDeath();

    Response drill = DrillApi.ended(client, id);

    assertThat(drill.<String>path("state")).isEqualTo("PASSED");
    assertThat(
            DrillApi.count(
                "select count(*) from evidence where source_system = 'Assay' and client_id = '"
                    + client
                    + "'"))
        .isEqualTo(1);
    assertThat(
            DrillApi.count(
                "select count(*) from audit_event where entity_id = '%s' and action = '%s'"
                    .formatted(id, "evidence-drill.ended")))
        .isEqualTo(1);
  }

  @Test
  void saysThatNothingWasHeldWhereNothingWas() {
    DrillApi.sealedFile(client, EvidenceApi.bytes(40));

    Response drill = DrillApi.run(client, "{\"sampleSize\":5,\"controlId\":\"CM-01\"}");

    assertThat(drill.<String>path("state")).isEqualTo("NOTHING_HELD");
    assertThat(drill.<Integer>path("sample.population")).isZero();
  }

  @Test
  void drawsFromTheControlAndPeriodAskedForAndFromWhatWasSealedThen() {
    String[] file = DrillApi.sealedFile(client, EvidenceApi.bytes(40));
    String filtered =
        "{\"sampleSize\":5,\"controlId\":\"AM-04\",\"periodFrom\":\"2026-06-30\","
            + "\"periodTo\":\"2026-07-01\"}";

    Response drill = DrillApi.run(client, filtered);

    String path = DrillApi.path(client) + "/" + drill.path("id");
    DrillApi.sealedFile(client, EvidenceApi.bytes(41));
    assertThat(DrillApi.all(client, path + "/population", 200, "fileId")).containsExactly(file[1]);
    assertThat(
            DrillApi.run(client, "{\"sampleSize\":5,\"periodTo\":\"2025-12-31\"}")
                .<String>path("state"))
        .isEqualTo("NOTHING_HELD");
    assertThat(
            DrillApi.run(
                    client,
                    "{\"sampleSize\":5,\"controlId\":\"AM-04\",\"periodFrom\":\"2026-07-01\"}")
                .<String>path("state"))
        .isEqualTo("NOTHING_HELD");
  }

  @Test
  void choosesAnotherSeedEachTimeThatNobodyBringsOne() {
    Response first = DrillApi.run(client, OF_ALL);
    Response second = DrillApi.run(client, OF_ALL);

    assertThat(first.<String>path("sample.seed"))
        .hasSize(64)
        .isNotEqualTo(second.<String>path("sample.seed"));
    assertThat(DrillApi.all(client, DrillApi.path(client), 1, "id"))
        .containsExactly(second.path("id"), first.path("id"));
  }

  @Test
  void tellsTheChainOfCustodyOfEachFileThatItFetched() {
    String[] file = DrillApi.sealedFile(client, EvidenceApi.bytes(40));

    Response drill = DrillApi.run(client, OF_TWO);

    Response custody =
        EvidenceApi.as("AUDITOR", client)
            .get(EvidenceApi.items(client) + "/" + file[0] + "/custody");
    List<Map<String, Object>> events = custody.path("items");
    assertThat(events)
        .anySatisfy(
            event -> {
              assertThat(event).containsEntry("what", "evidence-file.drilled");
              assertThat(event).containsEntry("fileId", file[1]);
              assertThat(event).containsEntry("who", "system:driller");
              assertThat(event.get("details"))
                  .isEqualTo(Map.of("drillId", drill.<String>path("id"), "timeStamp", "NONE_HELD"));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | invalid-request",
        "{\"sampleSize\":0} | invalid-request",
        "{\"sampleSize\":201} | invalid-request",
        "{\"sampleSize\":1,\"seed\":\"abc\"} | invalid-request",
        "{\"sampleSize\":1,\"controlId\":\"am-4\"} | invalid-request",
        "{\"sampleSize\":1,\"periodFrom\":\"2026-02-01\",\"periodTo\":\"2026-01-01\"} | invalid-request",
        "{\"sampleSize\":1,\"periodFrom\":\"1066-02-01\"} | invalid-request",
        "{\"sampleSize\":1,\"periodTo\":\"9999-02-01\"} | invalid-request",
        "{\"sampleSize\":1,\"files\":[]} | malformed-body"
      })
  void refusesAQuestionThatBreaksARule(String body, String slug) {
    EvidenceApi.nothingHalfDone(() -> Problems.expect(DrillApi.ask(client, body), 400, slug));
  }

  @Test
  void answersForeignAndUnknownDrillsAlike() {
    UUID owner = UUID.randomUUID();
    String foreign = DrillApi.run(owner, OF_TWO).path("id");
    String unknown = UUID.randomUUID().toString();

    for (String below : List.of("", "/lines", "/population")) {
      Response answer = DrillApi.get(client, foreign + below);
      Problems.expect(answer, 404, "not-found");
      assertThat(Problems.withoutRequestId(answer))
          .isEqualTo(Problems.withoutRequestId(DrillApi.get(client, unknown + below)));
    }
    assertThat(DrillApi.all(client, DrillApi.path(client), 50, "id")).isEmpty();
  }

  @Test
  void drillsWhatIsTheMspsOwn() {
    String path = "/v1/msps/" + RoleGrants.MSP + "/evidence-drills";
    Response asked =
        EvidenceApi.technician(RoleGrants.MSP)
            .contentType("application/json")
            .header("Idempotency-Key", EvidenceApi.newKey())
            .body(OF_ALL)
            .post(path);

    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
    assertThat(asked.header("Location")).endsWith(path + "/" + asked.path("id"));
    String one = path + "/" + asked.path("id");
    EvidenceApi.await(
        "not ended", () -> EvidenceApi.technician(RoleGrants.MSP).get(one).path("result") != null);
    Response ended = EvidenceApi.technician(RoleGrants.MSP).get(one);
    EvidenceApi.technician(RoleGrants.MSP).get(one + "/lines").then().statusCode(200);
    EvidenceApi.technician(RoleGrants.MSP).get(one + "/population").then().statusCode(200);
    assertThat(EvidenceApi.technician(RoleGrants.MSP).get(path).<List<String>>path("items.id"))
        .contains(asked.<String>path("id"));
    String file =
        "/v1/msps/%s/evidence/%s/files/%s"
            .formatted(
                RoleGrants.MSP,
                ended.<String>path("result.evidenceId"),
                ended.<String>path("result.fileId"));
    EvidenceApi.await(
        "not sealed",
        () ->
            EvidenceApi.technician(RoleGrants.MSP)
                .get(file)
                .<String>path("state")
                .equals("SEALED"));
  }

  @Test
  void opensToExactlyTheListedRoles() {
    String id = DrillApi.run(client, OF_TWO).path("id");
    Map<String, String> answers = new TreeMap<>();
    List<String> asked = new ArrayList<>();

    for (Role role : Role.values()) {
      Response answer =
          EvidenceApi.as(role.name(), client)
              .contentType("application/json")
              .header("Idempotency-Key", EvidenceApi.newKey())
              .body(OF_TWO)
              .post(DrillApi.path(client));
      if (answer.statusCode() == 201) {
        asked.add(answer.path("id"));
      }
      String all = Integer.toString(answer.statusCode());
      for (String below : List.of("", "/" + id, "/" + id + "/lines", "/" + id + "/population")) {
        all +=
            " "
                + EvidenceApi.as(role.name(), client)
                    .get(DrillApi.path(client) + below)
                    .statusCode();
      }
      answers.put(role.name(), all);
    }

    asked.forEach(one -> DrillApi.ended(client, one));
    String none = "403 403 403 403 403";
    String reads = "403 200 200 200 200";
    assertThat(answers)
        .isEqualTo(
            Map.of(
                "PLATFORM_OPERATOR", none,
                "MSP_ADMIN", none,
                "MSP_TECHNICIAN", "201 200 200 200 200",
                "MSP_REVIEWER", reads,
                "CLIENT_EXECUTIVE", reads,
                "CONTROL_OWNER", none,
                "AUDITOR", reads,
                "INTEGRATION", reads,
                "BREAK_GLASS", reads));
  }

  @Test
  void asksTheDatabaseAsOftenForManyFilesAsForFew() {
    DrillApi.sealedFile(client, EvidenceApi.bytes(20));
    int few = statementsOfADrill();
    for (int i = 21; i <= 28; i++) {
      DrillApi.sealedFile(client, EvidenceApi.bytes(i));
    }

    assertThat(statementsOfADrill()).isEqualTo(few);
  }

  private int statementsOfADrill() {
    List<String> statements =
        SqlStatements.during(
            () ->
                assertThat(DrillApi.run(client, OF_ALL).<String>path("state")).isEqualTo("PASSED"));
    // First lines alone are known: the draw, the sample, what is open, what was seen, the end.
    List<String> ofSample =
        statements.stream()
            .filter(
                sql -> sql.matches(".*evidence_drill_(pick|check|draw|result).*|select p.pos.*"))
            .toList();
    assertThat(ofSample).hasSizeGreaterThanOrEqualTo(6);
    return ofSample.size();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
