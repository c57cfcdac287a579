package dev.assay.testing.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.PostgresResource;
import dev.assay.testing.stack.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit is shown one sound table, then every fault that it must see. */
class TenantIsolationTest {

  private static final PostgresResource POSTGRES = new PostgresResource();
  private static final TenantIsolation KIT =
      TenantIsolation.except(Map.of("job", "no tenant's")).appendOnly("fact");

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
          create table fact (client_id uuid not null, id uuid not null, primary key (client_id, id));
          alter table fact enable row level security;
          alter table fact force row level security;
          create policy app on fact to broken_app using (
            client_id = nullif(current_setting('app.client_id', true), '')::uuid);
          grant select, insert on fact to broken_app;
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

  @Test
  void catchesFunctionsThatRunAsTheirOwner() throws SQLException {
    assertThat(
            violationsAfter(
                "create function all_notes() returns bigint language sql security definer"
                    + " as 'select count(*) from note'"))
        .contains("Function all_notes runs as its owner");
  }

  @Test
  void catchesRolesThatBecomeOrInheritMore() throws SQLException {
    for (String grant :
        List.of("broken_owner to broken_app with inherit false", "broken_fleet to broken_relay")) {
      String revoke = grant.replace(" to ", " from ").replace(" with inherit false", "");
      try (Connection superuser = TestDatabase.superuser();
          var statement = superuser.createStatement()) {
        statement.execute("grant " + grant);
        assertThat(violationsAfter("")).contains("gives more than entering a wider view");
        statement.execute("revoke " + revoke);
      }
    }
  }

  @Test
  void catchesAnOwnerThatBypasses() throws SQLException {
    try (Connection superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      statement.execute("alter role broken_owner bypassrls");
      assertThat(violationsAfter("")).contains("Role broken_owner is superuser, bypasses");
      statement.execute("alter role broken_owner nobypassrls");
    }
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
        "grant references on note to broken_app | Table note grants too much",
        "grant insert on note to broken_fleet | Table note grants too much",
        "grant select (id) on note to broken_fleet | Role broken_fleet may use note but no policy",
        "grant select on note to public | Role PUBLIC may use note but no policy",
        "alter policy app on note using (true) | does not compare tenant with scope",
        "alter policy app on note using (client_id = id) | does not compare tenant with scope",
        "alter policy app on note with check (true) | does not compare tenant with scope",
        "alter table note drop constraint note_pkey | Table note has no primary key",
        "alter table note add foreign key (other, id) references fact (client_id, id) | another client's row",
        "grant update on fact to broken_app | Table fact is append-only, but broken_app may UPDATE",
        "grant update (id) on fact to broken_app | Table fact is append-only, but broken_app may UPDATE",
        "grant delete on fact to broken_app | Table fact is append-only, but broken_app may DELETE",
        "drop table fact | Table fact is named as append-only and does not exist",
        "drop table job | Table job is excepted and does not exist",
        "create materialized view kept as select * from note | Materialised view or foreign table kept",
        "grant create on schema public to broken_app | may create objects in schema public",
        "create view seen as select * from note | View seen reads as its owner"
      })
  void catchesEveryFault(String change, String violation) throws SQLException {
    assertThat(violationsAfter(change)).contains(violation);
  }
}
