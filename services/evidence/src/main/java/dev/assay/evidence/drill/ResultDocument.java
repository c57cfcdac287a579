package dev.assay.evidence.drill;

import dev.assay.evidence.canonical.CanonicalJson;
import dev.assay.evidence.owner.Owner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is signed at the end of a drill: RFC 8785 JSON with all that the sample follows from, and
 * each file's line.
 */
final class ResultDocument {

  static final String FORMAT = "assay-retrieval-drill-1";

  private ResultDocument() {}

  static byte[] of(Owner owner, Drill drill, List<Line> lines, Outcome outcome, Instant endedAt) {
    Drill.Drawing drawing = drill.drawing().orElseThrow();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("drillId", drill.id());
    switch (owner) {
      case Owner.OfClient(var client) -> document.put("clientId", client);
      case Owner.OfMsp(var msp) -> document.put("mspId", msp);
    }
    document.put("askedBy", drill.askedBy());
    document.put("askedAt", drill.askedAt());
    put(document, "beginsOn", drill.beginsOn().orElse(null));
    put(document, "dueAt", drill.dueAt().orElse(null));
    document.put("begunAt", drawing.at());
    document.put("endedAt", endedAt);
    document.put("outcome", outcome);
    document.put("sample", sample(drill, drawing));
    document.put("files", lines.stream().map(ResultDocument::line).toList());
    return CanonicalJson.of(plain(document)).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> sample(Drill drill, Drill.Drawing drawing) {
    DrillScope scope = drill.scope();
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("algorithm", drawing.algorithm());
    sample.put("seed", drill.seed());
    sample.put("size", drill.sampleSize());
    sample.put("asOf", scope.asOf());
    put(sample, "controlId", scope.controlId());
    put(sample, "periodFrom", scope.periodFrom());
    put(sample, "periodTo", scope.periodTo());
    sample.put("population", drawing.population());
    sample.put("populationSha256", drawing.populationSha256());
    return sample;
  }

  private static Map<String, Object> line(Line line) {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("size", line.expectedSize());
    expected.put("sha256", line.expectedSha256());
    expected.put("lockedUntil", Objects.requireNonNull(line.expectedLockedUntil()));
    Map<String, Object> seen = new LinkedHashMap<>();
    put(seen, "size", line.seen().size());
    put(seen, "sha256", line.seen().sha256());
    put(seen, "lockedUntil", line.seen().lockedUntil());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("position", line.position());
    all.put("fileId", line.fileId());
    all.put("evidenceId", line.evidenceId());
    all.put("version", line.versionId());
    all.put("result", line.result());
    all.put("findings", Objects.requireNonNull(line.findings()));
    all.put("expected", expected);
    all.put("seen", seen);
    all.put("timeStamp", Objects.requireNonNull(line.timeStamp()));
    all.put("checkedAt", Objects.requireNonNull(line.at()));
    return all;
  }

  private static void put(Map<String, Object> object, String name, @Nullable Object value) {
    if (value != null) {
      object.put(name, value);
    }
  }

  /** Numbers, lists and objects as they are; ids, times and codes as their texts. */
  private static Object plain(Object value) {
    return switch (value) {
      case Number number -> number;
      case List<?> list -> list.stream().map(ResultDocument::plain).toList();
      case Map<?, ?> object -> plain(object);
      default -> value.toString();
    };
  }

  private static Map<String, Object> plain(Map<?, ?> object) {
    Map<String, Object> plain = new LinkedHashMap<>();
    object.forEach((name, value) -> plain.put((String) name, plain(value)));
    return plain;
  }
}
