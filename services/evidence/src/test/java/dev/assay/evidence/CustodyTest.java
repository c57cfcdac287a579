package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static dev.assay.evidence.EvidenceApi.B;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.page.ForgedCursor;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.SqlStatements;
import dev.assay.testing.token.TestTokens;
import io.quarkus.scheduler.Scheduler;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class CustodyTest {

  private final Scheduler rounds;

  CustodyTest(Scheduler rounds) {
    this.rounds = rounds;
  }

  private static Response custody(UUID client, String item, String query) {
    return EvidenceApi.as("AUDITOR", client)
        .get(EvidenceApi.items(client) + "/" + item + "/custody" + query);
  }

  private static String sealedFile(UUID client, String item, int size) {
    String file = EvidenceApi.uploadPatiently(client, item, EvidenceApi.bytes(size)).path("id");
    EvidenceApi.awaitState(client, item, file, "SEALED");
    return file;
  }

  @Test
  void tellsEverythingThatHappenedFromArrivalOn() {
    String item = EvidenceApi.newItem(A);
    String file = sealedFile(A, item, 321);
    EvidenceApi.content(A, item, file).then().statusCode(200);

    Response chain = custody(A, item, "");

    chain.then().statusCode(200);
    assertThat(chain.<List<String>>path("items.what"))
        .containsExactly(
            "evidence.entered",
            "evidence-file.announced",
            "evidence-file.uploaded",
            "evidence-file.verified",
            "evidence-file.sealed",
            "evidence-file.downloaded");
    assertThat(chain.<List<String>>path("items.who"))
        .containsExactly(
            "MSP_TECHNICIAN@" + A,
            "MSP_TECHNICIAN@" + A,
            "MSP_TECHNICIAN@" + A,
            "system:sealer",
            "system:sealer",
            "AUDITOR@" + A);
    assertThat(chain.<List<String>>path("items[5].roles")).containsExactly("AUDITOR");
    assertThat(chain.<List<String>>path("items.at").stream().map(Instant::parse).toList())
        .isSorted();
    assertThat(chain.<String>path("items[0].fileId")).isNull();
    assertThat(chain.<String>path("items[4].fileId")).isEqualTo(file);
    assertThat(chain.<Map<String, String>>path("items[4].details"))
        .containsEntry("sha256", EvidenceApi.hex(EvidenceApi.bytes(321)))
        .containsEntry("size", "321")
        .containsEntry("retainUntil", "2033-07-01T12:00:00Z")
        .containsEntry("ruleSet", "evidence-retention-1");
  }

  @Test
  void takesAHeadForNoDownload() {
    String item = EvidenceApi.newItem(A);
    String file = sealedFile(A, item, 17);

    Response head =
        given()
            .auth()
            .oauth2(TestTokens.of("AUDITOR@" + A))
            .head(EvidenceApi.files(A, item) + "/" + file + "/content");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo("17");
    assertThat(head.header("Repr-Digest"))
        .isEqualTo(EvidenceApi.digestHeader(EvidenceApi.bytes(17)));
    assertThat(custody(A, item, "").<List<String>>path("items.what"))
        .doesNotContain("evidence-file.downloaded");
  }

  @Test
  void namesSourceRowsThatAreThere() throws SQLException {
    String item = EvidenceApi.newItem(A);
    String file = sealedFile(A, item, 12);
    EvidenceApi.content(A, item, file).then().statusCode(200);

    List<List<Map<String, String>>> sources = custody(A, item, "").path("items.sources");

    assertThat(sources.stream().map(rows -> rows.getFirst().get("table")).toList())
        .containsExactly(
            "evidence",
            "evidence_transition",
            "evidence_transition",
            "evidence_transition",
            "evidence_transition",
            "audit_event");
    for (Map<String, String> source : sources.stream().flatMap(List::stream).toList()) {
      String key = source.get("key");
      String where =
          switch (String.valueOf(source.get("table"))) {
            case "evidence" -> "evidence where id = '" + key + "'";
            case "evidence_transition" ->
                "evidence_transition where file_id || '/' || state = '" + key + "'";
            case "audit_event" -> "audit_event where id = '" + key + "'";
            default -> throw new AssertionError(source);
          };
      assertThat(count(where)).as(where).isEqualTo(1);
    }
    // Each audit event of the item and its file is there once, and no other.
    List<String> told =
        sources.stream()
            .flatMap(List::stream)
            .filter(source -> "audit_event".equals(source.get("table")))
            .map(source -> source.get("key"))
            .toList();
    assertThat(told).doesNotHaveDuplicates();
    assertThat(count("audit_event where entity_id in ('%s', '%s')".formatted(item, file)))
        .isEqualTo(told.size());
  }

  private static int count(String where) throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var row = superuser.createStatement().executeQuery("select count(*) from " + where)) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void tellsOnPagesWhatItTellsAtOnce() {
    String item = EvidenceApi.newItem(A);
    for (int i = 1; i <= 3; i++) {
      sealedFile(A, item, i);
    }
    List<Object> whole = custody(A, item, "").path("items");

    List<Object> pages = new ArrayList<>();
    Response page = custody(A, item, "?limit=2");
    pages.addAll(page.<List<Object>>path("items"));
    while (page.path("nextCursor") != null) {
      page = custody(A, item, "?limit=2&cursor=" + page.<String>path("nextCursor"));
      pages.addAll(page.<List<Object>>path("items"));
    }

    assertThat(whole).hasSize(13);
    assertThat(pages).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not a place",
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z x y",
        "+999999999-12-31T00:00:00Z 1 x",
        "then 1 x",
        "1 2 3"
      })
  void refusesACursorThatSomebodyWrote(String forged) {
    String item = EvidenceApi.newItem(A);
    sealedFile(A, item, 5);
    String cursor = custody(A, item, "?limit=1").path("nextCursor");

    Problems.expect(
        custody(A, item, "?cursor=" + ForgedCursor.of(cursor, forged)), 400, "invalid-cursor");
  }

  @Test
  void tellsNothingOfAnotherClientsItem() {
    String foreign = EvidenceApi.newItem(B);

    Response ofB = custody(A, foreign, "");
    Response ofNobody = custody(A, UUID.randomUUID().toString(), "");

    Problems.expect(ofB, 404, "not-found");
    assertThat(Problems.withoutRequestId(ofB)).isEqualTo(Problems.withoutRequestId(ofNobody));
  }

  @Test
  void takesOneStatementHoweverLongTheChain() {
    String item = EvidenceApi.newItem(A);
    for (int i = 1; i <= 3; i++) {
      sealedFile(A, item, i);
    }
    // The scope's binding and the question; the workers' own rounds are asleep meanwhile.
    RequestApi.whilePaused(
        rounds, () -> SqlStatements.atMost(2, () -> custody(A, item, "").then().statusCode(200)));
  }
}
