package dev.assay.tenants.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.Role.Side;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationRulesTest {

  @ParameterizedTest
  @CsvSource({
    "PLATFORM, PLATFORM_OPERATOR",
    "MSP, MSP_ADMIN;MSP_TECHNICIAN;MSP_REVIEWER",
    "CLIENT, CLIENT_EXECUTIVE;CONTROL_OWNER;AUDITOR"
  })
  void invitesEachPersonToWhereTheirRoleBelongs(Side place, String roles) {
    List<String> invited =
        Arrays.stream(Role.values())
            .filter(role -> InvitationRules.fits(role, place))
            .map(Role::name)
            .toList();

    assertThat(invited).containsExactlyInAnyOrder(roles.split(";", -1));
  }

  @Test
  void asksThoseForASecondFactorAtOnceWhoSignOrLetOthersIn() {
    List<Role> asked =
        Arrays.stream(Role.values()).filter(InvitationRules::needsSecondFactor).toList();

    assertThat(asked).containsExactlyInAnyOrder(Role.CLIENT_EXECUTIVE, Role.PLATFORM_OPERATOR);
  }
}
