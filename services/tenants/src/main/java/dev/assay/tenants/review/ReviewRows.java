package dev.assay.tenants.review;

import dev.assay.tenancy.permission.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Listings, and counts over lines, in the current scope: where the statement itself matters. */
@ApplicationScoped
class ReviewRows {

  /** Who has access: the query that a review names as the source of its listing. */
  static final String IN_FORCE =
      """
      select g.id, g.person_id, g.subject, g.role, g.valid_from, g.valid_until,
             g.granted_by, g.granted_at, a.decided_by, a.decided_at
      from role_grant g
      left join role_grant_transition a
        on a.msp_id = g.msp_id and a.grant_id = g.id and a.step = 'APPROVED'
      left join role_grant_transition r
        on r.msp_id = g.msp_id and r.grant_id = g.id and r.step = 'REVOKED'
      where g.role = any (?) and g.valid_from <= ? and (g.valid_until is null or g.valid_until > ?)
        and r.grant_id is null and (not g.needs_approval or a.grant_id is not null)
      """;

  private static final String FREEZE =
      """
      insert into access_review_line (
        review_id, grant_id, person_id, subject, role, valid_from, valid_until,
        granted_by, granted_at, approved_by, approved_at)
      select cast(? as uuid), listing.* from (%s) listing
      returning grant_id, person_id, subject, role, valid_from, valid_until,
                granted_by, granted_at, approved_by, approved_at
      """
          .formatted(IN_FORCE);

  /** Counted another way, so that a listing which misses rows does not add up. */
  private static final String TOTALS =
      """
      select count(*),
             count(*) filter (where revoked),
             count(*) filter (where not revoked and expired),
             count(*) filter (where not revoked and not expired and not approved),
             count(*) filter (where not revoked and not expired and approved and later)
      from (
        select coalesce(g.valid_until <= ?, false) as expired, g.valid_from > ? as later,
               not g.needs_approval or 'APPROVED' = any (s.steps) as approved,
               'REVOKED' = any (s.steps) as revoked
        from role_grant g
        cross join lateral (
          select coalesce(array_agg(t.step), '{}') as steps from role_grant_transition t
          where t.msp_id = g.msp_id and t.grant_id = g.id) s
        where g.role = any (?)) as each
      """;

  private static final String PROGRESS =
      """
      with decided as (
        select v.id, d.decision, d.remove_by,
               coalesce(t.decided_at, l.valid_until) as ends,
               c.review_id is null and case d.decision
                 when 'REVOKE' then exists (
                   select from (%1$s) f where f.person_id = l.person_id and f.role = l.role)
                 when 'CHANGE' then exists (select from (%1$s) f where f.id = l.grant_id)
                 else false end as outstanding
        from access_review v
        join access_review_decision d on d.msp_id = v.msp_id and d.review_id = v.id
        join access_review_line l
          on l.msp_id = d.msp_id and l.review_id = d.review_id and l.grant_id = d.grant_id
        left join role_grant_transition t
          on t.msp_id = l.msp_id and t.grant_id = l.grant_id and t.step = 'REVOKED'
        left join access_review_closure c on c.msp_id = v.msp_id and c.review_id = v.id
        where v.id = any (?))
      select v.id, v.row_count, c.outcome,
             count(*) filter (where d.decision = 'KEEP'),
             count(*) filter (where d.decision = 'REVOKE'),
             count(*) filter (where d.decision = 'CHANGE'),
             count(*) filter (where d.outstanding),
             min(d.remove_by) filter (where d.outstanding),
             coalesce(bool_or((d.ends at time zone ?)::date > d.remove_by and d.ends <= ?), false)
      from access_review v
      left join decided d on d.id = v.id
      left join access_review_closure c on c.msp_id = v.msp_id and c.review_id = v.id
      where v.id = any (?)
      group by v.id, v.row_count, c.outcome
      """
          .formatted(
              """
              select g.id, g.person_id, g.role
              from role_grant g
              where g.valid_from <= ? and (g.valid_until is null or g.valid_until > ?)
                and not exists (
                  select from role_grant_transition x
                  where x.msp_id = g.msp_id and x.grant_id = g.id and x.step = 'REVOKED')
                and (not g.needs_approval or exists (
                  select from role_grant_transition x
                  where x.msp_id = g.msp_id and x.grant_id = g.id and x.step = 'APPROVED'))
              """);

  private static final String LINES =
      """
      select l.grant_id, l.person_id, l.subject, l.role, l.valid_from, l.valid_until,
             l.granted_by, l.granted_at, l.approved_by, l.approved_at,
             p.display_name, d.decision, d.change_to, d.reason, d.decided_by, d.decided_at,
             d.independent, d.remove_by,
             case when t.decided_at is not null then t.decided_at
                  when l.valid_until <= ? then l.valid_until end
      from access_review_line l
      join person p on p.msp_id = l.msp_id and p.id = l.person_id
      left join access_review_decision d
        on d.msp_id = l.msp_id and d.review_id = l.review_id and d.grant_id = l.grant_id
      left join role_grant_transition t
        on t.msp_id = l.msp_id and t.grant_id = l.grant_id and t.step = 'REVOKED'
      where l.review_id = ? and l.grant_id > ? and (not ? or d.grant_id is null)
      order by l.grant_id limit ?
      """;

