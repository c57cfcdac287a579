package dev.assay.evidence.period;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.evidence.lock.LockQueue;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the audits of a client's years. Each time that {@code tenants} says something
 * new it is written down, and the locks of that year's files are decided again.
 */
@ApplicationScoped
public class KnownAudits {

  /** The last that was learned of whichever year has the day. */
  private static final String LAST =
      """
      select d.day, k.fiscal_year, k.year_start, k.year_end, k.audit_concluded_on, k.re_audited_on,
             k.concluded_year_end, k.learned_at
      from (select distinct e.period_to as day from evidence e where e.period_to in (:days)) d
      join lateral (
        select * from known_audit k where k.year_start <= d.day and k.year_end >= d.day
        order by k.learned_at desc, k.id desc limit 1) k on true
      """;

  private static final String ADD =
      """
      insert into known_audit (id, fiscal_year, year_start, year_end, audit_concluded_on,
                               re_audited_on, concluded_year_end, learned_at)
      values (:id, :label, :start, :end, :concluded, :again, :concludedEnd, :at)
      """;

  private final ClosedYears tenants;
  private final Scopes scopes;
  private final Session session;
  private final LockQueue locks;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  KnownAudits(ClosedYears tenants, Scopes scopes, Session session, LockQueue locks) {
    this.tenants = tenants;
    this.scopes = scopes;
    this.session = session;
    this.locks = locks;
  }

  /**
   * Asks {@code tenants} about the year that has this day, and remembers what is new. Outside a
   * transaction.
   *
   * @param day the last day that an item of the client in scope covers
   * @return empty when tenants has no such year
   * @throws ProblemException 503 when tenants does not say
   */
  public Optional<AuditedYear> ask(LocalDate day) {
    var answer = tenants.around(day);
    Optional<AuditedYear> said = answer.yearOf(day).map(year -> audited(year, answer.at()));
    said.ifPresent(year -> remember(day, year));
    return said;
  }

  private AuditedYear audited(FiscalYearsApi.Year year, Instant at) {
    @Nullable LocalDate last =
        year.reAuditedOn() == null ? year.auditConcludedOn() : year.reAuditedOn();
    @Nullable LocalDate concludedEnd =
        last == null
            ? null
            : tenants.around(last).yearOf(last).map(FiscalYearsApi.Year::end).orElse(null);
    return new AuditedYear(
        year.label(),
        year.start(),
        year.end(),
        year.auditConcludedOn(),
        year.reAuditedOn(),
        concludedEnd,
        at);
  }

  /** Apart from the asking, which no transaction waits for. */
  private void remember(LocalDate day, AuditedYear said) {
    scopes.runInTransaction(scopes.client().whole(), () -> learn(day, said));
  }

  private void learn(LocalDate day, AuditedYear said) {
    @Nullable AuditedYear known = of(List.of(day)).get(day);
    boolean isNews =
        known == null
            ? said.auditConcludedOn() != null
            : !said.saysAs(known) && said.learnedAt().isAfter(known.learnedAt());
    if (isNews) {
      add(said);
      locks.newsOfPeriod(said.start(), said.end());
    }
  }

  private void add(AuditedYear year) {
    session
        .createNativeMutationQuery(ADD)
        .setParameter("id", ids.generate())
        .setParameter("label", year.label())
        .setParameter("start", year.start())
        .setParameter("end", year.end())
        .setParameter("concluded", year.auditConcludedOn(), LocalDate.class)
        .setParameter("again", year.reAuditedOn(), LocalDate.class)
        .setParameter("concludedEnd", year.concludedYearEnd(), LocalDate.class)
        .setParameter("at", year.learnedAt())
        .executeUpdate();
  }

  /** What was last learned of the years that have these last days of items; one statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<LocalDate, AuditedYear> of(Collection<LocalDate> days) {
    Map<LocalDate, AuditedYear> known = new HashMap<>();
    session
        .createNativeQuery(LAST, Object[].class)
        .addScalar("day", LocalDate.class)
        .addScalar("fiscal_year", String.class)
        .addScalar("year_start", LocalDate.class)
        .addScalar("year_end", LocalDate.class)
        .addScalar("audit_concluded_on", LocalDate.class)
        .addScalar("re_audited_on", LocalDate.class)
        .addScalar("concluded_year_end", LocalDate.class)
        .addScalar("learned_at", Instant.class)
        .setParameterList("days", days)
        .getResultStream()
        .forEach(
            row ->
                known.put(
                    (LocalDate) row[0],
                    new AuditedYear(
                        (String) row[1],
                        (LocalDate) row[2],
                        (LocalDate) row[3],
                        (LocalDate) row[4],
                        (LocalDate) row[5],
                        (LocalDate) row[6],
                        (Instant) row[7])));
    return known;
  }
}
