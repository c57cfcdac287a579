package dev.assay.controls.conclusion;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was concluded, newest first. */
@ApplicationScoped
public class Conclusions implements PanacheRepositoryBase<Conclusion, UUID> {

  private static final String OF_CONTROL =
      "from Conclusion n join ClientControl c on c.id = n.clientControlId"
          + " where c.fiscalYear = ?1 and c.controlId = ?2";

  /** Whether a conclusion of this control that was not returned bears this person's name. */
  public boolean signedBy(UUID clientControlId, UUID personId) {
    return count(
            """
            from Conclusion n left join Review r on r.conclusionId = n.id
            where n.clientControlId = ?1 and (r.decision is null or r.decision = ?3)
              and (n.concludedByPersonId = ?2 or r.reviewedByPersonId = ?2)
            """,
            clientControlId,
            personId,
            Decision.ACCEPTED)
        > 0;
  }

  Optional<Conclusion> last(UUID clientControlId) {
    return find("clientControlId = ?1 order by number desc", clientControlId)
        .range(0, 0)
        .firstResultOptional();
  }

  Optional<Conclusion> find(int fiscalYear, String controlId, UUID id) {
    return find("select n " + OF_CONTROL + " and n.id = ?3", fiscalYear, controlId, id)
        .firstResultOptional();
  }

  List<Conclusion> page(int fiscalYear, String controlId, PageRequest page) {
    int below = page.after(Integer::parseInt).orElse(Integer.MAX_VALUE);
    return find(
            "select n " + OF_CONTROL + " and n.number < ?3 order by n.number desc",
            fiscalYear,
            controlId,
            below)
        .range(0, page.fetchSize() - 1)
        .list();
  }
}
