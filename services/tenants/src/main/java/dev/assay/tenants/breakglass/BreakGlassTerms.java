package dev.assay.tenants.breakglass;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.grant.AccessRules;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For how long glass stays broken, and until when the same operator may not break it again. */
record BreakGlassTerms(
    String reason,
    String ruleSet,
    int ordinal,
    @Nullable Instant previousRestsUntil,
    Instant validFrom,
    Instant validUntil,
    Instant restsUntil) {

  /**
   * The terms that the rules allow.
   *
   * @param previous the same operator's last one at the same client
   * @throws ProblemException for a time beyond the rules' most, or while the operator rests
   */
  static BreakGlassTerms of(
      BreakGlassRequest request, @Nullable BreakGlass previous, Instant now, AccessRules rules) {
    Duration asked = Duration.ofMinutes(request.forMinutes());
    Duration most = rules.breakGlass().atMost();
    if (asked.compareTo(most) > 0) {
      throw ProblemException.invalid(
          "/forMinutes", "Ask for at most %d minutes.".formatted(most.toMinutes()));
    }
    if (previous != null && now.isBefore(previous.restsUntil)) {
      throw ProblemException.of(
          TenantsProblem.BREAK_GLASS_RESTS,
          "Your last access here lets you break the glass again from %s on."
              .formatted(previous.restsUntil));
    }
    Instant end = now.plus(asked);
    return new BreakGlassTerms(
        request.reason().strip(),
        rules.id(),
        previous == null ? 1 : previous.ordinal + 1,
        previous == null ? null : previous.restsUntil,
        now,
        end,
        end.plus(rules.breakGlass().rest()));
  }
}
