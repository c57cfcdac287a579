package dev.assay.tenants.grant;

import dev.assay.testing.stack.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who has access at an MSP and its clients, and whether whoever gave, approved or took it was
 * entitled to at that moment: reckoned from the rows by rules written down a second time here.
 */
final class AccessOracle {

  private static final UUID PLATFORM = new UUID(0, 0);

  private static final String GRANTS =
      """
      select g.msp_id, g.client_id, g.id, g.subject, g.role, g.valid_from, g.valid_until,
             g.granted_by, g.granted_at, a.decided_by, a.decided_at, r.decided_by, r.decided_at
      from role_grant g
      left join role_grant_transition a
        on a.msp_id = g.msp_id and a.grant_id = g.id and a.step = 'APPROVED'
      left join role_grant_transition r
        on r.msp_id = g.msp_id and r.grant_id = g.id and r.step = 'REVOKED'
      where g.msp_id in (?, '00000000-0000-0000-0000-000000000000')
      """;

  private static final Map<String, Set<String>> GIVEN_BY =
      Map.of(
          "PLATFORM_OPERATOR", Set.of("PLATFORM_OPERATOR"),
          "MSP_ADMIN", Set.of("MSP_ADMIN", "PLATFORM_OPERATOR"),
          "MSP_TECHNICIAN", Set.of("MSP_ADMIN"),
          "MSP_REVIEWER", Set.of("MSP_ADMIN"),
          "INTEGRATION", Set.of("MSP_ADMIN"),
          "CONTROL_OWNER", Set.of("MSP_ADMIN"),
          "CLIENT_EXECUTIVE", Set.of("MSP_ADMIN"),
          "AUDITOR", Set.of("MSP_ADMIN"));

  private static final Map<String, Set<String>> TAKEN_BY =
      Map.of(
          "PLATFORM_OPERATOR", Set.of("PLATFORM_OPERATOR"),
          "MSP_ADMIN", Set.of("MSP_ADMIN", "PLATFORM_OPERATOR"),
          "MSP_TECHNICIAN", Set.of("MSP_ADMIN"),
          "MSP_REVIEWER", Set.of("MSP_ADMIN"),
          "INTEGRATION", Set.of("MSP_ADMIN"),
          "CONTROL_OWNER", Set.of("MSP_ADMIN"),
          "CLIENT_EXECUTIVE", Set.of("MSP_ADMIN", "PLATFORM_OPERATOR"),
          "AUDITOR", Set.of("MSP_ADMIN"));

  private static final Set<String> OF_CLIENTS =
      Set.of("CLIENT_EXECUTIVE", "CONTROL_OWNER", "AUDITOR");

  /** A step that somebody took. */
  private record Step(String by, Instant at) {}

  private record Row(
      UUID msp,
      UUID client,
      UUID id,
      String subject,
      String role,
      Instant from,
      Instant until,
      Step given,
      Step approved,
      Step revoked) {

    boolean waits() {
      return role.equals("CLIENT_EXECUTIVE") || role.equals("AUDITOR");
    }

    /** At the moment of a revocation it still counts: what was decided first, was. */
    boolean inForceAt(Instant moment) {
      return !from.isAfter(moment)
          && (until == null || until.isAfter(moment))
          && (!waits() || (approved != null && !approved.at().isAfter(moment)))
          && (revoked == null || !revoked.at().isBefore(moment));
    }

    boolean inForceNow(Instant now) {
      return inForceAt(now) && revoked == null;
    }
  }

  private final List<Row> rows;
  private final Instant now = Instant.now();

