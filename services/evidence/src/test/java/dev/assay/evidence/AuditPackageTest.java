package dev.assay.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.evidence.store.FaultyStore;
import dev.assay.local.verify.PackageCheck;
import dev.assay.local.verify.Verdict;
import dev.assay.tenancy.permission.Role;
import dev.assay.testing.outage.PartOutage;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.ObjectStoreResource;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.stack.TestStore;
import dev.assay.testing.token.TestTokens;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class AuditPackageTest {

  private static final int LARGE = 9 * 1024 * 1024 + 5;

  private static final UUID SHARED = UUID.randomUUID();

  private static @Nullable Response shared;

  @TempDir Path folder;

  /** A package that several tests read. */
  private static Response shared() {
    if (shared == null) {
      shared = Packages.sealed(SHARED, Packages.YEAR);
    }
    return shared;
  }

  private static String sealedFile(UUID client, String item, byte[] bytes) {
    String file = EvidenceApi.uploadPatiently(client, item, bytes).path("id");
    EvidenceApi.awaitState(client, item, file, "SEALED");
    return file;
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private Verdict verify(byte[] zip, String digest) throws IOException {
    Path file = Files.write(folder.resolve(UUID.randomUUID() + ".zip"), zip);
    return PackageCheck.of(file, Optional.of(digest));
  }

  @Test
  void holdsTheSealedEvidenceOfAPeriodAndVerifiesWithoutUs() throws IOException {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);
    String small = sealedFile(client, item, EvidenceApi.bytes(1000));
    String large = sealedFile(client, item, EvidenceApi.bytes(LARGE));
    String bare = EvidenceApi.newItem(client);

    Response sealed = Packages.sealed(client, Packages.YEAR);

    assertThat(sealed.<Integer>path("items")).isEqualTo(2);
    assertThat(sealed.<Integer>path("files")).isEqualTo(2);
    assertThat(sealed.<Integer>path("excluded")).isEqualTo(1);
    assertThat(sealed.<Integer>path("progress.filesDone")).isEqualTo(2);
    assertThat(sealed.<Integer>path("progress.bytesDone")).isEqualTo(LARGE + 1000);
    assertThat(sealed.<String>path("retainUntil")).isEqualTo("2033-07-01T12:00:00Z");
    byte[] zip = Packages.content(client, sealed.path("id")).asByteArray();
    assertThat(zip).hasSize(sealed.<Integer>path("size"));
    assertThat(verify(zip, sealed.path("sha256")))
        .isInstanceOfSatisfying(
            Verdict.Accepted.class,
            accepted -> {
              assertThat(accepted.about().client()).isEqualTo(client.toString());
              assertThat(accepted.about().files()).isEqualTo(2);
              assertThat(accepted.about().knownAt()).isEqualTo(sealed.<String>path("knownAt"));
            });
    Map<String, byte[]> entries = entries(zip);
    JsonNode manifest = new ObjectMapper().readTree(entries.get("manifest.json"));
    JsonNode files = manifest.at("/items/0/files");
    assertThat(files.findValuesAsText("id")).containsExactly(small, large);
    assertThat(entries.get(files.at("/0/path").asText())).isEqualTo(EvidenceApi.bytes(1000));
    assertThat(entries.get(files.at("/1/path").asText())).isEqualTo(EvidenceApi.bytes(LARGE));
    assertThat(files.at("/1/lock/retainUntil").asText()).isEqualTo("2033-07-01T12:00:00Z");
    assertThat(manifest.path("excluded").toString())
        .isEqualTo("[{\"itemId\":\"%s\",\"reason\":\"NO_FILE\"}]".formatted(bare));
    assertThat(manifest.at("/items/0/obtainedHow").asText()).isEqualTo("Admin API, all users");
    List<String> lines =
        new String(entries.get("audit-events.jsonl"), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(1 + 4 + 4 + 1);
    manifest
        .at("/items/0/custody")
        .forEach(
            event ->
                event
                    .path("sources")
                    .forEach(
                        source -> {
                          if (source.path("table").asText().equals("audit_event")) {
                            assertThat(lines)
                                .anyMatch(line -> line.contains(source.path("key").asText()));
                          }
                        }));
  }

  @Test
  void makesTheSameBytesOfTheSamePeriodAndMoment() {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);
    String file = sealedFile(client, item, EvidenceApi.bytes(777));
    Response first = Packages.sealed(client, Packages.YEAR);
    // Things happen: none of them before that moment.
    EvidenceApi.content(client, item, file).then().statusCode(200);
    Packages.content(client, first.path("id")).then().statusCode(200);
    sealedFile(client, EvidenceApi.newItem(client), EvidenceApi.bytes(5));

    String again =
        Packages.asked(client, "2026-01-01", "2026-12-31", first.<String>path("knownAt"));

    Response second = Packages.await(client, again, "SEALED");
    assertThat(second.<String>path("id")).isNotEqualTo(first.path("id"));
    assertThat(second.<String>path("sha256")).isEqualTo(first.path("sha256"));
    assertThat(Packages.content(client, again).asByteArray())
        .isEqualTo(Packages.content(client, first.path("id")).asByteArray());
    assertThat(Packages.sealed(client, Packages.YEAR).<String>path("sha256"))
        .isNotEqualTo(first.path("sha256"));
  }

  @Test
  void leavesOutWhatWasNotSealedThenAndSaysWhy() throws IOException, SQLException {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);
    String sealed = sealedFile(client, item, EvidenceApi.bytes(10));
    Instant moment = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    String pending = UUID.randomUUID().toString();
    insertPending(client, item, pending, moment.minusMillis(1));
    sealedFile(client, EvidenceApi.newItem(client), EvidenceApi.bytes(11));

    String id = Packages.asked(client, "2026-06-30", "2026-06-30", moment.toString());

    Packages.await(client, id, "SEALED");
    JsonNode manifest =
        new ObjectMapper()
            .readTree(entries(Packages.content(client, id).asByteArray()).get("manifest.json"));
    assertThat(manifest.findValuesAsText("sealedAt")).hasSize(1);
    assertThat(manifest.at("/items/0/files/0/id").asText()).isEqualTo(sealed);
    assertThat(manifest.path("excluded").toString())
        .isEqualTo(
            "[{\"fileId\":\"%s\",\"itemId\":\"%s\",\"reason\":\"PENDING\"}]"
                .formatted(pending, item));
    assertThat(
            Packages.sealed(client, "{\"periodFrom\":\"2026-07-01\",\"periodTo\":\"2026-12-31\"}")
                .<Integer>path("items"))
        .isZero();
  }

  private static void insertPending(UUID client, String item, String file, Instant at)
      throws SQLException {
    try (var app = TestDatabase.inClient(RoleGrants.MSP, client);
        var statement = app.createStatement()) {
      statement.execute(
          """
          insert into evidence_file (id, evidence_id, name, media_type, size_bytes, sha256, bucket,
                                     object_key, added_by, added_at)
          values ('%s', '%s', 'a.csv', 'text/csv', 1, repeat('0', 64), 'b', 'k', 'who', '%s')
          """
              .formatted(file, item, at));
      statement.execute(
          """
          insert into evidence_transition (file_id, state, step, at) values ('%s', 'PENDING', 0, '%s')
          """
              .formatted(file, at));
    }
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-0,0,0", "bytes=100-199,100,199", "bytes=-22,-22,-1", "bytes=50-,50,-1"})
  void givesOneRange(String range, int first, int last) {
    Response sealed = shared();
    String id = sealed.path("id");
    byte[] whole = Packages.content(SHARED, id).asByteArray();

    Response part = Packages.content(SHARED, id, "Range", range);

    int from = first < 0 ? whole.length + first : first;
    int to = last < 0 ? whole.length + last : last;
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.asByteArray()).isEqualTo(java.util.Arrays.copyOfRange(whole, from, to + 1));
    assertThat(part.header("Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(from, to, whole.length));
    assertThat(part.header("Content-Length")).isEqualTo(Integer.toString(to - from + 1));
    assertThat(part.header("ETag")).isEqualTo("\"" + sealed.path("sha256") + "\"");
    assertThat(part.header("Repr-Digest")).isEqualTo(EvidenceApi.digestHeader(whole));
  }

  @Test
  void saysHowManyBytesThereAreWhenNoneOfThoseAskedForExist() {
    Response sealed = shared();
    int size = sealed.path("size");

    Response none = Packages.content(SHARED, sealed.path("id"), "Range", "bytes=" + size + "-");

    Problems.expect(none, 416, "range-not-satisfiable");
    assertThat(none.header("Content-Range")).isEqualTo("bytes */" + size);
  }

  @Test
  void mixesNoPartOfAnotherPackageIn() {
    Response sealed = shared();
    String id = sealed.path("id");
    String tag = "\"" + sealed.path("sha256") + "\"";

    assertThat(Packages.content(SHARED, id, "Range", "bytes=0-9", "If-Range", tag).statusCode())
        .isEqualTo(206);
    Response other = Packages.content(SHARED, id, "Range", "bytes=0-9", "If-Range", "\"another\"");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.asByteArray()).hasSize(sealed.<Integer>path("size"));
    assertThat(Packages.content(SHARED, id, "Range", "bytes=0-1,4-5").statusCode()).isEqualTo(200);
  }

  @Test
  void belongsToTheChainOfCustodyOfWhatItTookAlong() {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);
    sealedFile(client, item, EvidenceApi.bytes(9));
    String without = EvidenceApi.newItem(client);
    Response sealed = Packages.sealed(client, Packages.YEAR);
    Packages.content(client, sealed.path("id")).then().statusCode(200);

    Response chain =
        EvidenceApi.as("AUDITOR", client).get(EvidenceApi.items(client) + "/" + item + "/custody");

    List<String> what = chain.path("items.what");
    assertThat(what).hasSize(7);
    assertThat(what.subList(5, 7))
        .containsExactly("audit-package.sealed", "audit-package.downloaded");
    assertThat(chain.<String>path("items[5].details.packageId")).isEqualTo(sealed.path("id"));
    assertThat(chain.<String>path("items[6].details.packageId")).isEqualTo(sealed.path("id"));
    assertThat(chain.<String>path("items[6].who")).isEqualTo("AUDITOR@" + client);
    assertThat(
            EvidenceApi.as("AUDITOR", client)
                .get(EvidenceApi.items(client) + "/" + without + "/custody")
                .<List<String>>path("items.what"))
        .containsExactly("evidence.entered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"putPart", "complete", "open", "lockAtLeast"})
  void isSealedOnceThoughItsBuilderDied(String edge) throws IOException, SQLException {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);
    sealedFile(client, item, EvidenceApi.bytes(50));
    EvidenceApi.awaitIdle();
    FaultyStore.dieAfter(edge);

    String id = Packages.asked(client, Packages.YEAR);

    EvidenceApi.awaitDeath();
    Packages.makeDue();
    Response sealed = Packages.await(client, id, "SEALED");
    byte[] zip = Packages.content(client, id).asByteArray();
    assertThat(verify(zip, sealed.path("sha256"))).isInstanceOf(Verdict.Accepted.class);
    assertThat(TestStore.versions().stream().filter(version -> version.contains(id)).toList())
        .hasSize(1);
    try (var root = TestStore.root()) {
      assertThat(
              root.listMultipartUploads(r -> r.bucket(TestStore.bucket()).prefix(client + "/"))
                  .uploads())
          .isEmpty();
    }
    assertThat(events(id, "audit-package.sealed")).isEqualTo(1);
  }

  private static int events(String id, String action) throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var row =
            superuser
                .createStatement()
                .executeQuery(
                    "select count(*) from audit_event where entity_id = '%s' and action = '%s'"
                        .formatted(id, action))) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void isNotMadeOfEvidenceThatIsNotThereAnyMore() throws SQLException {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);
    String file = UUID.randomUUID().toString();
    insertSealedWithoutObject(client, item, file);

    String id = Packages.asked(client, Packages.YEAR);

    Response failed = Packages.await(client, id, "FAILED");
    assertThat(failed.<String>path("reason")).isEqualTo("EVIDENCE_DAMAGED");
    assertThat(failed.<String>path("sha256")).isNull();
    Problems.expect(Packages.content(client, id), 409, "package-not-sealed");
    assertThat(TestStore.versions()).noneMatch(version -> version.contains(id));
  }

  private static void insertSealedWithoutObject(UUID client, String item, String file)
      throws SQLException {
    Instant at = Instant.now().minusSeconds(60);
    insertPending(client, item, file, at);
    try (var app = TestDatabase.inClient(RoleGrants.MSP, client);
        var statement = app.createStatement()) {
      statement.execute(
          """
          insert into evidence_transition
            (file_id, state, previous, step, at, version_id, retain_until, rule_set)
          values
            ('%1$s', 'UPLOADED', 'PENDING', 1, '%2$s', 'gone', '%2$s', null),
            ('%1$s', 'VERIFIED', 'UPLOADED', 2, '%2$s', null, null, null),
            ('%1$s', 'SEALED', 'VERIFIED', 3, '%2$s', null, '%2$s', 'evidence-retention-1')
          """
              .formatted(file, at));
    }
  }

  @Test
  void waitsForAStoreThatIsAway() {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);
    sealedFile(client, item, EvidenceApi.bytes(50));
    String[] id = new String[1];

    PartOutage.whileDead(
        ObjectStoreResource.PART,
        () -> {
          id[0] = Packages.asked(client, Packages.YEAR);
          EvidenceApi.await(
              "its build did not begin",
              () -> Packages.get(client, id[0]).path("state").equals("BUILDING"));
          Problems.expect(Packages.content(client, id[0]), 409, "package-not-sealed");
        });

    Packages.await(client, id[0], "SEALED");
  }

  @Test
  void isA503WhileTheStoreIsAway() {
    String id = shared().path("id");

    PartOutage.whileDead(
        ObjectStoreResource.PART,
        () ->
            Problems.expect(
                Packages.content(SHARED, id, "Range", "bytes=0-9"), 503, "dependency-unavailable"));
  }

  @Test
  void refusesMoreEvidenceThanOnePackageHolds() throws SQLException {
    UUID client = UUID.randomUUID();
    insertSealedOfSize(client, 64L * 1024 * 1024 * 1024 + 1);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                Packages.ask(client, EvidenceApi.newKey(), Packages.YEAR),
                422,
                "package-too-large"));
  }

  @Test
  void refusesMorePackagesThanAClientMayKeep() throws SQLException {
    UUID client = UUID.randomUUID();
    insertSealedOfSize(client, 1024);
    insertPackageOfSize(client, 1024L * 1024 * 1024 * 1024 - 1023);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                Packages.ask(client, EvidenceApi.newKey(), Packages.YEAR),
                409,
                "byte-quota-reached"));
  }

  private static void insertSealedOfSize(UUID client, long size) throws SQLException {
    String item = EvidenceApi.newItem(client);
    String file = UUID.randomUUID().toString();
    insertSealedWithoutObject(client, item, file);
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      statement.execute(
          "update evidence_file set size_bytes = %d where id = '%s'".formatted(size, file));
    }
  }

  private static void insertPackageOfSize(UUID client, long size) throws SQLException {
    UUID id = UUID.randomUUID();
    try (var app = TestDatabase.inClient(RoleGrants.MSP, client);
        var statement = app.createStatement()) {
      statement.execute(
          """
          insert into audit_package
            (id, period_from, period_to, known_at, bucket, object_key, asked_by, asked_at)
          values ('%1$s', '2026-01-01', '2026-01-01', now(), 'b', 'k', 'who', now())
          """
              .formatted(id));
      statement.execute(
          "insert into audit_package_step (package_id, state, step, at) values ('%s', 'ASKED', 0, now())"
              .formatted(id));
      statement.execute(
          """
          insert into audit_package_bytes
            (package_id, size_bytes, sha256, items, files, excluded, retain_until, at)
          values ('%s', %d, repeat('0', 64), 0, 0, 0, now(), now())
          """
              .formatted(id, size));
    }
  }

  @Test
  void repeatsTheAnswerOfAKey() {
    UUID client = UUID.randomUUID();
    String key = EvidenceApi.newKey();
    Response first = Packages.ask(client, key, Packages.YEAR);
    Packages.await(client, first.path("id"), "SEALED");

    EvidenceApi.nothingHalfDone(
        () ->
            assertThat(Packages.ask(client, key, Packages.YEAR).asString())
                .isEqualTo(first.asString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"periodFrom\":\"2026-12-31\",\"periodTo\":\"2026-01-01\"} | invalid-request",
        "{\"periodFrom\":\"1026-01-01\",\"periodTo\":\"2026-01-01\"} | invalid-request",
        "{\"periodFrom\":\"2026-01-01\",\"periodTo\":\"2999-01-01\"} | invalid-request",
        "{\"periodFrom\":\"2026-01-01\"} | invalid-request",
        "{\"periodFrom\":\"2026-01-01\",\"periodTo\":\"2026-02-30\"} | malformed-body",
        "{\"periodFrom\":\"2026-01-01\",\"periodTo\":\"2026-12-31\",\"knownAt\":\"2099-01-01T00:00:00Z\"} | invalid-request",
        "{\"periodFrom\":\"2026-01-01\",\"periodTo\":\"2026-12-31\",\"knownAt\":\"1066-01-01T00:00:00Z\"} | invalid-request",
        "{\"periodFrom\":\"2026-01-01\",\"periodTo\":\"2026-12-31\",\"knownAt\":\"2026-01-01T00:00:00.0001Z\"} | invalid-request",
        "{\"periodFrom\":\"2026-01-01\",\"periodTo\":\"2026-12-31\",\"control\":\"AM-04\"} | malformed-body"
      })
  void refusesAQuestionThatBreaksARule(String body, String slug) {
    UUID client = UUID.randomUUID();

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(Packages.ask(client, EvidenceApi.newKey(), body), 400, slug));
  }

  @Test
  void answersForeignAndUnknownPackagesAlike() {
    UUID owner = UUID.randomUUID();
    UUID client = UUID.randomUUID();
    String foreign = Packages.sealed(owner, Packages.YEAR).path("id");
    String random = UUID.randomUUID().toString();

    Problems.expect(Packages.get(client, foreign), 404, "not-found");
    assertThat(Problems.withoutRequestId(Packages.get(client, foreign)))
        .isEqualTo(Problems.withoutRequestId(Packages.get(client, random)));
    assertThat(Problems.withoutRequestId(Packages.content(client, foreign)))
        .isEqualTo(Problems.withoutRequestId(Packages.content(client, random)));
    assertThat(EvidenceApi.as("AUDITOR", client).get(Packages.path(client)).<List<?>>path("items"))
        .isEmpty();
  }

  @Test
  void isAskedForByWhomeverMay() {
    UUID client = UUID.randomUUID();
    Map<String, Integer> answers = new TreeMap<>();
    List<String> asked = new ArrayList<>();

    for (Role role : Role.values()) {
      Response answer =
          EvidenceApi.as(role.name(), client)
              .contentType("application/json")
              .header("Idempotency-Key", EvidenceApi.newKey())
              .body(Packages.YEAR)
              .post(Packages.path(client));
      answers.put(role.name(), answer.statusCode());
      if (answer.statusCode() == 201) {
        asked.add(answer.path("id"));
      }
    }

    asked.forEach(id -> Packages.await(client, id, "SEALED"));
    assertThat(answers)
        .isEqualTo(
            Map.of(
                "PLATFORM_OPERATOR", 403,
                "MSP_ADMIN", 403,
                "MSP_TECHNICIAN", 201,
                "MSP_REVIEWER", 201,
                "CLIENT_EXECUTIVE", 201,
                "CONTROL_OWNER", 403,
                "AUDITOR", 403,
                "INTEGRATION", 403,
                "BREAK_GLASS", 403));
  }

  /** More often than the store has connections: each would keep one that nobody reads from. */
  @Test
  void answersHeadWithoutHoldingTheStore() {
    String id = shared().path("id");

    for (int i = 0; i < 70; i++) {
      Response head = given().auth().oauth2(TestTokens.of("AUDITOR@" + SHARED)).head(content(id));
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.header("Content-Length")).isEqualTo(shared().path("size").toString());
    }

    assertThat(Packages.content(SHARED, id).statusCode()).isEqualTo(200);
  }

  private static String content(String id) {
    return Packages.path(SHARED) + "/" + id + "/content";
  }

  @Test
  void isShownToNobodyWhoSeesTheirOwnRowsAlone() throws SQLException {
    String id = shared().path("id");

    try (var app = TestDatabase.inClient(RoleGrants.MSP, SHARED);
        var statement = app.createStatement()) {
      assertThat(visible(statement, id)).isEqualTo(1);
      statement.execute("select set_config('app.only_subject', 'somebody', false)");
      assertThat(visible(statement, id)).isZero();
    }
  }

  private static int visible(Statement statement, String id) throws SQLException {
    try (var row =
        statement.executeQuery(
            "select count(*) from audit_package_current where id = '" + id + "'")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    UUID client = UUID.randomUUID();
    String first = Packages.sealed(client, Packages.YEAR).path("id");
    String second = Packages.sealed(client, Packages.YEAR).path("id");
    String path = Packages.path(client);

    Response page = EvidenceApi.as("AUDITOR", client).get(path + "?limit=1");
    Response next =
        EvidenceApi.as("AUDITOR", client)
            .get(path + "?limit=1&cursor=" + page.<String>path("nextCursor"));

    assertThat(page.<List<String>>path("items.id")).containsExactly(second);
    assertThat(next.<List<String>>path("items.id")).containsExactly(first);
    assertThat(next.<String>path("nextCursor")).isNull();
  }
}
