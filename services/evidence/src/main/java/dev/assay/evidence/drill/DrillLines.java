package dev.assay.evidence.drill;

import dev.assay.evidence.store.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The files of a sample: those still to be fetched, and all with what was seen. */
@ApplicationScoped
class DrillLines {

  private static final String OPEN =
      """
      select p.position, f.id, f.object_key, f.version_id, f.size_bytes, f.sha256, f.retain_until
      from evidence_drill_pick p
      join evidence_file_current f on f.client_id = p.client_id and f.id = p.file_id
      where p.drill_id = :drill and not exists (
        select from evidence_drill_check c
        where c.client_id = p.client_id and c.drill_id = p.drill_id and c.position = p.position)
      order by p.position
      """;
  private static final String LINES =
      """
      select p.position, f.id, f.evidence_id, f.version_id, f.size_bytes, f.sha256,
             c.expected_locked_until, c.findings, c.seen_size, c.seen_sha256, c.seen_locked_until,
             c.time_stamp, c.at
      from evidence_drill_pick p
      join evidence_file_current f on f.client_id = p.client_id and f.id = p.file_id
      left join evidence_drill_check c
        on c.client_id = p.client_id and c.drill_id = p.drill_id and c.position = p.position
      where p.drill_id = :drill and p.position > :after
        and (not :differing or c.findings <> '')
      order by p.position
      """;

  private final Session session;

  DrillLines(Session session) {
    this.session = session;
  }

  /** What nobody has fetched yet, and what the vault says of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Pick> open(UUID drill) {
    return session
        .createNativeQuery(OPEN, Object[].class)
        .addScalar("position", Integer.class)
        .addScalar("id", UUID.class)
        .addScalar("object_key", String.class)
        .addScalar("version_id", String.class)
        .addScalar("size_bytes", Long.class)
        .addScalar("sha256", String.class)
        .addScalar("retain_until", Instant.class)
        .setParameter("drill", drill)
        .getResultStream()
        .map(
            row ->
                new Pick(
                    (Integer) row[0],
                    (UUID) row[1],
                    new ObjectVersion((String) row[2], (String) row[3]),
                    (Long) row[4],
                    (String) row[5],
                    (Instant) row[6]))
        .toList();
  }

  /**
   * Lines by position.
   *
   * @param differing only those with a finding
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Line> page(UUID drill, boolean differing, int after, int most) {
    return session
        .createNativeQuery(LINES, Object[].class)
        .addScalar("position", Integer.class)
        .addScalar("id", UUID.class)
        .addScalar("evidence_id", UUID.class)
        .addScalar("version_id", String.class)
        .addScalar("size_bytes", Long.class)
        .addScalar("sha256", String.class)
        .addScalar("expected_locked_until", Instant.class)
        .addScalar("findings", String.class)
        .addScalar("seen_size", Long.class)
        .addScalar("seen_sha256", String.class)
        .addScalar("seen_locked_until", Instant.class)
        .addScalar("time_stamp", String.class)
        .addScalar("at", Instant.class)
        .setParameter("drill", drill)
        .setParameter("differing", differing)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultStream()
        .map(DrillLines::line)
        .toList();
  }

  private static Line line(Object[] row) {
    return new Line(
        (Integer) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (String) row[3],
        (Long) row[4],
        (String) row[5],
        (Instant) row[6],
        codes((String) row[7]),
        new Seen((Long) row[8], (String) row[9], (Instant) row[10]),
        (String) row[11],
        (Instant) row[12]);
  }

  private static @Nullable List<String> codes(@Nullable String findings) {
    if (findings == null) {
      return null;
    }
    return findings.isEmpty() ? List.of() : List.of(findings.split(",", -1));
  }
}
