package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.outage.PartOutage;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.ObjectStoreResource;
import dev.assay.testing.token.TestTokens;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The store is away; everything that needs no bytes goes on, and nothing is lost or half done. */
@EvidenceTest
class StoreOutageTest {

  // Two seconds are promised; a busy machine that runs tests may add half a second.
  private static final Duration PROMISED = Duration.ofMillis(2500);
  private static final int LARGE = 9 * 1024 * 1024;

  @ParameterizedTest
  @CsvSource({"dead,1000", "hanging,1000", "dead,9437184", "hanging,9437184"})
  void refusesAnUploadInTimeAndLeavesNothing(String how, int size) {
    String item = EvidenceApi.newItem(A);
    byte[] bytes = EvidenceApi.bytes(size);

    EvidenceApi.nothingHalfDone(
        () ->
            during(
                how,
                () -> {
                  var answer = timed(() -> EvidenceApi.upload(A, item, bytes));
                  Problems.expect(answer, 503, "dependency-unavailable");
                  assertThat(answer.header("Retry-After")).isNotNull();
                }));
    EvidenceApi.uploadPatiently(A, item, bytes).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead", "hanging"})
  void refusesADownloadInTime(String how) {
    String item = EvidenceApi.newItem(A);
    String id = EvidenceApi.uploadPatiently(A, item, EvidenceApi.bytes(10)).path("id");
    EvidenceApi.awaitState(A, item, id, "SEALED");

    during(
        how,
        () ->
            Problems.expect(
                timed(() -> EvidenceApi.content(A, item, id)), 503, "dependency-unavailable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead", "hanging"})
  void goesOnWithEverythingElse(String how) {
    String item = EvidenceApi.newItem(A);

    during(
        how,
        () -> {
          timed(() -> EvidenceApi.create(A, EvidenceApi.newKey(), EvidenceApi.NEW_ITEM))
              .then()
              .statusCode(201);
          timed(() -> EvidenceApi.technician(A).get(EvidenceApi.items(A) + "/" + item))
              .then()
              .statusCode(200);
          timed(() -> EvidenceApi.technician(A).get(EvidenceApi.items(A))).then().statusCode(200);
          io.restassured.RestAssured.get("/q/health/ready").then().statusCode(200);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead", "hanging"})
  void givesUpALargeUploadInTimeWhenTheStoreGoesInTheMiddle(String how) {
    String item = EvidenceApi.newItem(A);

    EvidenceApi.nothingHalfDone(
        () -> {
          try (var sender = new HalfSent(item, LARGE, 2 * LARGE)) {
            EvidenceApi.await("no part arrived", () -> EvidenceApi.settling() == 1);
            during(
                how,
                () -> {
                  long begin = System.nanoTime();
                  String status = sender.finish();
                  assertThat(status).contains("503");
                  assertThat(Duration.ofNanos(System.nanoTime() - begin))
                      .isLessThan(PROMISED.plusMillis(500));
                });
          }
          EvidenceApi.await("not settled", () -> EvidenceApi.settling() == 0);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {100_000, 2 * LARGE})
  void keepsNothingOfABodyThatIsCutInTheMiddle(int announced) {
    String item = EvidenceApi.newItem(A);

    EvidenceApi.nothingHalfDone(
        () -> {
          try (var sender = new HalfSent(item, announced / 2, announced)) {
            sender.pause();
          }
          EvidenceApi.await("not settled", () -> EvidenceApi.settling() == 0);
        });

    assertThat(
            EvidenceApi.technician(A)
                .get(EvidenceApi.items(A) + "/" + item)
                .<java.util.List<String>>path("files.id"))
        .isEmpty();
  }

  @Test
  void refusesABodyThatIsTooLargeBeforeItIsRead() throws IOException {
    String item = EvidenceApi.newItem(A);

    try (var sender = new HalfSent(item, 0, 5L * 1024 * 1024 * 1024 + 1)) {
      assertThat(sender.answer()).contains("413");
    }
  }

  private static void during(String how, Runnable work) {
    if (how.equals("dead")) {
      PartOutage.whileDead(ObjectStoreResource.PART, work);
    } else {
      PartOutage.whileHanging(ObjectStoreResource.PART, work);
    }
  }

  private static Response timed(java.util.function.Supplier<Response> call) {
    long begin = System.nanoTime();
    Response answer = call.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMISED);
    return answer;
  }

  /** A sender that stops in the middle, on a bare socket. */
  private static final class HalfSent implements AutoCloseable {

    private final Socket socket;
    private final long left;

    HalfSent(String item, int sent, long announced) {
      try {
        URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        socket = new Socket(InetAddress.getLoopbackAddress(), service.getPort());
        socket.setSoTimeout(10_000);
        String head =
            """
            POST %s?name=export.csv HTTP/1.1
            Host: 127.0.0.1
            Authorization: Bearer %s
            Idempotency-Key: %s
            Content-Type: application/octet-stream
            Content-Length: %d

            """
                .formatted(
                    EvidenceApi.files(A, item),
                    TestTokens.of("MSP_TECHNICIAN@" + A),
                    EvidenceApi.newKey(),
                    announced)
                .replace("\n", "\r\n");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[sent]);
        socket.getOutputStream().flush();
        left = announced - sent;
      } catch (IOException failed) {
        throw new java.io.UncheckedIOException(failed);
      }
    }

    void pause() {
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }

    /** Sends the rest, and gives the answer's first line. */
    String finish() {
      try {
        socket.getOutputStream().write(new byte[(int) left]);
      } catch (IOException answeredAlready) {
        // Then the answer is there to be read.
      }
      try {
        return answer();
      } catch (IOException failed) {
        throw new java.io.UncheckedIOException(failed);
      }
    }

    String answer() throws IOException {
      InputStream in = socket.getInputStream();
      byte[] line = in.readNBytes(12);
      return new String(line, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException closed) {
        // It is gone either way.
      }
    }
  }
}
