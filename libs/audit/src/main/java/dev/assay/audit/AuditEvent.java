package dev.assay.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to what. Values in {@code changed} are ids, codes, dates and numbers: never names,
 * mail addresses or file contents.
 *
 * @param action {@code entity.verb}, such as {@code evidence.sealed}
 * @param entityType the kind of thing, such as {@code EVIDENCE_FILE}
 * @param entityId its id
 * @param changed what is different now, field by field
 */
public record AuditEvent(
    String action, String entityType, UUID entityId, Map<String, Object> changed) {

  public AuditEvent {
    if (!action.matches("[a-z0-9-]+\\.[a-z0-9-]+")) {
      throw new IllegalArgumentException("an action reads entity.verb: " + action);
    }
    changed = Map.copyOf(changed);
  }

  /** An event on one entity; add what changed with {@link #with}. */
  public static AuditEvent of(String action, String entityType, UUID entityId) {
    return new AuditEvent(action, entityType, entityId, Map.of());
  }

  /** The same event with one more changed field; null leaves it out. */
  public AuditEvent with(String field, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    var more = new LinkedHashMap<>(changed);
    more.put(field, value instanceof Number || value instanceof Boolean ? value : value.toString());
    return new AuditEvent(action, entityType, entityId, more);
  }
}
