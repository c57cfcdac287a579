package dev.assay.tenants.review;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.grant.AccessRules;
import dev.assay.tenants.grant.Authority;
import dev.assay.tenants.grant.Authority.Turn;
import dev.assay.tenants.grant.GrantPlaceIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Opening a review, and closing it once a new extract proves what it decided. */
@ApplicationScoped
class ConductReview {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final AccessReviews reviews;
  private final ReviewRows rows;
  private final ReviewView view;
  private final Authority authority;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  ConductReview(
      AccessReviews reviews,
      ReviewRows rows,
      ReviewView view,
      Authority authority,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.reviews = reviews;
    this.rows = rows;
    this.view = view;
    this.authority = authority;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  AccessReviewResponse open(GrantPlaceIds place, Coverage coverage) {
    // No grant here is made, approved or revoked while the listing is frozen and counted.
    authority.ofCaller(place, Permission.ACCESS_REVIEW_OPEN, Turn.ALONE);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    AccessRules rules = AccessRules.at(now);
    UUID id = ids.generate();
    takeThePlaceOf(reviews.unclosed(coverage), id, now);
    ReviewTerms terms = ReviewTerms.of(coverage, now, rules.review());
    Population population = rows.freeze(id, terms.roles(), now);
    var review =
        new AccessReview(
            id,
            coverage,
            rules.id(),
            caller.token().subject(),
            now,
            terms.decideBy(),
            terms.completeBy(),
            ReviewTerms.parameters(place, terms.roles(), now),
            population,
            rows.totals(terms.roles(), now));
    review.mspId = place.mspId();
    review.clientId = place.clientId();
    reviews.add(review);
    audit.record(
        AuditEvent.of("access-review.opened", "ACCESS_REVIEW", id)
            .with("coverage", coverage)
            .with("rowCount", review.rowCount)
            .with("sha256", review.sha256)
            .with("decideBy", review.decideBy)
            .with("ruleSet", review.ruleSet));
    return view.of(review);
  }

  /** One review of a coverage is under way at a time; one that lags or failed gives way. */
  private void takeThePlaceOf(List<AccessReview> unclosed, UUID successor, Instant now) {
    for (AccessReview other : unclosed) {
      AccessReviewResponse state = view.of(other);
      if (state.status() == ReviewStatus.FAILED) {
        close(other.id, ReviewStatus.FAILED, "A removal was not carried out in time.", now);
      } else if (state.overdue()) {
        close(
            other.id,
            ReviewStatus.FAILED,
            "It was overdue, and " + successor + " took its place.",
            now);
      } else {
        throw ProblemException.of(
            TenantsProblem.ACCESS_REVIEW_OPEN,
            "Review %s is to be decided by %s.".formatted(other.id, other.decideBy));
      }
    }
  }

  AccessReviewResponse prove(GrantPlaceIds place, UUID reviewId) {
    authority.ofCaller(place, Permission.ACCESS_REVIEW_DECIDE, Turn.ALONE);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    AccessReview review = reviews.find(reviewId);
    ReviewStatus before = view.of(review).status();
    if (!reviews.closures(List.of(reviewId)).isEmpty()) {
      throw ProblemException.of(TenantsProblem.ACCESS_REVIEW_CLOSED, "It is " + before + ".");
    }
    if (before == ReviewStatus.OPEN) {
      throw ProblemException.of(TenantsProblem.ACCESS_REVIEW_UNDECIDED, "Some of its lines are.");
    }
    Set<Role> roles = review.coverage.roles(AccessRules.at(review.openedAt).review());
    Population later = rows.extract(roles, now);
    List<ReviewLine> lines = rows.lines(reviewId, BEFORE_ALL, false, Integer.MAX_VALUE, now);
    int outstanding = (int) lines.stream().filter(line -> line.outstandingIn(later)).count();
    var extract =
        new ReviewExtract(
            ids.generate(),
            reviewId,
            ReviewTerms.parameters(place, roles, now),
            caller.token().subject(),
            now,
            later,
            outstanding);
    reviews.add(extract);
    audit.record(
        AuditEvent.of("access-review.extracted", "ACCESS_REVIEW", reviewId)
            .with("rowCount", extract.rowCount)
            .with("sha256", extract.sha256)
            .with("outstanding", outstanding));
    if (before == ReviewStatus.FAILED) {
      close(reviewId, ReviewStatus.FAILED, "A removal was not carried out in time.", now);
    } else if (outstanding == 0) {
      close(
          reviewId,
          ReviewStatus.COMPLETED,
          "Every line is decided, and extract " + extract.id + " proves every removal.",
          now);
    }
    return view.of(review);
  }

  private void close(UUID reviewId, ReviewStatus outcome, String reason, Instant now) {
    reviews.add(new ReviewClosure(reviewId, outcome, reason, caller.token().subject(), now));
    audit.record(
        AuditEvent.of(
            switch (outcome) {
              case COMPLETED -> "access-review.completed";
              case FAILED -> "access-review.failed";
              case OPEN, AWAITING_PROOF -> throw new IllegalArgumentException("not an outcome");
            },
            "ACCESS_REVIEW",
            reviewId));
  }
}
