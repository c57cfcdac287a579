package dev.assay.evidence.request;

import dev.assay.http.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a list shows; null asks for no such thing.
 *
 * @param overdue by the clock at the moment of asking
 * @param dueBefore only those due on an earlier day
 */
record RequestFilter(
    @Nullable UUID assignee,
    @Nullable RequestState state,
    @Nullable Boolean overdue,
    @Nullable LocalDate dueBefore,
    @Nullable String controlId) {

  /** The conditions in HQL, and the parameters they name. */
  record Conditions(String hql, Map<String, Object> parameters) {}

  /** Reads the caller's parameters; a wrong one is a 400, where the framework would say 404. */
  static RequestFilter parse(
      @Nullable String assignee,
      @Nullable RequestState state,
      @Nullable Boolean overdue,
      @Nullable String dueBefore,
      @Nullable String controlId) {
    return new RequestFilter(
        person(assignee), state, overdue, day("?dueBefore", dueBefore), controlId);
  }

  Conditions conditions(Instant now) {
    List<String> hql = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (assignee != null) {
      hql.add(" and assigneePersonId = :assignee");
      parameters.put("assignee", assignee);
    }
    if (state != null) {
      hql.add(" and state = :state");
      parameters.put("state", state);
    }
    if (overdue != null) {
      hql.add(overdue ? " and (" : " and not (");
      hql.add("state in (:awaiting) and dueUntil <= :now)");
      parameters.put("awaiting", List.of(RequestState.OPEN, RequestState.RETURNED));
      parameters.put("now", now);
    }
    if (dueBefore != null) {
      hql.add(" and dueOn < :before");
      parameters.put("before", dueBefore);
    }
    if (controlId != null) {
      hql.add(" and controlId = :control");
      parameters.put("control", controlId);
    }
    return new Conditions(String.join("", hql), parameters);
  }

  private static @Nullable UUID person(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("?assignee", "Give a person's id.");
    }
  }

  private static @Nullable LocalDate day(String parameter, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw ProblemException.invalid(parameter, "Give a day such as 2026-12-31.");
    }
  }
}
