package dev.assay.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
  @TempDir Path folder;

  private Layout layout() {
    return new Layout(folder, folder.resolve(".assay"), folder.resolve(".assay"), new Ports(0));
  }

  @Test
  void refusesDiskWithLessThanWhatIsNeeded() {
    assertThatThrownBy(() -> layout().prepare(Long.MAX_VALUE))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.DISK_FULL))
        .hasMessageContaining("ASSAY_HOME");
  }

  @Test
  void asksForTenGigabytes() {
    assertThat(Layout.NEEDED_BYTES).isEqualTo(10_000_000_000L);
  }

  @Test
  void putsStackBesideTheFirstInAFolderAndOnPortsOfItsOwnButSharesTools() {
    Layout beside = layout().beside("e2e", 5000);
    assertThat(beside.state()).isEqualTo(folder.resolve(".assay/e2e"));
    assertThat(beside.tools()).isEqualTo(layout().tools());
    assertThat(beside.ports().postgres()).isEqualTo(20_432);
  }

  @Test
  void keepsSecretsAcrossStartsReadableByTheirOwnerOnly() throws Exception {
    layout().prepare(0);
    String made = Secrets.of(layout()).postgresSuperuser();
    assertThat(Secrets.of(layout()).postgresSuperuser()).isEqualTo(made).hasSize(32);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(".assay/secrets.properties"))))
        .isEqualTo("rw-------");
  }
}
