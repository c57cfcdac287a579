package dev.assay.evidence.retention;

import dev.assay.evidence.hold.Holds;
import dev.assay.evidence.period.AuditedYear;
import dev.assay.evidence.period.KnownAudits;
import dev.assay.evidence.store.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Decides how long files are kept, from what this service knows; it asks nobody else. */
@ApplicationScoped
public class Decisions {

  private static final String FILES =
      """
      select f.id, f.object_key, f.version_id, coalesce(l.locked_until, f.retain_until) as locked,
             coalesce(l.number, 0) as lengthened, e.id as item, e.control_id, e.period_to
      from evidence_file_current f
      join evidence e on e.client_id = f.client_id and e.id = f.evidence_id
      left join lateral (
        select k.number, k.locked_until from evidence_lock k
        where k.client_id = f.client_id and k.file_id = f.id
        order by k.number desc limit 1) l on true
      where f.id in (:files) and f.version_id is not null
      """;

  private final Session session;
  private final Holds holds;
  private final KnownAudits audits;
  private final RetentionPolicies policies;
  private final RetentionLaw law;
  private final Clock clock;

  Decisions(
      Session session,
      Holds holds,
      KnownAudits audits,
      RetentionPolicies policies,
      RetentionLaw law,
      Clock clock) {
    this.session = session;
    this.holds = holds;
    this.audits = audits;
    this.policies = policies;
    this.law = law;
    this.clock = clock;
  }

  private record Row(
      UUID file,
      ObjectVersion version,
      Instant locked,
      int lengthened,
      UUID item,
      String controlId,
      LocalDate periodTo) {}

  /**
   * When a file's lock must end that would else end at {@code atLeast}, in whole seconds as stores
   * keep it.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Instant neededUntil(UUID file, Instant atLeast) {
    return of(List.of(file)).stream()
        .map(decision -> decision.neededUntil(atLeast, clock.instant()))
        .findFirst()
        .orElse(atLeast);
  }

  /** Decides for files of the client in scope; four statements for any number of them. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Decision> of(Collection<UUID> files) {
    List<Row> rows = rows(files);
    if (rows.isEmpty()) {
      return List.of();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Set<UUID> held = holds.onAny(rows.stream().map(Row::item).collect(Collectors.toSet()));
    Map<LocalDate, AuditedYear> years =
        audits.of(rows.stream().map(Row::periodTo).collect(Collectors.toSet()));
    List<RetentionPolicy> inForce = policies.on(today);
    LawRuleSet rules = law.on(today);
    return rows.stream()
        .map(
            row ->
                new Decision(
                    row.file(),
                    row.version(),
                    row.locked(),
                    row.lengthened(),
                    decide(
                        rules,
                        years.get(row.periodTo()),
                        inForce,
                        row.controlId(),
                        held.contains(row.item())),
                    rules))
        .toList();
  }

  /** A function of its inputs alone. */
  static Retention decide(
      LawRuleSet law,
      @Nullable AuditedYear year,
      List<RetentionPolicy> inForce,
      String controlId,
      boolean held) {
    List<LawRule.Term> terms =
        inForce.stream()
            .filter(policy -> policy.covers(controlId))
            .flatMap(policy -> policy.applyTo(year).stream())
            .toList();
    return Retention.of(law, facts(year), terms, held);
  }

  /**
   * {@code tenants} says when an audit concluded, not whether a report came of it. All rules that
   * could apply then do: records are rather kept longer.
   */
  static AuditFacts facts(@Nullable AuditedYear year) {
    if (year == null || year.auditConcludedOn() == null) {
      return new AuditFacts(EngagementOutcome.IN_PROGRESS, Map.of());
    }
    Map<StartEvent, LocalDate> days = new EnumMap<>(StartEvent.class);
    days.put(StartEvent.AUDIT_CONCLUDED, year.auditConcludedOn());
    if (year.reAuditedOn() != null) {
      days.put(StartEvent.REAUDIT_CONCLUDED, year.reAuditedOn());
    }
    if (year.concludedYearEnd() != null) {
      days.put(StartEvent.FISCAL_PERIOD_END, year.concludedYearEnd());
    }
    return new AuditFacts(EngagementOutcome.REPORT_ISSUED, days);
  }

  private List<Row> rows(Collection<UUID> files) {
    return session
        .createNativeQuery(FILES, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("object_key", String.class)
        .addScalar("version_id", String.class)
        .addScalar("locked", Instant.class)
        .addScalar("lengthened", Integer.class)
        .addScalar("item", UUID.class)
        .addScalar("control_id", String.class)
        .addScalar("period_to", LocalDate.class)
        .setParameterList("files", files, UUID.class)
        .getResultStream()
        .map(
            row ->
                new Row(
                    (UUID) row[0],
                    new ObjectVersion((String) row[1], (String) row[2]),
                    (Instant) row[3],
                    (Integer) row[4],
                    (UUID) row[5],
                    (String) row[6],
                    (LocalDate) row[7]))
        .toList();
  }
}
