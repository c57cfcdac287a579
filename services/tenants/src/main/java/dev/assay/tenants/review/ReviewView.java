package dev.assay.tenants.review;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenants.grant.AccessRules;
import dev.assay.tenants.grant.GrantPlaceIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reviews as they stand now. */
@ApplicationScoped
class ReviewView {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final AccessReviews reviews;
  private final ReviewRows rows;
  private final Clock clock;

  ReviewView(AccessReviews reviews, ReviewRows rows, Clock clock) {
    this.reviews = reviews;
    this.rows = rows;
    this.clock = clock;
  }

  Page<AccessReviewResponse> page(
      GrantPlaceIds place, @Nullable Integer limit, @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "access-reviews", place.scopeId());
    List<AccessReview> found = reviews.page(request);
    Map<UUID, AccessReviewResponse> states = of(found);
    return Page.of(
        found,
        request,
        review -> review.id.toString(),
        review -> Objects.requireNonNull(states.get(review.id)));
  }

  AccessReviewResponse one(UUID reviewId) {
    return of(reviews.find(reviewId));
  }

  AccessReviewResponse of(AccessReview review) {
    return Objects.requireNonNull(of(List.of(review)).get(review.id));
  }

  /** Three statements for any number of reviews. */
  private Map<UUID, AccessReviewResponse> of(List<AccessReview> found) {
    if (found.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    List<UUID> ids = found.stream().map(review -> review.id).toList();
    Map<UUID, ReviewProgress> progress =
        rows.progress(ids, now, AccessRules.at(now).review().zone());
    Map<UUID, ReviewClosure> closures =
        reviews.closures(ids).stream()
            .collect(Collectors.toMap(closure -> closure.reviewId, Function.identity()));
    return found.stream()
        .collect(
            Collectors.toMap(
                review -> review.id,
                review ->
                    AccessReviewResponse.of(
                        review,
                        Objects.requireNonNull(progress.get(review.id)),
                        closures.get(review.id),
                        now)));
  }

  Page<ReviewLineResponse> lines(
      UUID reviewId, boolean undecided, @Nullable Integer limit, @Nullable String cursor) {
    AccessReview review = reviews.find(reviewId);
    var request = PageRequest.of(limit, cursor, "access-review-lines", review.id, undecided);
    return Page.of(
        rows.lines(
            review.id,
            request.after(UUID::fromString).orElse(BEFORE_ALL),
            undecided,
            request.fetchSize(),
            clock.instant()),
        request,
        line -> line.grantId().toString(),
        ReviewLineResponse::of);
  }

  ReviewExportResponse export(UUID reviewId) {
    AccessReview review = reviews.find(reviewId);
    List<ReviewLine> lines = linesOf(review);
    return new ReviewExportResponse(
        of(review),
        new Population(lines.stream().map(ReviewLine::line).toList()).canonical(),
        lines.stream().map(ReviewLineResponse::of).toList(),
        reviews.extracts(reviewId).stream().map(ReviewExportResponse.Extract::of).toList());
  }

  String csv(UUID reviewId) {
    AccessReview review = reviews.find(reviewId);
    return ReviewCsv.of(of(review), linesOf(review));
  }

  private List<ReviewLine> linesOf(AccessReview review) {
    return rows.lines(review.id, BEFORE_ALL, false, Integer.MAX_VALUE, clock.instant());
  }
}