  private AccessOracle(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  static AccessOracle of(UUID msp) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (var connection = TestDatabase.superuser();
        var select = connection.prepareStatement(GRANTS)) {
      select.setObject(1, msp);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getObject(3, UUID.class),
                  row.getString(4),
                  row.getString(5),
                  row.getObject(6, OffsetDateTime.class).toInstant(),
                  instant(row.getObject(7, OffsetDateTime.class)),
                  step(row.getString(8), row.getObject(9, OffsetDateTime.class)),
                  step(row.getString(10), row.getObject(11, OffsetDateTime.class)),
                  step(row.getString(12), row.getObject(13, OffsetDateTime.class))));
        }
      }
    }
    return new AccessOracle(rows);
  }

  /** How many decisions there are to be checked. */
  int decisions() {
    return rows.stream()
        .mapToInt(row -> 1 + (row.approved() == null ? 0 : 1) + (row.revoked() == null ? 0 : 1))
        .sum();
  }

  /** Every decision that was not its maker's to make, and everybody on two sides. */
  List<String> wrongs() {
    List<String> wrongs = new ArrayList<>();
    for (Row row : rows) {
      if (!row.given().by().startsWith("system:")
          && !holdsAny(row.given(), row, GIVEN_BY.get(row.role()))) {
        wrongs.add("given by nobody entitled: " + row);
      }
      if (row.given().by().equals(row.subject())) {
        wrongs.add("given to oneself: " + row);
      }
      if (row.approved() != null) {
        approvalWrong(row, wrongs);
      }
      if (row.revoked() != null && !holdsAny(row.revoked(), row, TAKEN_BY.get(row.role()))) {
        wrongs.add("taken by nobody entitled: " + row);
      }
    }
    sidesWrong(wrongs);
    return wrongs;
  }

  private void approvalWrong(Row row, List<String> wrongs) {
    Step step = row.approved();
    if (Set.of(row.subject(), row.given().by()).contains(step.by())) {
      wrongs.add("approved by whoever had part: " + row);
    }
    boolean asOperator = holdsAny(step, row, Set.of("PLATFORM_OPERATOR"));
    boolean executiveThere =
        rows.stream()
            .filter(other -> other.role().equals("CLIENT_EXECUTIVE"))
            .filter(other -> row.client().equals(other.client()))
            .filter(other -> !other.subject().equals(row.subject()))
            // Of two steps in one millisecond either may have come first.
            .filter(other -> other.approved() != null && other.approved().at().isBefore(step.at()))
            .filter(other -> other.revoked() == null || other.revoked().at().isAfter(step.at()))
            .anyMatch(other -> other.inForceAt(step.at()));
    boolean right =
        asOperator
            ? row.role().equals("CLIENT_EXECUTIVE") && !executiveThere
            : holdsAny(step, row, Set.of("CLIENT_EXECUTIVE"));
    if (!right) {
      wrongs.add("approved by nobody entitled: " + row);
    }
  }

  private void sidesWrong(List<String> wrongs) {
    Map<String, Set<Boolean>> sides = new HashMap<>();
    rows.stream()
        .filter(row -> !row.msp().equals(PLATFORM))
        .forEach(
            row ->
                sides
                    .computeIfAbsent(row.subject(), any -> new TreeSet<>())
                    .add(OF_CLIENTS.contains(row.role())));
    sides.forEach(
        (subject, both) -> {
          if (both.size() > 1) {
            wrongs.add("on both sides: " + subject);
          }
        });
  }

  /** Whether whoever took the step held one of these roles where it reaches the row's place. */
  private boolean holdsAny(Step step, Row row, Set<String> roles) {
    return rows.stream()
        .filter(held -> held.subject().equals(step.by()) && roles.contains(held.role()))
        .filter(held -> held.inForceAt(step.at()))
        .anyMatch(
            held ->
                switch (held.role()) {
                  case "PLATFORM_OPERATOR" -> true;
                  case "MSP_ADMIN" -> held.msp().equals(row.msp());
                  default -> held.client() != null && held.client().equals(row.client());
                });
  }

  /** What the subject should be at the MSP now. */
  Set<String> rolesAtMsp(String subject) {
    return roles(subject, row -> !OF_CLIENTS.contains(row.role()));
  }

  /** What the subject should be at this client now. */
  Set<String> rolesAtClient(String subject, UUID client) {
    return roles(subject, row -> client.equals(row.client()) || row.role().equals("MSP_ADMIN"));
  }

  private Set<String> roles(String subject, java.util.function.Predicate<Row> reaches) {
    Set<String> roles = new TreeSet<>();
    rows.stream()
        .filter(row -> row.subject().equals(subject) && row.inForceNow(now) && reaches.test(row))
        .forEach(row -> roles.add(row.role()));
    return roles;
  }

  private static Step step(String by, OffsetDateTime at) {
    return by == null ? null : new Step(by, at.toInstant());
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
