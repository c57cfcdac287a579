package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.problem.Problems;
import io.restassured.response.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EvidenceTest
class FileVersionTest {

  @Test
  void keepsTheOlderVersionAndSaysWhatSupersededIt() {
    String item = EvidenceApi.newItem(A);
    byte[] older = EvidenceApi.bytes(11);
    String first = EvidenceApi.upload(A, item, older).path("id");

    Response second = supersede(item, first, 12);

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.<String>path("supersedes")).isEqualTo(first);
    Response old = EvidenceApi.awaitState(A, item, first, "SEALED");
    assertThat(old.<String>path("supersededBy")).isEqualTo(second.<String>path("id"));
    assertThat(EvidenceApi.content(A, item, first).asByteArray()).isEqualTo(older);
    assertThat(
            EvidenceApi.technician(A)
                .get(EvidenceApi.items(A) + "/" + item)
                .<List<String>>path("files.id"))
        .containsExactly(first, second.path("id"));
  }

  @Test
  void letsOneOfManyAtOnceBeTheNextVersion() {
    String item = EvidenceApi.newItem(A);
    String first = EvidenceApi.upload(A, item, EvidenceApi.bytes(11)).path("id");

    List<Integer> answers =
        IntStream.range(20, 28)
            .mapToObj(
                size ->
                    CompletableFuture.supplyAsync(() -> supersede(item, first, size).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
  }

  @Test
  void refusesToSupersedeWhatIsNoFileOfTheItem() {
    String item = EvidenceApi.newItem(A);
    String another = EvidenceApi.upload(A, EvidenceApi.newItem(A), EvidenceApi.bytes(5)).path("id");

    EvidenceApi.nothingHalfDone(
        () -> {
          Problems.expect(supersede(item, another, 6), 404, "not-found");
          Problems.expect(supersede(item, UUID.randomUUID().toString(), 6), 404, "not-found");
        });
  }

  @Test
  void refusesToSupersedeAVersionThatIsNotTheLatest() {
    String item = EvidenceApi.newItem(A);
    String first = EvidenceApi.upload(A, item, EvidenceApi.bytes(11)).path("id");
    supersede(item, first, 12).then().statusCode(201);

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(supersede(item, first, 13), 409, "not-the-latest-version"));
  }

  @Test
  void keepsHowInformationWasProduced() {
    String produced =
        """
        "informationProduced": {
          "query": "select * from users where realm = :realm",
          "parameters": "realm=assay",
          "runBy": "nightly-export",
          "runAt": "2026-06-30T22:00:00Z",
          "rowCount": 9
        },
        "obtainedHow\"""";
    Response created =
        EvidenceApi.create(
            A, EvidenceApi.newKey(), EvidenceApi.NEW_ITEM.replace("\"obtainedHow\"", produced));

    created.then().statusCode(201);
    Response found =
        EvidenceApi.technician(A).get(Objects.requireNonNull(created.header("Location")));
    assertThat(found.<String>path("informationProduced.query")).startsWith("select * from users");
    assertThat(found.<String>path("informationProduced.parameters")).isEqualTo("realm=assay");
    assertThat(found.<String>path("informationProduced.runBy")).isEqualTo("nightly-export");
    assertThat(found.<String>path("informationProduced.runAt")).isEqualTo("2026-06-30T22:00:00Z");
    assertThat(found.<Integer>path("informationProduced.rowCount")).isEqualTo(9);
    for (String[] change :
        new String[][] {
          {"\"rowCount\": 9", "\"rowCount\": -1"},
          {"nightly-export", ""},
          {"2026-06-30T22:00:00Z", "2126-06-30T22:00:00Z"},
        }) {
      EvidenceApi.nothingHalfDone(
          () ->
              Problems.expect(
                  EvidenceApi.create(
                      A,
                      EvidenceApi.newKey(),
                      EvidenceApi.NEW_ITEM
                          .replace("\"obtainedHow\"", produced)
                          .replace(change[0], change[1])),
                  400,
                  "invalid-request"));
    }
  }

  private static Response supersede(String item, String file, int size) {
    return EvidenceApi.sending(A, EvidenceApi.newKey(), EvidenceApi.bytes(size))
        .queryParam("supersedes", file)
        .post(EvidenceApi.files(A, item));
  }
}
