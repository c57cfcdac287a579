package dev.assay.tenants.directory;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Which clients there are, by id alone, for work that enters each of them in turn. */
@ApplicationScoped
public class ClientPlaces {

  private static final String AFTER =
      """
      select msp_id, client_id from client
      where has_filer_profile and client_id > ? order by client_id limit ?
      """;

  private final Scopes scopes;
  private final DataSource dataSource;

  ClientPlaces(Scopes scopes, DataSource dataSource) {
    this.scopes = scopes;
    this.dataSource = dataSource;
  }

  /**
   * Those that a filer profile was entered for, in the order of their ids, read in a transaction of
   * its own.
   *
   * @param last the last one of the page before; the nil UUID for the first
   */
  public List<TenantScope.Client> withFilerProfile(UUID last, int limit) {
    return scopes.inTransaction(
        new TenantScope.Directory(),
        () -> {
          try {
            return read(last, limit);
          } catch (SQLException failed) {
            throw new DirectoryUnavailable(failed);
          }
        });
  }

  private List<TenantScope.Client> read(UUID last, int limit) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var select = connection.prepareStatement(AFTER)) {
      select.setObject(1, last);
      select.setInt(2, limit);
      try (var row = select.executeQuery()) {
        List<TenantScope.Client> places = new ArrayList<>();
        while (row.next()) {
          places.add(
              new TenantScope.Client(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        }
        return places;
      }
    }
  }
}
