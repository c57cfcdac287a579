package dev.assay.evidence.holding;

import dev.assay.http.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Reckons holdings from the rows themselves: they are never changed, so neither is an answer. */
@ApplicationScoped
class Holdings {

  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private static final String HELD =
      """
      with sealed as (
        select e.id as item, f.id as file, f.name, f.media_type, f.size_bytes, f.sha256,
               s.at, s.retain_until, s.rule_set,
               dense_rank() over (order by e.id desc) as place
        from evidence e
        join evidence_file f on f.evidence_id = e.id
        join evidence_transition s on s.file_id = f.id and s.state = 'SEALED'
        where e.control_id = :control
          and e.period_from <= :asOf and e.period_to >= :asOf
          and e.id < :before
          and s.at <= :knownAt
          and not exists (select from evidence_transition later
                          where later.file_id = f.id and later.step > s.step
                            and later.at <= :knownAt))
      select e.id as item, e.title, e.control_id, e.period_from, e.period_to, e.source_system,
             e.arrived_at, file, name, media_type, size_bytes, sha256, at, retain_until, rule_set
      from sealed join evidence e on e.id = sealed.item
      where place <= :most
      order by item desc, file
      """;

  private final Session session;

  Holdings(Session session) {
    this.session = session;
  }

  /** What was held, newest arrival first; one SQL statement. */
  List<HeldItem> page(HoldingQuestion question, PageRequest page) {
    Map<UUID, HeldItem> items = new LinkedHashMap<>();
    Map<UUID, List<HeldFile>> files = new LinkedHashMap<>();
    session
        .createNativeQuery(HELD, Object[].class)
        .addScalar("item", UUID.class)
        .addScalar("title", String.class)
        .addScalar("control_id", String.class)
        .addScalar("period_from", LocalDate.class)
        .addScalar("period_to", LocalDate.class)
        .addScalar("source_system", String.class)
        .addScalar("arrived_at", Instant.class)
        .addScalar("file", UUID.class)
        .addScalar("name", String.class)
        .addScalar("media_type", String.class)
        .addScalar("size_bytes", Long.class)
        .addScalar("sha256", String.class)
        .addScalar("at", Instant.class)
        .addScalar("retain_until", Instant.class)
        .addScalar("rule_set", String.class)
        .setParameter("control", question.controlId())
        .setParameter("asOf", question.asOf())
        .setParameter("knownAt", question.knownAt())
        .setParameter("before", page.after(UUID::fromString).orElse(LAST))
        .setParameter("most", page.fetchSize())
        .getResultStream()
        .forEach(
            row -> {
              UUID item = (UUID) row[0];
              files.computeIfAbsent(item, none -> new ArrayList<>()).add(file(row));
              items.putIfAbsent(item, item(row));
            });
    return items.values().stream()
        .map(item -> with(item, files.getOrDefault(item.id(), List.of())))
        .toList();
  }

  private static HeldItem item(Object[] row) {
    return new HeldItem(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (LocalDate) row[3],
        (LocalDate) row[4],
        (String) row[5],
        (Instant) row[6],
        List.of());
  }

  private static HeldItem with(HeldItem item, List<HeldFile> files) {
    return new HeldItem(
        item.id(),
        item.title(),
        item.controlId(),
        item.periodFrom(),
        item.periodTo(),
        item.sourceSystem(),
        item.arrivedAt(),
        files);
  }

  private static HeldFile file(Object[] row) {
    return new HeldFile(
        (UUID) row[7],
        (String) row[8],
        (String) row[9],
        (Long) row[10],
        (String) row[11],
        (Instant) row[12],
        (Instant) row[13],
        (String) row[14]);
  }
}
