package dev.assay.tenants.breakglass;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The operators' accesses that the current scope sees: a client's, or those of many clients. */
@ApplicationScoped
class BrokenGlasses {

  private static final String HISTORY =
      """
      select new dev.assay.tenants.breakglass.BreakGlassHistory(b, e, a) from BreakGlass b
      left join BreakGlassTransition e on e.breakGlassId = b.id and e.step = ENDED
      left join BreakGlassTransition a on a.breakGlassId = b.id and a.step = ACKNOWLEDGED
      """;

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final EntityManager entities;

  BrokenGlasses(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The newest first.
   *
   * @param acknowledged narrows to those that were, or were not; null for all
   */
  List<BreakGlassHistory> page(@Nullable Boolean acknowledged, PageRequest request) {
    String narrowed =
        acknowledged == null ? "" : acknowledged ? " and a is not null" : " and a is null";
    return entities
        .createQuery(
            HISTORY + "where b.id < :before" + narrowed + " order by b.id desc",
            BreakGlassHistory.class)
        .setParameter("before", request.after(UUID::fromString).orElse(AFTER_ALL))
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  Optional<BreakGlassHistory> find(UUID id) {
    return entities
        .createQuery(HISTORY + "where b.id = :id", BreakGlassHistory.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** This operator's last one at the current client. */
  @Nullable BreakGlass lastOf(String subject) {
    return entities
        .createQuery(
            "from BreakGlass b where b.subject = :subject order by b.ordinal desc",
            BreakGlass.class)
        .setParameter("subject", subject)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Writes a row now. */
  void add(Object row) {
    try {
      entities.persist(row);
      entities.flush();
    } catch (ConstraintViolationException refused) {
      throw refusal(row, String.valueOf(refused.getConstraintName())).orElseThrow(() -> refused);
    }
  }

  private static Optional<ProblemException> refusal(Object row, String constraint) {
    return switch (constraint) {
      case "break_glass_chain" ->
          Optional.of(
              ProblemException.of(
                  TenantsProblem.BREAK_GLASS_RESTS, "You have broken it at this very moment."));
      case "break_glass_transition_once" ->
          Optional.of(
              row instanceof BreakGlassTransition made
                      && made.step == BreakGlassTransition.Step.ENDED
                  ? ProblemException.of(TenantsProblem.BREAK_GLASS_OVER, "Somebody has ended it.")
                  : ProblemException.of(
                      TenantsProblem.BREAK_GLASS_ACKNOWLEDGED, "Somebody was faster."));
      default -> Optional.empty();
    };
  }
}
