package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.stack.TestStore;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What was sealed stays, whoever tries: the store's root key, and our own database role. */
@EvidenceTest
class SealedObjectTest {

  /** The service's own key: the bucket's owner may not even look at locks that another one set. */
  private final S3Client own;

  SealedObjectTest(S3Client own) {
    this.own = own;
  }

  private record Target(String item, String file, String sha256, String key, String version) {}

  private static Target sealedFile(int size) throws SQLException {
    String item = EvidenceApi.newItem(A);
    byte[] bytes = EvidenceApi.bytes(size);
    String file = EvidenceApi.upload(A, item, bytes).path("id");
    EvidenceApi.awaitState(A, item, file, "SEALED");
    try (var superuser = TestDatabase.superuser();
        var row =
            superuser
                .createStatement()
                .executeQuery(
                    "select object_key, version_id from evidence_file_current where id = '"
                        + file
                        + "'")) {
      row.next();
      return new Target(item, file, EvidenceApi.hex(bytes), row.getString(1), row.getString(2));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4321, 9 * 1024 * 1024})
  void isNeitherDeletedNorShortenedByTheRootKey(int size) throws SQLException {
    Target target = sealedFile(size);

    try (S3Client root = TestStore.root()) {
      Instant until = lock(target);
      assertThat(until).isEqualTo(Instant.parse("2033-07-01T12:00:00Z"));
      refused(
          () ->
              root.deleteObject(
                  r -> r.bucket(TestStore.bucket()).key(target.key()).versionId(target.version())));
      refused(
          () ->
              root.deleteObject(
                  r ->
                      r.bucket(TestStore.bucket())
                          .key(target.key())
                          .versionId(target.version())
                          .bypassGovernanceRetention(true)));
      refused(
          () -> retain(root, target, ObjectLockRetentionMode.COMPLIANCE, until.minusSeconds(60)));
      refused(() -> retain(root, target, ObjectLockRetentionMode.GOVERNANCE, until));
      assertThat(lock(target)).isEqualTo(until);
    }
  }

  @Test
  void isGivenOutUnchangedAfterSomebodyWroteOverItsKeyOrDeletedIt() throws SQLException {
    Target target = sealedFile(4321);

    try (S3Client root = TestStore.root()) {
      root.putObject(
          r -> r.bucket(TestStore.bucket()).key(target.key()), RequestBody.fromString("forged"));
      root.deleteObject(r -> r.bucket(TestStore.bucket()).key(target.key()));
    }

    byte[] given = EvidenceApi.content(A, target.item(), target.file()).asByteArray();
    assertThat(EvidenceApi.hex(given)).isEqualTo(target.sha256());
  }

  @Test
  void hasAHistoryThatTheServiceItselfCannotChange() throws SQLException {
    Target target = sealedFile(5);

    try (var app = TestDatabase.inClient(RoleGrants.MSP, A);
        var statement = app.createStatement()) {
      for (String sql :
          List.of(
              "update evidence_transition set state = 'PENDING'",
              "delete from evidence_transition",
              "update evidence_file set sha256 = repeat('0', 64)",
              "delete from evidence_file",
              "update evidence set period_to = '2030-01-01'",
              "truncate evidence_file cascade")) {
        assertThatThrownBy(() -> statement.execute(sql))
            .as(sql)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into evidence_transition (file_id, state, previous, step, at, reason)
                      values ('%s', 'QUARANTINED', 'VERIFIED', 3, now(), 'again')
                      """
                          .formatted(target.file())))
          .hasMessageContaining("duplicate key");
    }
  }

  private Instant lock(Target target) {
    return own.getObjectRetention(
            r -> r.bucket(TestStore.bucket()).key(target.key()).versionId(target.version()))
        .retention()
        .retainUntilDate()
        .truncatedTo(ChronoUnit.SECONDS);
  }

  private static void retain(
      S3Client root, Target target, ObjectLockRetentionMode mode, Instant until) {
    root.putObjectRetention(
        r ->
            r.bucket(TestStore.bucket())
                .key(target.key())
                .versionId(target.version())
                .retention(l -> l.mode(mode).retainUntilDate(until)));
  }

  private static void refused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            S3Exception.class, answer -> assertThat(answer.statusCode()).isEqualTo(403));
  }
}
