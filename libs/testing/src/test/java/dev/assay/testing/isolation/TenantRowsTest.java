package dev.assay.testing.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.PostgresResource;
import dev.assay.testing.stack.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit is shown one sound table with a row in it, then walls with one hole each. */
class TenantRowsTest {

  private static final UUID MSP = UUID.fromString("01900000-0000-7000-8000-0000000000aa");
  private static final UUID CLIENT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
  private static final PostgresResource POSTGRES = new PostgresResource();

  @BeforeAll
  static void start() {
    POSTGRES.init(Map.of("service", "leaky"));
    POSTGRES.start();
  }

  @AfterAll
  static void stop() {
    POSTGRES.stop();
  }

  private static String reachedAfter(String change) throws SQLException {
    try (Connection owner = TestDatabase.as("owner");
        Connection superuser = TestDatabase.superuser();
        var asOwner = owner.createStatement();
        var asSuperuser = superuser.createStatement()) {
      asOwner.execute("drop schema public cascade; create schema public");
      asOwner.execute(
          """
          grant usage on schema public to leaky_app, leaky_fleet, leaky_portfolio;
          create table job (id uuid primary key);
          create table note (msp_id uuid not null, client_id uuid not null, id uuid not null,
            text text not null, length int generated always as (length(text)) stored,
            primary key (client_id, id));
          alter table note enable row level security;
          alter table note force row level security;
          create policy app on note to leaky_app using (
            client_id = nullif(current_setting('app.client_id', true), '')::uuid);
          create policy fleet on note for select to leaky_fleet using (
            msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
          create policy portfolio on note for select to leaky_portfolio using (
            msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
            and client_id = any (nullif(current_setting('app.client_ids', true), '')::uuid[]));
          grant select, insert, update, delete on note to leaky_app;
          grant select on note to leaky_fleet, leaky_portfolio;
          """);
      asSuperuser.execute(
          "insert into note (msp_id, client_id, id, text) values ('%s', '%s', '%s', 'a')"
              .formatted(MSP, CLIENT, UUID.randomUUID()));
      if (!change.isEmpty()) {
        asSuperuser.execute(change);
      }
    }
    return String.join(
        "\n", TenantRows.of(MSP, CLIENT).except(Map.of("job", "no tenant's")).violations());
  }

  @Test
  void reachesNothingBehindASoundWall() throws SQLException {
    assertThat(reachedAfter("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "alter policy app on note using (true) | no scope reads 1 rows",
        "alter policy app on note using (true) | another client of the MSP updates 1 rows",
        "alter policy app on note using (true) | another MSP's client deletes 1 rows",
        "alter policy app on note with check (true) | another client of the MSP inserts a row",
        "alter policy app on note using (true) | its own tenant gives away a row",
        "alter policy app on note using (msp_id = nullif(current_setting('app.msp_id', true), '')::uuid)"
            + " | another client of the MSP reads 1 rows",
        "alter policy fleet on note using (true) | another MSP's fleet reads 1 rows",
        "alter policy portfolio on note using (true) | another portfolio of the MSP reads 1 rows",
        "alter policy app on note using (client_id = current_setting('app.client_id')::uuid)"
            + " | no scope reads, and only 42704 stops it",
        "alter policy app on note using (false) | its own tenant reads no row",
        "delete from note | holds no row of the tenant",
        "create table bare (id uuid primary key) | Table bare has no tenant column"
      })
  void reachesThroughEveryHole(String change, String reached) throws SQLException {
    assertThat(reachedAfter(change)).contains(reached);
  }
}
