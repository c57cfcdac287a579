package dev.assay.evidence.auditpackage;

import dev.assay.evidence.custody.CustodyPlace;
import dev.assay.evidence.custody.CustodyRow;
import dev.assay.evidence.custody.CustodyTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** What the database says that a package holds, as of the package's moment. */
@ApplicationScoped
class PackageContents {

  private static final UUID NONE = new UUID(0, 0);

  /**
   * Items whose period touches the package's, and what was known of their files. Not materialized:
   * else every page of fifty items would look at all the client's files.
   */
  private static final String SELECTED =
      """
      with item as not materialized (
        select e.* from evidence e
        where e.period_from <= :to and e.period_to >= :from and e.arrived_at <= :knownAt),
      known as not materialized (
        select item.id as item, f.id, f.name, f.media_type, f.size_bytes, f.sha256, f.added_by,
               f.added_at, f.object_key, latest.state, latest.at as state_at,
               latest.retain_until, latest.rule_set
        from item
        join evidence_file f on f.evidence_id = item.id and f.added_at <= :knownAt
        join lateral (
          select t.state, t.at, t.retain_until, t.rule_set from evidence_transition t
          where t.file_id = f.id and t.at <= :knownAt
          order by t.step desc limit 1) latest on true),
      excluded as not materialized (
        select known.item, known.id as file, known.state as reason
        from known where known.state <> 'SEALED'
        union all
        select item.id, null, '%s' from item
        where not exists (select from known where known.item = item.id))
      """
          .formatted(Excluded.NO_FILE);

  private static final String TOTALS =
      SELECTED
          + """
          select (select count(*) from item) as items,
                 count(*) as files, coalesce(sum(size_bytes), 0) as bytes,
                 (select count(*) from excluded) as excluded, max(retain_until) as longest
          from known where state = 'SEALED'
          """;
  private static final String ITEMS =
      SELECTED
          + """
          select id, title, control_id, period_from, period_to, source_system, obtained_how,
                 added_by, arrived_at
          from item where id > :after order by id limit :most
          """;
  private static final String FILES =
      SELECTED
          + """
          select known.item, known.id, name, media_type, size_bytes, sha256, added_by, added_at,
                 state_at, object_key, uploaded.version_id, known.retain_until, known.rule_set
          from known
          join evidence_transition uploaded
            on uploaded.file_id = known.id and uploaded.state = 'UPLOADED'
          where known.item in (:items) and known.state = 'SEALED'
            and (known.item, known.id) > (:item, :after)
          order by known.item, known.id limit :most
          """;
  private static final String EXCLUDED =
      SELECTED
          + """
          select item, file, reason from excluded
          where (item, coalesce(file, :none)) > (:item, :after)
          order by item, coalesce(file, :none) limit :most
          """;
  private static final String EVENTS =
      """
      with entity as (
        select e.id as item, e.id from evidence e where e.id in (:items)
        union all
        select f.evidence_id, f.id from evidence_file f where f.evidence_id in (:items))
      select entity.item, a.at, a.id, a.body
      from entity join audit_event a on a.entity_id = entity.id
      where a.at <= :knownAt and (entity.item, a.at, a.id) > (:item, :at, :after)
      order by entity.item, a.at, a.id limit :most
      """;

  private final Session session;
  private final CustodyTrail trail;

