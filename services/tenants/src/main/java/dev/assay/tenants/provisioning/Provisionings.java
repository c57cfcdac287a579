package dev.assay.tenants.provisioning;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenants.provisioning.ProvisioningStatus.Ended;
import dev.assay.tenants.provisioning.ProvisioningStatus.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** How work ended, and where each person and invitation stands with theirs. */
@ApplicationScoped
public class Provisionings {

  private static final String WAITING =
      """
      select entity_id, kind, asked_at, due_at, attempts from provisioning_work
      where msp_id = :msp and entity_id in (:entities) and kind <> 'EXPIRE'
      """;
  private static final String LAST =
      """
      select distinct on (entity_id) entity_id, kind, outcome, code, at from provisioning_step
      where entity_id in (:entities) order by entity_id, id desc
      """;

  private final Session session;
  private final Scopes scopes;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  Provisionings(Session session, Scopes scopes, Clock clock) {
    this.session = session;
    this.scopes = scopes;
    this.clock = clock;
  }

  /** Records that work was done. */
  @Transactional(TxType.MANDATORY)
  public void done(Work work) {
    end(work, ProvisioningStep.Outcome.DONE, null);
  }

  /** Records that work cannot be done, and why, as a code. */
  @Transactional(TxType.MANDATORY)
  public void failed(Work work, String code) {
    end(work, ProvisioningStep.Outcome.FAILED, code);
  }

  private void end(Work work, ProvisioningStep.Outcome outcome, @Nullable String code) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    session.persist(new ProvisioningStep(ids.generate(), work, outcome, code, now));
  }

  /**
   * Where each of these stands, in two statements whatever their number.
   *
   * @param idleSince the ids of people or invitations, each with the time since when it is as it is
   *     if nothing was ever to be done about it
   */
  @Transactional(TxType.MANDATORY)
  public Map<UUID, ProvisioningStatus> of(Map<UUID, Instant> idleSince) {
    if (idleSince.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<Waiting>> waiting = waiting(idleSince);
    Map<UUID, Ended> ended = ended(idleSince);
    Map<UUID, ProvisioningStatus> statuses = new HashMap<>();
    idleSince.forEach(
        (entity, since) ->
            statuses.put(
                entity,
                ProvisioningStatus.of(
                    waiting.getOrDefault(entity, List.of()),
                    ended.get(entity),
                    ProvisioningStatus.done(since))));
    return statuses;
  }

  private Map<UUID, List<Waiting>> waiting(Map<UUID, Instant> entities) {
    Map<UUID, List<Waiting>> waiting = new HashMap<>();
    session
        .createNativeQuery(WAITING, Object[].class)
        .setParameter("msp", Place.of(scopes.current().orElse(null)).mspId())
        .setParameterList("entities", entities.keySet(), UUID.class)
        .addScalar("entity_id", UUID.class)
        .addScalar("kind", String.class)
        .addScalar("asked_at", Instant.class)
        .addScalar("due_at", Instant.class)
        .addScalar("attempts", Integer.class)
        .getResultList()
        .forEach(
            row ->
                waiting
                    .computeIfAbsent((UUID) row[0], first -> new ArrayList<>())
                    .add(
                        new Waiting(
                            WorkKind.valueOf((String) row[1]),
                            (Instant) row[2],
                            (Instant) row[3],
                            (Integer) row[4])));
    return waiting;
  }

  private Map<UUID, Ended> ended(Map<UUID, Instant> entities) {
    Map<UUID, Ended> ended = new HashMap<>();
    session
        .createNativeQuery(LAST, Object[].class)
        .setParameterList("entities", entities.keySet(), UUID.class)
        .addScalar("entity_id", UUID.class)
        .addScalar("kind", String.class)
        .addScalar("outcome", String.class)
        .addScalar("code", String.class)
        .addScalar("at", Instant.class)
        .getResultList()
        .forEach(
            row ->
                ended.put(
                    (UUID) row[0],
                    new Ended(
                        WorkKind.valueOf((String) row[1]),
                        ProvisioningStep.Outcome.valueOf((String) row[2]),
                        (String) row[3],
                        (Instant) row[4])));
    return ended;
  }
}
