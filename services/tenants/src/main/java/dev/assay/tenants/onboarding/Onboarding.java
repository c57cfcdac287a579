package dev.assay.tenants.onboarding;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import javax.sql.DataSource;

/** Reads how far the onboarding of the client in whose scope we are has come. */
@ApplicationScoped
public class Onboarding {

  /** One statement, and only the client's own rows: its policy leaves no others. */
  private static final String FACTS =
      """
      with held as (
        select g.role, g.subject from role_grant g
        where g.valid_from <= ? and (g.valid_until is null or g.valid_until > ?)
          and not exists (
            select from role_grant_transition t
            where t.msp_id = g.msp_id and t.grant_id = g.id and t.step = 'REVOKED')
          and (not g.needs_approval or exists (
            select from role_grant_transition t
            where t.msp_id = g.msp_id and t.grant_id = g.id and t.step = 'APPROVED')))
      select
        c.fiscal_year_end_month is not null and c.fiscal_year_end_day is not null,
        c.time_zone is not null,
        exists (select from client_identifier i where i.withdrawn_at is null),
        coalesce(c.derived_filer_status, c.filer_status) is not null,
        exists (
          select from in_scope_system_standing s
          where s.approved_version is not null and s.state <> 'RETIRED'),
        array(select distinct role from held),
        array(select subject from held where role = 'MSP_TECHNICIAN'),
        array(select subject from held where role = 'MSP_REVIEWER')
      from client c
      """;

  private final DataSource dataSource;
  private final Clock clock;

  Onboarding(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** The checklist as it stands now, read in the running transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Checklist checklist() {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    try (Connection connection = dataSource.getConnection();
        var select = connection.prepareStatement(FACTS)) {
      select.setObject(1, now);
      select.setObject(2, now);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw ProblemException.notFound();
        }
        return Checklist.of(facts(row));
      }
    } catch (SQLException failed) {
      throw new OnboardingUnreadable(failed);
    }
  }

  private static ClientFacts facts(ResultSet row) throws SQLException {
    Set<String> roles = texts(row.getArray(6));
    return new ClientFacts(
        row.getBoolean(1),
        row.getBoolean(2),
        row.getBoolean(3),
        row.getBoolean(4),
        row.getBoolean(5),
        roles.contains(Role.CONTROL_OWNER.name()),
        roles.contains(Role.CLIENT_EXECUTIVE.name()),
        texts(row.getArray(7)),
        texts(row.getArray(8)));
  }

  private static Set<String> texts(Array array) throws SQLException {
    return Set.copyOf(Arrays.asList((String[]) array.getArray()));
  }
}