  PackageContents(Session session, CustodyTrail trail) {
    this.session = session;
    this.trail = trail;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  PackageTotals totals(PackageScope scope) {
    Object[] row =
        selected(TOTALS, scope)
            .addScalar("items", Integer.class)
            .addScalar("files", Integer.class)
            .addScalar("bytes", Long.class)
            .addScalar("excluded", Integer.class)
            .addScalar("longest", Instant.class)
            .getSingleResult();
    return new PackageTotals(
        (Integer) row[0],
        (Integer) row[1],
        (Long) row[2],
        (Integer) row[3],
        Optional.ofNullable((Instant) row[4]));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<PackagedItem> items(PackageScope scope, @Nullable PackagedItem after, int most) {
    return selected(ITEMS, scope)
        .addScalar("id", UUID.class)
        .addScalar("title", String.class)
        .addScalar("control_id", String.class)
        .addScalar("period_from", LocalDate.class)
        .addScalar("period_to", LocalDate.class)
        .addScalar("source_system", String.class)
        .addScalar("obtained_how", String.class)
        .addScalar("added_by", String.class)
        .addScalar("arrived_at", Instant.class)
        .setParameter("after", after == null ? NONE : after.id())
        .setParameter("most", most)
        .getResultStream()
        .map(
            row ->
                new PackagedItem(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    (LocalDate) row[3],
                    (LocalDate) row[4],
                    (String) row[5],
                    (String) row[6],
                    (String) row[7],
                    (Instant) row[8]))
        .toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<PackagedFile> files(
      PackageScope scope, List<UUID> items, @Nullable PackagedFile after, int most) {
    return selected(FILES, scope)
        .addScalar("item", UUID.class)
        .addScalar("id", UUID.class)
        .addScalar("name", String.class)
        .addScalar("media_type", String.class)
        .addScalar("size_bytes", Long.class)
        .addScalar("sha256", String.class)
        .addScalar("added_by", String.class)
        .addScalar("added_at", Instant.class)
        .addScalar("state_at", Instant.class)
        .addScalar("object_key", String.class)
        .addScalar("version_id", String.class)
        .addScalar("retain_until", Instant.class)
        .addScalar("rule_set", String.class)
        .setParameterList("items", items)
        .setParameter("item", after == null ? NONE : after.item())
        .setParameter("after", after == null ? NONE : after.id())
        .setParameter("most", most)
        .getResultStream()
        .map(
            row ->
                new PackagedFile(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (String) row[3],
                    (Long) row[4],
                    (String) row[5],
                    (String) row[6],
                    (Instant) row[7],
                    (Instant) row[8],
                    (String) row[9],
                    (String) row[10],
                    (Instant) row[11],
                    (String) row[12]))
        .toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<Excluded> excluded(PackageScope scope, @Nullable Excluded after, int most) {
    return selected(EXCLUDED, scope)
        .addScalar("item", UUID.class)
        .addScalar("file", UUID.class)
        .addScalar("reason", String.class)
        .setParameter("none", NONE)
        .setParameter("item", after == null ? NONE : after.item())
        .setParameter("after", after == null || after.file() == null ? NONE : after.file())
        .setParameter("most", most)
        .getResultStream()
        .map(row -> new Excluded((UUID) row[0], (UUID) row[1], (String) row[2]))
        .toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<AuditLine> events(
      PackageScope scope, List<UUID> items, @Nullable AuditLine after, int most) {
    return session
        .createNativeQuery(EVENTS, Object[].class)
        .addScalar("item", UUID.class)
        .addScalar("at", Instant.class)
        .addScalar("id", UUID.class)
        .addScalar("body", String.class)
        .setParameterList("items", items)
        .setParameter("knownAt", scope.knownAt())
        .setParameter("item", after == null ? NONE : after.item())
        .setParameter("at", after == null ? Instant.EPOCH : after.at())
        .setParameter("after", after == null ? NONE : after.id())
        .setParameter("most", most)
        .getResultStream()
        .map(row -> new AuditLine((UUID) row[0], (Instant) row[1], (UUID) row[2], (String) row[3]))
        .toList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<CustodyRow> custody(PackageScope scope, List<UUID> items, CustodyPlace after, int most) {
    return trail.page(items, scope.knownAt(), after, most);
  }

  private NativeQuery<Object[]> selected(String sql, PackageScope scope) {
    return session
        .createNativeQuery(sql, Object[].class)
        .setParameter("from", scope.from())
        .setParameter("to", scope.to())
        .setParameter("knownAt", scope.knownAt());
  }
}
