package dev.assay.evidence.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Who did what to a request, row by row. */
@ApplicationScoped
class RequestHistory {

  private static final String STEPS =
      """
      select step, state, at, by_subject, by_person_id, reason
      from evidence_request_transition where request_id = :request order by step
      """;

  private static final String TERMS =
      """
      select version, assignee_person_id, due_on, set_at, set_by, reason
      from evidence_request_terms where request_id = :request order by version
      """;

  private final Session session;

  RequestHistory(Session session) {
    this.session = session;
  }

  List<StepResponse> steps(UUID request) {
    return session
        .createNativeQuery(STEPS, Object[].class)
        .addScalar("step", Integer.class)
        .addScalar("state", String.class)
        .addScalar("at", Instant.class)
        .addScalar("by_subject", String.class)
        .addScalar("by_person_id", UUID.class)
        .addScalar("reason", String.class)
        .setParameter("request", request)
        .getResultList()
        .stream()
        .map(
            row ->
                new StepResponse(
                    (Integer) row[0],
                    RequestState.valueOf((String) row[1]),
                    (Instant) row[2],
                    (String) row[3],
                    (UUID) row[4],
                    (String) row[5]))
        .toList();
  }

  List<TermsResponse> terms(UUID request) {
    return session
        .createNativeQuery(TERMS, Object[].class)
        .addScalar("version", Integer.class)
        .addScalar("assignee_person_id", UUID.class)
        .addScalar("due_on", LocalDate.class)
        .addScalar("set_at", Instant.class)
        .addScalar("set_by", String.class)
        .addScalar("reason", String.class)
        .setParameter("request", request)
        .getResultList()
        .stream()
        .map(
            row ->
                new TermsResponse(
                    (Integer) row[0],
                    (UUID) row[1],
                    (LocalDate) row[2],
                    (Instant) row[3],
                    (String) row[4],
                    (String) row[5]))
        .toList();
  }
}
