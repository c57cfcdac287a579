package dev.assay.tenants.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.grant.AccessRules;
import dev.assay.tenants.grant.GrantPlaceIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** By when a review that is opened now has to be decided and completed, and what its query asks. */
record ReviewTerms(Set<Role> roles, LocalDate decideBy, LocalDate completeBy) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ReviewTerms of(Coverage coverage, Instant now, AccessRules.Review rules) {
    LocalDate decideBy = BusinessDays.after(today(now, rules), rules.decideWithinBusinessDays());
    return new ReviewTerms(
        coverage.roles(rules),
        decideBy,
        BusinessDays.after(decideBy, rules.removeWithinBusinessDays()));
  }

  /** The last day for a removal that is decided now. */
  static LocalDate removeBy(Instant now, AccessRules.Review rules) {
    return BusinessDays.after(today(now, rules), rules.removeWithinBusinessDays());
  }

  static LocalDate today(Instant now, AccessRules.Review rules) {
    return now.atZone(rules.zone()).toLocalDate();
  }

  /** The values that the query ran with; the place is bound by the database's own policy. */
  static String parameters(GrantPlaceIds place, Set<Role> roles, Instant at) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("at", at.toString());
    parameters.put("mspId", place.mspId().toString());
    if (place.clientId() != null) {
      parameters.put("clientId", place.clientId().toString());
    }
    parameters.put("roles", roles.stream().map(Role::name).sorted().toList());
    try {
      return JSON.writeValueAsString(parameters);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("parameters are plain JSON", unwritable);
    }
  }
}
