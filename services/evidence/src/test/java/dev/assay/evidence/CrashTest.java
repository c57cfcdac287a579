package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evidence.store.FaultyStore;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.stack.TestStore;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At every edge the store has done its part and the service dies before it writes that down. */
@EvidenceTest
class CrashTest {

  @ParameterizedTest
  @CsvSource({"put,1234", "complete,9437184"})
  void takesOnAnObjectWhoseUploadDied(String edge, int size) throws SQLException {
    String item = EvidenceApi.newItem(A);
    String key = EvidenceApi.newKey();
    byte[] bytes = EvidenceApi.bytes(size);
    int objects = TestStore.versions().size();
    EvidenceApi.awaitIdle();
    FaultyStore.dieAfter(edge);

    Response died = EvidenceApi.send(A, item, key, bytes, Map.of());

    assertThat(died.statusCode()).isEqualTo(500);
    Response again = EvidenceApi.send(A, item, key, bytes, Map.of());
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.header("Retry-After")).isNotNull();
    makeDue();
    String id = onlyFileOf(item);
    EvidenceApi.awaitState(A, item, id, "SEALED");
    Response repeated = EvidenceApi.send(A, item, key, bytes, Map.of());
    assertThat(repeated.statusCode()).isEqualTo(201);
    assertThat(repeated.<String>path("id")).isEqualTo(id);
    assertThat(TestStore.versions()).hasSize(objects + 1);
    assertThat(EvidenceApi.content(A, item, id).asByteArray()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"open,1234", "lockAtLeast,1234", "open,9437184"})
  void sealsAFileWhoseSealerDied(String edge, int size) throws SQLException {
    String item = EvidenceApi.newItem(A);
    EvidenceApi.awaitIdle();
    FaultyStore.dieAfter(edge);

    Response uploaded = EvidenceApi.upload(A, item, EvidenceApi.bytes(size));

    // A large file's own first lock is given by the same call; only the sealer's death is meant.
    assertThat(uploaded.statusCode()).isEqualTo(201);
    String id = uploaded.path("id");
    EvidenceApi.awaitDeath();
    makeDue();
    Response sealed = EvidenceApi.awaitState(A, item, id, "SEALED");
    assertThat(sealed.<List<String>>path("history.state"))
        .containsExactly("PENDING", "UPLOADED", "VERIFIED", "SEALED");
  }

  @ParameterizedTest
  @CsvSource("9437184")
  void leavesNothingOfALargeUploadWhosePartsFailed(int size) {
    String item = EvidenceApi.newItem(A);
    EvidenceApi.awaitIdle();
    FaultyStore.dieAfter("putPart");

    EvidenceApi.nothingHalfDone(
        () ->
            assertThat(EvidenceApi.upload(A, item, EvidenceApi.bytes(size)).statusCode())
                .isEqualTo(500));

    try (var root = TestStore.root()) {
      assertThat(root.listMultipartUploads(r -> r.bucket(TestStore.bucket())).uploads()).isEmpty();
    }
  }

  private static String onlyFileOf(String item) {
    List<String> ids =
        EvidenceApi.technician(A).get(EvidenceApi.items(A) + "/" + item).path("files.id");
    assertThat(ids).hasSize(1);
    return ids.getFirst();
  }

  /** As if the lease had ended. */
  private static void makeDue() throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      statement.execute("update work set due_at = now() where kind <> 'RECHECK'");
    }
  }
}
