package dev.assay.tenancy.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartSettingsTest {

  @Test
  void findsNothingInSafeSettings() {
    var settings =
        new StartSettings(
            "https://id.example/realms/assay",
            Optional.of(
                new StartSettings.Database(
                    "jdbc:postgresql://db/tenants?sslmode=verify-full", false)),
            List.of("a-long-random-secret"));

    assertThat(settings.unsafe()).isEmpty();
  }

  @Test
  void listsEveryReasonAtOnce() {
    var settings =
        new StartSettings(
            "http://127.0.0.1/realms/assay",
            Optional.of(new StartSettings.Database("jdbc:postgresql://127.0.0.1/tenants", true)),
            List.of("local-only"));

    assertThat(settings.unsafe())
        .hasSize(4)
        .anySatisfy(reason -> assertThat(reason).contains("https"))
        .anySatisfy(reason -> assertThat(reason).contains("verify-full"))
        .anySatisfy(reason -> assertThat(reason).contains("local default"))
        .anySatisfy(reason -> assertThat(reason).contains("migrate-at-start"));
  }

  @Test
  void asksNothingAboutADatabaseThatAServiceDoesNotHave() {
    var settings =
        new StartSettings("https://id.example/realms/assay", Optional.empty(), List.of());

    assertThat(settings.unsafe()).isEmpty();
  }
}
