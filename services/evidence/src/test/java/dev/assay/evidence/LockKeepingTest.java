package dev.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.evidence.retention.KeeperAt;
import dev.assay.evidence.retention.Recomputed;
import dev.assay.evidence.store.FaultyStore;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.testing.outage.PartOutage;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.ObjectStoreResource;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.stack.TestStore;
import dev.assay.testing.statement.SqlStatements;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Locks are as long as retention says, in the store itself, whatever happens meanwhile. */
@EvidenceTest
class LockKeepingTest {

  private static final Instant AT_SEALING = Instant.parse("2033-07-01T12:00:00Z");
  private static final Instant CONCLUDED = Instant.parse("2034-02-25T12:00:00Z");

  private final UUID client = UUID.randomUUID();
  private final TenantScope.Client scope = new TenantScope.Client(RoleGrants.MSP, client);
  private final S3Client own;
  private final KeeperAt replica;

  LockKeepingTest(S3Client own, KeeperAt replica) {
    this.own = own;
    this.replica = replica;
  }

  @Test
  void lengthensToTheDayThatFollowsFromTheAuditWhichTenantsTellsOf() {
    RetentionApi.audited(client, "2027-02-24", null);
    String item = EvidenceApi.newItem(client);
    String file = RetentionApi.sealed(client, item);
    assertThat(inStore(file)).isEqualTo(AT_SEALING);

    Response explained = RetentionApi.explain(client, item);

    assertThat(explained.<String>path("status")).isEqualTo("DATED");
    assertThat(explained.<String>path("retainThrough")).isEqualTo("2034-02-24");
    assertThat(explained.<String>path("audit.concludedYearEnd")).isEqualTo("2027-12-31");
    EvidenceApi.await("not lengthened", () -> RetentionApi.written(file).equals(CONCLUDED));
    assertThat(inStore(file)).isEqualTo(CONCLUDED);
    assertThat(EvidenceApi.file(client, item, file).<String>path("retainUntil"))
        .isEqualTo(CONCLUDED.toString());
    assertThat(RetentionApi.explain(client, item).<Boolean>path("locks[0].endsTooSoon")).isFalse();
    assertThat(
            RetentionApi.count(
                "audit_event where action = 'evidence-file.lock-lengthened'"
                    + " and entity_id = '"
                    + file
                    + "'"))
        .isOne();
    assertThat(
            EvidenceApi.as("AUDITOR", client)
                .get(EvidenceApi.items(client) + "/" + item + "/custody")
                .<List<String>>path("items.what"))
        .contains("evidence-file.lock-lengthened");
    assertThat(RetentionApi.ends(client).<List<String>>path("items.month"))
        .containsExactly("2034-02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead", "hanging"})
  void losesNothingWhileTheStoreIsAway(String how) {
    RetentionApi.audited(client, "2027-02-24", null);
    String item = EvidenceApi.newItem(client);
    String file = RetentionApi.sealed(client, item);

    Runnable news =
        () -> {
          assertThat(RetentionApi.explain(client, item).<Boolean>path("locks[0].endsTooSoon"))
              .isTrue();
          EvidenceApi.await(
              "not seen in the list",
              () ->
                  RetentionApi.ends(client)
                      .<List<Integer>>path("items.endingTooSoon")
                      .equals(List.of(1)));
          assertThat(RetentionApi.written(file)).isEqualTo(Instant.EPOCH);
        };
    if (how.equals("dead")) {
      PartOutage.whileDead(ObjectStoreResource.PART, news);
    } else {
      PartOutage.whileHanging(ObjectStoreResource.PART, news);
    }

    EvidenceApi.await("not lengthened", () -> RetentionApi.written(file).equals(CONCLUDED));
    assertThat(inStore(file)).isEqualTo(CONCLUDED);
    assertThat(RetentionApi.ends(client).<List<Integer>>path("items.endingTooSoon"))
        .containsExactly(0);
  }

  @Test
  void comesToTheSameRowAfterDyingBetweenTheStoreAndTheRow() {
    RetentionApi.audited(client, "2027-02-24", null);
    String item = EvidenceApi.newItem(client);
    String file = RetentionApi.sealed(client, item);
    EvidenceApi.awaitIdle();
    FaultyStore.dieAfter("lockAtLeast");

    RetentionApi.explain(client, item).then().statusCode(200);

    EvidenceApi.awaitDeath();
    assertThat(inStore(file)).isEqualTo(CONCLUDED);
    EvidenceApi.await("not written", () -> RetentionApi.written(file).equals(CONCLUDED));
    assertThat(rows(file)).isOne();
  }

