package dev.assay.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseScriptTest {
  @Test
  void dividesServiceDatabaseIntoClusterAndDatabaseStatements() {
    var script =
        DatabaseScript.read(
            "service-database.sql",
            Map.of(
                "service", "vendors",
                "owner_password", "o",
                "app_password", "a",
                "relay_password", "r"));

    assertThat(script.cluster()).last().isEqualTo("create database vendors owner vendors_owner");
    assertThat(script.database()).contains("revoke all on database vendors from public");
    assertThat(Stream.concat(script.cluster().stream(), script.database().stream()))
        .noneMatch(statement -> statement.contains("${"));
  }
}
