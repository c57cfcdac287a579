package dev.assay.tenancy.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolePermissionsTest {

  private static final Set<Permission> CLIENT_CONTENT_WRITES =
      Set.of(
          Permission.EVIDENCE_UPLOAD,
          Permission.CONTROL_APPLY,
          Permission.CONTROL_ASSIGN,
          Permission.CONTROL_CONCLUDE,
          Permission.CONTROL_REVIEW,
          Permission.EVIDENCE_REQUEST_RAISE,
          Permission.EVIDENCE_REQUEST_ANSWER,
          Permission.EVIDENCE_REQUEST_ACCEPT,
          Permission.EVIDENCE_REQUEST_COMMENT,
          Permission.EVIDENCE_DRILL_RUN);

  @Test
  void auditorsOnlyRead() {
    assertThat(RolePermissions.of(Role.AUDITOR))
        .allMatch(permission -> permission.name().endsWith("_READ"));
  }

  @Test
  void brokenGlassShowsWhatAnAuditorSees() {
    assertThat(RolePermissions.of(Role.BREAK_GLASS)).isEqualTo(RolePermissions.of(Role.AUDITOR));
  }

  @Test
  void whoeverMayGiveMayAlsoTakeAway() {
    for (Role role : Role.values()) {
      assertThat(RolePermissions.of(role).contains(Permission.GRANT_REVOKE))
          .as(role.name())
          .isEqualTo(RolePermissions.of(role).contains(Permission.GRANT_WRITE));
    }
  }

  @Test
  void readingIsWhatItsNameSays() {
    for (Permission permission : Permission.values()) {
      assertThat(permission.reads())
          .as(permission.name())
          .isEqualTo(
              permission == Permission.SIGNED_IN
                  || permission.name().matches(".*_(READ|LIST|EXPORT)"));
    }
    assertThat(CLIENT_CONTENT_WRITES)
        .noneMatch(Permission::reads)
        .noneMatch(Permission::steers)
        .noneMatch(Permission::decidesOnAccess);
  }

  @Test
  void noRoleBothPreparesAndReviews() {
    for (Role role : Role.values()) {
      assertThat(
              RolePermissions.of(role).contains(Permission.CONTROL_CONCLUDE)
                  && RolePermissions.of(role).contains(Permission.CONTROL_REVIEW))
          .as(role.name())
          .isFalse();
    }
  }

  @Test
  void noRoleBothProposesAndApprovesSystems() {
    for (Role role : Role.values()) {
      assertThat(
              RolePermissions.of(role).contains(Permission.SYSTEM_WRITE)
                  && RolePermissions.of(role).contains(Permission.SYSTEM_APPROVE))
          .as(role.name())
          .isFalse();
    }
    assertThat(Role.values())
        .filteredOn(role -> RolePermissions.of(role).contains(Permission.SYSTEM_APPROVE))
        .containsExactly(Role.MSP_REVIEWER, Role.CLIENT_EXECUTIVE);
  }

  @Test
  void onlyThoseWhoAnswerForAClientHoldAndRelease() {
    for (Permission permission : List.of(Permission.LEGAL_HOLD_PLACE, Permission.LEGAL_HOLD_LIFT)) {
      assertThat(Role.values())
          .filteredOn(role -> RolePermissions.of(role).contains(permission))
          .as(permission.name())
          .containsExactly(Role.MSP_ADMIN, Role.MSP_REVIEWER, Role.CLIENT_EXECUTIVE);
    }
  }

  @Test
  void operatorsSeeNoClientData() {
    assertThat(RolePermissions.of(Role.PLATFORM_OPERATOR))
        .doesNotContain(
            Permission.CLIENT_READ,
            Permission.EVIDENCE_READ,
            Permission.CONTROL_READ,
            Permission.READINESS_READ)
        .doesNotContainAnyElementsOf(CLIENT_CONTENT_WRITES);
  }

  @Test
  void asksForEvidenceAtTheMspAndGivesItWhereTheControlsAre() {
    assertThat(Role.values())
        .filteredOn(may(Permission.EVIDENCE_REQUEST_RAISE))
        .containsExactly(Role.MSP_TECHNICIAN);
    assertThat(Role.values())
        .filteredOn(may(Permission.EVIDENCE_REQUEST_ANSWER))
        .containsExactly(Role.MSP_TECHNICIAN, Role.CONTROL_OWNER);
    assertThat(Role.values())
        .filteredOn(may(Permission.EVIDENCE_REQUEST_ACCEPT))
        .containsExactly(Role.MSP_TECHNICIAN, Role.MSP_REVIEWER);
    assertThat(Role.values())
        .filteredOn(may(Permission.EVIDENCE_REQUEST_READ))
        .containsExactlyElementsOf(
            List.of(Role.values()).stream().filter(may(Permission.EVIDENCE_READ)).toList());
  }

  @Test
  void onlyAControlOwnerWithoutAnotherRoleSeesTheirOwnRowsAlone() {
    for (Role role : Role.values()) {
      assertThat(RolePermissions.onlyOwnRows(List.of(role)))
          .as(role.name())
          .isEqualTo(role == Role.CONTROL_OWNER);
    }
    assertThat(RolePermissions.onlyOwnRows(List.of(Role.CONTROL_OWNER, Role.CLIENT_EXECUTIVE)))
        .isFalse();
    assertThat(RolePermissions.onlyOwnRows(List.of())).isFalse();
  }

  private static java.util.function.Predicate<Role> may(Permission permission) {
    return role -> RolePermissions.of(role).contains(permission);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleHasPermissions(Role role) {
    assertThat(RolePermissions.of(role)).isNotEmpty();
  }

  @Test
  void aTokenAloneAllowsOnlyWhatNeedsNoGrant() {
    for (Permission permission : Permission.values()) {
      assertThat(RolePermissions.allow(List.of(), permission))
          .isEqualTo(permission == Permission.SIGNED_IN);
    }
  }
}
