package dev.assay.evidence.quota;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.InnerScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Dated quotas of the owner in whose scope we are. */
@ApplicationScoped
public class Quotas {

  private static final String SET =
      """
      insert into evidence_quota (id, bytes, in_force_from, reason, set_by, set_at)
      values (:id, :bytes, :from, :reason, :by, :at)
      """;
  private static final String LATEST =
      """
      select id, bytes, in_force_from, reason, set_by, set_at from evidence_quota
      order by id desc limit 50
      """;
  private static final String STANDING =
      """
      select (select coalesce(sum(size_bytes), 0) from evidence_file) as used,
             (select coalesce(sum(announced_bytes), 0) from upload_claim) as reserved
      """;
  private static final String IN_FORCE =
      """
      select id, bytes from evidence_quota where in_force_from <= :today
      order by in_force_from desc, id desc limit 1
      """;

  private final Session session;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;
  private final InnerScope inner;
  private final long withoutPolicy;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  Quotas(
      Session session,
      AuditTrail audit,
      Caller caller,
      Clock clock,
      InnerScope inner,
      QuotaSettings settings) {
    this.session = session;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
    this.inner = inner;
    this.withoutPolicy = settings.clientQuotaBytes();
  }

  /** The most bytes that the owner may keep today. */
  @Transactional(Transactional.TxType.MANDATORY)
  public long bytes() {
    return inForce().map(row -> (Long) row[1]).orElse(withoutPolicy);
  }

  private Optional<Object[]> inForce() {
    return session
        .createNativeQuery(IN_FORCE, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("bytes", Long.class)
        .setParameter("today", today())
        .uniqueResultOptional();
  }

  /** What holds today, and what is kept. */
  @Transactional(Transactional.TxType.MANDATORY)
  QuotaResponse read() {
    var inForce = inForce();
    Object[] standing = inner.overWholeClient(this::standing);
    return new QuotaResponse(
        inForce.map(row -> (Long) row[1]).orElse(withoutPolicy),
        inForce.map(row -> (UUID) row[0]).orElse(null),
        (Long) standing[0],
        (Long) standing[1],
        latest());
  }

  /** Also for a caller who sees only what they gave themselves. */
  private Object[] standing() {
    return session
        .createNativeQuery(STANDING, Object[].class)
        .addScalar("used", Long.class)
        .addScalar("reserved", Long.class)
        .getSingleResult();
  }

  private List<QuotaPolicy> latest() {
    return session
        .createNativeQuery(LATEST, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("bytes", Long.class)
        .addScalar("in_force_from", LocalDate.class)
        .addScalar("reason", String.class)
        .addScalar("set_by", String.class)
        .addScalar("set_at", Instant.class)
        .getResultStream()
        .map(
            row ->
                new QuotaPolicy(
                    (UUID) row[0],
                    (Long) row[1],
                    (LocalDate) row[2],
                    (String) row[3],
                    (String) row[4],
                    (Instant) row[5]))
        .toList();
  }

  /** Sets a quota from a day on; what was kept before stays, and a smaller one refuses more. */
  @Transactional(Transactional.TxType.MANDATORY)
  QuotaPolicy set(QuotaRequest request) {
    if (request.inForceFrom().isBefore(today())) {
      throw ProblemException.invalid("/inForceFrom", "Give today or a later day.");
    }
    var policy =
        new QuotaPolicy(
            ids.generate(),
            request.bytes(),
            request.inForceFrom(),
            request.reason(),
            caller.token().subject(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    session
        .createNativeMutationQuery(SET)
        .setParameter("id", policy.id())
        .setParameter("bytes", policy.bytes())
        .setParameter("from", policy.inForceFrom())
        .setParameter("reason", policy.reason())
        .setParameter("by", policy.setBy())
        .setParameter("at", policy.setAt())
        .executeUpdate();
    audit.record(
        AuditEvent.of("evidence-quota.set", "EVIDENCE_QUOTA", policy.id())
            .with("bytes", policy.bytes())
            .with("inForceFrom", policy.inForceFrom()));
    return policy;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
