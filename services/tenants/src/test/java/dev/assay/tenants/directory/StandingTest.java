package dev.assay.tenants.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.grant.Restriction;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.client.ClientStatus;
import dev.assay.tenants.msp.MspStatus;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

  /** The stricter of both states holds. */
  @ParameterizedTest
  @CsvSource({
    "ACTIVE,    ACTIVE,      MSP_TECHNICIAN,    ",
    "SUSPENDED, ACTIVE,      MSP_TECHNICIAN,    NOTHING",
    "ACTIVE,    OFFBOARDING, MSP_TECHNICIAN,    READ_ONLY",
    "SUSPENDED, OFFBOARDING, MSP_TECHNICIAN,    NOTHING",
    "SUSPENDED, ACTIVE,      MSP_ADMIN,         READ_ONLY",
    "SUSPENDED, CLOSED,      MSP_ADMIN,         READ_ONLY",
    "CLOSED,    ACTIVE,      MSP_ADMIN,         NOTHING",
    "CLOSED,    CLOSED,      CLIENT_EXECUTIVE,  NO_WORK",
    "SUSPENDED, ACTIVE,      AUDITOR,           NO_WORK",
    "SUSPENDED, SUSPENDED,   AUDITOR,           READ_ONLY",
    "CLOSED,    CLOSED,      PLATFORM_OPERATOR, ",
    "SUSPENDED, ,            MSP_ADMIN,         READ_ONLY",
    "SUSPENDED, ,            MSP_REVIEWER,      NOTHING",
    ",          ,            PLATFORM_OPERATOR, "
  })
  void leaves(MspStatus msp, ClientStatus client, Role role, Restriction restriction) {
    assertThat(Standing.of(msp, client, Set.of(role)))
        .isEqualTo(new Standing(Set.of(role), restriction));
  }

  @Test
  void anAdminWhoIsAlsoATechnicianGoesOnAsAnAdmin() {
    assertThat(
            Standing.of(
                MspStatus.ACTIVE,
                ClientStatus.SUSPENDED,
                Set.of(Role.MSP_ADMIN, Role.MSP_TECHNICIAN)))
        .isEqualTo(new Standing(Set.of(Role.MSP_ADMIN), Restriction.READ_ONLY));
  }

  @Test
  void rolesThatAreRestrictedAlikeStayTogether() {
    assertThat(
            Standing.of(
                MspStatus.ACTIVE,
                ClientStatus.CLOSED,
                Set.of(Role.MSP_REVIEWER, Role.MSP_TECHNICIAN)))
        .isEqualTo(
            new Standing(Set.of(Role.MSP_REVIEWER, Role.MSP_TECHNICIAN), Restriction.NOTHING));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void nothingIsTakenFromAnybodyWhoseClientAndMspAreActive(Role role) {
    assertThat(Standing.of(MspStatus.ACTIVE, ClientStatus.ACTIVE, Set.of(role)).restriction())
        .isNull();
    assertThat(Standing.of(MspStatus.ACTIVE, ClientStatus.ONBOARDING, Set.of(role)).restriction())
        .isNull();
  }
}
