package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static dev.assay.evidence.EvidenceApi.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evidence.store.FaultyStore;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.stack.TestStore;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class ResumableUploadTest {

  private static final int SIZE = 2 * PartsApi.PART + 17;

  @ParameterizedTest
  @ValueSource(ints = {1, PartsApi.PART, SIZE})
  void makesOneFileOfItsParts(int size) {
    byte[] bytes = EvidenceApi.bytes(size);
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), bytes);
    int parts = upload.get().path("parts");

    for (int number = 1; number <= parts; number++) {
      Response put =
          upload.put(number, upload.part(number), EvidenceApi.digestHeader(upload.part(number)));
      assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
      assertThat(put.<String>path("sha256")).isEqualTo(EvidenceApi.hex(upload.part(number)));
    }
    Response completed = upload.complete();

    assertThat(completed.statusCode()).as(completed.asString()).isEqualTo(201);
    assertThat(completed.<String>path("id")).isEqualTo(upload.id());
    assertThat(completed.<String>path("sha256")).isEqualTo(EvidenceApi.hex(bytes));
    Response sealed = EvidenceApi.awaitState(A, upload.item(), upload.id(), "SEALED");
    assertThat(sealed.<List<String>>path("history.state"))
        .containsExactly("PENDING", "UPLOADED", "VERIFIED", "SEALED");
    assertThat(EvidenceApi.content(A, upload.item(), upload.id()).asByteArray()).isEqualTo(bytes);
  }

  @Test
  void takesPartsAtOnceAndAgain() {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(SIZE));

    List<Integer> answers =
        Stream.of(3, 2, 1, 2, 1)
            .map(number -> CompletableFuture.supplyAsync(() -> upload.put(number).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(upload.get().<Integer>path("nextPart")).isEqualTo(4);
    assertThat(upload.complete().statusCode()).isEqualTo(201);
    EvidenceApi.awaitState(A, upload.item(), upload.id(), "SEALED");
  }

  @Test
  void goesOnWhereItStoppedAndListsWhatIsHere() {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(SIZE));
    upload.put(1).then().statusCode(200);
    upload.put(2).then().statusCode(200);

    Response page = upload.parts("?limit=1");

    assertThat(page.<List<Integer>>path("items.number")).containsExactly(1);
    assertThat(
            upload
                .parts("?limit=1&cursor=" + page.path("nextCursor"))
                .<List<Integer>>path("items.number"))
        .containsExactly(2);
    Problems.expect(upload.complete(), 409, "upload-incomplete");
    upload.put(3).then().statusCode(200);
    assertThat(upload.complete().statusCode()).isEqualTo(201);
  }

  @Test
  void repeatsTheAnswerOfItsCompletion() {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(100));
    upload.put(1).then().statusCode(200);
    Response first = upload.complete();
    first.then().statusCode(201);
    EvidenceApi.awaitState(A, upload.item(), upload.id(), "SEALED");

    EvidenceApi.nothingHalfDone(
        () -> {
          Response again = upload.complete();
          assertThat(again.statusCode()).isEqualTo(201);
          assertThat(again.asString()).isEqualTo(first.asString());
        });
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8388607, 422, part-size-wrong",
    "1, 5, 422, part-size-wrong",
    "3, 18, 422, part-size-wrong",
    "0, 5, 422, part-not-of-this-upload",
    "4, 5, 422, part-not-of-this-upload"
  })
  void refusesAPartThatCannotBeOfTheFile(int number, int size, int status, String slug) {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(SIZE));

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(upload.put(number, EvidenceApi.bytes(size), null), status, slug));
    upload.abort().then().statusCode(204);
  }

  @Test
  void refusesAPartThatIsNotWhatItsDigestSays() {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(SIZE));

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                upload.put(1, upload.part(1), EvidenceApi.digestHeader(upload.part(2))),
                422,
                "digest-differs"));
    upload.abort().then().statusCode(204);
  }

  @Test
  void refusesOtherBytesForAPartThatIsHere() {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(SIZE));
    upload.put(1).then().statusCode(200);

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(upload.put(1, upload.part(2), null), 409, "part-differs"));
    upload.abort().then().statusCode(204);
  }

  @Test
  void refusesAPartFarBeforeItsTurn() {
    byte[] first = EvidenceApi.bytes(PartsApi.PART);
    Response begun =
        PartsApi.begin(
            EvidenceApi.technician(A),
            EvidenceApi.items(A),
            EvidenceApi.newItem(A),
            PartsApi.body(20L * PartsApi.PART, "0".repeat(64)));
    var upload =
        new PartsApi(
            EvidenceApi.items(A),
            "MSP_TECHNICIAN@" + A,
            begun.path("evidenceId"),
            begun.path("id"),
            first);

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(upload.put(9, first, null), 409, "part-out-of-order"));
    upload.abort().then().statusCode(204);
  }

  @Test
  void keepsNothingButTheEventsOfAFileWithAnotherDigest() throws SQLException {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(100), "0".repeat(64));
    upload.put(1).then().statusCode(200);
    int objects = TestStore.versions().size();

    Response refused = upload.complete();

    Problems.expect(refused, 422, "digest-differs");
    nothingIsLeftOf(upload);
    assertThat(TestStore.versions()).hasSize(objects);
    assertThat(actions(upload)).containsExactly("evidence-upload.begun", "evidence-upload.aborted");
    Problems.expect(upload.complete(), 404, "not-found");
  }

  @Test
  void throwsThePartsAwayWhenAborted() throws SQLException {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(SIZE));
    upload.put(1).then().statusCode(200);

    upload.abort().then().statusCode(204);

    nothingIsLeftOf(upload);
    Problems.expect(upload.get(), 404, "not-found");
    Problems.expect(upload.put(2), 404, "not-found");
    Problems.expect(upload.abort(), 404, "not-found");
  }

  @Test
  void isThrownAwayByTheWorkersWhenItExpires() throws SQLException {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(SIZE));
    upload.put(1).then().statusCode(200);

    makeDue(upload);

    EvidenceApi.await("it was not thrown away", () -> upload.get().statusCode() == 404);
    nothingIsLeftOf(upload);
    assertThat(actions(upload)).containsExactly("evidence-upload.begun", "evidence-upload.expired");
  }

  @Test
  void takesOnAnObjectWhoseCompletionDied() throws SQLException {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(SIZE));
    for (int number = 1; number <= 3; number++) {
      upload.put(number).then().statusCode(200);
    }
    EvidenceApi.awaitIdle();
    FaultyStore.dieAfter("complete");

    Response died = upload.complete();

    assertThat(died.statusCode()).isEqualTo(500);
    Problems.expect(upload.complete(), 409, "upload-in-progress");
    makeDue(upload);
    EvidenceApi.awaitState(A, upload.item(), upload.id(), "SEALED");
    assertThat(upload.complete().<String>path("id")).isEqualTo(upload.id());
  }

  @Test
  void goesOnAfterAPartWhoseReplicaDied() {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(SIZE));
    upload.put(1).then().statusCode(200);
    FaultyStore.dieAfter("putPart");

    assertThat(upload.put(2).statusCode()).isEqualTo(500);

    assertThat(upload.get().<Integer>path("nextPart")).isEqualTo(2);
    upload.put(2).then().statusCode(200);
    upload.put(3).then().statusCode(200);
    assertThat(upload.complete().statusCode()).isEqualTo(201);
    EvidenceApi.awaitState(A, upload.item(), upload.id(), "SEALED");
  }

  @Test
  void belongsToWhoBeganIt() {
    var upload = PartsApi.begin(A, EvidenceApi.newItem(A), EvidenceApi.bytes(10));
    var another =
        new PartsApi(
            upload.items(), "INTEGRATION@" + A, upload.item(), upload.id(), upload.bytes());
    String itemOfB = EvidenceApi.newItem(B);
    var elsewhere =
        new PartsApi(
            EvidenceApi.items(B), "MSP_TECHNICIAN@" + B, itemOfB, upload.id(), upload.bytes());

    for (var stranger : List.of(another, elsewhere)) {
      EvidenceApi.nothingHalfDone(
          () -> {
            Problems.expect(stranger.get(), 404, "not-found");
            Problems.expect(stranger.put(1), 404, "not-found");
            Problems.expect(stranger.parts(""), 404, "not-found");
            Problems.expect(stranger.complete(), 404, "not-found");
            Problems.expect(stranger.abort(), 404, "not-found");
          });
    }
    upload.abort().then().statusCode(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"size\": 10 | \"size\": 0 | 422 | empty-file",
        "\"size\": 10 | \"size\": 5368709121 | 400 | invalid-request",
        "ledger.csv | ../ledger.csv | 400 | invalid-request",
        "ledger.csv | led\\u0007ger.csv | 400 | invalid-request",
        "application/octet-stream | nonsense | 415 | unsupported-media-type"
      })
  void refusesToBeginWhatCannotBe(String good, String bad, int status, String slug) {
    String item = EvidenceApi.newItem(A);
    String body = PartsApi.body(10, "0".repeat(64)).replace(good, bad);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                PartsApi.begin(EvidenceApi.technician(A), EvidenceApi.items(A), item, body),
                status,
                slug));
  }

  private static void nothingIsLeftOf(PartsApi upload) throws SQLException {
    EvidenceApi.await(
        "its work is still there", () -> EvidenceApi.open("file_id = '" + upload.id() + "'") == 0);
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      for (String table : List.of("resumable_upload", "resumable_part", "upload_claim", "work")) {
        try (var row =
            statement.executeQuery(
                "select count(*) from %s where file_id = '%s'".formatted(table, upload.id()))) {
          row.next();
          assertThat(row.getInt(1)).as(table).isZero();
        }
      }
    }
    try (var root = TestStore.root()) {
      assertThat(
              root.listMultipartUploads(r -> r.bucket(TestStore.bucket())).uploads().stream()
                  .map(left -> left.key()))
          .noneMatch(key -> key.endsWith(upload.id()));
    }
  }

  private static List<String> actions(PartsApi upload) throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var query =
            superuser.prepareStatement(
                """
                select array_agg(action order by id) from audit_event where entity_id = ?::uuid
                """)) {
      query.setString(1, upload.id());
      try (var row = query.executeQuery()) {
        row.next();
        return List.of((String[]) row.getArray(1).getArray());
      }
    }
  }

  private static void makeDue(PartsApi upload) throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      statement.execute("update work set due_at = now() where file_id = '" + upload.id() + "'");
    }
  }
}
