package dev.assay.tenants.provisioning;

import static dev.assay.tenants.provisioning.ProvisioningStatus.State.DONE;
import static dev.assay.tenants.provisioning.ProvisioningStatus.State.FAILED;
import static dev.assay.tenants.provisioning.ProvisioningStatus.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.provisioning.ProvisioningStatus.Ended;
import dev.assay.tenants.provisioning.ProvisioningStatus.Waiting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvisioningStatusTest {

  private static final Instant T0 = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant T1 = T0.plusSeconds(60);
  private static final Instant T2 = T0.plusSeconds(120);
  private static final ProvisioningStatus IDLE = ProvisioningStatus.done(T0);
  private static final Ended FAILURE =
      new Ended(WorkKind.ENABLE, ProvisioningStep.Outcome.FAILED, "account-missing", T1);

  @Test
  void isAsDecidedWhenNothingWasEverToBeDone() {
    assertThat(ProvisioningStatus.of(List.of(), null, IDLE)).isEqualTo(IDLE);
  }

  @Test
  void saysSinceWhenItIsDone() {
    var done = new Ended(WorkKind.DISABLE, ProvisioningStep.Outcome.DONE, null, T1);

    assertThat(ProvisioningStatus.of(List.of(), done, IDLE))
        .isEqualTo(new ProvisioningStatus(DONE, T1, null, null, null, null));
  }

  @Test
  void saysWhatFailedAndWhy() {
    assertThat(ProvisioningStatus.of(List.of(), FAILURE, IDLE))
        .isEqualTo(
            new ProvisioningStatus(FAILED, T1, WorkKind.ENABLE, null, null, "account-missing"));
  }

  @Test
  void waitsForTheLatestWishWhateverFailedBefore() {
    var disable = new Waiting(WorkKind.DISABLE, T0, T1, 7);
    var enable = new Waiting(WorkKind.ENABLE, T1, T2, 3);

    assertThat(ProvisioningStatus.of(List.of(enable, disable), FAILURE, IDLE))
        .isEqualTo(new ProvisioningStatus(WAITING, T1, WorkKind.ENABLE, 3, T2, null));
  }
}
