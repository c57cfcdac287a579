package dev.assay.tenants.review;

import jakarta.validation.constraints.NotNull;

/** Over whose access a review is to go. */
public record OpenReviewRequest(@NotNull Coverage coverage) {}
