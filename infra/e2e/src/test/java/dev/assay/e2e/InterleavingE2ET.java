package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.local.demo.DemoData;
import dev.assay.local.proof.Interleaving;
import dev.assay.local.proof.Side;
import dev.assay.local.proof.SmallPool;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two clients' technicians take turns on two database connections and never see each other; the
 * long form is {@code ./assay prove interleaving}.
 */
@Order(6)
@ExtendWith(RealStack.class)
class InterleavingE2ET {

  private static final int REQUESTS = 4_000;
  private static final int AT_ONCE = 8;
  private static final long SEED = 404;

  private final RealStack real;

  InterleavingE2ET(RealStack real) {
    this.real = real;
  }

  @Test
  void noAnswerHoldsTheOtherClientsData() throws InterruptedException {
    var today = LocalDate.now(ZoneId.of("America/New_York"));
    try (var pool = SmallPool.start(real.stack(), 2)) {
      var one = Side.make("copper", "msp-admin", "technician", today, pool::as, DemoData.SUBJECTS);
      var other =
          Side.make("larch", "other-admin", "other-technician", today, pool::as, DemoData.SUBJECTS);

      var result = new Interleaving(one, other, today, pool::as).run(REQUESTS, AT_ONCE, SEED);

      assertThat(result.leaks()).as(result.line()).isEmpty();
      // Otherwise an answer that says nothing would be taken for one that hides well.
      assertThat(result.answers().get(200)).isGreaterThan(REQUESTS / 2);
      assertThat(result.answers()).containsKeys(201, 400, 404);
      assertThat(result.answers().getOrDefault(503, 0)).isLessThan(REQUESTS / 100);
    }
  }
}
