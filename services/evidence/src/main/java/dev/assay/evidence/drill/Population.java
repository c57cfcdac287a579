package dev.assay.evidence.drill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The files that a drill draws from, by ascending id. SEALED is a last state and its row never
 * changes, so the list of a moment is the same whenever it is asked for.
 */
@ApplicationScoped
class Population {

  private static final UUID FIRST = new UUID(0, 0);
  private static final int FETCH = 1000;

  private static final String FILES =
      """
      select f.id
      from evidence_file f
      join evidence_transition s
        on s.client_id = f.client_id and s.file_id = f.id and s.state = 'SEALED'
      join evidence e on e.client_id = f.client_id and e.id = f.evidence_id
      where s.at <= :asOf and f.id > :after
        and (cast(:control as text) is null or e.control_id = :control)
        and (cast(:from as date) is null or e.period_to >= :from)
        and (cast(:to as date) is null or e.period_from <= :to)
      order by f.id
      """;

  private final Session session;

  Population(Session session) {
    this.session = session;
  }

  /** Draws from all of it; one SQL statement, whose rows pass by. */
  @Transactional(Transactional.TxType.MANDATORY)
  Draw.Drawn draw(DrillScope scope, Draw draw) {
    try (Stream<UUID> files = query(scope, FIRST).setFetchSize(FETCH).getResultStream()) {
      files.forEach(draw::add);
    }
    return draw.drawn();
  }

  /** A page of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<UUID> page(DrillScope scope, UUID after, int most) {
    return query(scope, after).setMaxResults(most).getResultList();
  }

  /** Before the first. */
  static UUID start() {
    return FIRST;
  }

  private NativeQuery<UUID> query(DrillScope scope, UUID after) {
    return session
        .createNativeQuery(FILES, UUID.class)
        .setParameter("asOf", scope.asOf())
        .setParameter("after", after)
        .setParameter("control", scope.controlId(), String.class)
        .setParameter("from", scope.periodFrom(), LocalDate.class)
        .setParameter("to", scope.periodTo(), LocalDate.class);
  }
}
