package dev.assay.testing.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.PostgresResource;
import dev.assay.testing.stack.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit is shown one sound table, then every fault that it must see. */
class TenantIsolationTest {

  private static final PostgresResource POSTGRES = new PostgresResource();
  private static final TenantIsolation KIT = TenantIsolation.except(Map.of("job", "no tenant's"));

  @BeforeAll
  static void start() {
    POSTGRES.init(Map.of("service", "broken"));
    POSTGRES.start();
  }

  @AfterAll
  static void stop() {
    POSTGRES.stop();
  }

  /** Runs {@code change} on a sound schema and gives what the kit then says. */
  private static String violationsAfter(String change) throws SQLException {
    try (Connection owner = TestDatabase.as("owner");
        Connection superuser = TestDatabase.superuser();
        var asOwner = owner.createStatement()) {
      asOwner.execute("drop schema public cascade; create schema public");
      asOwner.execute(
          """
          create table job (id uuid primary key);
          create table note (client_id uuid not null, id uuid not null, other uuid,
            primary key (client_id, id));
          alter table note enable row level security;
          alter table note force row level security;
          create policy app on note to broken_app using (
            client_id = nullif(current_setting('app.client_id', true), '')::uuid);
          grant select, insert on note to broken_app;
          """);
      if (!change.isEmpty()) {
        asOwner.execute(change);
      }
      return String.join("\n", KIT.violations(superuser));
    }
  }

  @Test
  void findsNothingInASoundSchema() throws SQLException {
    assertThat(violationsAfter("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create table bare (client_id uuid primary key) | Table bare does not enable and force",
        "alter table note no force row level security | Table note does not enable and force",
        "create policy two on note to broken_app using (true) | more than one policy on note",
        "create policy all_of_us on note using (true) | names not exactly one role",
        "grant select on note to broken_fleet | Role broken_fleet may use note but no policy",
        "create index by_other on note (other) | is not led by a tenant column",
        "alter table note add unique (id) | is not led by a tenant column",
        "alter table note add foreign key (other) references job (id) | Foreign key",
        "grant truncate on note to broken_app | TRUNCATE ignores row-level security",
        "create view seen as select * from note | View seen reads as its owner"
      })
  void catchesEveryFault(String change, String violation) throws SQLException {
    assertThat(violationsAfter(change)).contains(violation);
  }
}
