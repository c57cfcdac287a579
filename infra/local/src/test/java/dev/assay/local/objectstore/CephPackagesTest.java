package dev.assay.local.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ceph missing, on machines made of a few scripts on a search path. */
class CephPackagesTest {
  @TempDir Path folder;
  private Path bin;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void shell() throws Exception {
    bin = Files.createDirectory(folder.resolve("bin"));
    for (String program : new String[] {"sh", "env"}) {
      Files.createSymbolicLink(bin.resolve(program), Path.of("/bin", program).toRealPath());
    }
  }

  private void program(String name, String script) throws Exception {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void install() throws InterruptedException {
    try (var progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8))) {
      new CephPackages(bin.toString(), folder.resolve("apt.log")).installIfMissing(progress);
    }
  }

  @Test
  void asRootUpdatesThenInstallsTheseFourPackagesOnly() throws Exception {
    program("id", "echo 0");
    program("apt-get", "echo \"$DEBIAN_FRONTEND $*\" >> " + folder.resolve("calls"));

    install();

    assertThat(folder.resolve("calls"))
        .hasContent(
            """
            noninteractive -o DPkg::Lock::Timeout=120 update
            noninteractive -o DPkg::Lock::Timeout=120 install -y --no-install-recommends ceph-mon ceph-osd radosgw ceph-common
            """);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("installing ceph-mon, ceph-osd, radosgw, ceph-common with apt");
  }

  @Test
  void usesSudoThatAsksForNoPassword() throws Exception {
    program("id", "echo 1000");
    program("sudo", "shift; exec \"$@\"");
    program("true", "exit 0");
    program("apt-get", "echo \"$*\" >> " + folder.resolve("calls"));

    install();

    assertThat(folder.resolve("calls")).content().contains("update").contains("install -y");
  }

  @Test
  void printsTheCommandWhenItMayNotInstall() throws Exception {
    program("id", "echo 1000");
    program("sudo", "exit 1");
    program("apt-get", "touch " + folder.resolve("calls"));

    assertThatThrownBy(this::install)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.MISSING))
        .hasMessageContaining(
            "apt-get update && apt-get install --no-install-recommends ceph-mon ceph-osd radosgw ceph-common");
    assertThat(folder.resolve("calls")).doesNotExist();
  }

  @Test
  void installsNothingWhenAllIsThere() throws Exception {
    for (String program :
        new String[] {"ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph", "monmaptool"}) {
      program(program, "exit 0");
    }
    program("apt-get", "touch " + folder.resolve("calls"));

    install();

    assertThat(folder.resolve("calls")).doesNotExist();
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
