package dev.assay.tenants.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.tenancy.permission.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * A complete listing of grants in force at one moment, in the order of their ids: information
 * produced by the entity, so it says how it was made and has a hash that anybody can compute again.
 */
record Population(List<Line> lines) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One grant, as it was at that moment. */
  record Line(
      UUID grantId,
      UUID personId,
      String subject,
      Role role,
      Instant validFrom,
      @Nullable Instant validUntil,
      String grantedBy,
      Instant grantedAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt) {

    /** Ids, roles and times; a property that has no value is left out. */
    Map<String, Object> listed() {
      Map<String, Object> listed = new LinkedHashMap<>();
      listed.put("grantId", grantId.toString());
      listed.put("personId", personId.toString());
      listed.put("subject", subject);
      listed.put("role", role.name());
      listed.put("validFrom", validFrom.toString());
      put(listed, "validUntil", validUntil);
      listed.put("grantedBy", grantedBy);
      listed.put("grantedAt", grantedAt.toString());
      put(listed, "approvedBy", approvedBy);
      put(listed, "approvedAt", approvedAt);
      return listed;
    }

    private static void put(Map<String, Object> listed, String name, @Nullable Object value) {
      if (value != null) {
        listed.put(name, value.toString());
      }
    }
  }

  Population {
    lines =
        lines.stream()
            .sorted(Comparator.comparing((Line line) -> line.grantId().toString()))
            .toList();
  }

  /** The listing as a JSON array in canonical form (RFC 8785). */
  String canonical() {
    try {
      String listed = JSON.writeValueAsString(lines.stream().map(Line::listed).toList());
      return new JsonCanonicalizer(listed).getEncodedString();
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("a listing is plain JSON", unwritable);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Of the canonical listing's bytes in UTF-8, in hexadecimal. */
  String sha256() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(canonical().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /** Whether this grant is in it. */
  boolean has(UUID grantId) {
    return lines.stream().anyMatch(line -> line.grantId().equals(grantId));
  }

  /** Whether this person has this role in it, by whatever grant. */
  boolean has(UUID personId, Role role) {
    return lines.stream().anyMatch(line -> line.personId().equals(personId) && line.role() == role);
  }
}
