package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PartsTest {
  @Test
  void partWaitsForWhatItNeeds() {
    try (var parts = new Parts()) {
      var first =
          parts.start(
              () -> {
                Thread.sleep(50);
                return "first";
              });
      var second = parts.start(() -> first.await() + ", second");

      parts.awaitAll();

      assertThat(second.outcome()).isCompletedWithValue("first, second");
    }
  }

  @Test
  void firstFailureEndsTheOthersAtOnce() throws Exception {
    var interrupted = new CountDownLatch(1);
    try (var parts = new Parts()) {
      parts.start(
          () -> {
            try {
              Thread.sleep(60_000);
              return 0;
            } catch (InterruptedException e) {
              interrupted.countDown();
              throw e;
            }
          });
      var failing =
          parts.start(
              () -> {
                throw new Refusal(Exit.CRASHED, "it broke");
              });
      parts.start(failing::await);

      assertThatThrownBy(parts::awaitAll).isInstanceOf(Refusal.class).hasMessage("it broke");
    }
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
  }
}