  @Test
  void lengthensOnceHoweverManyReplicasTryAtOnce() {
    String item = EvidenceApi.newItem(client);
    String file = RetentionApi.sealed(client, item);
    EvidenceApi.awaitIdle();
    Instant later = Instant.parse("2033-01-01T00:00:00Z");

    try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        replicas.execute(() -> replica.keep(later, scope, file));
      }
    }

    assertThat(rows(file)).isOne();
    assertThat(inStore(file)).isEqualTo(later.plus(730, ChronoUnit.DAYS));
    assertThat(
            RetentionApi.count(
                "audit_event where action = 'evidence-file.lock-lengthened' and entity_id = '"
                    + file
                    + "'"))
        .isOne();
  }

  @Test
  void keepsTheLockAheadForAsLongAsAHoldLasts() {
    RetentionApi.audited(client, "2027-02-24", null);
    String item = EvidenceApi.newItem(client);
    String file = RetentionApi.sealed(client, item);
    RetentionApi.explain(client, item).then().statusCode(200);
    EvidenceApi.await("not lengthened", () -> RetentionApi.written(file).equals(CONCLUDED));
    Instant shortBefore = Instant.parse("2034-02-20T00:00:00Z");
    replica.keep(shortBefore, scope, file);
    assertThat(inStore(file)).isEqualTo(CONCLUDED);

    LegalHoldApi.over(client, item);
    replica.keep(shortBefore, scope, file);

    Instant ahead = shortBefore.plus(730, ChronoUnit.DAYS);
    assertThat(inStore(file)).isEqualTo(ahead);
    assertThat(RetentionApi.written(file)).isEqualTo(ahead);
    replica.keep(shortBefore.plus(300, ChronoUnit.DAYS), scope, file);
    assertThat(inStore(file)).isEqualTo(ahead);
    replica.keep(shortBefore.plus(400, ChronoUnit.DAYS), scope, file);
    assertThat(inStore(file)).isEqualTo(shortBefore.plus(1130, ChronoUnit.DAYS));
  }

  @Test
  void locksForLongWhatArrivesLongAfterItsPeriod() {
    String item =
        EvidenceApi.create(
                client,
                EvidenceApi.newKey(),
                EvidenceApi.NEW_ITEM
                    .replace("2026-01-01", "2012-01-01")
                    .replace("2026-06-30", "2012-06-30"))
            .path("id");

    String file = RetentionApi.sealed(client, item);

    assertThat(inStore(file)).isAfter(Instant.now().plus(729, ChronoUnit.DAYS));
  }

  @Test
  void followsAPolicyThatAsksForMoreAndNoneThatAsksForLess() {
    RetentionApi.audited(client, "2027-02-24", null);
    String item = EvidenceApi.newItem(client);
    String file = RetentionApi.sealed(client, item);
    RetentionApi.explain(client, item).then().statusCode(200);

    RetentionApi.longer("MSP_ADMIN", client).then().statusCode(201);

    Instant longer = Instant.parse("2039-02-25T12:00:00Z");
    EvidenceApi.await("not lengthened", () -> RetentionApi.written(file).equals(longer));
    RetentionApi.addPolicy(
            "MSP_ADMIN",
            client,
            RetentionApi.LONGER.formatted(RequestApi.today()).replace("12", "1"))
        .then()
        .statusCode(201);
    EvidenceApi.awaitIdle();
    assertThat(RetentionApi.explain(client, item).<String>path("retainThrough"))
        .isEqualTo("2034-02-24");
    assertThat(inStore(file)).isEqualTo(longer);
  }

  @ParameterizedTest
  @CsvSource({
    ", , false, false",
    "2027-02-24, , false, false",
    "2027-02-24, , true, false",
    "2027-02-24, 2027-11-30, true, false",
    "2027-02-24, 2027-11-30, true, true"
  })
  void explainsSoThatAReaderWorksItOutAgainFromTheAnswerAlone(
      @Nullable String concluded, @Nullable String again, boolean policy, boolean hold) {
    RetentionApi.audited(client, concluded, again);
    String item = EvidenceApi.newItem(client);
    if (policy) {
      RetentionApi.longer("MSP_ADMIN", client).then().statusCode(201);
    }
    if (hold) {
      LegalHoldApi.over(client, item);
    }

    String explained =
        RetentionApi.explain(client, item).then().statusCode(200).extract().asString();

    assertThat(Recomputed.said(explained)).isEqualTo(Recomputed.of(explained));
  }

  @Test
  void explainsNothingWithoutTheAuditWhileTenantsIsSilent() {
    String item = EvidenceApi.newItem(client);
    RetentionApi.answer(client, RetentionApi.broken());

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(RetentionApi.explain(client, item), 503, "dependency-unavailable"));
  }

  @Test
  void asksTheDatabaseNoMoreForManyFilesThanForOne() {
    String item = EvidenceApi.newItem(client);
    String[] files = new String[4];
    for (int i = 0; i < files.length; i++) {
      files[i] = RetentionApi.sealed(client, item);
    }
    EvidenceApi.awaitIdle();

    assertThat(statements(files)).isEqualTo(statements(files[0]));
  }

  /** The least of some runs: the service's own rounds go on meanwhile. */
  private long statements(String... files) {
    return java.util.stream.IntStream.range(0, 5)
        .map(_ -> SqlStatements.during(() -> replica.keep(Instant.now(), scope, files)).size())
        .min()
        .orElseThrow();
  }

  @Test
  void hasALockHistoryThatOnlyGrows() throws SQLException {
    String item = EvidenceApi.newItem(client);
    String file = RetentionApi.sealed(client, item);
    EvidenceApi.awaitIdle();
    replica.keep(Instant.parse("2033-01-01T00:00:00Z"), scope, file);

    try (var app = TestDatabase.inClient(RoleGrants.MSP, client);
        var statement = app.createStatement()) {
      for (String sql :
          List.of(
              "update evidence_lock set locked_until = now()",
              "delete from evidence_lock",
              "delete from lock_work",
              "update known_audit set audit_concluded_on = null",
              "update retention_policy set years = 1",
              "delete from retention_policy")) {
        assertThatThrownBy(() -> statement.execute(sql))
            .as(sql)
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into evidence_lock (file_id, number, previous, previous_until,
                        locked_until, needed_until, status, rule_set, at)
                      select file_id, 2, 1, locked_until, locked_until - interval '1 second',
                        previous_until, 'DATED', 'x', now() from evidence_lock
                      """))
          .hasMessageContaining("check constraint");
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into evidence_lock (file_id, number, previous, previous_until,
                        locked_until, needed_until, status, rule_set, at)
                      select file_id, 2, 1, previous_until, locked_until, previous_until, 'DATED',
                        'x', now() from evidence_lock
                      """))
          .hasMessageContaining("foreign key");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MSP_ADMIN, 201, 200",
    "MSP_TECHNICIAN, 403, 200",
    "MSP_REVIEWER, 403, 200",
    "CLIENT_EXECUTIVE, 403, 200",
    "CONTROL_OWNER, 403, 200",
    "AUDITOR, 403, 200",
    "BREAK_GLASS, 403, 200",
    "INTEGRATION, 403, 200"
  })
  void letsAdminsSetPoliciesAndEverybodyReadThem(String role, int add, int read) {
    assertThat(RetentionApi.longer(role, client).statusCode()).isEqualTo(add);
    assertThat(EvidenceApi.as(role, client).get(RetentionApi.policies(client)).statusCode())
        .isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"AM, A-M", "AM, am", "12, 0", "12, 31", "A covenant, ' '"})
  void refusesAPolicyThatSaysNothingClear(String good, String bad) {
    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                RetentionApi.addPolicy(
                    "MSP_ADMIN",
                    client,
                    RetentionApi.LONGER
                        .replace(good, bad)
                        .formatted(RequestApi.today().plusDays(1))),
                400,
                "invalid-request"));
    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                RetentionApi.addPolicy(
                    "MSP_ADMIN",
                    client,
                    RetentionApi.LONGER.formatted(RequestApi.today().minusDays(2))),
                400,
                "invalid-request"));
  }

  private static int rows(String file) {
    return RetentionApi.count("evidence_lock where file_id = '" + file + "'");
  }

  /** As the store says when it is asked for the object itself. */
  private Instant inStore(String file) {
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                "select object_key, version_id from evidence_file_current where id = '"
                    + file
                    + "'")) {
      row.next();
      String key = row.getString(1);
      String version = row.getString(2);
      return own.headObject(r -> r.bucket(TestStore.bucket()).key(key).versionId(version))
          .objectLockRetainUntilDate()
          .truncatedTo(ChronoUnit.SECONDS);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
