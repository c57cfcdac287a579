package dev.assay.evidence.request;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Requests as they stand, those that are due first, first. */
@ApplicationScoped
public class StandingRequests implements PanacheRepositoryBase<StandingRequest, UUID> {

  private static final String LOCK =
      "select request_id from evidence_request_standing where request_id = :id for update";

  private final Session session;

  StandingRequests(Session session) {
    this.session = session;
  }

  /** Where a list goes on. */
  record SortKey(LocalDate dueOn, UUID id) {

    static SortKey parse(String text) {
      int slash = text.indexOf('/');
      return new SortKey(
          LocalDate.parse(text.substring(0, slash)), UUID.fromString(text.substring(slash + 1)));
    }

    static String of(StandingRequest row) {
      return row.dueOn() + "/" + row.id();
    }
  }

  List<StandingRequest> page(RequestFilter filter, Instant now, PageRequest page) {
    var conditions = filter.conditions(now);
    Map<String, Object> parameters = new HashMap<>(conditions.parameters());
    var where = new StringBuilder("1 = 1").append(conditions.hql());
    page.after(SortKey::parse)
        .ifPresent(
            last -> {
              where.append(" and (dueOn > :lastDue or dueOn = :lastDue and id > :lastId)");
              parameters.put("lastDue", last.dueOn());
              parameters.put("lastId", last.id());
            });
    return find(where + " order by dueOn, id", parameters).range(0, page.fetchSize() - 1).list();
  }

  List<StandingRequest> first(int most, RequestFilter filter, Instant now) {
    var conditions = filter.conditions(now);
    return find("1 = 1" + conditions.hql() + " order by dueOn, id", conditions.parameters())
        .range(0, most - 1)
        .list();
  }

  /** The request, which nobody else moves before this transaction ends. */
  public Optional<StandingRequest> lock(UUID id) {
    List<UUID> locked =
        session.createNativeQuery(LOCK, UUID.class).setParameter("id", id).getResultList();
    return locked.isEmpty() ? Optional.empty() : findByIdOptional(id);
  }
}
