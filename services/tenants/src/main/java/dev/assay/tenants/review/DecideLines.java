package dev.assay.tenants.review;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.directory.EffectiveGrants;
import dev.assay.tenants.directory.RoleHolder;
import dev.assay.tenants.grant.AccessRules;
import dev.assay.tenants.grant.Authority;
import dev.assay.tenants.grant.Authority.Turn;
import dev.assay.tenants.grant.GrantPlaceIds;
import dev.assay.tenants.grant.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deciding on lines, all or none; a revocation takes the access away in the same transaction. */
@ApplicationScoped
class DecideLines {

  private static final Set<Role> DECIDING =
      EnumSet.of(Role.PLATFORM_OPERATOR, Role.MSP_ADMIN, Role.CLIENT_EXECUTIVE);

  private final AccessReviews reviews;
  private final ReviewRows rows;
  private final ReviewView view;
  private final Authority authority;
  private final EffectiveGrants directory;
  private final Revocations revocations;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;

  DecideLines(
      AccessReviews reviews,
      ReviewRows rows,
      ReviewView view,
      Authority authority,
      EffectiveGrants directory,
      Revocations revocations,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.reviews = reviews;
    this.rows = rows;
    this.view = view;
    this.authority = authority;
    this.directory = directory;
    this.revocations = revocations;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  AccessReviewResponse decide(GrantPlaceIds place, UUID reviewId, DecisionsRequest request) {
    requirePossible(request);
    Set<Role> roles =
        authority.ofCaller(place, Permission.ACCESS_REVIEW_DECIDE, Turn.ALONE).roles();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    AccessReview review = reviews.find(reviewId);
    ReviewStatus status = view.of(review).status();
    switch (status) {
      case COMPLETED, FAILED ->
          throw ProblemException.of(TenantsProblem.ACCESS_REVIEW_CLOSED, "It is " + status + ".");
      case OPEN, AWAITING_PROOF -> {}
    }
    List<ReviewLine> lines = linesOf(reviewId, request, now);
    List<RoleHolder> holders = directory.holdersHere(place.mspId(), place.scopeId(), DECIDING);
    LocalDate removeBy = ReviewTerms.removeBy(now, AccessRules.at(review.openedAt).review());
    for (int i = 0; i < lines.size(); i++) {
      ReviewLine line = lines.get(i);
      boolean independent = independence(place, roles, line, holders, i);
      write(review, line.line(), request.decisions().get(i), independent, removeBy, now);
    }
    return view.of(review);
  }

  private static void requirePossible(DecisionsRequest request) {
    List<FieldError> errors = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < request.decisions().size(); i++) {
      DecisionsRequest.Line line = request.decisions().get(i);
      if (!seen.add(line.grantId())) {
        errors.add(new FieldError(pointer(i, "grantId"), "Decide on each line once."));
      }
      if ((line.decision() == Decision.CHANGE) != (line.changeTo() != null)) {
        errors.add(
            new FieldError(
                pointer(i, "changeTo"), "Say with CHANGE, and only then, what takes its place."));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.of(
          CommonProblem.INVALID_REQUEST, "One or more fields break a rule.", errors);
    }
  }

  /** The lines in the order of the decisions on them. */
  private List<ReviewLine> linesOf(UUID reviewId, DecisionsRequest request, Instant now) {
    Map<UUID, ReviewLine> byGrant =
        rows.lines(reviewId, new UUID(0, 0), false, Integer.MAX_VALUE, now).stream()
            .collect(Collectors.toMap(ReviewLine::grantId, Function.identity()));
    List<ReviewLine> lines = new ArrayList<>();
    for (int i = 0; i < request.decisions().size(); i++) {
      ReviewLine line = byGrant.get(request.decisions().get(i).grantId());
      if (line == null) {
        throw ProblemException.invalid(pointer(i, "grantId"), "No such line in this review.");
      }
      if (line.decided() != null) {
        throw ProblemException.of(
            TenantsProblem.ACCESS_REVIEW_LINE_DECIDED,
            "Line %s was decided at %s.".formatted(line.grantId(), line.decided().at()));
      }
      lines.add(line);
    }
    return lines;
  }

  private boolean independence(
      GrantPlaceIds place, Set<Role> roles, ReviewLine line, List<RoleHolder> holders, int index) {
    var subject =
        new ReviewerRules.Subject(
            line.line().subject(),
            line.line().role(),
            line.line().grantedBy(),
            line.line().approvedBy());
    return switch (ReviewerRules.verdict(
        caller.token().subject(), roles, subject, place.level(), holders)) {
      case ReviewerRules.May(boolean independent) -> independent;
      case ReviewerRules.MayNot(TenantsProblem problem, String detail) ->
          throw ProblemException.of(
              problem, detail, List.of(new FieldError(pointer(index, "grantId"), detail)));
    };
  }

  private void write(
      AccessReview review,
      Population.Line line,
      DecisionsRequest.Line request,
      boolean independent,
      LocalDate removeBy,
      Instant now) {
    reviews.add(
        new ReviewDecision(
            review.id,
            line,
            request,
            caller.token().subject(),
            now,
            independent,
            request.decision() == Decision.KEEP ? null : removeBy));
    audit.record(
        AuditEvent.of("access-review.line-decided", "ACCESS_REVIEW", review.id)
            .with("grantId", line.grantId())
            .with("decision", request.decision())
            .with("changeTo", request.changeTo())
            .with("independent", independent));
    if (request.decision() == Decision.REVOKE) {
      revocations.ifOpen(
          line.grantId(), now, "Access review " + review.id + ": " + brief(request.reason()));
    }
  }

  /** A revocation's reason has a thousand characters at most, its review's id included. */
  private static String brief(String reason) {
    return reason.strip().substring(0, Math.min(900, reason.strip().length()));
  }

  private static String pointer(int index, String field) {
    return "/decisions/" + index + "/" + field;
  }
}
