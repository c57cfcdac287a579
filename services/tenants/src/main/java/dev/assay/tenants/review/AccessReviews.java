package dev.assay.tenants.review;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The reviews of the current scope, with their extracts and how they closed. */
@ApplicationScoped
class AccessReviews {

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final EntityManager entities;

  AccessReviews(EntityManager entities) {
    this.entities = entities;
  }

  /** The newest first. */
  List<AccessReview> page(PageRequest request) {
    return entities
        .createQuery(
            "from AccessReview v where v.id < :before order by v.id desc", AccessReview.class)
        .setParameter("before", request.after(UUID::fromString).orElse(AFTER_ALL))
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  AccessReview find(UUID id) {
    return Optional.ofNullable(entities.find(AccessReview.class, id))
        .orElseThrow(ProblemException::notFound);
  }

  /** Those of this coverage that have not closed. */
  List<AccessReview> unclosed(Coverage coverage) {
    return entities
        .createQuery(
            """
            from AccessReview v where v.coverage = :coverage
              and not exists (select 1 from ReviewClosure c where c.reviewId = v.id)
            """,
            AccessReview.class)
        .setParameter("coverage", coverage)
        .getResultList();
  }

  /** How these reviews closed, those that did. */
  List<ReviewClosure> closures(List<UUID> reviews) {
    return entities
        .createQuery("from ReviewClosure c where c.reviewId in :reviews", ReviewClosure.class)
        .setParameter("reviews", reviews)
        .getResultList();
  }

  List<ReviewExtract> extracts(UUID reviewId) {
    return entities
        .createQuery(
            "from ReviewExtract x where x.reviewId = :review order by x.id", ReviewExtract.class)
        .setParameter("review", reviewId)
        .getResultList();
  }

  /** Writes a row now. */
  void add(Object row) {
    try {
      entities.persist(row);
      entities.flush();
    } catch (ConstraintViolationException refused) {
      throw switch (String.valueOf(refused.getConstraintName())) {
        case "access_review_decision_once" ->
            ProblemException.of(
                TenantsProblem.ACCESS_REVIEW_LINE_DECIDED, "Somebody was faster; read it again.");
        case "access_review_decision_by_others" ->
            ProblemException.of(TenantsProblem.REVIEWER_NOT_INDEPENDENT, "It is your own access.");
        case "access_review_closed_once" ->
            ProblemException.of(TenantsProblem.ACCESS_REVIEW_CLOSED, "Somebody was faster.");
        default -> refused;
      };
    }
  }
}
