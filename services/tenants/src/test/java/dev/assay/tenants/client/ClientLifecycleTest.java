package dev.assay.tenants.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.grant.Restriction;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.RolePermissions;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClientLifecycleTest {

  /** A row a state: whether it may be followed by each state, in their order. */
  @ParameterizedTest
  @CsvSource({
    "ONBOARDING,  false, true,  false, true,  false",
    "ACTIVE,      false, false, true,  true,  false",
    "SUSPENDED,   false, true,  false, true,  false",
    "OFFBOARDING, false, true,  false, false, true",
    "CLOSED,      false, false, false, false, false"
  })
  void isFollowedBy(
      ClientStatus from,
      boolean onboarding,
      boolean active,
      boolean suspended,
      boolean offboarding,
      boolean closed) {
    Map<ClientStatus, Boolean> expected =
        Map.of(
            ClientStatus.ONBOARDING, onboarding,
            ClientStatus.ACTIVE, active,
            ClientStatus.SUSPENDED, suspended,
            ClientStatus.OFFBOARDING, offboarding,
            ClientStatus.CLOSED, closed);
    for (ClientStatus to : ClientStatus.values()) {
      assertThat(ClientLifecycle.move(from, to).isPresent())
          .as(from + " to " + to)
          .isEqualTo(expected.get(to));
    }
  }

  @Test
  void aCompanyMayAlwaysLeaveAndDecidesNothingElse() {
    for (var move : ClientLifecycle.MOVES) {
      assertThat(ClientLifecycle.mayMove(move, Set.of(Role.CLIENT_EXECUTIVE)))
          .as(move.toString())
          .isEqualTo(move.to() == ClientStatus.OFFBOARDING);
      assertThat(ClientLifecycle.mayMove(move, Set.of(Role.MSP_ADMIN))).isTrue();
      assertThat(
              ClientLifecycle.mayMove(
                  move, EnumSet.complementOf(EnumSet.of(Role.MSP_ADMIN, Role.CLIENT_EXECUTIVE))))
          .isFalse();
    }
  }

  @Test
  void everyStateIsReachedAndOnlyTheLastOneEnds() {
    var reached = EnumSet.of(ClientStatus.ONBOARDING);
    var open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      ClientStatus from = open.remove();
      for (ClientStatus to : ClientStatus.values()) {
        if (ClientLifecycle.move(from, to).isPresent() && reached.add(to)) {
          open.add(to);
        }
      }
    }
    assertThat(reached).containsExactly(ClientStatus.values());
  }

  /** What a state leaves each role, in the order SUSPENDED, OFFBOARDING, CLOSED. */
  @ParameterizedTest
  @CsvSource({
    "PLATFORM_OPERATOR, ,          ,          ",
    "MSP_ADMIN,         READ_ONLY, NO_WORK,   NO_WORK",
    "MSP_TECHNICIAN,    NOTHING,   READ_ONLY, NOTHING",
    "MSP_REVIEWER,      NOTHING,   READ_ONLY, NOTHING",
    "INTEGRATION,       NOTHING,   READ_ONLY, NOTHING",
    "CLIENT_EXECUTIVE,  READ_ONLY, NO_WORK,   NO_WORK",
    "AUDITOR,           READ_ONLY, NO_WORK,   NO_WORK",
    "CONTROL_OWNER,     READ_ONLY, READ_ONLY, NOTHING"
  })
  void leaves(Role role, Restriction suspended, Restriction offboarding, Restriction closed) {
    assertThat(ClientLifecycle.restriction(ClientStatus.ONBOARDING, role)).isEmpty();
    assertThat(ClientLifecycle.restriction(ClientStatus.ACTIVE, role)).isEmpty();
    assertThat(ClientLifecycle.restriction(ClientStatus.SUSPENDED, role).orElse(null))
        .isEqualTo(suspended);
    assertThat(ClientLifecycle.restriction(ClientStatus.OFFBOARDING, role).orElse(null))
        .isEqualTo(offboarding);
    assertThat(ClientLifecycle.restriction(ClientStatus.CLOSED, role).orElse(null))
        .isEqualTo(closed);
  }

  /** Executives and auditors never lose their reading: the records are the company's. */
  @ParameterizedTest
  @EnumSource(ClientStatus.class)
  void theCompanyAndItsAuditorsReadInEveryState(ClientStatus status) {
    for (Role role : new Role[] {Role.CLIENT_EXECUTIVE, Role.AUDITOR}) {
      for (Permission permission : RolePermissions.of(role)) {
        if (permission.reads()) {
          assertThat(
                  ClientLifecycle.restriction(status, role)
                      .map(restriction -> restriction.leaves(permission))
                      .orElse(true))
              .as(role + " " + permission)
              .isTrue();
        }
      }
    }
  }
}
