package dev.assay.tenants.filer;

import dev.assay.http.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The profiles of the client in scope, with all their versions. */
@ApplicationScoped
class FilerProfiles {

  private static final String LATEST =
      """
      from FilerProfileVersion p where p.version = (
        select max(q.version) from FilerProfileVersion q where q.fiscalYear = p.fiscalYear)
      """;

  private final EntityManager entities;

  FilerProfiles(EntityManager entities) {
    this.entities = entities;
  }

  /** All versions of this year and of the one before, oldest first. */
  ProfileHistory history(int fiscalYear) {
    return new ProfileHistory(
        fiscalYear,
        entities
            .createQuery(
                """
                from FilerProfileVersion p where p.fiscalYear in (:year, :yearBefore)
                order by p.version
                """,
                FilerProfileVersion.class)
            .setParameter("year", (short) fiscalYear)
            .setParameter("yearBefore", (short) (fiscalYear - 1))
            .getResultList());
  }

  /** The latest version of each year, the last year first. */
  List<FilerProfileVersion> years(PageRequest request) {
    return entities
        .createQuery(
            LATEST + "and p.fiscalYear < :before order by p.fiscalYear desc",
            FilerProfileVersion.class)
        .setParameter("before", request.after(Short::valueOf).orElse(Short.MAX_VALUE))
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  /** The latest version of each year, the first year first. */
  List<FilerProfileVersion> years() {
    return entities
        .createQuery(LATEST + "order by p.fiscalYear", FilerProfileVersion.class)
        .getResultList();
  }

  /** The latest version of the last year. */
  Optional<FilerProfileVersion> last() {
    return entities
        .createQuery(
            "from FilerProfileVersion p order by p.fiscalYear desc, p.version desc",
            FilerProfileVersion.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The versions of one year, the latest first. */
  List<FilerProfileVersion> versions(int fiscalYear, PageRequest request) {
    return entities
        .createQuery(
            """
            from FilerProfileVersion p where p.fiscalYear = :year and p.version < :before
            order by p.version desc
            """,
            FilerProfileVersion.class)
        .setParameter("year", (short) fiscalYear)
        .setParameter("before", request.after(Integer::valueOf).orElse(Integer.MAX_VALUE))
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  void add(FilerProfileVersion version) {
    entities.persist(version);
    entities.flush();
  }
}
