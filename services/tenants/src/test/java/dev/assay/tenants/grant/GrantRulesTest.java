package dev.assay.tenants.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.grant.GrantRules.Level;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrantRulesTest {

  /** Rows: who holds what; columns: where. All that is not named is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PLATFORM_OPERATOR | PLATFORM | PLATFORM_OPERATOR",
        "PLATFORM_OPERATOR | MSP      | MSP_ADMIN",
        "PLATFORM_OPERATOR | CLIENT   | ''",
        "MSP_ADMIN         | PLATFORM | ''",
        "MSP_ADMIN         | MSP      | MSP_ADMIN MSP_TECHNICIAN MSP_REVIEWER",
        "MSP_ADMIN         | CLIENT   | MSP_TECHNICIAN MSP_REVIEWER INTEGRATION CONTROL_OWNER"
            + " CLIENT_EXECUTIVE AUDITOR"
      })
  void grantsExactlyTheseRoles(Role holds, Level level, String grants) {
    assertThat(grantable(holds, level, false)).isEqualTo(roles(grants));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PLATFORM_OPERATOR", "MSP_ADMIN"})
  void everybodyElseGrantsAndRevokesNothing(Role holds) {
    for (Level level : Level.values()) {
      assertThat(grantable(holds, level, false)).isEmpty();
      assertThat(revocable(holds, level)).isEmpty();
    }
  }

  @Test
  void anOperatorGivesNoAdminToAnMspThatHasOne() {
    assertThat(grantable(Role.PLATFORM_OPERATOR, Level.MSP, true)).isEmpty();
    assertThat(grantable(Role.MSP_ADMIN, Level.MSP, true)).contains(Role.MSP_ADMIN);
  }

  @Test
  void anOperatorRevokesOnlyWhatOperatorsVouchFor() {
    assertThat(revocable(Role.PLATFORM_OPERATOR, Level.PLATFORM))
        .containsExactly(Role.PLATFORM_OPERATOR);
    assertThat(revocable(Role.PLATFORM_OPERATOR, Level.MSP)).containsExactly(Role.MSP_ADMIN);
    assertThat(revocable(Role.PLATFORM_OPERATOR, Level.CLIENT))
        .containsExactly(Role.CLIENT_EXECUTIVE);
  }

  @Test
  void onlyExecutivesAndAuditorsWaitForAnApproval() {
    assertThat(Arrays.stream(Role.values()).filter(GrantRules::needsApproval))
        .containsExactlyInAnyOrder(Role.CLIENT_EXECUTIVE, Role.AUDITOR);
  }

  @ParameterizedTest
  @CsvSource({
    "CLIENT_EXECUTIVE, false, PLATFORM_OPERATOR",
    "CLIENT_EXECUTIVE, true, CLIENT_EXECUTIVE",
    "AUDITOR, false, CLIENT_EXECUTIVE",
    "AUDITOR, true, CLIENT_EXECUTIVE"
  })
  void nobodyAtTheMspApproves(Role role, boolean clientHasExecutive, Role approver) {
    assertThat(GrantRules.approverOf(role, clientHasExecutive)).isEqualTo(approver);
  }

  private static Set<Role> grantable(Role holds, Level level, boolean mspHasAdmin) {
    return Arrays.stream(Role.values())
        .filter(role -> GrantRules.mayGrant(Set.of(holds), role, level, mspHasAdmin))
        .collect(Collectors.toSet());
  }

  private static Set<Role> revocable(Role holds, Level level) {
    return Arrays.stream(Role.values())
        .filter(role -> GrantRules.mayRevoke(Set.of(holds), role, level))
        .collect(Collectors.toSet());
  }

  private static Set<Role> roles(String names) {
    return Arrays.stream(names.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(Role::valueOf)
        .collect(Collectors.toSet());
  }
}
