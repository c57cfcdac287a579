package dev.assay.tenancy.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartSettingsTest {

  @Test
  void findsNothingInSafeSettings() {
    var settings =
        new StartSettings(
            "https://id.example/realms/assay",
            "jdbc:postgresql://db/tenants?sslmode=verify-full",
            List.of("a-long-random-secret"),
            false);

    assertThat(settings.unsafe()).isEmpty();
  }

  @Test
  void listsEveryReasonAtOnce() {
    var settings =
        new StartSettings(
            "http://127.0.0.1/realms/assay",
            "jdbc:postgresql://127.0.0.1/tenants",
            List.of("local-only"),
            true);

    assertThat(settings.unsafe())
        .hasSize(4)
        .anySatisfy(reason -> assertThat(reason).contains("https"))
        .anySatisfy(reason -> assertThat(reason).contains("verify-full"))
        .anySatisfy(reason -> assertThat(reason).contains("local default"))
        .anySatisfy(reason -> assertThat(reason).contains("migrate-at-start"));
  }
}
