package dev.assay.evidence.stale;

import dev.assay.evidence.series.OpenSeries;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a client's evidence is, series by series, and control by control where no series asks.
 * There are as many lines as controls and series: hundreds at most, so they are read whole.
 */
@ApplicationScoped
class FreshEvidence {

  private static final String NEWEST_OF_CONTROLS =
      """
      select distinct on (e.control_id) e.control_id, e.id, e.period_to
      from evidence e
      where exists (
        select from evidence_file f
        join evidence_transition t
          on t.client_id = f.client_id and t.file_id = f.id and t.state = 'SEALED'
        where f.client_id = e.client_id and f.evidence_id = e.id)
      order by e.control_id, e.period_to desc, e.id desc
      """;

  private final Session session;
  private final OpenSeries openSeries;

  FreshEvidence(Session session, OpenSeries openSeries) {
    this.session = session;
    this.openSeries = openSeries;
  }

  @Transactional
  Page<Freshness> page(
      StalenessRule rule, LocalDate today, Freshness.@Nullable State state, PageRequest page) {
    String after = page.after(Function.identity()).orElse("");
    List<Freshness> shown =
        all(rule, today).stream()
            .filter(line -> state == null || line.state() == state)
            .sorted(Comparator.comparing(Freshness::key))
            .filter(line -> line.key().compareTo(after) > 0)
            .limit(page.fetchSize())
            .toList();
    return Page.of(shown, page, Freshness::key, Function.identity());
  }

  private List<Freshness> all(StalenessRule rule, LocalDate today) {
    List<OpenSeries.Standing> series = openSeries.all();
    Set<String> asked =
        series.stream().map(OpenSeries.Standing::controlId).collect(Collectors.toSet());
    List<Freshness> all = new ArrayList<>();
    for (OpenSeries.Standing one : series) {
      all.add(
          Freshness.ofSeries(
              one.controlId(),
              one.seriesId(),
              one.lastAccepted(),
              one.coveredTo(),
              one.nextDueOn(),
              rule,
              today));
    }
    newestOfControls().stream()
        .filter(newest -> !asked.contains(newest.control()))
        .map(
            newest ->
                Freshness.ofControl(
                    newest.control(), newest.evidence(), newest.coveredTo(), rule, today))
        .forEach(all::add);
    return all;
  }

  private record Newest(String control, UUID evidence, LocalDate coveredTo) {}

  private List<Newest> newestOfControls() {
    return session
        .createNativeQuery(NEWEST_OF_CONTROLS, Object[].class)
        .addScalar("control_id", String.class)
        .addScalar("id", UUID.class)
        .addScalar("period_to", LocalDate.class)
        .getResultList()
        .stream()
        .map(row -> new Newest((String) row[0], (UUID) row[1], (LocalDate) row[2]))
        .toList();
  }
}
