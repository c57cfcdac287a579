package dev.assay.tenants.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {

  @ParameterizedTest
  @CsvSource({
    // needed, switched off by this service, on at Keycloak
    "true,  false, true,  LEAVE",
    "true,  true,  true,  LEAVE",
    "true,  true,  false, SWITCH_ON",
    "true,  false, false, NOT_OURS",
    "false, true,  true,  SWITCH_OFF",
    "false, false, true,  SWITCH_OFF",
    "false, true,  false, LEAVE",
    "false, false, false, LEAVE"
  })
  void switchesOnOnlyWhatThisServiceHadSwitchedOff(
      boolean needed, boolean offHere, boolean enabled, Alignment expected) {
    assertThat(Alignment.of(needed, offHere, enabled)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, PT1S", "2, PT2S", "5, PT16S", "9, PT4M16S", "10, PT5M", "1000, PT5M"})
  void waitsTwiceAsLongEachTimeAndNeverLong(int attempts, Duration pause) {
    assertThat(Backoff.after(attempts)).isEqualTo(pause);
  }

  @Test
  void showsNoAddressInWhatMayBeLogged() {
    String mail = "demo.person@demo.invalid";

    assertThat(
            new KeycloakApi.NewAccount(mail, mail, true, java.util.List.of()).toString()
                + new KeycloakApi.Found("id", mail, true, true, null))
        .doesNotContain("demo.person");
  }
}
