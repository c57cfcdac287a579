package dev.assay.tenants.client;

import dev.assay.http.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which clients of a list are wanted; what is null does not matter.
 *
 * @param prefix start of the legal name, in any case; empty for all
 * @param identifier one that they have, and has not been withdrawn
 */
record ClientFilter(
    String prefix,
    @Nullable ClientStatus status,
    @Nullable FilerStatus filerStatus,
    @Nullable Identifier identifier) {

  /** Sorts behind every text that begins with the prefix: the last code point there is. */
  private static final String BEHIND = Character.toString(Character.MAX_CODE_POINT);

  /**
   * Reads the filter of an address.
   *
   * @param identifier {@code KIND:value}, or {@code OTHER:scheme:value}
   */
  static ClientFilter of(
      String prefix,
      @Nullable ClientStatus status,
      @Nullable FilerStatus filerStatus,
      @Nullable String identifier) {
    return new ClientFilter(
        prefix, status, filerStatus, identifier == null ? null : identifierIn(identifier));
  }

  private static Identifier identifierIn(String text) {
    String[] parts = text.split(":", 2);
    for (Identifier.Kind kind : Identifier.Kind.values()) {
      if (parts.length == 2 && parts[0].equals(kind.name())) {
        return kind == Identifier.Kind.OTHER ? other(parts[1]) : known(kind, parts[1]);
      }
    }
    throw ProblemException.invalid(
        "?identifier", "Write CIK:0000123456, or OTHER:scheme:value for another register.");
  }

  private static Identifier other(String text) {
    int end = text.indexOf(':');
    if (end < 1) {
      throw ProblemException.invalid("?identifier", "Write OTHER:scheme:value.");
    }
    return new Identifier(Identifier.Kind.OTHER, text.substring(0, end), text.substring(end + 1));
  }

  private static Identifier known(Identifier.Kind kind, String value) {
    var identifier = new Identifier(kind, null, value);
    identifier
        .fault()
        .ifPresent(
            fault -> {
              throw ProblemException.invalid("?identifier", fault);
            });
    return identifier;
  }

  /** The conditions in HQL; a range, not LIKE, since that uses the index whatever the prefix. */
  String conditions() {
    var hql = new StringBuilder("sortName >= lower(:prefix)");
    hql.append(" and sortName < concat(lower(:prefix), :behind)");
    if (status != null) {
      hql.append(" and status = :status");
    }
    if (filerStatus != null) {
      hql.append(" and filerStatus = :filerStatus");
    }
    if (identifier != null) {
      hql.append(" and id in (select i.clientId from ClientIdentifier i where i.kind = :kind");
      hql.append(" and i.value = :value and i.withdrawnAt is null");
      hql.append(identifier.scheme() == null ? ")" : " and i.scheme = :scheme)");
    }
    return hql.toString();
  }

  /** The values of those conditions. */
  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("prefix", prefix);
    values.put("behind", BEHIND);
    if (status != null) {
      values.put("status", status);
    }
    if (filerStatus != null) {
      values.put("filerStatus", filerStatus);
    }
    if (identifier != null) {
      values.put("kind", identifier.kind());
      values.put("value", identifier.value());
      if (identifier.scheme() != null) {
        values.put("scheme", identifier.scheme());
      }
    }
    return values;
  }
}
