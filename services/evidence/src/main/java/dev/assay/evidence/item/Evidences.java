package dev.assay.evidence.item;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Items of evidence, newest first. */
@ApplicationScoped
class Evidences implements PanacheRepositoryBase<Evidence, UUID> {

  private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  /** Ids carry their time, so their order is the order of arrival. */
  List<Evidence> page(EvidenceFilter filter, PageRequest page) {
    var where = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    if (filter.controlId() != null) {
      where.append(" and controlId = :control");
      parameters.put("control", filter.controlId());
    }
    if (filter.from() != null) {
      where.append(" and periodTo >= :from");
      parameters.put("from", filter.from());
    }
    if (filter.to() != null) {
      where.append(" and periodFrom <= :to");
      parameters.put("to", filter.to());
    }
    if (filter.titlePrefix() != null) {
      // A range and not "like": see the migration that made the column.
      where.append(
          " and e.titleFolded >= lower(:title) and e.titleFolded < concat(lower(:title), :last)");
      parameters.put("title", filter.titlePrefix());
      parameters.put("last", LAST_CHARACTER);
    }
    if (filter.sourceSystem() != null) {
      where.append(" and sourceSystem = :source");
      parameters.put("source", filter.sourceSystem());
    }
    if (filter.fileState() != null) {
      where.append(
          " and exists (from StoredFile f where f.evidenceId = e.id and f.state = :state)");
      parameters.put("state", filter.fileState());
    }
    page.after(UUID::fromString)
        .ifPresent(
            last -> {
              where.append(" and id < :after");
              parameters.put("after", last);
            });
    return find("from Evidence e where " + where + " order by id desc", parameters)
        .range(0, page.fetchSize() - 1)
        .list();
  }
}
