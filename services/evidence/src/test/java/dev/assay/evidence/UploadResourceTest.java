package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static dev.assay.evidence.EvidenceApi.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.problem.Problems;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class UploadResourceTest {

  private static final int LARGE = 20 * 1024 * 1024 + 17;

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000_000, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1, LARGE})
  void keepsAFileAndGivesItBackByteForByte(int size) {
    String item = EvidenceApi.newItem(A);
    byte[] bytes = EvidenceApi.bytes(size);

    Response uploaded =
        EvidenceApi.send(
            A,
            item,
            EvidenceApi.newKey(),
            bytes,
            Map.of(
                "Content-Digest", EvidenceApi.digestHeader(bytes),
                "Repr-Digest", EvidenceApi.digestHeader(bytes)));

    uploaded.then().statusCode(201);
    assertThat(uploaded.<String>path("state")).isEqualTo("UPLOADED");
    assertThat(uploaded.<String>path("sha256")).isEqualTo(EvidenceApi.hex(bytes));
    assertThat(uploaded.<Integer>path("size")).isEqualTo(size);
    String id = uploaded.path("id");
    assertThat(uploaded.header("Location")).endsWith(EvidenceApi.files(A, item) + "/" + id);
    Response sealed = EvidenceApi.awaitState(A, item, id, "SEALED");
    assertThat(sealed.<List<String>>path("history.state"))
        .containsExactly("PENDING", "UPLOADED", "VERIFIED", "SEALED");
    assertThat(sealed.<String>path("retainUntil")).isEqualTo("2033-07-01T12:00:00Z");
    Response content = EvidenceApi.content(A, item, id);
    assertThat(content.asByteArray()).isEqualTo(bytes);
    assertThat(content.header("Repr-Digest")).isEqualTo(EvidenceApi.digestHeader(bytes));
    assertThat(content.header("Content-Length")).isEqualTo(Integer.toString(size));
    assertThat(content.header("Content-Disposition")).startsWith("attachment; filename=\"export");
    assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, LARGE})
  void keepsNothingOfABodyThatIsNotWhatItsDigestSays(int size) {
    String item = EvidenceApi.newItem(A);
    byte[] bytes = EvidenceApi.bytes(size);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                EvidenceApi.send(
                    A,
                    item,
                    EvidenceApi.newKey(),
                    bytes,
                    Map.of("Content-Digest", EvidenceApi.digestHeader(EvidenceApi.bytes(9)))),
                422,
                "digest-differs"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Digest | md5=notbytes | 400 | invalid-request",
        "Repr-Digest | sha-256=:AAAA: | 400 | invalid-request",
        "Content-Encoding | gzip | 415 | unsupported-media-type",
        "Content-Type | nonsense | 415 | unsupported-media-type"
      })
  void refusesHeadersThatItCannotHonour(String header, String value, int status, String slug) {
    String item = EvidenceApi.newItem(A);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                EvidenceApi.sending(A, EvidenceApi.newKey(), EvidenceApi.bytes(5))
                    .config(
                        io.restassured.RestAssured.config()
                            .headerConfig(
                                io.restassured.config.HeaderConfig.headerConfig()
                                    .overwriteHeadersWithName("Content-Type")))
                    .header(header, value)
                    .post(EvidenceApi.files(A, item)),
                status,
                slug));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "../etc/passwd", "a\\b", "..", "a\u0000b", "a\nb", "a\u202eb"})
  void refusesNamesThatAreNoFileNames(String name) {
    String item = EvidenceApi.newItem(A);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                EvidenceApi.technician(A)
                    .contentType("text/csv")
                    .queryParams(Map.of("name", name))
                    .header("Idempotency-Key", EvidenceApi.newKey())
                    .body("a")
                    .post(EvidenceApi.files(A, item)),
                400,
                "invalid-request"));
  }

  @Test
  void refusesAnEmptyFile() {
    String item = EvidenceApi.newItem(A);

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(EvidenceApi.upload(A, item, new byte[0]), 422, "empty-file"));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, LARGE})
  void answersAnItemOfAnotherClientLikeOneThatDoesNotExist(int size) {
    String foreign = EvidenceApi.newItem(B);
    byte[] bytes = EvidenceApi.bytes(size);

    EvidenceApi.nothingHalfDone(
        () -> {
          Response ofB = EvidenceApi.upload(A, foreign, bytes);
          Response ofNobody = EvidenceApi.upload(A, UUID.randomUUID().toString(), bytes);
          Problems.expect(ofB, 404, "not-found");
          assertThat(Problems.withoutRequestId(ofB)).isEqualTo(Problems.withoutRequestId(ofNobody));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LARGE})
  void repeatsTheAnswerOfAKeyAndStoresNothingAgain(int size) {
    String item = EvidenceApi.newItem(A);
    byte[] bytes = EvidenceApi.bytes(size);
    String key = EvidenceApi.newKey();
    Response first = EvidenceApi.send(A, item, key, bytes, Map.of());
    first.then().statusCode(201);
    EvidenceApi.awaitState(A, item, first.path("id"), "SEALED");

    EvidenceApi.nothingHalfDone(
        () -> {
          Response again = EvidenceApi.send(A, item, key, bytes, Map.of());
          assertThat(again.statusCode()).isEqualTo(201);
          assertThat(again.asString()).isEqualTo(first.asString());
          assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        });
  }

  @Test
  void refusesAKeyThatCameWithAnotherFile() {
    String item = EvidenceApi.newItem(A);
    String key = EvidenceApi.newKey();
    EvidenceApi.sending(A, key, EvidenceApi.bytes(100))
        .post(EvidenceApi.files(A, item))
        .then()
        .statusCode(201);

    Problems.expect(
        EvidenceApi.sending(A, key, EvidenceApi.bytes(101)).post(EvidenceApi.files(A, item)),
        422,
        "idempotency-key-reused");
  }

  @Test
  void asksForAnIdempotencyKey() {
    String item = EvidenceApi.newItem(A);

    Problems.expect(
        EvidenceApi.technician(A)
            .queryParam("name", "a")
            .body("a")
            .post(EvidenceApi.files(A, item)),
        400,
        "idempotency-key-required");
  }
}
