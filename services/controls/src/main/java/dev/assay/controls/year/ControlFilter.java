package dev.assay.controls.year;

import dev.assay.controls.library.Domain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which controls of a year a list shows; null asks for no such thing. */
record ControlFilter(
    @Nullable Domain domain,
    @Nullable ControlStatus status,
    @Nullable UUID ownerPersonId,
    @Nullable Boolean awaitingReview) {

  /** The conditions in HQL, and the parameters they name. */
  record Conditions(String hql, Map<String, Object> parameters) {}

  Conditions conditions() {
    List<String> hql = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (domain != null) {
      hql.add(" and domain = :domain");
      parameters.put("domain", domain);
    }
    if (status != null) {
      hql.add(" and status = :status");
      parameters.put("status", status);
    }
    if (ownerPersonId != null) {
      hql.add(" and ownerPersonId = :owner");
      parameters.put("owner", ownerPersonId);
    }
    if (awaitingReview != null) {
      hql.add(" and waitingConclusionId is " + (awaitingReview ? "not null" : "null"));
    }
    return new Conditions(String.join("", hql), parameters);
  }
}
