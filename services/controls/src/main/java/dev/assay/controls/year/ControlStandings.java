package dev.assay.controls.year;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where the controls of a client's years stand, one query a question. */
@ApplicationScoped
public class ControlStandings implements PanacheRepositoryBase<ControlStanding, UUID> {

  /** All controls of a year, by id. */
  public List<ControlStanding> ofYear(int fiscalYear) {
    return list("fiscalYear = ?1 order by controlId", fiscalYear);
  }

  /** One control of a year. */
  public Optional<ControlStanding> find(int fiscalYear, String controlId) {
    return find("fiscalYear = ?1 and controlId = ?2", fiscalYear, controlId).firstResultOptional();
  }

  List<ControlStanding> page(int fiscalYear, ControlFilter filter, PageRequest page) {
    var conditions = filter.conditions();
    Map<String, Object> parameters = new HashMap<>(conditions.parameters());
    parameters.put("year", fiscalYear);
    parameters.put("after", page.after(Function.identity()).orElse(""));
    return find(
            "fiscalYear = :year and controlId > :after" + conditions.hql() + " order by controlId",
            parameters)
        .range(0, page.fetchSize() - 1)
        .list();
  }
}
