package dev.assay.tenants.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  private static final UUID PLACE = UUID.fromString("019aaf1e-7c00-7000-8000-000000000001");
  private static final UUID OTHER_PLACE = UUID.fromString("019aaf1e-7c00-7000-8000-000000000002");
  private static final MailAddress MAIL = new MailAddress("demo.person@demo.invalid");

  private final MailHashes hashes = new MailHashes("a secret");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example",
        " Demo.Person+work@Mail.Demo.Invalid ",
        "o'neil@demo.invalid",
        "x_y-z@1.example"
      })
  void takesWhatMailServersTake(String text) {
    assertThat(new MailAddress(text).value()).isLowerCase().doesNotContain(" ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@b",
        "@demo.invalid",
        "a@@demo.invalid",
        "a b@demo.invalid",
        "a@demo..invalid",
        ".a@demo.invalid",
        "a@-demo.invalid",
        "a@demo.invalid\nBcc: b@demo.invalid",
        "Demo <a@demo.invalid>",
        "ä@demo.invalid",
        "a@demo.invalid,b@demo.invalid"
      })
  void refusesWhatIsNotOneAddress(String text) {
    assertThatThrownBy(() -> new MailAddress(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> new MailAddress("a".repeat(65) + "@demo.invalid"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MailAddress("a@" + "demo.".repeat(50) + "invalid"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsItselfNowhere() {
    assertThat(MAIL.toString()).doesNotContain("demo.person");
    assertThat(new InvitationRequest("demo.person@demo.invalid", "Demo", null).toString())
        .doesNotContain("demo.person")
        .doesNotContain("Demo,");
  }

  @Test
  void hashesTheSameAddressInOnePlaceAlike() {
    assertThat(hashes.of(PLACE, new MailAddress("Demo.Person@DEMO.invalid")))
        .isEqualTo(hashes.of(PLACE, MAIL))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void hashesItElsewhereAndUnderAnotherSecretOtherwise() {
    assertThat(hashes.of(OTHER_PLACE, MAIL)).isNotEqualTo(hashes.of(PLACE, MAIL));
    assertThat(new MailHashes("another secret").of(PLACE, MAIL))
        .isNotEqualTo(hashes.of(PLACE, MAIL));
  }
}
