package dev.assay.evidence.reminder;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reminders that fell due, oldest first. */
@ApplicationScoped
class Reminders implements PanacheRepositoryBase<Reminder, UUID> {

  private static final String REMIND =
      """
      insert into evidence_request_reminder
        (id, request_id, terms, assignee_person_id, due_on, offset_days, rule_set, at)
      select :id, s.request_id, s.terms, s.assignee_person_id, s.due_on, :offset, :rule, :at
      from evidence_request_standing s
      where s.request_id = :request
      on conflict (client_id, request_id, terms, offset_days) do nothing
      """;

  private static final String SET_AT =
      """
      select t.set_at from evidence_request_terms t
      where t.request_id = :request and t.version = :version
      """;

  private final Session session;

  Reminders(Session session) {
    this.session = session;
  }

  List<Reminder> page(@Nullable Instant since, PageRequest page) {
    var where = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    if (since != null) {
      where.append(" and at >= :since");
      parameters.put("since", since);
    }
    page.after(UUID::fromString)
        .ifPresent(
            last -> {
              where.append(" and id > :last");
              parameters.put("last", last);
            });
    return find(where + " order by id", parameters).range(0, page.fetchSize() - 1).list();
  }

  /** When the terms that hold were set. */
  Instant setAt(UUID request, int terms) {
    return session
        .createNativeQuery(SET_AT, Instant.class)
        .setParameter("request", request)
        .setParameter("version", terms)
        .getSingleResult();
  }

  /** Writes a reminder; false when it was written before. */
  boolean remind(UUID id, UUID request, int offset, String rule, Instant at) {
    return session
            .createNativeMutationQuery(REMIND)
            .setParameter("id", id)
            .setParameter("request", request)
            .setParameter("offset", offset)
            .setParameter("rule", rule)
            .setParameter("at", at)
            .executeUpdate()
        == 1;
  }
}
