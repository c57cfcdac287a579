package dev.assay.evidence.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What was given for requests, as far as the caller may see it. */
@ApplicationScoped
class GivenEvidences {

  /** Joined to evidence, whose policy keeps what others gave from a control owner. */
  private static final String OF_REQUEST =
      """
      select i.step, i.evidence_id, count(f.id) as files,
             count(f.id) filter (where f.state = 'SEALED') as sealed
      from evidence_request_item i
      join evidence e on e.client_id = i.client_id and e.id = i.evidence_id
      left join evidence_file_current f
        on f.client_id = i.client_id and f.evidence_id = i.evidence_id and f.state <> 'ABANDONED'
      where i.request_id = :request
      group by i.step, i.evidence_id
      order by i.step, i.evidence_id
      """;

  private static final String OFFERED =
      """
      select id, control_id, period_from, period_to from evidence
      where id = any (cast(:ids as uuid[]))
      """;

  private static final String AUTHORS =
      """
      select distinct e.added_by from evidence_request_item i
      join evidence e on e.client_id = i.client_id and e.id = i.evidence_id
      where i.request_id = :request and i.step = :step
      """;

  private final Session session;

  GivenEvidences(Session session) {
    this.session = session;
  }

  List<GivenEvidence> of(UUID request) {
    return session
        .createNativeQuery(OF_REQUEST, Object[].class)
        .addScalar("step", Integer.class)
        .addScalar("evidence_id", UUID.class)
        .addScalar("files", Long.class)
        .addScalar("sealed", Long.class)
        .setParameter("request", request)
        .getResultList()
        .stream()
        .map(
            row -> new GivenEvidence((Integer) row[0], (UUID) row[1], (Long) row[2], (Long) row[3]))
        .toList();
  }

  /** Those of the items that the caller may see. */
  List<OfferedEvidence> offered(Collection<UUID> ids) {
    return session
        .createNativeQuery(OFFERED, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("control_id", String.class)
        .addScalar("period_from", LocalDate.class)
        .addScalar("period_to", LocalDate.class)
        .setParameter("ids", ids.toArray(UUID[]::new))
        .getResultList()
        .stream()
        .map(
            row ->
                new OfferedEvidence(
                    (UUID) row[0], (String) row[1], (LocalDate) row[2], (LocalDate) row[3]))
        .toList();
  }

  /** The subjects who entered what a submission gave. */
  List<String> authors(UUID request, int step) {
    return session
        .createNativeQuery(AUTHORS, String.class)
        .setParameter("request", request)
        .setParameter("step", step)
        .getResultList();
  }
}
