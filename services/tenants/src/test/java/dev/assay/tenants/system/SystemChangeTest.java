package dev.assay.tenants.system;

import static dev.assay.tenants.system.Systems.approve;
import static dev.assay.tenants.system.Systems.atOnce;
import static dev.assay.tenants.system.Systems.change;
import static dev.assay.tenants.system.Systems.decide;
import static dev.assay.tenants.system.Systems.newSystem;
import static dev.assay.tenants.system.Systems.path;
import static dev.assay.tenants.system.Systems.record;
import static dev.assay.tenants.system.Systems.replace;
import static dev.assay.tenants.system.Systems.retire;
import static dev.assay.tenants.system.Systems.system;
import static dev.assay.tenants.system.Systems.today;
import static dev.assay.tenants.world.World.as;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to systems is recorded, published, and approved where it touches scope. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class SystemChangeTest {

  private static final LocalDate IN_SCOPE = LocalDate.of(2026, 1, 1);
  private static final LocalDate MOVE = LocalDate.of(2026, 9, 1);

  private Client client;
  private String reviewer;
  private UUID ledger;

  @BeforeEach
  void approveALedger() {
    client = newClient(newMsp());
    reviewer = atClient(client, "MSP_REVIEWER");
    ledger = newSystem(client, system("General ledger", "effectiveOn", IN_SCOPE.toString()));
    approve(reviewer, client, ledger, 0).then().statusCode(200);
  }

  @Test
  void aChangePutsTheSystemBackToProposedAndTellsTheWorld() {
    var move = change("CLOUD_MOVE", MOVE);
    move.put("system", system("General ledger", "hosting", "CLOUD"));

    Response recorded =
        as(client.msp().admin())
            .contentType("application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"v0\"")
            .body(move)
            .post(path(client, ledger) + "/changes");

    recorded
        .then()
        .statusCode(201)
        .body("position", equalTo(1))
        .body("version", equalTo(1))
        .body("material", equalTo(true))
        .body("systemId", equalTo(ledger.toString()));
    get(reviewer, path(client, ledger))
        .then()
        .body("state", equalTo("PROPOSED"))
        .body("hosting", equalTo("CLOUD"))
        .body("effectiveOn", equalTo(MOVE.toString()))
        .body("inScopeFrom", equalTo(IN_SCOPE.toString()))
        .body("approvedVersion", equalTo(0));
    feed("").then().body("items.id", contains(created(recorded).toString()));
    as(reviewer)
        .get(recorded.header("Location"))
        .then()
        .statusCode(200)
        .body("kind", equalTo("CLOUD_MOVE"))
        .body("description", equalTo("Agreed with the owner."));
    assertThat(AuditLog.events(ledger, "system.change-recorded")).isEqualTo(1);
  }

  @Test
  void aChangeThatPutsTheSystemAnewIsMadeForTheVersionThatWasRead() {
    var move = change("CLOUD_MOVE", MOVE);
    move.put("system", system("General ledger", "hosting", "CLOUD"));
    replace(client, ledger, 0, system("Ledger")).then().statusCode(200);

    NothingHalfDone.by(
        () -> {
          Problems.expect(record(client, ledger, move), 428, "version-required");
          Problems.expect(
              as(client.msp().admin())
                  .contentType("application/json")
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .header("If-Match", "\"v0\"")
                  .body(move)
                  .post(path(client, ledger) + "/changes"),
              412,
              "stale-version");
        });
  }

  @Test
  void aPatchThatLeavesScopeAloneNeedsNoApproval() {
    var patch = change("UPGRADE", MOVE);
    patch.put("material", false);

    record(client, ledger, patch)
        .then()
        .statusCode(201)
        .body("material", equalTo(false))
        .body("version", nullValue());

    get(reviewer, path(client, ledger))
        .then()
        .header("ETag", equalTo("\"v0\""))
        .body("state", equalTo("APPROVED"));
    feed("").then().body("items.material", contains(false));
  }

  @Test
  void anotherVersionOfAnApprovedSystemIsPublishedToo() {
    replace(client, ledger, 0, system("General ledger", "hosting", "SAAS")).then().statusCode(200);

    feed("")
        .then()
        .body("items.kind", contains("CLOUD_MOVE"))
        .body("items.version", contains(1))
        .body("items.effectiveOn", contains(today().toString()));
  }

  @Test
  void aSystemThatIsOnlyProposedIsCorrectedInSilence() {
    UUID proposed = newSystem(client, system("Payroll"));

    replace(client, proposed, 0, system("Payroll", "hosting", "SAAS")).then().statusCode(200);

    feed("").then().body("items", empty());
  }

  @Test
  void aReplacementNamesTheSystemThatTakesOver() {
    UUID successor = newSystem(client, system("Ledger in the cloud"));
    var replacement = change("REPLACEMENT", MOVE);
    replacement.put("replacedBy", successor);

    record(client, ledger, replacement)
        .then()
        .statusCode(201)
        .body("replacedBy", equalTo(successor.toString()));

    get(reviewer, path(client, ledger)).then().body("state", equalTo("PROPOSED"));
    inScope(MOVE).then().body("items.id", contains(ledger.toString()));
  }

  @Test
  void whatHappensAfterARejectionBuildsOnWhatWasApproved() {
    replace(client, ledger, 0, system("General ledger", "hosting", "CLOUD")).then().statusCode(200);
    decide(reviewer, client, ledger, 1, "reject", Map.of("reason", "Not agreed."))
        .then()
        .statusCode(200);

    record(client, ledger, change("UPGRADE", today())).then().statusCode(201);

    get(reviewer, path(client, ledger))
        .then()
        .body("version", equalTo(2))
        .body("hosting", equalTo("ON_PREMISES"));
  }

  @Test
  void theFeedGoesOnWhereTheReaderLeftOff() {
    IntStream.range(0, 5)
        .forEach(i -> record(client, ledger, change("OTHER", MOVE)).then().statusCode(201));
    Client sibling = newClient(client.msp());
    UUID theirs = newSystem(sibling, system("General ledger"));
    record(sibling, theirs, change("OTHER", today())).then().body("position", equalTo(1));

    Response first = feed("?after=1&limit=2");
    first.then().body("items.position", contains(2, 3));
    feed("?after=1&limit=2&cursor=" + first.path("nextCursor"))
        .then()
        .body("items.position", contains(4, 5))
        .body("nextCursor", nullValue());
    feed("?after=5").then().body("items", empty());
    Problems.expect(feed("?after=2&cursor=" + first.path("nextCursor")), 400, "invalid-cursor");
    feed("?after=-1").then().statusCode(400);
  }

  @Test
  void manyChangesAtOnceLeaveNoGapThatAReaderCouldMiss() throws InterruptedException {
    UUID other = newSystem(client, system("Payroll", "effectiveOn", IN_SCOPE.toString()));

    List<Response> answers =
        atOnce(24, i -> record(client, i % 2 == 0 ? ledger : other, change("OTHER", MOVE)));

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(feed("").jsonPath().getList("items.position", Integer.class))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
    get(reviewer, path(client, ledger)).then().body("version", equalTo(12));
  }

  @ParameterizedTest
  @CsvSource({
    "kind, RETIREMENT, /kind",
    "kind, CLOUD_MOVES, /kind",
    "effectiveOn, 2025-12-31, /effectiveOn",
    "effectiveOn, 1999-01-01, /effectiveOn",
    "effectiveOn, 2101-01-01, /effectiveOn",
    "effectiveOn, 2026-02-30, /effectiveOn",
    "description, ' ', /description",
    "replacedBy, 019aaf1e-7c00-7000-8000-000000000001, /replacedBy"
  })
  void refusesAChangeThatCannotBe(String field, String value, String pointer) {
    var change = change("CLOUD_MOVE", MOVE);
    change.put(field, value);

    NothingHalfDone.by(
        () ->
            record(client, ledger, change)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer)));
  }

  @Test
  void refusesChangesThatContradictThemselves() {
    var denied = change("CLOUD_MOVE", MOVE);
    denied.put("material", false);
    var anewAndImmaterial = change("UPGRADE", MOVE);
    anewAndImmaterial.put("material", false);
    anewAndImmaterial.put("system", system("Ledger"));
    var dated = change("UPGRADE", MOVE);
    dated.put("system", system("Ledger", "effectiveOn", MOVE.toString()));
    UUID foreign = newSystem(newClient(client.msp()), system("General ledger"));

    NothingHalfDone.by(
        () -> {
          refused(denied, "/material");
          refused(anewAndImmaterial, "/material");
          refused(dated, "/system/effectiveOn");
          refused(change("REPLACEMENT", MOVE), "/replacedBy");
          refused(replacedBy(ledger), "/replacedBy");
          refused(replacedBy(foreign), "/replacedBy");
          refused(replacedBy(UUID.randomUUID()), "/replacedBy");
        });
  }

  @Test
  void anotherClientsSystemAnswersLikeOneThatDoesNotExist() {
    Client sibling = newClient(client.msp());
    UUID theirs = newSystem(sibling, system("General ledger"));
    UUID change = created(record(sibling, theirs, change("OTHER", today())));

    NothingHalfDone.by(
        () -> {
          alike(id -> record(client, id, change("OTHER", MOVE)), theirs);
          alike(id -> retire(client, id, MOVE), theirs);
          alike(id -> get(reviewer, path(client, id) + "/versions"), theirs);
          alike(id -> get(reviewer, client.path() + "/system-changes/" + id), change);
        });
  }

  private static void alike(Function<UUID, Response> call, UUID theirs) {
    Response foreign = call.apply(theirs);
    Response nobodys = call.apply(UUID.randomUUID());
    Problems.expect(foreign, 404, "not-found");
    assertThat(Problems.withoutRequestId(foreign)).isEqualTo(Problems.withoutRequestId(nobodys));
  }

  private void refused(Map<String, Object> change, String pointer) {
    record(client, ledger, change).then().statusCode(400).body("errors.pointer", contains(pointer));
  }

  private static Map<String, Object> replacedBy(UUID system) {
    var change = change("REPLACEMENT", MOVE);
    change.put("replacedBy", system);
    return change;
  }

  private Response feed(String parameters) {
    return get(reviewer, client.path() + "/system-changes" + parameters);
  }

  private Response inScope(LocalDate date) {
    return get(reviewer, path(client) + "?asOf=" + date);
  }
}
