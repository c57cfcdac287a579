package dev.assay.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.http.request.RequestIds;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Writes the event of a change in the change's own transaction, with a pointer to it in the outbox
 * for the ledger's relay: neither the change nor its event can exist without the other.
 */
@ApplicationScoped
public class AuditTrail {

  /** One statement, one round trip. */
  private static final String INSERT =
      """
      with event as (
        insert into audit_event (id, at, action, entity_type, entity_id, body)
        values (?, ?, ?, ?, ?, ?))
      insert into outbox (id, event_id) values (?, ?)
      """;

  private final DataSource dataSource;
  private final Scopes scopes;
  private final Caller caller;
  private final RequestIds requestIds;
  private final ObjectMapper json;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  AuditTrail(
      DataSource dataSource,
      Scopes scopes,
      Caller caller,
      RequestIds requestIds,
      ObjectMapper json,
      Clock clock) {
    this.dataSource = dataSource;
    this.scopes = scopes;
    this.caller = caller;
    this.requestIds = requestIds;
    this.json = json;
    this.clock = clock;
  }

  /** Records what the caller of the current request did. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(AuditEvent event) {
    write(List.of(event), actor());
  }

  /** Records several things that the caller did at once, in one round trip, in this order. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recordAll(List<AuditEvent> events) {
    write(events, actor());
  }

  /** Records what background work did. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(AuditEvent event, AuditActor actor) {
    write(List.of(event), actor);
  }

  /** Records several things that background work did at once, in one round trip, in this order. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recordAll(List<AuditEvent> events, AuditActor actor) {
    write(events, actor);
  }

  private AuditActor actor() {
    var token = caller.token();
    return AuditActor.person(token.subject(), caller.rolesInForce(), token.authorizedParty());
  }

  private void write(List<AuditEvent> events, AuditActor actor) {
    try (Connection connection = dataSource.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      for (AuditEvent event : events) {
        bind(insert, event, actor);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException failed) {
      throw new AuditFailed(failed);
    }
  }

  private void bind(PreparedStatement insert, AuditEvent event, AuditActor actor)
      throws SQLException {
    UUID id = ids.generate();
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("eventId", id);
    body.put("time", at.toString());
    body.put("actor", actor);
    putScope(body);
    body.put("action", event.action());
    body.put("entityType", event.entityType());
    body.put("entityId", event.entityId());
    body.put("changed", event.changed());
    if (Arc.container().requestContext().isActive()) {
      body.put("requestId", requestIds.current());
    }
    insert.setObject(1, id);
    insert.setObject(2, at.atOffset(ZoneOffset.UTC));
    insert.setString(3, event.action());
    insert.setString(4, event.entityType());
    insert.setObject(5, event.entityId());
    insert.setString(6, canonical(body));
    insert.setObject(7, ids.generate());
    insert.setObject(8, id);
  }

  private void putScope(Map<String, Object> body) {
    switch (scopes.current().orElse(null)) {
      case TenantScope.Client(UUID msp, UUID client, var _) -> {
        body.put("mspId", msp);
        // What is the MSP's own stands under its id, and is no client's.
        if (!client.equals(msp)) {
          body.put("clientId", client);
        }
      }
      case TenantScope.Msp(UUID msp) -> body.put("mspId", msp);
      case TenantScope.Platform() -> body.put("mspId", TenantScope.PLATFORM_ID);
      case null, default -> throw new IllegalStateException("changes are made in a written scope");
    }
  }

  /** RFC 8785: the same event always has the same bytes, so the ledger can hash them. */
  private String canonical(Map<String, Object> body) {
    try {
      return new JsonCanonicalizer(json.writeValueAsString(body)).getEncodedString();
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("an event is plain JSON", unwritable);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
