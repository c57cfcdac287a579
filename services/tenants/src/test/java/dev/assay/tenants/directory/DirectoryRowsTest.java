package dev.assay.tenants.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenants.world.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class DirectoryRowsTest {

  private static final int POOL = 20;

  @Inject DirectoryRows rows;
  @Inject DataSource dataSource;

  @Test
  void theDirectorysRoleEndsWithItsQuestion() throws SQLException {
    for (int i = 0; i < POOL; i++) {
      rows.inForce("somebody", new GrantPlace.OfMsp(UUID.randomUUID()), Instant.now());
    }

    assertThat(usersOfThePool()).containsOnly("tenants_app");
  }

  @Test
  void theDirectorysRoleEndsWithAQuestionThatFails() throws SQLException {
    String withNul = "some" + '\0' + "body";

    assertThatThrownBy(() -> rows.inForce(withNul, new GrantPlace.OfPlatform(), Instant.now()))
        .isInstanceOf(SQLException.class);

    assertThat(usersOfThePool()).containsOnly("tenants_app");
  }

  /** Whom each connection of the pool works as. */
  private List<String> usersOfThePool() throws SQLException {
    List<Connection> connections = new ArrayList<>();
    List<String> users = new ArrayList<>();
    try {
      for (int i = 0; i < POOL; i++) {
        connections.add(dataSource.getConnection());
      }
      for (Connection connection : connections) {
        try (var statement = connection.createStatement();
            var row = statement.executeQuery("select current_user")) {
          row.next();
          users.add(row.getString(1));
        }
      }
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
    return users;
  }
}
