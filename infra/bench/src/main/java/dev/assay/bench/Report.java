package dev.assay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** docs/benchmarks.md: written anew by each whole run, but for what stands below its marker. */
final class Report {
  private static final String MARKER = "<!-- ./assay bench keeps what follows -->";

  private final List<Finding> findings;
  private final String machine;
  private final double loadBefore;
  private final double loadAfter;

  Report(List<Finding> findings, String machine, double loadBefore, double loadAfter) {
    this.findings = List.copyOf(findings);
    this.machine = machine;
    this.loadBefore = loadBefore;
    this.loadAfter = loadAfter;
  }

  String table() {
    var table = new StringBuilder();
    table.append("| what | target | measured | | rounds and spread |%n".formatted());
    table.append("|---|---|---|---|---|%n".formatted());
    findings.forEach(finding -> table.append(finding.row()));
    return table.toString();
  }

  void write(Path file) throws IOException {
    String kept = "";
    if (Files.exists(file)) {
      String old = Files.readString(file);
      int at = old.indexOf(MARKER);
      kept = at < 0 ? "" : old.substring(at + MARKER.length()).strip();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        """
        # Benchmarks

        Written by `./assay bench` on %s UTC.

        Machine: %s. Load average when it began %.1f and when it ended %.1f: the run itself keeps
        about one to two cores busy, so more than that at the beginning means that others worked
        beside it. Client, services, PostgreSQL, Keycloak and the object store share these cores;
        ratios are of runs that alternate, and more to be trusted than absolute numbers. Values are
        p50, p95 and, in brackets, the lowest and the highest.

        %s
        %s

        %s
        """
                .formatted(
                    DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .format(ZonedDateTime.now(ZoneOffset.UTC)),
                    machine,
                    loadBefore,
                    loadAfter,
                    table(),
                    MARKER,
                    kept)
                .stripTrailing()
            + "\n");
  }
}
