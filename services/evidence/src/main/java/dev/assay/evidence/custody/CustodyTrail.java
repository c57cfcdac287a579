package dev.assay.evidence.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads chains of custody from the rows that nobody can change: items, the states of files, the
 * drills and packages that took them along, and the audit trail. Where a state and an audit event
 * tell of the same thing, they are one event that names both rows.
 */
@ApplicationScoped
public class CustodyTrail {

  /** Not now: what another replica wrote a moment ago may be ahead of this one's clock. */
  static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * {@code place} lists whatever an audit event may be about and belongs to the items; {@code told}
   * is what the tables themselves say, {@code heard} what the audit trail says.
   */
  private static final String EVENTS =
      """
      with place as (
        select e.id as item, cast(null as uuid) as file, e.id as entity
        from evidence e where e.id in (:items)
        union all
        select f.evidence_id, f.id, f.id from evidence_file f where f.evidence_id in (:items)
        union all
        select e.id, null, p.id
        from evidence e
        join audit_package p on p.period_from <= e.period_to and p.period_to >= e.period_from
        where e.id in (:items) and exists (
          select from evidence_file f
          join evidence_transition s on s.file_id = f.id and s.state = 'SEALED'
          where f.evidence_id = e.id and s.at <= p.known_at)),
      told as (
        select e.id as item, cast(null as uuid) as file, e.id as entity, e.arrived_at as at,
               'evidence.entered' as what, e.added_by as who, 0 as rank,
               'evidence' as source, cast(e.id as text) as key, cast('{}' as jsonb) as facts
        from evidence e where e.id in (:items)
        union all
        select f.evidence_id, f.id, f.id, t.at,
               'evidence-file.' || case t.state when 'PENDING' then 'announced'
                                                else lower(t.state) end,
               case t.state when 'PENDING' then f.added_by end, 1 + t.step,
               'evidence_transition', f.id || '/' || t.state,
               jsonb_strip_nulls(jsonb_build_object(
                 'version', t.version_id, 'ruleSet', t.rule_set, 'reason', t.reason))
        from evidence_file f join evidence_transition t on t.file_id = f.id
        where f.evidence_id in (:items)
        union all
        select f.evidence_id, f.id, f.id, c.at, 'evidence-file.drilled', 'system:driller', 7,
               'evidence_drill_check', c.drill_id || '/' || c.position,
               jsonb_build_object('drillId', c.drill_id, 'timeStamp', c.time_stamp)
                 || case when c.findings = '' then cast('{}' as jsonb)
                         else jsonb_build_object('findings', c.findings) end
        from evidence_file f join evidence_drill_check c on c.file_id = f.id
        where f.evidence_id in (:items)
        union all
        select place.item, null, s.package_id, s.at, 'audit-package.sealed', null, 8,
               'audit_package_step', s.package_id || '/SEALED',
               jsonb_build_object('packageId', s.package_id, 'version', s.version_id)
        from place join audit_package_step s
          on s.package_id = place.entity and s.state = 'SEALED'),
      heard as (
        select place.item, place.file, place.entity, a.at, a.action as what, a.id,
               cast(a.body as jsonb) as body
        from place join audit_event a on a.entity_id = place.entity
        where a.entity_type <> 'AUDIT_PACKAGE'
           or a.action in ('audit-package.sealed', 'audit-package.downloaded')),
      event as (
        select told.item, told.file, told.at, told.what, told.rank, told.source, told.key,
               heard.id as audit_id,
               coalesce(heard.body #>> '{actor,subject}', told.who, 'unknown') as who,
               heard.body #> '{actor,roles}' as roles,
               told.facts || coalesce(heard.body -> 'changed', '{}') as details
        from told left join heard using (item, entity, what)
        union all
        select heard.item, heard.file, heard.at, heard.what, 9, 'audit_event',
               cast(heard.id as text), null,
               coalesce(heard.body #>> '{actor,subject}', 'unknown'),
               heard.body #> '{actor,roles}',
               coalesce(heard.body -> 'changed', '{}')
                 || case when heard.entity not in (heard.item, coalesce(heard.file, heard.item))
                      then jsonb_build_object('packageId', heard.entity)
                      else cast('{}' as jsonb) end
        from heard where not exists (
          select from told where told.item = heard.item and told.entity = heard.entity
            and told.what = heard.what))
      select item, file, at, what, rank, source, key, cast(audit_id as text) as audit_id, who,
             cast(coalesce(roles, '[]') as text) as roles, cast(details as text) as details
      from event
      where at <= :knownAt
        and (item, at, rank, key collate "C") > (:item, :at, :rank, cast(:key as text))
      order by item, at, rank, key collate "C"
      limit :most
      """;

  private final Session session;
  private final ObjectMapper json;

  CustodyTrail(Session session, ObjectMapper json) {
    this.session = session;
    this.json = json;
  }

  /**
   * Events of some items, item by item, each from its arrival on; one SQL statement.
   *
   * @param knownAt nothing that happened later
   * @param after where the caller has come to
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<CustodyRow> page(
      Collection<UUID> items, Instant knownAt, CustodyPlace after, int most) {
    return session
        .createNativeQuery(EVENTS, Object[].class)
        .addScalar("item", UUID.class)
        .addScalar("file", UUID.class)
        .addScalar("at", Instant.class)
        .addScalar("what", String.class)
        .addScalar("rank", Integer.class)
        .addScalar("source", String.class)
        .addScalar("key", String.class)
        .addScalar("audit_id", String.class)
        .addScalar("who", String.class)
        .addScalar("roles", String.class)
        .addScalar("details", String.class)
        .setParameterList("items", items)
        .setParameter("knownAt", knownAt)
        .setParameter("item", after.item())
        .setParameter("at", after.at())
        .setParameter("rank", after.rank())
        .setParameter("key", after.key())
        .setParameter("most", most)
        .getResultStream()
        .map(this::row)
        .toList();
  }

  private CustodyRow row(Object[] row) {
    var place =
        new CustodyPlace((UUID) row[0], (Instant) row[2], (Integer) row[4], (String) row[6]);
    return new CustodyRow(
        place,
        new CustodyEvent(
            place.at(),
            (String) row[3],
            (UUID) row[1],
            (String) row[8],
            read((String) row[9], new TypeReference<>() {}),
            texts(read((String) row[10], new TypeReference<>() {})),
            sources((String) row[5], place.key(), (String) row[7])));
  }

  private static List<SourceRow> sources(String table, String key, @Nullable String audit) {
    List<SourceRow> sources = new ArrayList<>();
    sources.add(new SourceRow(table, key));
    if (audit != null) {
      sources.add(new SourceRow("audit_event", audit));
    }
    return sources;
  }

  private static Map<String, String> texts(Map<String, Object> details) {
    Map<String, String> texts = new HashMap<>();
    details.forEach((field, value) -> texts.put(field, String.valueOf(value)));
    return texts;
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("an audit event is not what the audit trail writes", broken);
    }
  }
}
