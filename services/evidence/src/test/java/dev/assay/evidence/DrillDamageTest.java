package dev.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.TestStore;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

/**
 * Whoever has the store's root key and the database's superuser cannot undo a lock, but can point
 * the vault at something else.
 */
@EvidenceTest
class DrillDamageTest {

  private static final String OF_ALL = "{\"sampleSize\":200}";

  private final UUID client = UUID.randomUUID();

  /** Stores another version, under a lock that its owner may lift, and points the vault at it. */
  private String replace(String file, byte[] bytes) {
    String key = client + "/" + file;
    try (S3Client root = TestStore.root()) {
      String version =
          root.putObject(
                  r ->
                      r.bucket(TestStore.bucket())
                          .key(key)
                          .objectLockMode(ObjectLockMode.GOVERNANCE)
                          .objectLockRetainUntilDate(Instant.parse("2090-01-01T00:00:00Z")),
                  RequestBody.fromBytes(bytes))
              .versionId();
      DrillApi.execute(
          "update evidence_transition set version_id = '%s' where file_id = '%s' and state = '%s'"
              .formatted(version, file, "UPLOADED"));
      return version;
    }
  }

  private Map<String, List<String>> findings(Response drill) {
    Map<String, List<String>> findings = new TreeMap<>();
    Response lines = DrillApi.lines(client, drill.path("id"));
    List<String> files = lines.path("items.fileId");
    List<List<String>> codes = lines.path("items.findings");
    for (int i = 0; i < files.size(); i++) {
      findings.put(files.get(i), codes.get(i));
    }
    return findings;
  }

  @Test
  void namesEachFileThatWasReplacedOrDeleted() {
    String sound = DrillApi.sealedFile(client, EvidenceApi.bytes(50))[1];
    String forged = DrillApi.sealedFile(client, EvidenceApi.bytes(60))[1];
    String longer = DrillApi.sealedFile(client, EvidenceApi.bytes(61))[1];
    String unlocked = DrillApi.sealedFile(client, EvidenceApi.bytes(70))[1];
    String deleted = DrillApi.sealedFile(client, EvidenceApi.bytes(80))[1];
    byte[] otherBytes = EvidenceApi.bytes(60);
    otherBytes[59] ^= 1;
    replace(forged, otherBytes);
    replace(longer, EvidenceApi.bytes(62));
    replace(unlocked, EvidenceApi.bytes(70));
    String version = replace(deleted, EvidenceApi.bytes(80));
    try (S3Client root = TestStore.root()) {
      root.deleteObject(
          r ->
              r.bucket(TestStore.bucket())
                  .key(client + "/" + deleted)
                  .versionId(version)
                  .bypassGovernanceRetention(true));
    }

    Response drill = DrillApi.run(client, OF_ALL);

    assertThat(drill.<String>path("state")).isEqualTo("FAILED");
    assertThat(drill.<Integer>path("differing")).isEqualTo(4);
    assertThat(findings(drill))
        .containsOnly(
            Map.entry(sound, List.of()),
            Map.entry(forged, List.of("DIGEST_DIFFERS", "LOCK_MISSING")),
            Map.entry(longer, List.of("SIZE_DIFFERS", "DIGEST_DIFFERS", "LOCK_MISSING")),
            Map.entry(unlocked, List.of("LOCK_MISSING")),
            Map.entry(deleted, List.of("MISSING")));
    assertThat(DrillApi.lines(client, drill.path("id")).<List<Map<String, Object>>>path("items"))
        .filteredOn(line -> line.get("fileId").equals(forged))
        .allSatisfy(
            line ->
                assertThat(line.get("seen"))
                    .isEqualTo(Map.of("size", 60, "sha256", EvidenceApi.hex(otherBytes))));
  }

  @Test
  void missesALockThatEndsBeforeTheVaultSays() {
    String file = DrillApi.sealedFile(client, EvidenceApi.bytes(50))[1];
    DrillApi.execute(
        "update evidence_transition set retain_until = '2090-01-01Z' where file_id = '"
            + file
            + "' and state = 'SEALED'");

    Response drill = DrillApi.run(client, OF_ALL);

    assertThat(drill.<String>path("state")).isEqualTo("FAILED");
    assertThat(findings(drill)).containsOnly(Map.entry(file, List.of("LOCK_SHORTER")));
  }
}