  /** All grants of a place there ever were, by why they are not in force. */
  record Totals(int ever, int revoked, int expired, int pending, int scheduled) {

    int inForce() {
      return ever - revoked - expired - pending - scheduled;
    }
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private final EntityManager entities;

  ReviewRows(EntityManager entities) {
    this.entities = entities;
  }

  /** Writes the lines of a review, and says what was written. */
  Population freeze(UUID reviewId, Set<Role> roles, Instant at) {
    return ask(
        connection -> {
          try (var insert = connection.prepareStatement(FREEZE)) {
            insert.setObject(1, reviewId);
            return listing(connection, insert, 2, roles, at);
          }
        });
  }

  /** The listing as it is now; nothing is written. */
  Population extract(Set<Role> roles, Instant at) {
    return ask(
        connection -> {
          try (var select = connection.prepareStatement(IN_FORCE)) {
            return listing(connection, select, 1, roles, at);
          }
        });
  }

  private static Population listing(
      Connection connection, PreparedStatement statement, int first, Set<Role> roles, Instant at)
      throws SQLException {
    statement.setArray(first, connection.createArrayOf("text", names(roles)));
    statement.setObject(first + 1, utc(at));
    statement.setObject(first + 2, utc(at));
    try (ResultSet row = statement.executeQuery()) {
      List<Population.Line> lines = new ArrayList<>();
      while (row.next()) {
        lines.add(lineIn(row));
      }
      return new Population(lines);
    }
  }

  Totals totals(Set<Role> roles, Instant at) {
    return ask(
        connection -> {
          try (var select = connection.prepareStatement(TOTALS)) {
            select.setObject(1, utc(at));
            select.setObject(2, utc(at));
            select.setArray(3, connection.createArrayOf("text", names(roles)));
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return new Totals(
                  row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
            }
          }
        });
  }

  /** How far each of these reviews is. */
  Map<UUID, ReviewProgress> progress(List<UUID> reviews, Instant now, ZoneId zone) {
    return ask(
        connection -> {
          try (var select = connection.prepareStatement(PROGRESS)) {
            var ids = connection.createArrayOf("uuid", reviews.toArray());
            for (int moment = 1; moment <= 4; moment++) {
              select.setObject(moment, utc(now));
            }
            select.setArray(5, ids);
            select.setString(6, zone.getId());
            select.setObject(7, utc(now));
            select.setArray(8, ids);
            try (ResultSet row = select.executeQuery()) {
              Map<UUID, ReviewProgress> progress = new HashMap<>();
              while (row.next()) {
                progress.put(row.getObject(1, UUID.class), progressIn(row));
              }
              return progress;
            }
          }
        });
  }

  private static ReviewProgress progressIn(ResultSet row) throws SQLException {
    String outcome = row.getString(3);
    return new ReviewProgress(
        row.getInt(2),
        row.getInt(4),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7),
        row.getObject(8, LocalDate.class),
        row.getBoolean(9),
        outcome == null ? null : ReviewStatus.valueOf(outcome));
  }

  /**
   * Lines in the order of their grants' ids.
   *
   * @param after the grant before the first, or the lowest id there is
   */
  List<ReviewLine> lines(UUID reviewId, UUID after, boolean undecidedOnly, int limit, Instant now) {
    return ask(
        connection -> {
          try (var select = connection.prepareStatement(LINES)) {
            select.setObject(1, utc(now));
            select.setObject(2, reviewId);
            select.setObject(3, after);
            select.setBoolean(4, undecidedOnly);
            select.setInt(5, limit);
            try (ResultSet row = select.executeQuery()) {
              List<ReviewLine> lines = new ArrayList<>();
              while (row.next()) {
                lines.add(
                    new ReviewLine(
                        lineIn(row), row.getString(11), decidedIn(row), instant(row, 19)));
              }
              return lines;
            }
          }
        });
  }

  private static Population.Line lineIn(ResultSet row) throws SQLException {
    return new Population.Line(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        Role.valueOf(row.getString(4)),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        instant(row, 6),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9),
        instant(row, 10));
  }

  private static ReviewLine.@Nullable Decided decidedIn(ResultSet row) throws SQLException {
    Instant at = instant(row, 16);
    return at == null
        ? null
        : new ReviewLine.Decided(
            Decision.valueOf(row.getString(12)),
            row.getString(13),
            row.getString(14),
            row.getString(15),
            at,
            row.getBoolean(17),
            row.getObject(18, LocalDate.class));
  }

  private <T> T ask(Question<T> question) {
    return entities.unwrap(Session.class).doReturningWork(question::ask);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Object[] names(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toArray();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
