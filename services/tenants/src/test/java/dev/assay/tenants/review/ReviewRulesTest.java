package dev.assay.tenants.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.directory.RoleHolder;
import dev.assay.tenants.grant.AccessRules;
import dev.assay.tenants.grant.GrantRules.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reviews decide, without a database. */
class ReviewRulesTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final AccessRules.Review RULES = AccessRules.on(DAY).review();

  /** All that is not named is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PLATFORM_OPERATOR | MSP    | MSP_ADMIN",
        "PLATFORM_OPERATOR | CLIENT | CLIENT_EXECUTIVE",
        "MSP_ADMIN         | MSP    | MSP_ADMIN MSP_TECHNICIAN MSP_REVIEWER",
        "MSP_ADMIN         | CLIENT | MSP_TECHNICIAN MSP_REVIEWER INTEGRATION CONTROL_OWNER"
            + " CLIENT_EXECUTIVE AUDITOR",
        "CLIENT_EXECUTIVE  | MSP    | ''",
        "MSP_REVIEWER      | CLIENT | ''",
        "AUDITOR           | CLIENT | ''"
      })
  void whoeverCouldTakeItAwayDecides(Role reviewer, Level level, String roles) {
    for (Role role : Role.values()) {
      assertThat(ReviewerRules.mayReview(Set.of(reviewer), role, level))
          .as(role.name())
          .isEqualTo(List.of(roles.split(" ", -1)).contains(role.name()));
    }
  }

  @Test
  void anExecutiveDecidesOnEverybodyAtTheirCompany() {
    for (Role role : Role.values()) {
      assertThat(ReviewerRules.mayReview(Set.of(Role.CLIENT_EXECUTIVE), role, Level.CLIENT))
          .isTrue();
    }
  }

  @Test
  void nobodyDecidesOnTheirOwnLine() {
    assertThat(verdict("admin", "admin", "operator", null, List.of()))
        .isEqualTo(
            new ReviewerRules.MayNot(
                TenantsProblem.REVIEWER_NOT_INDEPENDENT, "It is your own access."));
  }

  @ParameterizedTest
  @CsvSource({"granter, true", "granter, false", "approver, true", "approver, false"})
  void whoeverHadPartDecidesOnlyWhereNobodyElseMay(String part, boolean somebodyElse) {
    List<RoleHolder> holders =
        somebodyElse
            ? List.of(
                new RoleHolder("admin", Role.MSP_ADMIN), new RoleHolder("other", Role.MSP_ADMIN))
            : List.of(
                new RoleHolder("admin", Role.MSP_ADMIN),
                // May not decide on a technician, or is the subject, or had part as well.
                new RoleHolder("operator", Role.PLATFORM_OPERATOR),
                new RoleHolder("technician", Role.MSP_ADMIN),
                new RoleHolder("third", Role.MSP_ADMIN));
    var verdict =
        part.equals("granter")
            ? verdict("admin", "technician", "admin", "third", holders)
            : verdict("admin", "technician", "third", "admin", holders);

    if (somebodyElse) {
      assertThat(verdict).isInstanceOf(ReviewerRules.MayNot.class);
    } else {
      assertThat(verdict).isEqualTo(new ReviewerRules.May(false));
    }
  }

  @Test
  void nobodyWaitsForAnOperator() {
    var line = new ReviewerRules.Subject("executive", Role.CLIENT_EXECUTIVE, "admin", "operator");
    var holders =
        List.of(
            new RoleHolder("admin", Role.MSP_ADMIN),
            new RoleHolder("other-operator", Role.PLATFORM_OPERATOR));

    assertThat(ReviewerRules.verdict("admin", Set.of(Role.MSP_ADMIN), line, Level.CLIENT, holders))
        .isEqualTo(new ReviewerRules.May(false));
    assertThat(
            ReviewerRules.verdict(
                "other-operator", Set.of(Role.PLATFORM_OPERATOR), line, Level.CLIENT, holders))
        .isEqualTo(new ReviewerRules.May(true));
  }

  @Test
  void whoeverHadNoPartIsIndependent() {
    assertThat(verdict("admin", "technician", "other", null, List.of()))
        .isEqualTo(new ReviewerRules.May(true));
  }

  private static ReviewerRules.Verdict verdict(
      String reviewer, String subject, String granter, String approver, List<RoleHolder> holders) {
    return ReviewerRules.verdict(
        reviewer,
        Set.of(Role.MSP_ADMIN),
        new ReviewerRules.Subject(subject, Role.MSP_TECHNICIAN, granter, approver),
        Level.MSP,
        holders);
  }

  @ParameterizedTest
  @CsvSource({
    // lines, decided, outstanding, first remove by, removed late, closed -> status
    "3, 2, 0,           , false,          , OPEN",
    "3, 3, 0,           , false,          , AWAITING_PROOF",
    "0, 0, 0,           , false,          , AWAITING_PROOF",
    "3, 3, 1, 2026-11-23, false,          , AWAITING_PROOF",
    "3, 3, 1, 2026-11-22, false,          , FAILED",
    "3, 1, 1, 2026-11-22, false,          , FAILED",
    "3, 3, 0,           , true,           , FAILED",
    "3, 3, 0,           , false, COMPLETED, COMPLETED",
    "3, 3, 1, 2026-11-22, true,  COMPLETED, COMPLETED",
    "3, 2, 0,           , false, FAILED   , FAILED"
  })
  void aStateFollowsFromTheRowsAndTheDate(
      int lines,
      int decided,
      int outstanding,
      LocalDate firstRemoveBy,
      boolean late,
      ReviewStatus closed,
      ReviewStatus status) {
    var progress =
        new ReviewProgress(
            lines,
            Math.max(0, decided - outstanding),
            Math.min(decided, outstanding),
            0,
            outstanding,
            firstRemoveBy,
            late,
            closed);

    assertThat(progress.statusOn(DAY)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2026-11-23, 2026-12-07, false",
    "2, 2026-11-22, 2026-12-07, true",
    "3, 2026-11-01, 2026-11-23, false",
    "3, 2026-11-01, 2026-11-22, true"
  })
  void whatShouldHaveGoneFurtherIsOverdue(
      int decided, LocalDate decideBy, LocalDate completeBy, boolean overdue) {
    var progress = new ReviewProgress(3, decided, 0, 0, 0, null, false, null);

    assertThat(progress.overdueOn(DAY, decideBy, completeBy)).isEqualTo(overdue);
  }

  @ParameterizedTest
  @CsvSource({
    "ALL,        ,                     ,                     2026-09-01, false, 2026-12-01",
    "PRIVILEGED, ,                     ,                     2026-09-01, false, 2026-10-01",
    "ALL,        2026-10-05T15:00:00Z, 2026-11-05T15:00:00Z, 2026-10-05, true,  2027-01-05",
    "PRIVILEGED, 2026-10-05T15:00:00Z, 2026-11-05T15:00:00Z, 2026-11-05, true,  2026-12-05",
    "PRIVILEGED, 2026-11-05T15:00:00Z, 2026-10-05T15:00:00Z, 2026-11-05, true,  2026-12-05",
    "PRIVILEGED, ,                     2026-10-31T15:00:00Z, 2026-10-31, true,  2026-11-30",
    // 04:30 in UTC is the evening before in New York.
    "ALL,        2026-10-05T03:30:00Z, ,                     2026-10-04, true,  2027-01-04"
  })
  void theNextReviewIsDueAfterTheLastListing(
      Coverage coverage,
      Instant ofAll,
      Instant ofPrivileged,
      LocalDate since,
      boolean reviewed,
      LocalDate dueOn) {
    var next =
        ReviewSchedule.of(
            coverage, ofAll, ofPrivileged, Instant.parse("2026-09-01T12:00:00Z"), RULES);

    assertThat(next).isEqualTo(new ReviewSchedule(coverage, since, reviewed, dueOn));
    assertThat(next.overdueOn(dueOn)).isFalse();
    assertThat(next.overdueOn(dueOn.plusDays(1))).isTrue();
  }

  @Test
  void theRulesAreThoseOfTheControl() {
    assertThat(RULES.everyMonths()).isEqualTo(3);
    assertThat(RULES.privilegedEveryMonths()).isEqualTo(1);
    assertThat(RULES.removeWithinBusinessDays()).isEqualTo(10);
    assertThat(AccessRules.on(DAY).source()).contains("AM-04");
  }

  @Test
  void noPrivilegedRoleIsLeftOutOfAReviewOfAll() {
    assertThat(Coverage.ALL.roles(RULES)).containsAll(Coverage.PRIVILEGED.roles(RULES));
    assertThat(Coverage.ALL.includes(Coverage.PRIVILEGED)).isTrue();
    assertThat(Coverage.PRIVILEGED.includes(Coverage.ALL)).isFalse();
  }
}
