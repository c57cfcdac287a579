package dev.assay.tenants.operator;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the one configured operator when there never was one: somebody must be able to grant the
 * first grant. Once there is a platform grant, even a revoked one, the setting has no effect.
 */
@ApplicationScoped
public class FirstOperator {

  private static final Logger LOG = Logger.getLogger(FirstOperator.class);

  private static final AuditActor BOOTSTRAP = AuditActor.system("first-operator");

  /** Replicas that start at once take turns here; the lock ends with the transaction. */
  private static final String TAKE_TURNS =
      "select pg_advisory_xact_lock(hashtext('assay first operator'))";

  private static final String ANY_GRANT = "select exists (select from role_grant)";
  private static final String ADD_PERSON =
      """
      insert into person (id, subject, display_name, kind, created_at)
      values (?, ?, 'First operator', 'PERSON', ?)
      on conflict (msp_id, client_id, subject) do nothing
      """;
  private static final String ADD_ALLEGIANCE =
      "insert into allegiance (subject, side) values (?, 'PLATFORM') on conflict do nothing";
  private static final String ADD_GRANT =
      """
      insert into role_grant
        (id, person_id, subject, role, valid_from, reason, needs_approval, granted_by, granted_at)
      select ?, p.id, p.subject, 'PLATFORM_OPERATOR', ?,
             'Configured as the first operator of an empty installation.', false, ?, ?
      from person p where p.subject = ?
      """;

  private final Optional<String> subject;
  private final Scopes scopes;
  private final DataSource dataSource;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  FirstOperator(
      @ConfigProperty(name = "assay.bootstrap.operator-subject") Optional<String> subject,
      Scopes scopes,
      DataSource dataSource,
      AuditTrail audit,
      Clock clock) {
    this.subject = subject;
    this.scopes = scopes;
    this.dataSource = dataSource;
    this.audit = audit;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent started) {
    subject.ifPresent(this::makeIfNone);
  }

  /** Whether this call made the operator. */
  boolean makeIfNone(String operator) {
    return scopes.inTransaction(
        new TenantScope.Platform(),
        () -> {
          Optional<UUID> grant = grantTo(operator);
          grant.ifPresent(
              id -> {
                audit.record(
                    AuditEvent.of("grant.made", "GRANT", id)
                        .with("subject", operator)
                        .with("role", Role.PLATFORM_OPERATOR),
                    BOOTSTRAP);
                LOG.info("The configured subject is now the first platform operator");
              });
          return grant.isPresent();
        });
  }

  private Optional<UUID> grantTo(String operator) {
    UUID id = ids.generate();
    try (Connection connection = dataSource.getConnection()) {
      try (var statement = connection.createStatement()) {
        statement.execute(TAKE_TURNS);
        try (var row = statement.executeQuery(ANY_GRANT)) {
          if (row.next() && row.getBoolean(1)) {
            return Optional.empty();
          }
        }
      }
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      write(connection, ADD_PERSON, ids.generate(), operator, at(now));
      write(connection, ADD_ALLEGIANCE, operator);
      write(connection, ADD_GRANT, id, at(now), BOOTSTRAP.subject(), at(now), operator);
      return Optional.of(id);
    } catch (SQLException failed) {
      throw new IllegalStateException("the first operator could not be made", failed);
    }
  }

  private static Object at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static void write(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
